import type { Basis } from '../period.ts'
import type { Words } from './words.ts'

/** 统计时段: what one period is. */
export const basisWords: Record<Basis, Words> = {
  SCHOOL_YEAR: { zh: '学年', en: 'school year' },
  CALENDAR_YEAR: { zh: '自然年', en: 'calendar year' },
  POINT_IN_TIME: { zh: '时点', en: 'point in time' },
  COHORT: { zh: '届', en: 'cohort' },
}

/** As a sentence says it after the name of an indicator: "…, by school year". */
export const byBasisWords: Record<Basis, Words> = {
  SCHOOL_YEAR: { zh: '按学年', en: 'by school year' },
  CALENDAR_YEAR: { zh: '按自然年', en: 'by calendar year' },
  POINT_IN_TIME: { zh: '按时点', en: 'at a point in time' },
  COHORT: { zh: '按届', en: 'by cohort' },
}
