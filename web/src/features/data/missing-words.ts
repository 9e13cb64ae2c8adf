import type { Words } from '@causeway/shared/words/words'
import type { ReportingState } from '../../graph/generated.ts'

export const MISSING_WORDS = {
  state: {
    zh: '{year}，全校：{RECORDS} 类台账已有记录，{NOTHING} 类零报告，{UNREPORTED} 类未填报。',
    en: '{year}, the whole college by record type: {RECORDS} with records, {NOTHING} with nothing to report, {UNREPORTED} not reported.',
  },
  partial: { zh: '本年度尚未结束，以下仅供参考。', en: 'The year is not over yet: this is where it stands so far.' },
  due: { zh: '待填报', en: 'Who is due' },
  dueNone: {
    zh: '本年度没有待填报的台账：每一类要么有记录，要么已作零报告。',
    en: 'Nothing is due for this year: of every type there are records or a statement that there was nothing.',
  },
  dueWhy: {
    zh: '列出全校都没有的台账，以及以往填报过某类台账、本年度既无记录也无零报告的部门。',
    en: 'Listed is what the whole college lacks, and units that reported a type before and have neither records nor a zero report this year.',
  },
  waiting: { zh: '因此没有数值的指标：', en: 'Without a number because of it: ' },
  more: { zh: ' 等，另有 {n} 项', en: ' and {n} more' },
  moreTypes: { zh: '另有 {n} 类台账', en: '{n} more record {n|type|types}' },
  nothingHeld: {
    zh: '本年度还没有任何台账。建议先导入责任部门、合作机构和专业（项目），其他台账会引用它们的编号。',
    en: 'There are no records for this year yet. Begin with units, partners and programmes: the others point to their codes.',
  },
  importIt: { zh: '导入', en: 'Import' },
  nothing: { zh: '零报告', en: 'Nothing to report' },
  held: { zh: '各年度台账', en: 'What there is, year by year' },
  heldUnits: { zh: '各部门台账', en: 'What there is, unit by unit' },
  show: { zh: '横向看', en: 'Columns' },
  years: { zh: '年度', en: 'years' },
  units: { zh: '部门', en: 'units' },
  type: { zh: '台账类型', en: 'Record type' },
  unfinished: { zh: '未完整', en: 'not complete' },
  notExpected: { zh: '未曾填报', en: 'never reported' },
  findings: { zh: '数据中的疑点', en: 'What looks wrong in the records' },
  findingsNone: { zh: '没有发现疑点。', en: 'Nothing was found.' },
  todo: { zh: '处理办法：', en: 'What to do: ' },
  outliers: { zh: '与往年相差过大的指标值', en: 'Figures far from the years before' },
  outlier: {
    zh: '本年 {value}，前 {years} 年中位数 {median}',
    en: '{value} this year; median of the {years} years before: {median}',
  },
  uncomputed: { zh: '没有数值的指标（{n}）', en: 'Indicators without a number ({n})' },
  lacks: { zh: '缺：', en: 'Missing: ' },
  lacksNothing: { zh: '有台账，但无从计算', en: 'there are records, and nothing in them to compute it from' },
  signer: { zh: '负责人', en: 'Signed by' },
  signerHint: { zh: '如：国际交流处处长 王芳', en: 'As: Wang Fang, head of the international office' },
  declare: {
    zh: '声明 {start} 至 {end} {unit}没有发生“{type}”业务。',
    en: 'This states that {unit} had nothing of “{type}” from {start} to {end}.',
  },
  declareEffect: {
    zh: '声明后，相关指标按 0 计算，不再显示“未填报”。声明可以整批撤回。',
    en: 'Figures of it then count 0 and are a gap no longer. The statement can be taken back as a batch.',
  },
  confirm: { zh: '确认零报告', en: 'State it' },
  declared: { zh: '已作零报告：{what}。', en: 'Stated that there was nothing: {what}.' },
} satisfies Record<string, Words>

export const STATE_WORDS: Record<ReportingState, { symbol: string; word: Words; meaning: Words }> = {
  RECORDS: {
    symbol: '●',
    word: { zh: '有记录', en: 'records' },
    meaning: { zh: '台账记录的条数', en: 'how many records there are' },
  },
  NOTHING: {
    symbol: '○',
    word: { zh: '零报告', en: 'nothing' },
    meaning: { zh: '已声明本期无此类业务，按 0 计', en: 'a signed statement that there was nothing: it counts 0' },
  },
  UNREPORTED: {
    symbol: '!',
    word: { zh: '未填报', en: 'missing' },
    meaning: {
      zh: '既无记录也无零报告，不等于 0',
      en: 'neither records nor a statement that there was nothing, which is not zero',
    },
  },
}

/** What of a record type is reported by itself: stays by direction and by who goes. */
export const PART_WORDS: Record<string, Words> = {
  in: { zh: '来校', en: 'inbound' },
  out: { zh: '派出', en: 'outbound' },
  student: { zh: '学生', en: 'students' },
  staff: { zh: '教职工', en: 'staff' },
}
