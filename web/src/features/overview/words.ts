import type { Words } from '@causeway/shared/words/words'

export const OVERVIEW_WORDS = {
  title: { zh: '总览', en: 'Overview' },
  picture: { zh: '谁向谁学：引进来与走出去人数', en: 'Who learns from whom' },
  pictureWhere: {
    zh: '左：引进来人数（来校访学的国外教师，赴国（境）外学习的本校师生）；右：走出去人数（来校学习的外方学员，境外办学点学员，赴国（境）外授课的本校教师）',
    en: 'Left, introduction: foreign teachers here, our teachers and students learning abroad. Right, export: foreign learners here, learners at our sites abroad, our teachers teaching abroad.',
  },
  countries: { zh: '来自哪里，去往哪里', en: 'Where: by country or region' },
  country: { zh: '国家（地区）', en: 'Country or region' },
  unnamed: {
    zh: '—：这一侧没有涉及该国家（地区）的记录',
    en: '—: no records of that country or region on that side',
  },
  chosen: { zh: '所选年度', en: 'chosen year' },
  all: { zh: '全部', en: 'All' },
  attention: { zh: '需要关注', en: 'Needs attention' },
  nothing: {
    zh: '本年度各项指标均有数值，没有转差的指标。',
    en: 'Every indicator has a figure for this year, and none is worse than before.',
  },
  noRecords: { zh: '未填报，也没有零报告', en: 'Not filed, and no zero report' },
  notApplicable: { zh: '不适用：没有可计算的对象', en: 'Not applicable: nothing to compute it from' },
  suppressed: { zh: '人数过少，不予公开', en: 'Too few people to publish' },
  fell: { zh: '比上年转差', en: 'Worse than the year before' },
  earlier: { zh: '往年未填报', en: 'Earlier years without records' },
  noCountries: { zh: '本年度没有分国家（地区）的数值', en: 'No figures by country or region for this year' },
} satisfies Record<string, Words>
