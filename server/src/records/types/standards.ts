import type { RecordType } from '../record-type.ts'
import { choice, code, country, date, decimal, integer, like, text, titled, value } from '../declare-fields.ts'
import { ORIGINS, STANDARD_FIELD, TITLE_EN, TITLE_ZH } from '../common-fields.ts'

export const STANDARD: RecordType = {
  name: 'standard',
  order: 110,
  label: { zh: '标准', en: 'Standard' },
  description: {
    zh: '一项职业教育标准：引进的、自主开发的或合作开发的。',
    en: 'A standard of vocational education: introduced from abroad, our own, or developed jointly.',
  },
  fields: [
    code.required('code', '标准编号', 'Code', {
      also: '编号, 标准代码, 标准号, standard code, standard id',
      example: 'ST01',
    }),
    text('title_zh', '中文名称', 'Chinese title', {
      also: '标准名称, 标准中文名称, 名称, 名称（中文）, title in chinese',
      example: '设施农业专业教学标准',
    }),
    text('title_en', '英文名称', 'English title', {
      also: '标准英文名称, 外文名称, 名称（英文）, title, title in english, standard name',
      example: 'Protected Horticulture Programme Standard',
    }),
    choice.required('type', '标准类型', 'Type', {
      also: '类型, 标准类别, 类别, standard type',
      choices: [
        value('programme', '专业教学标准', 'programme', '专业标准, 专业教学标准类, program'),
        value('course', '课程标准', 'course', '课程'),
        value('occupational', '职业标准', 'occupational', '职业技能标准, 岗位标准, 国家职业标准'),
        value('practice', '实训标准', 'practice', '实习实训标准, 实践教学标准, 岗位实习标准'),
        value('teacher', '师资标准', 'teacher', '教师标准, 教师能力标准'),
        value('conditions', '教学条件标准', 'conditions', '办学条件标准, 实训条件建设标准, 条件标准'),
        value('equipment', '装备标准', 'equipment', '设备标准, 教学装备标准, 仪器设备装备标准'),
      ],
      example: { zh: '专业教学标准', en: 'programme' },
    }),
    choice.required('direction', '来源', 'Direction', {
      also: '标准来源, 方向, 来源类别, 引进或自主开发, origin',
      choices: ORIGINS,
      example: { zh: '自主开发', en: 'own' },
    }),
    code('major', '适用专业', 'Major', {
      also: '专业代码, 对应专业, 所属专业, 面向专业, major code',
      example: '410105',
    }),
    country('country', '来源国家（地区）', 'Country or region of origin', {
      also: '国家, 国家（地区）, 国别, 来源国, 引进国家, 引进国家（地区）, country',
      note: { zh: '引进的标准必填。', en: 'Required where the standard is introduced.' },
    }),
    code('version', '版本', 'Version', { also: '版本号, 标准版本', example: '1.0' }),
    date('localised_on', '本土化完成日期', 'Localised on', {
      also: '本土化日期, 引进落地日期, 落地日期, 转化日期, 本土化时间, localized on, date localised',
      note: {
        zh: '引进的标准完成本土化、投入使用之日；不填为尚未完成。',
        en: 'When an introduced standard was made fit for use here; empty: not yet.',
      },
    }),
    date('withdrawn_on', '停用日期', 'Withdrawn on', {
      also: '废止日期, 停止使用日期, 失效日期, withdrawal date',
      note: { zh: '不填为仍在使用。', en: 'Empty: still in use.' },
    }),
  ],
  key: ['code'],
  span: { starts: ['localised_on'], ends: 'withdrawn_on', empty: 'never', endless: 'open' },
  register: true,
  oneOf: [['title_zh', 'title_en']],
  ranges: [['localised_on', 'withdrawn_on']],
  requiredWhere: [
    {
      field: 'direction',
      in: ['introduced'],
      then: 'country',
      because: { zh: '引进的标准须填写来源国家（地区）', en: 'an introduced standard needs the country it comes from' },
    },
  ],
  lasting: true,
  title: titled('title_zh|title_en|code'),
}

export const STANDARD_VERSION: RecordType = {
  name: 'standard-version',
  order: 120,
  label: { zh: '标准版本', en: 'Standard version' },
  description: {
    zh: '一项标准的一个版本及其有效期。能力单元另见“标准能力单元”。',
    en: 'One version of a standard, and when it is in force. Its units are records of their own.',
  },
  fields: [
    like(STANDARD_FIELD, { required: true }),
    code.required('version', '版本', 'Version', {
      also: '版本号, 标准版本, 版次, 版本编号, version number, edition',
      example: '2.0',
    }),
    date.required('from', '生效日期', 'From', {
      also: '实施日期, 起始日期, 发布日期, 启用日期, 生效时间, valid from, in force from, start',
      example: '2022-09-01',
    }),
    date('to', '失效日期', 'To', {
      also: '终止日期, 结束日期, 废止日期, 被替代日期, 失效时间, valid to, in force until, end',
      note: { zh: '有效的最后一日；不填为现行有效。', en: 'The last day in force; empty: still in force.' },
    }),
    date('review_due', '应复审日期', 'Review due', {
      also: '复审到期日, 应修订日期, 复审截止日期, 下次修订日期, 复审期限, review by, review date',
      example: '2025-08-31',
    }),
    date('reviewed_on', '复审日期', 'Reviewed on', {
      also: '实际复审日期, 修订日期, 复审完成日期, 最近修订日期, 复审时间, date reviewed, reviewed',
      note: { zh: '最近一次复审（修订）完成之日。', en: 'When it was reviewed last.' },
      example: '2025-06-20',
    }),
  ],
  key: ['standard', 'version'],
  span: { starts: ['from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [['from', 'to']],
  title: titled('standard', 'version'),
}

export const STANDARD_UNIT: RecordType = {
  name: 'standard-unit',
  order: 130,
  label: { zh: '标准能力单元', en: 'Standard unit' },
  description: {
    zh: '标准某一版本的一个能力单元及其权重。',
    en: 'One unit of competence of one version of a standard, with its weight.',
  },
  fields: [
    like(STANDARD_FIELD, { required: true }),
    code.required('version', '版本', 'Version', {
      also: '版本号, 标准版本, 版次, 版本编号, version number, edition, standard version',
      example: '2.0',
    }),
    code.required('code', '能力单元编号', 'Code', {
      also: '编号, 单元编号, 单元代码, 能力单元代码, 能力单元, unit code, competency code, standard unit',
      example: 'U03',
    }),
    like(TITLE_ZH, { also: '能力单元名称, 单元名称, 能力单元中文名称', example: '调控温室环境' }),
    like(TITLE_EN, {
      also: '能力单元英文名称, 单元英文名称, unit title, unit name',
      example: 'Control the climate of a greenhouse',
    }),
    decimal('weight', '权重', 'Weight', {
      factor: 10_000,
      min: 0,
      also: '单元权重, 权重系数, 占比, 权重值, unit weight',
      note: {
        zh: '同一版本各单元的权重合计应为1；各单元都不填为等权。',
        en: 'Those of one version should add up to 1; none filled: all alike.',
      },
      example: '0.25',
    }),
    integer('eqf_level', '欧洲资历框架等级', 'EQF level', {
      min: 1,
      max: 8,
      also: 'EQF等级, EQF 等级, EQF级别, 资历等级, 欧洲资历框架级别, eqf',
      note: { zh: '1至8级。', en: 'From 1 to 8.' },
      example: '5',
    }),
    text('esco_uri', 'ESCO 链接', 'ESCO URI', {
      also: 'ESCO, ESCO编码, ESCO网址, ESCO 技能链接, esco, esco link',
      note: {
        zh: '欧洲技能、能力、资历和职业分类（ESCO）中对应技能或职业的网址。',
        en: 'The address of the skill or occupation in the European classification ESCO.',
      },
    }),
  ],
  key: ['standard', 'version', 'code'],
  span: { always: true },
  register: true,
  oneOf: [['title_zh', 'title_en']],
  title: titled('title_zh|title_en|code', 'version'),
}
