import type { Theme } from '../series.ts'
import type { Words } from './words.ts'

export const themeWords: Record<Theme, Words> = {
  INTRODUCTION: { zh: '引进来', en: 'Introduction' },
  EXPORT: { zh: '走出去', en: 'Export' },
  STANDARDS: { zh: '标准', en: 'Standards' },
  PLATFORMS: { zh: '平台', en: 'Platforms' },
  SKILLS: { zh: '技能成效', en: 'Skills' },
}
