import type { Words } from '@causeway/shared/words/words'

export const INDICATOR_WORDS = {
  basis: { zh: '统计时段', en: 'Basis' },
  scope: { zh: '统计范围', en: 'Scope' },
  asDefined: { zh: '按指标定义', en: 'as defined' },
  asDefinedScope: { zh: '按指标定义：{scope}', en: 'as defined: {scope}' },
  by: { zh: '分组', en: 'Break down by' },
  across: { zh: '交叉分组', en: 'Crossed with' },
  notCrossed: { zh: '不交叉', en: 'not crossed' },
  partialUntil: {
    zh: '本时段数据未完整：台账记录截至{day}。',
    en: 'The period is not complete: its records go up to {day}.',
  },
  whole: { zh: '不分组', en: 'not broken down' },
  from: { zh: '起始年', en: 'From' },
  to: { zh: '截止年', en: 'To' },
  controls: { zh: '查看方式', en: 'What is shown' },
  filter: { zh: '只统计一部分', en: 'Count only a part' },
  filterDimension: { zh: '按哪一项选取', en: 'Which part' },
  filterNone: { zh: '请选择', en: 'choose' },
  filterNoValues: { zh: '这一项没有可选的取值', en: 'There is nothing to choose from here' },
  filterOne: {
    zh: '公开数据只能选一项中的一个取值，且不能同时分组。登录后可任意组合。',
    en: 'Published figures can be narrowed to one value, without a breakdown beside it. Sign in to combine freely.',
  },
  counted: { zh: '只统计', en: 'Counted only' },
  remove: { zh: '取消', en: 'remove' },
  withheld: {
    zh: '这个链接的部分筛选或分组需登录后查看，现显示可公开的部分。',
    en: 'Part of what this link asks for needs signing in. What is published is shown.',
  },
  signIn: { zh: '登录', en: 'Sign in' },
  period: { zh: '时段', en: 'Period' },
  value: { zh: '指标值', en: 'Figure' },
  before: { zh: '上年', en: 'A year before' },
  reason: { zh: '变化原因', en: 'Why it changed' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  size: { zh: '涉及人数或对象数', en: 'Persons or objects' },
  interval: { zh: '考虑偶然波动', en: 'Chance considered' },
  intervalText: { zh: '大致在 {range} 之间（95% 置信区间）', en: 'about {range} (95% interval)' },
  threshold: { zh: '是否达标', en: 'What is asked' },
  met: { zh: '达到', en: 'met' },
  notMet: { zh: '未达到', en: 'not met' },
  lost: { zh: '有前测无后测', en: 'Tests before without one after' },
  effect: { zh: '效应量（Cohen d）', en: "Effect size (Cohen's d)" },
  records: { zh: '台账记录数', en: 'Records counted' },
  headcount: { zh: '成批填报的人数', en: 'Given as headcounts' },
  headcountText: { zh: '{n}人', en: '{n} {n|person|people}' },
  leftOut: {
    zh: '另有 {n} 条记录国家（地区）未注明，不知是否在国外，未计入。',
    en: '{n} more with an unknown country: nobody can tell whether they are abroad, and they are left out.',
  },
  toLeftOut: { zh: '查看这些记录', en: 'See these records' },
  headcountNote: {
    zh: '成批填报的人数无法逐人去重，同一人可能被重复计算。',
    en: 'Headcounts cannot be distinguished by person: the same person may be counted more than once.',
  },
  origin: { zh: '这个数怎么来的', en: 'Where this number comes from' },
  definition: { zh: '怎样的数', en: 'What kind of figure' },
  formula: { zh: '计算公式', en: 'Formula' },
  fillingNote: { zh: '填报说明', en: 'How to fill it in' },
  version: { zh: '定义第 {n} 版', en: 'definition version {n}' },
  versions: { zh: '定义的历次版本', en: 'Versions of the definition' },
  firstVersion: { zh: '最初的定义', en: 'the first definition' },
  lines: { zh: '要用这个数的官方报表', en: 'Official lines that ask for it' },
  noLines: { zh: '没有官方报表指标项要用这个数', en: 'It feeds no official line' },
  learnMore: { zh: '进一步了解这个数', en: 'Learn more about this figure' },
  showRecords: { zh: '查看台账记录', en: 'See the records' },
  showDenominator: { zh: '查看分母的台账记录', en: 'See the records of the denominator' },
  answer: { zh: '一页说清这个数', en: 'This figure on one page' },
  recordsNeed: {
    zh: '登录后可查看这个数由哪些台账记录统计得出。',
    en: 'Sign in to see the records it was counted from.',
  },
  overTime: { zh: '历年变化', en: 'Over the years' },
  byWhat: { zh: '按{by}', en: 'By {by}' },
  byTwo: { zh: '按{by}和{across}', en: 'By {by} and {across}' },
  allAbout: { zh: '{name}的全部情况', en: 'Everything about {name}' },
  onlyThis: { zh: '只看“{name}”的历年变化', en: 'Only {name}, over the years' },
  hidden: {
    zh: '这个数因人数过少不予公开。有权限的人员登录后可查看。',
    en: 'This figure is about so few people that it is not published. Anyone who has the right sees it after signing in.',
  },
  countedFrom: { zh: '它由这些台账统计得出：', en: 'It is counted from ' },
  fillIn: { zh: '去补录，或作零报告', en: 'Fill it in, or say that there was nothing' },
  notAdditive: {
    zh: '各组之和不一定等于总数：同一人或同一事项可能计入不同组。',
    en: 'Groups need not add up to the whole: one person or thing may be in several.',
  },
  target: { zh: '目标值', en: 'Target' },
  cumulative: { zh: '（自规划首年累计）', en: ' (added up since the first year of the plan)' },
  soFar: { zh: '已累计', en: 'so far' },
  reached: { zh: '已达到', en: 'reached' },
  onCourse: { zh: '达到序时进度', en: 'on course' },
  behind: { zh: '未达到序时进度', en: 'behind its course' },
  notReached: { zh: '未达到', en: 'not reached' },
  noCategories: { zh: '这一时段没有分组数值', en: 'Nothing to break down in this period' },
} satisfies Record<string, Words>

/** The parts of a page of which one is open. */
export const TABS = ['about', 'records', 'reconcile', 'peers', 'targets', 'take'] as const
export type Tab = (typeof TABS)[number]

export const TAB_WORDS: Record<Tab, Words> = {
  about: { zh: '定义与报表', en: 'Definition and forms' },
  records: { zh: '台账与佐证', en: 'Records and evidence' },
  reconcile: { zh: '多口径核对', en: 'Other lawful values' },
  peers: { zh: '对标院校', en: 'Compare with peers' },
  targets: { zh: '目标值', en: 'Targets' },
  take: { zh: '取用与引用', en: 'Download, embed, cite' },
}

/** What the kind of a figure means for anyone who reads it. */
export const KIND_MEANINGS: Record<'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN', Words> = {
  STOCK: { zh: '某一天有多少。', en: 'how many there are on one day.' },
  FLOW: {
    zh: '一段时期里有多少，跨期的人和事在每一期各计一次。',
    en: 'how many in a period; what spans two periods counts in each.',
  },
  CUMULATIVE: { zh: '从有记录起到这一天共有多少，只增不减。', en: 'how many since the first record; it only grows.' },
  RATIO: { zh: '分子除以分母，比较时看百分点。', en: 'one count over another; differences are in percentage points.' },
  MEAN: { zh: '平均到每一个，个数少时波动大。', en: 'an average; of few it varies much.' },
}

/** How sure we are of the wording of an official line, in plain words. */
export const CONFIDENCE_WORDS: Record<'VERIFIED' | 'MIRROR' | 'CODE' | 'GENERAL', Words> = {
  VERIFIED: { zh: '原文核对过', en: 'checked against the original' },
  MIRROR: { zh: '据转载文本', en: 'from a copy of the text' },
  CODE: { zh: '据系统数据项', en: 'from a data interface' },
  GENERAL: { zh: '据一般了解，待核对', en: 'general knowledge, to be checked' },
}
