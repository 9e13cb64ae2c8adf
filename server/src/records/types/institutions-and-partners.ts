import type { RecordType } from '../record-type.ts'
import { choice, code, country, date, flag, like, monthDay, reference, text, titled, value } from '../declare-fields.ts'
import { NAME_EN, NAME_ZH, PARTNER, PROGRAMME } from '../common-fields.ts'

export const INSTITUTION: RecordType = {
  name: 'institution',
  order: 10,
  label: { zh: '院校', en: 'Institution' },
  description: {
    zh: '一所院校或其他办学机构。其余台账均归属于某一所院校。',
    en: 'A college or another provider. Every other record belongs to one.',
  },
  fields: [
    code.required('code', '学校代码', 'Code', {
      also: '学校标识码, 院校代码, 学校编号, 院校编号, 机构代码, institution code, school code, provider code',
      example: '4123000001',
    }),
    like(NAME_ZH, { also: '学校名称, 院校名称, 学校中文名称', example: '示例农业职业学院' }),
    like(NAME_EN, {
      also: '学校英文名称, institution name, school name, provider name',
      example: 'Example Agricultural College',
    }),
    country.required('country', '所在国家（地区）', 'Country or region', {
      mustBeKnown: true,
      also: '国家, 国家（地区）, 国别, 所在国家, country',
      example: { zh: '中国', en: 'China' },
    }),
    monthDay('school_year_start', '学年起始日', 'School year start', {
      also: '学年开始日期, 学年起始日期, start of the school year, academic year start',
      note: { zh: '月-日，如 09-01；不填为 09-01。', en: 'Month and day, MM-DD; empty means 09-01.' },
      example: '09-01',
    }),
    text('level', '办学层次', 'Level', { also: '层次, 教育层次', example: { zh: '专科', en: 'higher vocational' } }),
    text('region', '所在地', 'Region', {
      also: '地区, 所在省份, 省份, 省（区、市）, 所在市, province',
      example: { zh: '黑龙江省', en: 'Heilongjiang' },
    }),
    text('type', '院校类型', 'Type', {
      also: '类型, 学校类型, 学校类别, 办学性质, institution type',
      example: { zh: '公办', en: 'public' },
    }),
  ],
  key: ['code'],
  span: { always: true },
  oneOf: [['name_zh', 'name_en']],
  given: true,
  ofInstitution: true,
  notOfSubjects: true,
  title: titled('name_zh|name_en|code'),
}

export const UNIT: RecordType = {
  name: 'unit',
  order: 20,
  label: { zh: '责任部门', en: 'Unit' },
  description: {
    zh: '学校的一个部门：二级学院、系部、处室。台账中的“责任部门”填其编号，不要求已在此登记。',
    en: 'A department of the institution. Records say which one they belong to by its code, whether it is registered here or not.',
  },
  fields: [
    code.required('code', '部门编号', 'Code', {
      also: '编号, 部门代码, 院系编号, 院系代码, 单位编号, 单位代码, unit code, department code, unit id',
      example: 'GJ',
    }),
    like(NAME_ZH, { also: '部门名称, 院系名称, 单位名称, 部门全称, 部门中文名称', example: '国际合作与交流处' }),
    like(NAME_EN, {
      also: '部门英文名称, unit name, department name, department',
      example: 'Office of International Co-operation',
    }),
    reference('parent', '上级部门编号', 'Parent', {
      to: 'unit',
      also: '上级部门, 上级单位, 上级单位编号, 所属部门, 隶属部门, parent unit, parent department',
    }),
    date('from', '成立日期', 'From', {
      also: '起始日期, 开始日期, 设立日期, 建立日期, 启用日期, 成立时间, start, established on',
      note: { zh: '不填视为一直存在。', en: 'Empty: from before every day.' },
      example: '2012-03-01',
    }),
    date('to', '撤销日期', 'To', {
      also: '终止日期, 结束日期, 停用日期, 撤并日期, 撤销时间, end, closed on',
      note: { zh: '含当日；不填为仍在。', en: 'The last day; empty: still there.' },
    }),
  ],
  key: ['code'],
  span: { starts: ['from'], ends: 'to', empty: 'always', endless: 'open' },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  ranges: [['from', 'to']],
  title: titled('name_zh|name_en|code'),
}

export const PARTNER_TYPE: RecordType = {
  name: 'partner',
  order: 30,
  label: { zh: '合作机构', en: 'Partner' },
  description: {
    zh: '与学校合作的政府部门、院校、企业、科研机构或社会组织，一个合作机构一行。',
    en: 'A government office, school, enterprise, institute or association that the institution works with; one row each.',
  },
  fields: [
    code.required('code', '合作机构编号', 'Code', {
      also: '编号, 合作机构代码, 合作方编号, 合作方代码, 合作单位编号, 单位编号, partner code, partner id',
      example: 'PT01',
    }),
    like(NAME_ZH, {
      also: '合作机构名称, 合作方名称, 合作单位名称, 合作院校名称, 企业名称',
      example: '乌苏里斯克农工学院',
    }),
    like(NAME_EN, {
      also: '合作机构英文名称, 合作方英文名称, partner name',
      example: 'Ussuriysk Agro-Industrial College',
    }),
    choice('type', '合作机构类型', 'Type', {
      also: '合作方类型, 类型, 单位类型, 单位性质, 合作单位类型, partner type',
      choices: [
        value('government', '政府部门', 'government', '政府, 政府机构, 使领馆, ministry, authority'),
        value('university', '大学', 'university', '本科院校, 高校, 高等院校'),
        value(
          'college',
          '职业院校',
          'college',
          '学院, 职业学院, 高职院校, 中职学校, 职业学校, school, vocational college',
        ),
        value('enterprise', '企业', 'enterprise', '公司, 企业单位, company, firm'),
        value('institute', '科研机构', 'institute', '研究所, 研究院, 科研院所, research institute'),
        value(
          'association',
          '行业协会',
          'association',
          '协会, 学会, 商会, 社会组织, 国际组织, 联盟组织, chamber, organisation, organization',
        ),
      ],
      example: { zh: '职业院校', en: 'college' },
    }),
    country.required('country', '国家（地区）', 'Country or region', {
      also: '国家, 国别, 所在国, 所在国家, 所在国家（地区）, 国别（地区）, 国家/地区, country',
      example: { zh: '俄罗斯', en: 'Russia' },
    }),
    flag('going_out', '是否“走出去”企业', 'Going-out enterprise', {
      also: '是否走出去企业, 走出去企业, “走出去”企业, going out, going-out',
      note: { zh: '在国（境）外经营的中资企业。', en: 'A domestic enterprise that operates abroad.' },
      example: { zh: '否', en: 'no' },
    }),
    date('from', '合作起始日期', 'From', {
      also: '起始日期, 开始日期, 合作开始日期, 合作开始时间, 建立合作日期, start, partner since',
      note: { zh: '不填视为一直合作。', en: 'Empty: from before every day.' },
      example: '2018-09-01',
    }),
    date('to', '合作终止日期', 'To', {
      also: '终止日期, 结束日期, 合作结束日期, 合作结束时间, end',
      note: { zh: '含当日；不填为仍在合作。', en: 'The last day; empty: still open.' },
    }),
  ],
  key: ['code'],
  span: { starts: ['from'], ends: 'to', empty: 'always', endless: 'open' },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  ranges: [['from', 'to']],
  subject: {
    ...{ zh: '合作机构', en: 'partner' },
    means: 'A government, university, college, enterprise, institute or association',
  },
  title: titled('name_zh|name_en|code'),
}

export const AGREEMENT: RecordType = {
  name: 'agreement',
  order: 60,
  label: { zh: '合作协议', en: 'Agreement' },
  description: {
    zh: '与一个合作机构签订的一份协议。几方共签的，每个合作机构一行，协议编号各不相同。',
    en: 'One agreement with one partner. An agreement of several partners has a row for each, with codes of their own.',
  },
  fields: [
    code.required('code', '协议编号', 'Code', {
      also: '编号, 合同编号, 协议代码, 协议号, 合同号, agreement code, agreement number, contract number',
      example: 'XY2021-03',
    }),
    like(PARTNER, { required: true, also: '签约方, 签约单位, 协议对方, 对方单位, 外方单位, 外方院校' }),
    choice('type', '协议类型', 'Type', {
      also: '类型, 协议类别, 类别, 协议性质, agreement type',
      choices: [
        value('mou', '谅解备忘录', 'memorandum of understanding', '备忘录, 合作备忘录, 合作意向书, 意向书, 框架协议'),
        value(
          'moa',
          '合作协议',
          'memorandum of agreement',
          '协议, 协议书, 合作协议书, 校企合作协议, 校际合作协议, agreement',
        ),
        value('contract', '合同', 'contract', '合作合同, 项目合同, 服务合同'),
      ],
      example: { zh: '合作协议', en: 'memorandum of agreement' },
    }),
    date.required('signed_on', '签订日期', 'Signed on', {
      also: '签署日期, 签约日期, 签订时间, 签署时间, 签约时间, date signed, signing date, signed',
      example: '2021-06-10',
    }),
    date.required('from', '生效日期', 'From', {
      also: '有效期起, 起始日期, 开始日期, 有效期开始, 生效时间, valid from, effective from, start',
      example: '2021-07-01',
    }),
    date('to', '终止日期', 'To', {
      also: '有效期止, 到期日期, 结束日期, 有效期至, 截止日期, 失效日期, valid to, valid until, expires on, end',
      note: { zh: '含当日；不填为长期有效。', en: 'The last day; empty: without an end.' },
      example: '2026-06-30',
    }),
    text('subject', '合作内容', 'Subject', {
      also: '协议内容, 协议名称, 合作领域, 合作范围, 主要内容, 内容, scope, purpose, agreement title',
      example: { zh: '设施农业师生交流', en: 'Exchange in protected horticulture' },
    }),
    PROGRAMME,
    reference('renewal_of', '续签自', 'Renewal of', {
      to: 'agreement',
      also: '续签原协议, 原协议编号, 续签协议编号, 原协议, 续约自, renews, previous agreement',
      note: { zh: '续签的填原协议的编号。', en: 'The code of the agreement that this one renews.' },
    }),
  ],
  key: ['code'],
  span: { starts: ['signed_on', 'from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [
    ['from', 'to'],
    ['signed_on', 'to'],
  ],
  title: titled('code', 'partner'),
}
