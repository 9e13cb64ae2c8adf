import type { Basis } from '../period.ts'
import type { Words } from './words.ts'
import type { Scope, Theme } from '../series.ts'

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

/** 统计范围: which countries count as foreign. */
export const scopeWords: Record<Scope, Words> = {
  ABROAD: { zh: '国外', en: 'abroad' },
  BORDER: { zh: '国（境）外', en: 'abroad, with Hong Kong, Macao and Taiwan' },
}

export const themeWords: Record<Theme, Words> = {
  INTRODUCTION: { zh: '引进来', en: 'Introduction' },
  EXPORT: { zh: '走出去', en: 'Export' },
  STANDARDS: { zh: '标准', en: 'Standards' },
  PLATFORMS: { zh: '平台', en: 'Platforms' },
  SKILLS: { zh: '技能成效', en: 'Skills' },
}

/** How a figure behaves over time. */
export const kindWords: Record<'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN', Words> = {
  STOCK: { zh: '时点数', en: 'stock' },
  FLOW: { zh: '时期数', en: 'flow' },
  CUMULATIVE: { zh: '累计数', en: 'cumulative' },
  RATIO: { zh: '比率', en: 'ratio' },
  MEAN: { zh: '均值', en: 'mean' },
}

/** What a figure may be broken down by, under the id of the dimension. */
export const dimensionWords = {
  country: { zh: '国家（地区）', en: 'country or region' },
  continent: { zh: '大洲', en: 'continent' },
  bloc: { zh: '区域组织', en: 'bloc' },
  programme: { zh: '专业', en: 'programme' },
  department: { zh: '院系', en: 'department' },
  partner: { zh: '合作机构', en: 'partner' },
  platform: { zh: '平台', en: 'platform' },
  level: { zh: '层次', en: 'level' },
  sex: { zh: '性别', en: 'sex' },
  funding: { zh: '经费来源', en: 'funding' },
  purpose: { zh: '目的', en: 'purpose' },
  type: { zh: '类型', en: 'type' },
  unit: { zh: '责任部门', en: 'responsible unit' },
  instrument: { zh: '测评工具', en: 'instrument' },
  scale: { zh: '评分标尺', en: 'scale' },
  role: { zh: '角色', en: 'role' },
  award: { zh: '奖项', en: 'award' },
  competency: { zh: '能力单元', en: 'competency unit' },
  site: { zh: '境外办学点', en: 'overseas site' },
} satisfies Record<string, Words>
