import { isReported, type RecordType } from '../record-type.ts'
import { MOBILITY } from './mobility.ts'
import { AUDIENCES, DIRECTIONS } from '../common-fields.ts'

export const NOTHING_TO_REPORT: RecordType = {
  name: 'nothing-to-report',
  order: 350,
  label: { zh: '零报告', en: 'Nothing to report' },
  description: {
    zh: '声明某一台账在一段时间内没有发生业务，有负责人签名。有零报告的时期计为0，没有的为“未填报”。',
    en: 'A signed statement that there was nothing of a record type in a stretch of time. With it the period counts 0; without it there is a gap.',
  },
  fields: [
    {
      name: 'record_type',
      label: { zh: '台账类型', en: 'Record type' },
      kind: 'choice',
      required: true,
      also: ['台账', '业务类型', '填报类型', '数据表'],
      ofTypes: isReported,
      example: MOBILITY.label,
    },
    {
      name: 'from',
      label: { zh: '起始日期', en: 'From' },
      kind: 'date',
      required: true,
      also: ['开始日期', '统计起始日期', '时段开始', 'start'],
      example: { zh: '2020-09-01', en: '2020-09-01' },
    },
    {
      name: 'to',
      label: { zh: '结束日期', en: 'To' },
      kind: 'date',
      required: true,
      also: ['终止日期', '截止日期', '统计截止日期', '时段结束', 'end'],
      example: { zh: '2021-08-31', en: '2021-08-31' },
    },
    {
      name: 'direction',
      label: { zh: '方向', en: 'Direction' },
      kind: 'choice',
      also: ['流动方向', '交流方向'],
      choices: DIRECTIONS,
      note: { zh: '只用于师生国（境）外交流；不填为两个方向。', en: 'Of a mobility only; empty: both.' },
      example: { zh: '派出', en: 'out' },
    },
    {
      name: 'audience',
      label: { zh: '人员类别', en: 'Audience' },
      kind: 'choice',
      also: ['人员身份', '师生类别'],
      choices: AUDIENCES,
      note: { zh: '只用于师生国（境）外交流；不填为师生均无。', en: 'Of a mobility only; empty: both.' },
      example: { zh: '学生', en: 'student' },
    },
    {
      name: 'signer',
      label: { zh: '负责人', en: 'Signer' },
      kind: 'text',
      required: true,
      also: ['签字人', '签名', '负责人签字', '填报负责人', 'signed by'],
      example: { zh: '国际交流处处长', en: 'Head of the international office' },
    },
  ],
  key: ['record_type', 'from', 'to', 'unit', 'direction', 'audience'],
  span: { starts: ['from'], ends: 'to', empty: 'never' },
  ranges: [['from', 'to']],
  allowedWhere: [
    {
      field: 'record_type',
      in: [MOBILITY.name],
      then: 'direction',
      because: {
        zh: '只有师生国（境）外交流的零报告可填方向；其他台账请清空方向，否则这份零报告什么也不能说明',
        en: 'only a zero report of mobility has a direction; empty it for any other record type, or the report speaks for nothing',
      },
    },
    {
      field: 'record_type',
      in: [MOBILITY.name],
      then: 'audience',
      because: {
        zh: '只有师生国（境）外交流的零报告可填人员类别；其他台账请清空人员类别，否则这份零报告什么也不能说明',
        en: 'only a zero report of mobility has an audience; empty it for any other record type, or the report speaks for nothing',
      },
    },
  ],
  beside: true,
  proved: true,
  notOfSubjects: true,
  title: { zh: ['record_type', 'from', 'to'], en: ['record_type', 'from', 'to'] },
}
