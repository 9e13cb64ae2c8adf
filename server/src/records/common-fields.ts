import { LANGUAGES } from '../ground/reference/languages.ts'
import type { Choice, Field } from './record-type.ts'

/** Fields that several record types declare alike. */

export const PERSON: Field = {
  name: 'person',
  label: { zh: '人员编号', en: 'Person' },
  kind: 'person',
  also: [
    '学号',
    '工号',
    '学工号',
    '学籍号',
    '证件号',
    '证件号码',
    '护照号',
    '护照号码',
    '学生编号',
    '教师编号',
    '职工号',
    '教工号',
    '教职工号',
    '员工号',
    '身份证号',
    '身份证号码',
    '身份证件号',
    '身份证件号码',
    '公民身份号码',
    '有效证件号',
    '有效证件号码',
    '护照编号',
    'person id',
    'student id',
    'student number',
    'staff id',
    'staff number',
    'employee id',
    'passport number',
    'passport no',
    'id number',
    'id card number',
    'national id',
  ],
  note: {
    zh: '导入时即替换为加密摘要，原值不进数据库。',
    en: 'Replaced on import by a keyed hash; the number itself is never stored.',
  },
  example: { zh: 'LX2023001', en: 'LX2023001' },
}

/** For types that also take group rows. */
export const HEADCOUNT: Field = {
  name: 'headcount',
  label: { zh: '人数', en: 'Headcount' },
  kind: 'integer',
  unit: { zh: '人', en: 'people' },
  min: 0,
  also: ['人数（人）', '总人数', '参与人数', 'number of persons', 'persons', 'heads'],
  note: {
    zh: '只报人数、不报名单时填写，一行代表一组人。',
    en: 'Where heads are reported and not names: the row is a group.',
  },
}

export const NAME_ZH: Field = {
  name: 'name_zh',
  label: { zh: '中文名称', en: 'Chinese name' },
  kind: 'text',
  also: ['名称', '中文名', '名称（中文）', 'name (chinese)', 'name in chinese'],
}

export const NAME_EN: Field = {
  name: 'name_en',
  label: { zh: '英文名称', en: 'English name' },
  kind: 'text',
  also: ['外文名称', '英文名', '名称（英文）', 'name', 'name (english)', 'name in english'],
}

export const SEX: Field = {
  name: 'sex',
  label: { zh: '性别', en: 'Sex' },
  kind: 'choice',
  also: ['gender'],
  choices: [
    { key: 'female', label: { zh: '女', en: 'female' }, also: ['女性', '女生', 'f', 'woman'] },
    { key: 'male', label: { zh: '男', en: 'male' }, also: ['男性', '男生', 'm', 'man'] },
    { key: 'other', label: { zh: '其他', en: 'other' }, also: ['x', 'diverse'] },
  ],
}

/** By citizenship. */
export const NATIONALITY: Field = {
  name: 'nationality',
  label: { zh: '国籍（地区）', en: 'Nationality' },
  kind: 'country',
  also: [
    '国籍',
    '国籍/地区',
    '国籍（国别）',
    '生源国',
    '生源国家',
    '生源国（地区）',
    'citizenship',
    'country of citizenship',
  ],
  example: { zh: '中国', en: 'China' },
}

/** A reference to a programme of the institution. */
export const PROGRAMME: Field = {
  name: 'programme',
  label: { zh: '专业编号', en: 'Programme' },
  kind: 'reference',
  to: 'programme',
  also: ['专业代码', '专业', '所属专业', '项目编号', 'programme code', 'program', 'program code'],
  example: { zh: 'P01', en: 'P01' },
}

/** A reference to a partner of the institution. */
export const PARTNER: Field = {
  name: 'partner',
  label: { zh: '合作机构编号', en: 'Partner' },
  kind: 'reference',
  to: 'partner',
  also: [
    '合作机构',
    '合作方编号',
    '合作方',
    '合作单位',
    '合作院校',
    '合作伙伴',
    '接收单位',
    '派出单位',
    'partner code',
  ],
  example: { zh: 'PT01', en: 'PT01' },
}

/** A reference to a platform. */
export const PLATFORM_FIELD: Field = {
  name: 'platform',
  label: { zh: '平台编号', en: 'Platform' },
  kind: 'reference',
  to: 'platform',
  also: ['所属平台', '依托平台', '合作平台', '平台', '平台代码', 'platform code'],
  example: { zh: 'PF01', en: 'PF01' },
}

/** A reference to a site abroad. */
export const SITE: Field = {
  name: 'site',
  label: { zh: '办学点编号', en: 'Site' },
  kind: 'reference',
  to: 'overseas-site',
  also: [
    '办学点',
    '海外办学点',
    '境外办学点',
    '国（境）外办学点',
    '国（境）外办学点编号',
    '所属办学点',
    '鲁班工坊编号',
    'site code',
    'overseas site',
  ],
}

/** A reference to a standard. */
export const STANDARD_FIELD: Field = {
  name: 'standard',
  label: { zh: '标准编号', en: 'Standard' },
  kind: 'reference',
  to: 'standard',
  also: ['标准', '标准代码', 'standard code'],
  example: { zh: 'ST01', en: 'ST01' },
}

/** A reference to a teaching resource or a piece of equipment. */
export const RESOURCE_FIELD: Field = {
  name: 'resource',
  label: { zh: '资源（装备）编号', en: 'Resource' },
  kind: 'reference',
  to: 'resource',
  also: ['资源编号', '教学资源编号', '装备编号', '资源', '教学资源', '资源代码', 'resource code', 'equipment code'],
}

export const TITLE_ZH: Field = {
  name: 'title_zh',
  label: { zh: '中文名称', en: 'Chinese title' },
  kind: 'text',
  also: ['名称', '中文名', '名称（中文）', 'title (chinese)', 'title in chinese', 'name in chinese'],
}

export const TITLE_EN: Field = {
  name: 'title_en',
  label: { zh: '英文名称', en: 'English title' },
  kind: 'text',
  also: ['外文名称', '英文名', '名称（英文）', 'title', 'title (english)', 'title in english', 'name'],
}

/** Whose work a standard or a resource is. */
export const ORIGINS: Choice[] = [
  { key: 'introduced', label: { zh: '引进', en: 'introduced' }, also: ['引进来', '国外引进', '引入'] },
  { key: 'own', label: { zh: '自主开发', en: 'own' }, also: ['自主', '自有', '本校开发', '自建'] },
  { key: 'joint', label: { zh: '合作开发', en: 'joint' }, also: ['联合开发', '共同开发', '中外合作开发', '共建'] },
]

export const DIRECTIONS: Choice[] = [
  { key: 'in', label: { zh: '来校', en: 'in' }, also: ['入境', '来华', '流入', '引进来', 'inbound', 'incoming'] },
  {
    key: 'out',
    label: { zh: '派出', en: 'out' },
    also: ['出境', '出国', '出国（境）', '流出', '走出去', 'outbound', 'outgoing'],
  },
]

export const AUDIENCES: Choice[] = [
  { key: 'student', label: { zh: '学生', en: 'student' }, also: ['在校生', '留学生', 'students', 'learner'] },
  {
    key: 'staff',
    label: { zh: '教职工', en: 'staff' },
    also: ['教师', '老师', '专任教师', '教工', 'teacher', 'teachers'],
  },
]

/** A language of instruction or of a text, by its ISO 639-1 code. */
export const LANGUAGE: Field = {
  name: 'language',
  label: { zh: '语言', en: 'Language' },
  kind: 'choice',
  choices: LANGUAGES.map(({ code, name, also }) => ({ key: code, label: name, also })),
  also: ['授课语言', '教学语言', '语种', '授课语种', 'language of instruction', 'teaching language'],
  note: {
    zh: '填语言名称或 ISO 639-1 两位代码（如 zh、en、fr）；双语授课填其中的外语。',
    en: 'The name of the language or its code of ISO 639-1 (zh, en, fr …); of bilingual teaching, the foreign one.',
  },
  example: { zh: '中文', en: 'Chinese' },
}

/** Fields of records that hold a figure of an indicator: a target, a peer's. */

/** Published rates have up to six decimals. */
export const FIGURE_FACTOR = 1_000_000

export const INDICATOR: Field = {
  name: 'indicator',
  label: { zh: '指标', en: 'Indicator' },
  kind: 'code',
  also: ['指标编号', '指标代码', '指标名', '指标标识', 'indicator id', 'indicator code'],
  note: { zh: '指标的编号或标识，如 EX07。', en: 'Its code or its id, as EX07.' },
  example: { zh: 'EX07', en: 'EX07' },
}

export const BASIS: Field = {
  name: 'basis',
  label: { zh: '统计时段', en: 'Basis' },
  kind: 'choice',
  also: ['时段', '统计时段类型', '口径时段', 'period basis'],
  choices: [
    { key: 'SCHOOL_YEAR', label: { zh: '学年', en: 'school year' }, also: ['academic year'] },
    { key: 'CALENDAR_YEAR', label: { zh: '自然年', en: 'calendar year' }, also: ['日历年', '年度'] },
    { key: 'POINT_IN_TIME', label: { zh: '时点', en: 'point in time' }, also: ['时点数', 'point-in-time'] },
    { key: 'COHORT', label: { zh: '届', en: 'cohort' }, also: ['毕业届', 'class'] },
  ],
  note: { zh: '不填为该指标的默认统计时段。', en: 'Empty: the first of the indicator.' },
  example: { zh: '学年', en: 'school year' },
}

export const SCOPE: Field = {
  name: 'scope',
  label: { zh: '统计范围', en: 'Scope' },
  kind: 'choice',
  also: ['范围', '地域范围'],
  choices: [
    { key: 'ABROAD', label: { zh: '国外', en: 'abroad' }, also: ['不含港澳台'] },
    {
      key: 'BORDER',
      label: { zh: '国（境）外', en: 'abroad with Hong Kong, Macao and Taiwan' },
      also: ['国境外', '含港澳台', 'border'],
    },
  ],
  note: { zh: '来源未说明的不填。', en: 'Empty where the source does not say.' },
  example: { zh: '国（境）外', en: 'abroad with Hong Kong, Macao and Taiwan' },
}
