import type { RecordType } from '../record-type.ts'
import { NATIONALITY, PERSON, PROGRAMME } from '../common-fields.ts'

export const CERTIFICATE_AWARD: RecordType = {
  name: 'certificate-award',
  order: 280,
  label: { zh: '证书考取情况', en: 'Certificate award' },
  description: {
    zh: '一人一次参加一种证书的考核及其结果。未取得的也要填，否则获取率无法计算。',
    en: 'One person who stood for one certificate, and whether it was awarded. Who failed is a row too: without it there is no rate.',
  },
  fields: [
    {
      ...PERSON,
      required: true,
      also: ['考生编号', '考生学号', '取证学生学号', 'candidate', ...PERSON.also!],
    },
    {
      name: 'certificate',
      label: { zh: '证书种类编号', en: 'Certificate' },
      kind: 'reference',
      to: 'certificate-type',
      required: true,
      also: ['证书种类', '证书代码', '证书类型', '证书', '证书种类代码', 'certificate code', 'certificate type'],
      example: { zh: 'CT01', en: 'CT01' },
    },
    {
      name: 'level',
      label: { zh: '证书等级', en: 'Level' },
      kind: 'code',
      also: ['等级', '级别', '技能等级', '报考等级', '取证等级', 'certificate level'],
      note: {
        zh: '与证书种类所设等级一致；不分等级不填。',
        en: 'One of the levels of the certificate; empty where it has none.',
      },
      example: { zh: '中级', en: 'intermediate' },
    },
    {
      name: 'date',
      label: { zh: '考核或发证日期', en: 'Date' },
      kind: 'date',
      required: true,
      also: [
        '日期',
        '发证日期',
        '颁证日期',
        '取证日期',
        '取证时间',
        '考核日期',
        '考试日期',
        '获证日期',
        'issue date',
        'issued on',
        'date of award',
      ],
      note: {
        zh: '取得的填发证日期，未取得的填考核日期。',
        en: 'Of an award when it was issued; of a failure when the examination was.',
      },
      example: { zh: '2023-12-20', en: '2023-12-20' },
    },
    {
      name: 'awarded',
      label: { zh: '是否取得', en: 'Awarded' },
      kind: 'flag',
      required: true,
      also: ['取得', '是否取证', '是否获证', '是否发证', '是否通过', '考核结果', '获证情况', 'passed', 'obtained'],
      note: { zh: '参加考核而未取得的填“否”。', en: 'No: stood for it and did not get it.' },
      example: { zh: '是', en: 'yes' },
    },
    {
      name: 'number',
      label: { zh: '证书号', en: 'Certificate number' },
      kind: 'code',
      also: ['证书编号', '证书号码', '证号', 'number', 'certificate no', 'certificate no.'],
    },
    PROGRAMME,
    NATIONALITY,
  ],
  key: ['person', 'certificate', 'level', 'date'],
  span: { starts: ['date'], empty: 'never', endless: 'one-day' },
  namesOn: ['first_day'],
  title: { zh: ['certificate', 'level', 'date'], en: ['certificate', 'level', 'date'] },
}
