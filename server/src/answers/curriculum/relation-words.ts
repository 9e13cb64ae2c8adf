import type { Words } from '@causeway/shared/words/words'
import type { Relation } from './mapping.ts'

/** What a judgement found, or that there is none. */
export type Correspondence = Relation | 'UNMAPPED'

export const CORRESPONDENCE_WORDS: Record<Correspondence, Words> = {
  EQUIVALENT: { zh: '等值', en: 'equivalent' },
  PARTIAL: { zh: '部分对应', en: 'partial' },
  NONE: { zh: '无对应', en: 'none' },
  UNMAPPED: { zh: '尚未对照', en: 'not mapped' },
}
