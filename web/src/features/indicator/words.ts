import type { Words } from '@causeway/shared/words/words'

export const INDICATOR_WORDS = {
  basis: { zh: '统计时段', en: 'Basis' },
  scope: { zh: '统计范围', en: 'Scope' },
  asDefined: { zh: '按指标定义', en: 'as defined' },
  unlimited: { zh: '不限', en: 'no limit' },
  by: { zh: '分组', en: 'Break down by' },
  partial: { zh: '数据未完整', en: 'not complete' },
  whole: { zh: '不分组', en: 'not broken down' },
  from: { zh: '起始年', en: 'From' },
  to: { zh: '截止年', en: 'To' },
  controls: { zh: '查看方式', en: 'What is shown' },
  period: { zh: '时段', en: 'Period' },
  value: { zh: '指标值', en: 'Figure' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  size: { zh: '涉及人数或对象数', en: 'Persons or objects' },
  interval: { zh: '95% 置信区间', en: '95% interval' },
  threshold: { zh: '是否达标', en: 'What is asked' },
  met: { zh: '达到', en: 'met' },
  notMet: { zh: '未达到', en: 'not met' },
  lost: { zh: '有前测无后测', en: 'Tests before without one after' },
  effect: { zh: '效应量（Cohen d）', en: "Effect size (Cohen's d)" },
  records: { zh: '台账记录数', en: 'Records counted' },
  headcount: { zh: '其中按人数成批填报', en: 'Of them given as headcounts' },
  headcountNote: {
    zh: '成批填报的人数无法逐人去重，同一人可能被重复计算。',
    en: 'Headcounts cannot be told apart by person: the same person may be counted more than once.',
  },
  origin: { zh: '这个数怎么来的', en: 'Where this number comes from' },
  definition: { zh: '定义', en: 'Definition' },
  formula: { zh: '计算公式', en: 'Formula' },
  fillingNote: { zh: '填报说明', en: 'How to fill it in' },
  version: { zh: '定义第 {n} 版', en: 'definition version {n}' },
  lines: { zh: '对应的官方报表指标项', en: 'Official lines it feeds' },
  noLines: { zh: '没有对应的官方报表指标项', en: 'It feeds no official line' },
  showRecords: { zh: '查看台账记录', en: 'See the records' },
  showDenominator: { zh: '查看分母的台账记录', en: 'See the records of the denominator' },
  recordsOf: { zh: '台账记录：', en: 'Records behind ' },
  recordsNeed: {
    zh: '登录后可查看这个数由哪些台账记录统计得出。',
    en: 'Sign in to see the records it was counted from.',
  },
  close: { zh: '收起', en: 'Close' },
  next: { zh: '下一页', en: 'Next page' },
  first: { zh: '回到第一页', en: 'First page' },
  inAll: { zh: '共', en: 'In all' },
  noRecords: { zh: '没有台账记录', en: 'No records' },
  record: { zh: '台账', en: 'Record' },
  details: { zh: '内容', en: 'Details' },
  source: { zh: '来源文件', en: 'File' },
  row: { zh: '第 {row} 行', en: 'row {row}' },
  take: { zh: '取用', en: 'Take it with you' },
  csv: { zh: '下载 CSV', en: 'Download CSV' },
  json: { zh: '下载 JSON', en: 'Download JSON' },
  copyGraphql: { zh: '复制为 GraphQL 查询', en: 'Copy as GraphQL' },
  copyLink: { zh: '复制链接', en: 'Copy the link' },
  overTime: { zh: '历年变化', en: 'Over the years' },
  byWhat: { zh: '按{by}', en: 'By {by}' },
  hidden: {
    zh: '这个数因人数过少不予公开。有权限的人员登录后可查看。',
    en: 'This figure is about so few people that it is not published. Whoever has the right sees it after signing in.',
  },
  notAdditive: {
    zh: '各组之和不一定等于总数：同一人或同一事项可能计入不同组。',
    en: 'Groups need not add up to the whole: one person or thing may be in several.',
  },
  unknownIndicator: { zh: '没有这个指标', en: 'There is no such indicator' },
  noCategories: { zh: '这一时段没有分组数值', en: 'Nothing to break down in this period' },
} satisfies Record<string, Words>

/** How sure we are of the wording of an official line, in plain words. */
export const CONFIDENCE_WORDS: Record<'VERIFIED' | 'MIRROR' | 'CODE' | 'GENERAL', Words> = {
  VERIFIED: { zh: '原文核对过', en: 'checked against the original' },
  MIRROR: { zh: '据转载文本', en: 'from a copy of the text' },
  CODE: { zh: '据系统数据项', en: 'from a data interface' },
  GENERAL: { zh: '据一般了解，待核对', en: 'general knowledge, to be checked' },
}

const FORM_WORDS: Record<string, Words> = {
  'international-influence': { zh: '国际影响表', en: 'International influence table' },
  'policy-implementation': { zh: '落实政策表', en: 'Policy implementation table' },
  scorecard: { zh: '计分卡', en: 'Scorecard' },
  'status-data': { zh: '人才培养工作状态数据', en: 'Status data platform' },
  'digital-base': { zh: '职业院校数字基座', en: 'Digital base of vocational colleges' },
  impi: { zh: 'IMPI 国际化指标', en: 'IMPI indicators' },
  uis: { zh: '联合国教科文组织统计研究所指标', en: 'UNESCO Institute for Statistics' },
  worldskills: { zh: '世界技能组织', en: 'WorldSkills' },
  'the-international-outlook': { zh: 'THE 国际展望', en: 'THE international outlook' },
}

/** Name of an official table; its id where the page has none. */
export function formWords(form: string): Words {
  return FORM_WORDS[form] ?? { zh: form, en: form }
}
