import { readDataFile } from '../ground/reference/read-data-file.ts'
import type { Choice, Field } from './record-type.ts'
import { choice, code, country, integer, person, reference, text, value } from './declare-fields.ts'

/** Fields that several record types declare alike. */

export const PERSON: Field = person('person', '人员编号', 'Person', {
  also: `学号, 工号, 学工号, 学籍号, 证件号, 证件号码, 护照号, 护照号码, 学生编号, 教师编号, 职工号, 教工号, 教职工号,
    员工号, 身份证号, 身份证号码, 身份证件号, 身份证件号码, 公民身份号码, 有效证件号, 有效证件号码, 护照编号, person id,
    student id, student number, staff id, staff number, employee id, passport number, passport no, id number,
    id card number, national id`,
  note: {
    zh: '导入时即替换为加密摘要，原值不进数据库。',
    en: 'Replaced on import by a keyed hash; the number itself is never stored.',
  },
  example: 'LX2023001',
})

/** For types that also take group rows. */
export const HEADCOUNT: Field = integer('headcount', '人数', 'Headcount', {
  unit: { zh: '人', en: 'people' },
  min: 0,
  also: '人数（人）, 总人数, 参与人数, number of persons, persons, heads',
  note: {
    zh: '只报人数、不报名单时填写，一行代表一组人。',
    en: 'Where heads are reported and not names: the row is a group.',
  },
})

export const NAME_ZH: Field = text('name_zh', '中文名称', 'Chinese name', {
  also: '名称, 中文名, 名称（中文）, name (chinese), name in chinese',
})

export const NAME_EN: Field = text('name_en', '英文名称', 'English name', {
  also: '外文名称, 英文名, 名称（英文）, name, name (english), name in english',
})

export const SEX: Field = choice('sex', '性别', 'Sex', {
  also: 'gender',
  choices: [
    value('female', '女', 'female', '女性, 女生, f, woman'),
    value('male', '男', 'male', '男性, 男生, m, man'),
    value('other', '其他', 'other', 'x, diverse'),
  ],
})

/** By citizenship. */
export const NATIONALITY: Field = country('nationality', '国籍（地区）', 'Nationality', {
  also: '国籍, 国籍/地区, 国籍（国别）, 生源国, 生源国家, 生源国（地区）, citizenship, country of citizenship',
  example: { zh: '中国', en: 'China' },
})

/** A reference to a programme of the institution. */
export const PROGRAMME: Field = reference('programme', '专业编号', 'Programme', {
  to: 'programme',
  also: '专业代码, 专业, 所属专业, 项目编号, programme code, program, program code',
  example: 'P01',
})

/** A reference to a partner of the institution. */
export const PARTNER: Field = reference('partner', '合作机构编号', 'Partner', {
  to: 'partner',
  also: '合作机构, 合作方编号, 合作方, 合作单位, 合作院校, 合作伙伴, 接收单位, 派出单位, partner code',
  example: 'PT01',
})

/** A reference to a platform. */
export const PLATFORM_FIELD: Field = reference('platform', '平台编号', 'Platform', {
  to: 'platform',
  also: '所属平台, 依托平台, 合作平台, 平台, 平台代码, platform code',
  example: 'PF01',
})

/** A reference to a site abroad. */
export const SITE: Field = reference('site', '办学点编号', 'Site', {
  to: 'overseas-site',
  also: `办学点, 海外办学点, 境外办学点, 国（境）外办学点, 国（境）外办学点编号, 所属办学点, 鲁班工坊编号, site code,
    overseas site`,
})

/** A reference to a standard. */
export const STANDARD_FIELD: Field = reference('standard', '标准编号', 'Standard', {
  to: 'standard',
  also: '标准, 标准代码, standard code',
  example: 'ST01',
})

/** A reference to a teaching resource or a piece of equipment. */
export const RESOURCE_FIELD: Field = reference('resource', '资源（装备）编号', 'Resource', {
  to: 'resource',
  also: '资源编号, 教学资源编号, 装备编号, 资源, 教学资源, 资源代码, resource code, equipment code',
})

export const TITLE_ZH: Field = text('title_zh', '中文名称', 'Chinese title', {
  also: '名称, 中文名, 名称（中文）, title (chinese), title in chinese, name in chinese',
})

export const TITLE_EN: Field = text('title_en', '英文名称', 'English title', {
  also: '外文名称, 英文名, 名称（英文）, title, title (english), title in english, name',
})

/** Whose work a standard or a resource is. */
export const ORIGINS: Choice[] = [
  value('introduced', '引进', 'introduced', '引进来, 国外引进, 引入'),
  value('own', '自主开发', 'own', '自主, 自有, 本校开发, 自建'),
  value('joint', '合作开发', 'joint', '联合开发, 共同开发, 中外合作开发, 共建'),
]

export const DIRECTIONS: Choice[] = [
  value('in', '来校', 'in', '入境, 来华, 流入, 引进来, inbound, incoming'),
  value('out', '派出', 'out', '出境, 出国, 出国（境）, 流出, 走出去, outbound, outgoing'),
]

export const AUDIENCES: Choice[] = [
  value('student', '学生', 'student', '在校生, 留学生, students, learner'),
  value('staff', '教职工', 'staff', '教师, 老师, 专任教师, 教工, teacher, teachers'),
]

/** By code: its name in Chinese and in English, and other ways people write it. */
const LANGUAGES = readDataFile<Record<string, [zh: string, en: string, ...also: string[]]>>('languages.yaml').data

/** A language of instruction or of a text, by its ISO 639-1 code. */
export const LANGUAGE: Field = choice('language', '语言', 'Language', {
  choices: Object.entries(LANGUAGES).map(([key, [zh, en, ...also]]) => ({ key, label: { zh, en }, also })),
  also: '授课语言, 教学语言, 语种, 授课语种, language of instruction, teaching language',
  note: {
    zh: '填语言名称或 ISO 639-1 两位代码（如 zh、en、fr）；双语授课填其中的外语。',
    en: 'The name of the language or its code of ISO 639-1 (zh, en, fr …); of bilingual teaching, the foreign one.',
  },
  example: { zh: '中文', en: 'Chinese' },
})

/** Fields of records that hold a figure of an indicator: a target, a peer's. */

/** Published rates have up to six decimals. */
export const FIGURE_FACTOR = 1_000_000

export const INDICATOR: Field = code('indicator', '指标', 'Indicator', {
  also: '指标编号, 指标代码, 指标名, 指标标识, indicator id, indicator code',
  note: { zh: '指标的编号或标识，如 EX07。', en: 'Its code or its id, as EX07.' },
  example: 'EX07',
})

export const BASIS: Field = choice('basis', '统计时段', 'Basis', {
  also: '时段, 统计时段类型, 口径时段, period basis',
  choices: [
    value('SCHOOL_YEAR', '学年', 'school year', 'academic year'),
    value('CALENDAR_YEAR', '自然年', 'calendar year', '日历年, 年度'),
    value('POINT_IN_TIME', '时点', 'point in time', '时点数, point-in-time'),
    value('COHORT', '届', 'cohort', '毕业届, class'),
  ],
  note: { zh: '不填为该指标的默认统计时段。', en: 'Empty: the first of the indicator.' },
  example: { zh: '学年', en: 'school year' },
})

export const SCOPE: Field = choice('scope', '统计范围', 'Scope', {
  also: '范围, 地域范围',
  choices: [
    value('ABROAD', '国外', 'abroad', '不含港澳台'),
    value('BORDER', '国（境）外', 'abroad with Hong Kong, Macao and Taiwan', '国境外, 含港澳台, border'),
  ],
  note: { zh: '来源未说明的不填。', en: 'Empty where the source does not say.' },
  example: { zh: '国（境）外', en: 'abroad with Hong Kong, Macao and Taiwan' },
})
