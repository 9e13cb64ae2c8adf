import type { Choice, RecordType } from '../record-type.ts'
import { NAME_EN, NAME_ZH } from '../common-fields.ts'

export const PLATFORM_ROLES: Choice[] = [
  { key: 'lead', label: { zh: '牵头', en: 'lead' }, also: ['牵头单位', '主持', '理事长单位', '发起', 'leader'] },
  { key: 'member', label: { zh: '参与', en: 'member' }, also: ['成员', '成员单位', '参与单位', '参加'] },
]

export const PLATFORM: RecordType = {
  name: 'platform',
  order: 90,
  label: { zh: '合作平台', en: 'Platform' },
  description: {
    zh: '承载合作的平台：产教联合体、平台、中心、园区、工坊、校区、联盟。',
    en: 'What carries the co-operation: a consortium, platform, centre, park, workshop, campus or alliance.',
  },
  fields: [
    {
      name: 'code',
      label: { zh: '平台编号', en: 'Code' },
      kind: 'code',
      required: true,
      also: ['编号', '平台代码', 'platform code', 'platform id'],
      example: { zh: 'PF01', en: 'PF01' },
    },
    {
      ...NAME_ZH,
      also: ['平台名称', '平台中文名称', ...NAME_ZH.also!],
      example: { zh: '中俄农业高新技术示范园', en: '中俄农业高新技术示范园' },
    },
    {
      ...NAME_EN,
      also: ['平台英文名称', 'platform name', ...NAME_EN.also!],
      example: {
        zh: 'Sino-Russian Agricultural Demonstration Park',
        en: 'Sino-Russian Agricultural Demonstration Park',
      },
    },
    {
      name: 'type',
      label: { zh: '平台类型', en: 'Type' },
      kind: 'choice',
      required: true,
      also: ['类型', '平台类别', '类别', 'platform type'],
      choices: [
        {
          key: 'consortium',
          label: { zh: '联合体', en: 'consortium' },
          also: ['产教联合体', '共同体', '产教融合共同体', '职教集团'],
        },
        { key: 'platform', label: { zh: '平台', en: 'platform' }, also: ['合作平台', '服务平台', '研发平台'] },
        { key: 'centre', label: { zh: '中心', en: 'centre' }, also: ['培训中心', '研究中心', '交流中心', 'center'] },
        { key: 'park', label: { zh: '园区', en: 'park' }, also: ['示范园', '产业园', '科技园', '示范园区'] },
        {
          key: 'workshop',
          label: { zh: '工坊', en: 'workshop' },
          also: ['鲁班工坊', '丝路工坊', '经世学堂', 'luban workshop'],
        },
        { key: 'campus', label: { zh: '校区', en: 'campus' }, also: ['分校', '海外分校', '境外校区', '丝路学院'] },
        { key: 'alliance', label: { zh: '联盟', en: 'alliance' }, also: ['职教联盟', '院校联盟', '教育联盟'] },
      ],
      example: { zh: '园区', en: 'park' },
    },
    {
      name: 'role',
      label: { zh: '本校角色', en: 'Role' },
      kind: 'choice',
      also: ['角色', '学校角色', '参与角色', '担任角色', '牵头或参与'],
      choices: PLATFORM_ROLES,
      example: { zh: '牵头', en: 'lead' },
    },
    {
      name: 'country',
      label: { zh: '所在国家（地区）', en: 'Country or region' },
      kind: 'country',
      also: ['国家', '国家（地区）', '国别', '所在国', '所在国家', 'country'],
      example: { zh: '中国', en: 'China' },
    },
    {
      name: 'founded_on',
      label: { zh: '成立日期', en: 'Founded on' },
      kind: 'date',
      required: true,
      also: ['建立日期', '设立日期', '启用日期', '挂牌日期', '成立时间', '建成时间', 'foundation date', 'from'],
      example: { zh: '2019-05-20', en: '2019-05-20' },
    },
    {
      name: 'closed_on',
      label: { zh: '撤销日期', en: 'Closed on' },
      kind: 'date',
      also: ['关闭日期', '终止日期', '停用日期', '关闭时间', 'closing date', 'to'],
      note: { zh: '不填为仍在运行。', en: 'Empty: still running.' },
    },
    {
      name: 'parent',
      label: { zh: '上级平台编号', en: 'Parent' },
      kind: 'reference',
      to: 'platform',
      also: ['上级平台', '所属平台', '隶属平台', 'parent platform'],
    },
  ],
  key: ['code'],
  span: { starts: ['founded_on'], ends: 'closed_on', empty: 'never', endless: 'open' },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  ranges: [['founded_on', 'closed_on']],
  lasting: true,
  subject: { zh: '平台', en: 'platform', means: 'A consortium, centre, park, workshop and the like' },
  title: { zh: ['name_zh|name_en|code'], en: ['name_en|name_zh|code'] },
}
