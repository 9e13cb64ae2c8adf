import type { Scope } from '../series.ts'
import type { Words } from './words.ts'

/** 统计范围: which countries count as foreign. */
export const scopeWords: Record<Scope, Words> = {
  ABROAD: { zh: '国外', en: 'abroad' },
  BORDER: { zh: '国（境）外', en: 'abroad, with Hong Kong, Macao and Taiwan' },
}
