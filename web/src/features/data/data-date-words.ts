import type { Words } from '@causeway/shared/words/words'

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
