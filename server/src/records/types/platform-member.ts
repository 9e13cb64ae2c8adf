import type { RecordType } from '../record-type.ts'
import { PARTNER, PLATFORM_FIELD } from '../common-fields.ts'
import { PLATFORM_ROLES } from './platform.ts'

export const PLATFORM_MEMBER: RecordType = {
  name: 'platform-member',
  order: 100,
  label: { zh: '平台成员', en: 'Platform member' },
  description: {
    zh: '一个合作机构在一个平台中的成员身份及起止日期。',
    en: 'That a partner is a member of a platform, from a day to a day.',
  },
  fields: [
    { ...PLATFORM_FIELD, required: true },
    {
      ...PARTNER,
      required: true,
      also: ['成员', '成员单位', '成员单位编号', '成员编号', 'member code', ...PARTNER.also!],
    },
    {
      name: 'role',
      label: { zh: '成员角色', en: 'Role' },
      kind: 'choice',
      also: ['角色', '成员类型', '参与角色', '牵头或参与', 'member role'],
      choices: PLATFORM_ROLES,
      example: { zh: '参与', en: 'member' },
    },
    {
      name: 'from',
      label: { zh: '加入日期', en: 'From' },
      kind: 'date',
      required: true,
      also: ['起始日期', '开始日期', '加入时间', '入会日期', 'joined on', 'member since', 'start'],
      example: { zh: '2019-05-20', en: '2019-05-20' },
    },
    {
      name: 'to',
      label: { zh: '退出日期', en: 'To' },
      kind: 'date',
      also: ['终止日期', '结束日期', '退出时间', '退会日期', 'left on', 'member until', 'end'],
      note: { zh: '含当日；不填为仍是成员。', en: 'The last day; empty: still a member.' },
    },
  ],
  key: ['platform', 'partner', 'from'],
  span: { starts: ['from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [['from', 'to']],
  namesOn: ['first_day'],
  title: { zh: ['platform', 'partner'], en: ['platform', 'partner'] },
}
