import type { RecordType } from '../record-type.ts'
import { STANDARD_FIELD } from '../common-fields.ts'

export const STANDARD_VERSION: RecordType = {
  name: 'standard-version',
  order: 120,
  label: { zh: '标准版本', en: 'Standard version' },
  description: {
    zh: '一项标准的一个版本及其有效期。能力单元另见“标准能力单元”。',
    en: 'One version of a standard, and when it is in force. Its units are records of their own.',
  },
  fields: [
    { ...STANDARD_FIELD, required: true },
    {
      name: 'version',
      label: { zh: '版本', en: 'Version' },
      kind: 'code',
      required: true,
      also: ['版本号', '标准版本', '版次', '版本编号', 'version number', 'edition'],
      example: { zh: '2.0', en: '2.0' },
    },
    {
      name: 'from',
      label: { zh: '生效日期', en: 'From' },
      kind: 'date',
      required: true,
      also: ['实施日期', '起始日期', '发布日期', '启用日期', '生效时间', 'valid from', 'in force from', 'start'],
      example: { zh: '2022-09-01', en: '2022-09-01' },
    },
    {
      name: 'to',
      label: { zh: '失效日期', en: 'To' },
      kind: 'date',
      also: ['终止日期', '结束日期', '废止日期', '被替代日期', '失效时间', 'valid to', 'in force until', 'end'],
      note: { zh: '有效的最后一日；不填为现行有效。', en: 'The last day in force; empty: still in force.' },
    },
    {
      name: 'review_due',
      label: { zh: '应复审日期', en: 'Review due' },
      kind: 'date',
      also: ['复审到期日', '应修订日期', '复审截止日期', '下次修订日期', '复审期限', 'review by', 'review date'],
      example: { zh: '2025-08-31', en: '2025-08-31' },
    },
    {
      name: 'reviewed_on',
      label: { zh: '复审日期', en: 'Reviewed on' },
      kind: 'date',
      also: ['实际复审日期', '修订日期', '复审完成日期', '最近修订日期', '复审时间', 'date reviewed', 'reviewed'],
      note: { zh: '最近一次复审（修订）完成之日。', en: 'When it was reviewed last.' },
      example: { zh: '2025-06-20', en: '2025-06-20' },
    },
  ],
  key: ['standard', 'version'],
  span: { starts: ['from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [['from', 'to']],
  title: { zh: ['standard', 'version'], en: ['standard', 'version'] },
}
