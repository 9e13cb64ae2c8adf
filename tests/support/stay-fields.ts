/** The fields of a mapping of students who go abroad to study, from columns 学号, 国家, 开始 and 结束. */
export const STAY_FIELDS = [
  'fields:',
  '  person: 学号',
  '  direction: { constant: out }',
  '  audience: { constant: student }',
  '  purpose: { constant: study }',
  '  country: 国家',
  '  start: 开始',
  '  end: 结束',
]
