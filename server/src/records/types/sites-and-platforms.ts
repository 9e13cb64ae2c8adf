import type { Choice, RecordType } from '../record-type.ts'
import { choice, code, country, date, decimal, flag, like, reference, titled, value } from '../declare-fields.ts'
import { NAME_EN, NAME_ZH, PARTNER, PLATFORM_FIELD } from '../common-fields.ts'

export const OVERSEAS_SITE: RecordType = {
  name: 'overseas-site',
  order: 40,
  label: { zh: '国（境）外办学点', en: 'Overseas site' },
  description: {
    zh: '学校在国（境）外开办的办学点、学校、工坊或学院，一处一行。',
    en: 'A teaching site, school, workshop or college that the institution runs abroad.',
  },
  fields: [
    code.required('code', '办学点编号', 'Code', {
      also: '编号, 办学点代码, 海外办学点编号, 境外办学点编号, 工坊编号, site code, site id',
      example: 'OS01',
    }),
    like(NAME_ZH, {
      also: '办学点名称, 工坊名称, 学校名称, 海外办学点名称, 办学点中文名称',
      example: '乌兹别克斯坦农业鲁班工坊',
    }),
    like(NAME_EN, { also: '办学点英文名称, 办学点外文名称, site name', example: 'Luban Workshop Uzbekistan' }),
    choice.required('type', '办学点类型', 'Type', {
      also: '类型, 类别, 办学点类别, 办学形式, site type',
      choices: [
        value('teaching-site', '教学点', 'teaching site', '办学点, 培训点, 海外教学点, 境外办学点, teaching point'),
        value('school', '学校', 'school', '海外学校, 分校, 海外分校, 境外学校'),
        value('workshop', '工坊', 'workshop', '鲁班工坊, 丝路工坊, 海外工坊'),
        value('college', '学院', 'college', '海外学院, 丝路学院, 海外应用技术学院, 产业学院, 海外产业学院'),
      ],
      example: { zh: '工坊', en: 'workshop' },
    }),
    choice('brand', '品牌', 'Brand', {
      also: '所属品牌, 品牌项目, 品牌名称, 项目品牌',
      choices: [
        value('luban', '鲁班工坊', 'Luban Workshop', '鲁班, luban workshops'),
        value('silk-road', '丝路学院', 'Silk-Road college', '丝路, 丝路工坊, 丝路学堂'),
        value('other', '其他品牌', 'other', '其他'),
      ],
      note: { zh: '没有品牌的不填。', en: 'Empty: of no brand.' },
      example: { zh: '鲁班工坊', en: 'Luban Workshop' },
    }),
    flag('licensed', '是否获品牌授权', 'Licensed', {
      also: '是否授权, 品牌授权, 是否认证, 是否获批, 是否已授牌, licence, license, brand licence',
      note: {
        zh: '已获品牌管理方授权或认证。不填视为“否”。',
        en: 'Anyone who owns the brand has licensed it. Empty: no.',
      },
      example: { zh: '是', en: 'yes' },
    }),
    like(PARTNER, {
      name: 'host',
      label: { zh: '外方承办机构编号', en: 'Host' },
      also: '外方合作院校, 承办单位, 依托单位, 承办院校, 外方院校, 所在院校, host institution',
    }),
    country.required('country', '所在国家（地区）', 'Country or region', {
      also: '国家, 国家（地区）, 国别, 所在国, 所在国家, 举办国, country',
      example: { zh: '乌兹别克斯坦', en: 'Uzbekistan' },
    }),
    date.required('opened_on', '启用日期', 'Opened on', {
      also: `揭牌日期, 成立日期, 设立日期, 建立日期, 开办日期, 运行日期, 启用时间, 揭牌时间, opening date, opened,
        from`,
      example: '2021-10-18',
    }),
    date('closed_on', '关闭日期', 'Closed on', {
      also: '停办日期, 撤销日期, 终止日期, 停止运行日期, 关闭时间, closing date, closed, to',
      note: { zh: '最后一日；不填为仍在运行。', en: 'The last day; empty: still running.' },
    }),
    decimal('equipment_value', '设备值（万元）', 'Equipment value (10,000 yuan)', {
      factor: 10_000,
      min: 0,
      also: '设备值, 设备总值, 设备总值（万元）, 教学设备值, 仪器设备值, 投入设备值, equipment value',
      note: { zh: '单位：万元。', en: 'In units of 10,000 yuan.' },
      example: '320.5',
    }),
  ],
  key: ['code'],
  span: { starts: ['opened_on'], ends: 'closed_on', empty: 'never', endless: 'open' },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  ranges: [['opened_on', 'closed_on']],
  lasting: true,
  title: titled('name_zh|name_en|code'),
}

export const PLATFORM_ROLES: Choice[] = [
  value('lead', '牵头', 'lead', '牵头单位, 主持, 理事长单位, 发起, leader'),
  value('member', '参与', 'member', '成员, 成员单位, 参与单位, 参加'),
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
    code.required('code', '平台编号', 'Code', {
      also: '编号, 平台代码, platform code, platform id',
      example: 'PF01',
    }),
    like(NAME_ZH, { also: '平台名称, 平台中文名称', example: '中俄农业高新技术示范园' }),
    like(NAME_EN, { also: '平台英文名称, platform name', example: 'Sino-Russian Agricultural Demonstration Park' }),
    choice.required('type', '平台类型', 'Type', {
      also: '类型, 平台类别, 类别, platform type',
      choices: [
        value('consortium', '联合体', 'consortium', '产教联合体, 共同体, 产教融合共同体, 职教集团'),
        value('platform', '平台', 'platform', '合作平台, 服务平台, 研发平台'),
        value('centre', '中心', 'centre', '培训中心, 研究中心, 交流中心, center'),
        value('park', '园区', 'park', '示范园, 产业园, 科技园, 示范园区'),
        value('workshop', '工坊', 'workshop', '鲁班工坊, 丝路工坊, 经世学堂, luban workshop'),
        value('campus', '校区', 'campus', '分校, 海外分校, 境外校区, 丝路学院'),
        value('alliance', '联盟', 'alliance', '职教联盟, 院校联盟, 教育联盟'),
      ],
      example: { zh: '园区', en: 'park' },
    }),
    choice('role', '本校角色', 'Role', {
      also: '角色, 学校角色, 参与角色, 担任角色, 牵头或参与',
      choices: PLATFORM_ROLES,
      example: { zh: '牵头', en: 'lead' },
    }),
    country('country', '所在国家（地区）', 'Country or region', {
      also: '国家, 国家（地区）, 国别, 所在国, 所在国家, country',
      example: { zh: '中国', en: 'China' },
    }),
    date.required('founded_on', '成立日期', 'Founded on', {
      also: '建立日期, 设立日期, 启用日期, 挂牌日期, 成立时间, 建成时间, foundation date, from',
      example: '2019-05-20',
    }),
    date('closed_on', '撤销日期', 'Closed on', {
      also: '关闭日期, 终止日期, 停用日期, 关闭时间, closing date, to',
      note: { zh: '不填为仍在运行。', en: 'Empty: still running.' },
    }),
    reference('parent', '上级平台编号', 'Parent', {
      to: 'platform',
      also: '上级平台, 所属平台, 隶属平台, parent platform',
    }),
  ],
  key: ['code'],
  span: { starts: ['founded_on'], ends: 'closed_on', empty: 'never', endless: 'open' },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  ranges: [['founded_on', 'closed_on']],
  lasting: true,
  subject: { zh: '平台', en: 'platform', means: 'A consortium, centre, park, workshop and the like' },
  title: titled('name_zh|name_en|code'),
}

export const PLATFORM_MEMBER: RecordType = {
  name: 'platform-member',
  order: 100,
  label: { zh: '平台成员', en: 'Platform member' },
  description: {
    zh: '一个合作机构在一个平台中的成员身份及起止日期。',
    en: 'That a partner is a member of a platform, from a day to a day.',
  },
  fields: [
    like(PLATFORM_FIELD, { required: true }),
    like(PARTNER, { required: true, also: '成员, 成员单位, 成员单位编号, 成员编号, member code' }),
    choice('role', '成员角色', 'Role', {
      also: '角色, 成员类型, 参与角色, 牵头或参与, member role',
      choices: PLATFORM_ROLES,
      example: { zh: '参与', en: 'member' },
    }),
    date.required('from', '加入日期', 'From', {
      also: '起始日期, 开始日期, 加入时间, 入会日期, joined on, member since, start',
      example: '2019-05-20',
    }),
    date('to', '退出日期', 'To', {
      also: '终止日期, 结束日期, 退出时间, 退会日期, left on, member until, end',
      note: { zh: '含当日；不填为仍是成员。', en: 'The last day; empty: still a member.' },
    }),
  ],
  key: ['platform', 'partner', 'from'],
  span: { starts: ['from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [['from', 'to']],
  namesOn: ['first_day'],
  title: titled('platform', 'partner'),
}
