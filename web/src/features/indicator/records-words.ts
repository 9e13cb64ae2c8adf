import type { Words } from '@causeway/shared/words/words'

export const RECORDS_WORDS = {
  recordsOf: { zh: '台账记录：', en: 'Records behind ' },
  denominatorOf: { zh: '分母的台账记录：', en: 'Records of the denominator of ' },
  leftOutOf: { zh: '国家（地区）未注明、未计入的台账记录：', en: 'Records of unknown countries left out of ' },
  ofNumerator: { zh: '分子的台账记录', en: 'Numerator' },
  ofDenominator: { zh: '分母的台账记录', en: 'Denominator' },
  inAll: { zh: '共 {n} 条', en: '{n} in all' },
  next: { zh: '下一页', en: 'Next page' },
  first: { zh: '回到第一页', en: 'First page' },
  none: { zh: '没有台账记录', en: 'No records' },
  record: { zh: '台账', en: 'Record' },
  details: { zh: '内容', en: 'Details' },
  source: { zh: '来源文件', en: 'File' },
  row: { zh: '第 {row} 行', en: 'row {row}' },
  evidence: { zh: '有佐证材料的记录', en: 'Records with valid evidence' },
  evidenceText: {
    zh: '{n}%（佐证材料在时段末日仍有效）',
    en: '{n}% (valid on the last day of the period)',
  },
  headcount: { zh: '按人数成批填报', en: 'Given as headcounts' },
  headcountText: { zh: '{n} 人，无法逐人去重', en: '{n} {n|person|people}, who cannot be told apart' },
  sameAs: { zh: '认定为同一对象的决定', en: 'Decided to be one thing' },
  sameAsNote: {
    zh: '统计前按以下决定归并，台账原文不变。',
    en: 'Counted as one by these decisions; the records stay as they were filed.',
  },
  decidedBy: { zh: '决定人', en: 'decided by' },
} satisfies Record<string, Words>
