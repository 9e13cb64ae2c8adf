import type { Words } from '@causeway/shared/words/words'
import type { ReportingState } from '../../graph/generated.ts'

export const MISSING_WORDS = {
  state: {
    zh: '{year}，全校：{RECORDS} 类台账已有记录，{NOTHING} 类零报告，{UNREPORTED} 类未填报。',
    en: '{year}, the whole college by record type: {RECORDS} with records, {NOTHING} with nothing to report, {UNREPORTED} not reported.',
  },
  partial: { zh: '本年度尚未结束，以下仅供参考。', en: 'The year is not over yet: this is where it is so far.' },
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
  lacksNothing: { zh: '有台账，但无法计算', en: 'there are records, and nothing in them to compute it from' },
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

export const BATCH_WORDS = {
  title: { zh: '导入批次', en: 'Batches' },
  intro: {
    zh: '每次导入是一个批次，可以整批撤回：新增的记录撤出，改动的记录恢复原样。',
    en: 'Each import is a batch, and can be taken back whole: what it brought goes, what it changed is as it was.',
  },
  none: { zh: '还没有导入批次', en: 'There are no batches yet' },
  gone: { zh: '没有这个批次', en: 'There is no such batch' },
  all: { zh: '查看全部批次', en: 'All batches' },
  inAll: { zh: '共 {n} 个批次', en: '{n} {n|batch|batches}' },
  at: { zh: '导入于 {at}', en: 'imported {at}' },
  byHandAt: { zh: '页面上更改于 {at}', en: 'changed on a page {at}' },
  by: { zh: '填报人：{who}', en: 'by {who}' },
  dataDate: { zh: '数据截至 {day}', en: 'speaks up to {day}' },
  accepted: { zh: '新增 {n} 条', en: '{n} new' },
  updated: { zh: '更改 {n} 条', en: '{n} changed' },
  unchanged: { zh: '未变 {n} 条', en: '{n} unchanged' },
  withdrawn: { zh: '撤出 {n} 条', en: '{n} withdrawn' },
  nothing: { zh: '没有改动记录', en: 'changed no record' },
  reverted: { zh: '已整批撤回（{at}）', en: 'taken back {at}' },
  revertedBy: { zh: '撤回人：{who}', en: 'by {who}' },
  reason: { zh: '原因：{text}', en: 'Reason: {text}' },
  also: { zh: '同时涉及 {names}', en: 'also touches {names}' },
  revert: { zh: '整批撤回', en: 'Take back' },
  ask: { zh: '整批撤回“{file}”？', en: 'Take back “{file}” as a whole?' },
  effect: {
    zh: '该批次新增的记录将撤出统计，更改的记录恢复原样，相关指标值随之变化。批次本身留在本页，注明已撤回。',
    en: 'The records that it brought no longer count, those that it changed are as they were, and figures change with them. The batch stays on this list, marked as taken back.',
  },
  cannot: { zh: '现在不能撤回', en: 'It cannot be taken back now' },
  rests: {
    zh: '之后的批次修改了相同的记录，或引用了它的记录。',
    en: 'Later batches changed the same records, or point to its records.',
  },
  why: { zh: '原因（可不填）', en: 'Reason (optional)' },
  confirm: { zh: '确认整批撤回', en: 'Take it back' },
  done: {
    zh: '已整批撤回“{file}”：撤出 {withdrawn} 条，恢复 {restored} 条。',
    en: '“{file}” was taken back: {withdrawn} records withdrawn, {restored} restored.',
  },
  next: { zh: '下一页', en: 'Next page' },
  first: { zh: '回到第一页', en: 'First page' },
} satisfies Record<string, Words>

export const DATA_DATE_WORDS = {
  title: { zh: '更改数据截至日期', en: 'Move the data date' },
  why: {
    zh: '数据截至日期表示各部门的台账都已报到哪一天，决定各页打开时显示哪个学年、哪些数值标为“数据未完整”。只补报个别记录时不必更改。',
    en: 'The data date says up to which day all units have reported. It decides which year pages open on, and which figures are marked “not complete”. Leave it where only a few records came late.',
  },
  day: { zh: '改为', en: 'New data date' },
  reason: { zh: '原因（留存备查）', en: 'Why (kept with the change)' },
  look: { zh: '预览更改后的总览', en: 'See what the overview would say' },
  confirm: { zh: '确认更改', en: 'Move it' },
  noDay: { zh: '请填写日期。', en: 'Say which day.' },
  noReason: { zh: '请写明原因。', en: 'Say why.' },
  same: { zh: '数据截至日期已经是这一天。', en: 'The data date is this day already.' },
  done: {
    zh: '数据截至日期已改为 {day}。可在“导入批次”中撤回。',
    en: 'The data date is {day} now. This can be taken back under “Batches”.',
  },
  now: { zh: '现在', en: 'Now' },
  then: { zh: '更改后', en: 'Then' },
  opens: { zh: '打开时显示', en: 'Pages open on' },
  reported: { zh: '应报与已报', en: 'Reported' },
  reportedOf: { zh: '应报 {expected} 类，已报 {reported} 类', en: '{reported} of {expected} kinds of record' },
  nothingDue: { zh: '没有应报的台账', en: 'nothing was due' },
  targets: { zh: '目标', en: 'Targets' },
  onCourse: { zh: '{known} 项中 {n} 项达到序时进度', en: '{n} of {known} on course' },
  reached: { zh: '{known} 项中 {n} 项已达到', en: '{n} of {known} reached' },
  noTargets: { zh: '没有可对照的目标', en: 'no target to hold against' },
  changes: { zh: '变化最大的指标', en: 'What changed most' },
  noChanges: { zh: '没有可比较的变化', en: 'nothing that can be compared' },
  notCounted: { zh: '数据量大，未能在预览中核算', en: 'too much to count for a preview' },
} satisfies Record<string, Words>

export const DATA_WORDS = {
  title: { zh: '台账数据', en: 'Data' },
  tabs: { zh: '本页各部分', en: 'Parts of this page' },
  missing: { zh: '缺什么', en: 'What is missing' },
  import: { zh: '导入', en: 'Import' },
  batches: { zh: '导入批次', en: 'Batches' },
  same: { zh: '同一认定', en: 'Same thing' },
  whole: { zh: '全校', en: 'Whole college' },
  until: { zh: '台账数据截至 {day}', en: 'Records up to {day}' },
  noneYet: { zh: '尚无台账记录', en: 'No records yet' },
  readOnly: {
    zh: '您可以查看，不能更改。更改须由填报人登录。',
    en: 'You can read this, not change it. Changing it takes the token of an editor.',
  },
} satisfies Record<string, Words>
