import type { Words } from '@causeway/shared/words/words'
import type { Confidence } from '../../graph/generated.ts'

export const FORM_WORDS = {
  forms: { zh: '官方报表', en: 'Official tables' },
  unknown: { zh: '没有这张报表', en: 'There is no such table' },
  report: { zh: '{year}年度年报', en: '{year} annual report' },
  edition: { zh: '年度版式', en: 'Edition' },
  editionOf: { zh: '{edition}年版', en: 'edition {edition}' },
  editionChoice: { zh: '{edition}年版（{name}）', en: '{edition} ({name})' },
  inForceMark: { zh: '，本年度适用', en: ', in force for the year' },
  notInForce: {
    zh: '本年度的报告不用这一版式，仅供对照。',
    en: 'The report of this year does not take this edition: it is shown for comparison.',
  },
  noneInForce: {
    zh: '这一年度的报告还没有这张报表，按最接近的版式列出。',
    en: 'No report of this year takes the table: it is shown in the nearest edition.',
  },
  publishedOn: {
    zh: '已于{day}对外公布，任何人都能看到精确数值。',
    en: 'Published on {day}: everybody sees its exact figures.',
  },
  exact: { zh: '校内精确版，尚未对外公布。', en: 'Exact figures; it has not been published yet.' },
  public: {
    zh: '对外公开版：报表公布之前，人数过少的数值、备注和直接填报的内容不予公开。',
    en: 'Public version: until the table is published, small numbers of people, notes and what was filled in by hand are withheld.',
  },
  number: { zh: '序号', en: 'No.' },
  line: { zh: '指标项', en: 'Line' },
  unit: { zh: '单位', en: 'Unit' },
  yearBefore: { zh: '（上年）', en: ' (year before)' },
  filed: { zh: '已报数', en: 'Filed' },
  note: { zh: '备注', en: 'Note' },
  byHand: { zh: '直接填报', en: 'by hand' },
  differs: { zh: '与已报数不同', en: 'differs from what was filed' },
  tableOf: { zh: '{name}，{period}', en: '{name}, {period}' },
  meaning: { zh: '填报说明', en: 'What is counted' },
  indicator: { zh: '指标', en: 'Indicator' },
  card: { zh: '查看这个数怎么来的', en: 'See how this number was made' },
  departments: { zh: '台账在哪些部门', en: 'Departments that hold the records' },
  records: { zh: '{n} 条', en: '{n} records' },
  record: { zh: '1 条', en: '1 record' },
  wording: { zh: '指标项文字', en: 'Wording' },
  givenBy: { zh: '{by}，{day}', en: '{by}, {day}' },
  fromSource: { zh: '来源：{source}', en: 'from: {source}' },
  whyNone: { zh: '没有台账能算出这一项，须直接填报。', en: 'No record can fill this line: it is filled in by hand.' },
  xlsx: { zh: '下载 Excel', en: 'Download Excel' },
  csv: { zh: '下载 CSV', en: 'Download CSV' },
  print: { zh: '打印', en: 'Print' },
  copyLink: { zh: '复制链接', en: 'Copy the link' },
  checks: { zh: '填报前请核对', en: 'To look at before filing' },
  noChecks: { zh: '没有发现需要核对的地方。', en: 'Nothing doubtful was found.' },
  noChecksOfRest: {
    zh: '已有数值的各项没有发现需要核对的地方。',
    en: 'Nothing doubtful was found in the lines that have a value.',
  },
  withoutRecords: {
    zh: '没有台账记录 {n} 项：第 {numbers} 项。导入台账，或确无此类业务时作零报告，才有数值。',
    en: 'No records for {n} {n|line|lines}: {numbers}. A line gets its value once records are imported, or once it is declared that there is nothing to report.',
  },
  toFill: { zh: '待直接填报 {n} 项：第 {numbers} 项。', en: '{n} to be filled in by hand: {numbers}.' },
  whatIsMissing: { zh: '缺哪些台账', en: 'Which records are missing' },
  checksOf: { zh: '{n} 处需要核对', en: '{n} things to look at' },
  checkOne: { zh: '1 处需要核对', en: '1 thing to look at' },
  toLine: { zh: '第 {number} 项', en: 'line {number}' },
  editions: { zh: '各年度版式', en: 'Editions' },
  changes: { zh: '与{edition}年版相比', en: 'What changed since edition {edition}' },
  noChanges: { zh: '指标项没有变化。', en: 'No line changed.' },
  wordingTitle: { zh: '表样依据', en: 'Where the lines were seen' },
  columns: { zh: '每条台账一行，各列的官方名称：', en: 'A row for each record. The official names of its columns:' },
  columnsNeed: { zh: '这是逐条明细，登录后可下载。', en: 'It lists single records: sign in to download it.' },
  signIn: { zh: '登录', en: 'Sign in' },
  signInHelps: {
    zh: '登录后可看到备注、已报数、核对结果和台账所在部门。',
    en: 'Signed in, you see notes, what was filed, the checks, and which departments hold the records.',
  },
  fill: { zh: '填报', en: 'Fill in' },
  amend: { zh: '修改', en: 'Change' },
  fillFiled: { zh: '登记已报数', en: 'Enter what was filed' },
} satisfies Record<string, Words>

/** How sure we are of the wording of a line, as a clerk needs to know it. */
export const WORDING_WORDS: Record<Confidence, Words> = {
  VERIFIED: { zh: '与官方原文核对过。', en: 'Checked against the official text.' },
  MIRROR: {
    zh: '取自转载的文本，个别字词可能与原文不同，填报前请与下发的表样核对。',
    en: 'Taken from a re-post and may differ in a word: compare it with the table you were sent before filing.',
  },
  CODE: {
    zh: '取自公开的系统数据项，填报前请与下发的表样核对。',
    en: 'Taken from a public data interface: compare it with the table you were sent before filing.',
  },
  GENERAL: {
    zh: '未见官方原文，填报前请与下发的表样核对。',
    en: 'The official text was not seen: compare it with the table you were sent before filing.',
  },
}
