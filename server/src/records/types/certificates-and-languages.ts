import { LANGUAGE_SCALES } from '../../ground/reference/scales.ts'
import type { RecordType } from '../record-type.ts'
import { choice, code, country, date, decimal, flag, level, like, reference, text, titled } from '../declare-fields.ts'
import { NAME_EN, NAME_ZH, NATIONALITY, PERSON, PROGRAMME } from '../common-fields.ts'

export const CERTIFICATE_TYPE: RecordType = {
  name: 'certificate-type',
  order: 270,
  label: { zh: '证书种类', en: 'Certificate' },
  description: {
    zh: '一种职业技能等级证书、职业资格证书或国际职业证书，一种一行；谁考了、谁取得，填“证书考取情况”。',
    en: 'A kind of vocational or professional certificate, one row each. Who stood for it and who got it are certificate awards.',
  },
  fields: [
    code.required('code', '证书种类编号', 'Code', {
      also: '编号, 证书代码, 证书种类代码, 证书类型编号, 证书编码, certificate code, certificate id',
      example: 'CT01',
    }),
    like(NAME_ZH, { also: '证书名称, 证书中文名称, 职业技能等级证书名称', example: '剑桥农业职业英语证书' }),
    like(NAME_EN, { also: '证书英文名称, certificate name', example: 'Certificate in English for Agriculture' }),
    text.required('issuer', '发证机构', 'Issuer', {
      also: '颁证机构, 颁发机构, 发证单位, 发证机关, 培训评价组织, 颁证单位, issuing body, awarding body, issued by',
      example: { zh: '剑桥大学英语考评部', en: 'Cambridge English' },
    }),
    country.required('country', '发证机构所在国家（地区）', "Issuer's country or region", {
      also: '国家, 国家（地区）, 国别, 所在国, 发证国家, 发证国家（地区）, 颁证机构所在国, country, issuing country',
      example: { zh: '英国', en: 'United Kingdom' },
    }),
    flag('international', '是否国际证书', 'International', {
      also: '国际证书, 国际通用, 是否国际通用证书, 是否国际职业证书, international certificate',
      note: {
        zh: '由国际组织颁发，或在多国通行。外国机构颁发的，以发证机构所在国家（地区）计，此项可不填。',
        en: 'Issued by an international body, or good in several countries. Of a foreign body the country says enough.',
      },
      example: { zh: '是', en: 'yes' },
    }),
    text('level', '证书等级', 'Levels', {
      also: '等级, 级别, 设置等级, 等级设置, levels, certificate levels',
      note: {
        zh: '该证书设有的等级，多个用顿号隔开，如 初级、中级、高级；不分等级不填。',
        en: 'The levels that it has, parted by commas, as: junior, intermediate, senior. Empty: it has none.',
      },
      example: { zh: '初级、中级、高级', en: 'junior, intermediate, senior' },
    }),
  ],
  key: ['code'],
  span: { always: true },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  title: titled('name_zh|name_en|code'),
}

export const CERTIFICATE_AWARD: RecordType = {
  name: 'certificate-award',
  order: 280,
  label: { zh: '证书考取情况', en: 'Certificate award' },
  description: {
    zh: '一人一次参加一种证书的考核及其结果。未取得的也要填，否则获取率无法计算。',
    en: 'One person who stood for one certificate, and whether it was awarded. Who failed is a row too: without it there is no rate.',
  },
  fields: [
    like(PERSON, { required: true, also: '考生编号, 考生学号, 取证学生学号, candidate' }),
    reference.required('certificate', '证书种类编号', 'Certificate', {
      to: 'certificate-type',
      also: '证书种类, 证书代码, 证书类型, 证书, 证书种类代码, certificate code, certificate type',
      example: 'CT01',
    }),
    code('level', '证书等级', 'Level', {
      also: '等级, 级别, 技能等级, 报考等级, 取证等级, certificate level',
      note: {
        zh: '与证书种类所设等级一致；不分等级不填。',
        en: 'One of the levels of the certificate; empty where it has none.',
      },
      example: { zh: '中级', en: 'intermediate' },
    }),
    date.required('date', '考核或发证日期', 'Date', {
      also: `日期, 发证日期, 颁证日期, 取证日期, 取证时间, 考核日期, 考试日期, 获证日期, issue date, issued on,
        date of award`,
      note: {
        zh: '取得的填发证日期，未取得的填考核日期。',
        en: 'Of an award when it was issued; of a failure when the examination was.',
      },
      example: '2023-12-20',
    }),
    flag.required('awarded', '是否取得', 'Awarded', {
      also: '取得, 是否取证, 是否获证, 是否发证, 是否通过, 考核结果, 获证情况, passed, obtained',
      note: { zh: '参加考核而未取得的填“否”。', en: 'No: stood for it and did not get it.' },
      example: { zh: '是', en: 'yes' },
    }),
    code('number', '证书号', 'Certificate number', {
      also: '证书编号, 证书号码, 证号, number, certificate no, certificate no.',
    }),
    PROGRAMME,
    NATIONALITY,
  ],
  key: ['person', 'certificate', 'level', 'date'],
  span: { starts: ['date'], empty: 'never', endless: 'one-day' },
  namesOn: ['first_day'],
  title: titled('certificate', 'level', 'date'),
}

const ON_ITS_SCALE = { scale: 'scale', version: 'scale_version' }

export const LANGUAGE_RESULT: RecordType = {
  name: 'language-result',
  order: 290,
  label: { zh: '语言等级成绩', en: 'Language result' },
  description: {
    zh: '一人一次语言等级考试的结果。等级只在同一量表、同一版本内可比。',
    en: "One person's level in one test of a language. Levels compare on one scale and version of it only.",
  },
  fields: [
    like(PERSON, { required: true, also: '考生编号, 考生学号, candidate' }),
    choice.required('scale', '等级量表', 'Scale', {
      also: '量表, 考试种类, 考试名称, 语言考试, 等级标准, 语言等级标准, test, language scale',
      choices: LANGUAGE_SCALES.map(({ id, name, also }) => ({ key: id, label: name, also })),
      example: { zh: '汉语水平考试（HSK）', en: 'HSK' },
    }),
    code.required('scale_version', '量表版本', 'Scale version', {
      also: '版本, 标准版本, 考试版本, 等级标准版本, version',
      note: {
        zh: 'HSK 填 2.0（六级）或 3.0（九级，2026-01-31 起试行），职业中文填 2023，欧框填 2001 或 2020。',
        en: 'Of HSK 2.0 (six levels) or 3.0 (nine, on trial from 2026-01-31), of occupational Chinese 2023, of CEFR 2001 or 2020.',
      },
      example: '2.0',
    }),
    level.required('level', '取得等级', 'Level', {
      on: ON_ITS_SCALE,
      also: '等级, 级别, 达到等级, 成绩等级, 考试等级, 语言等级, level attained',
      note: {
        zh: '填等级名称或序号：HSK 填 1—6（或 1—9），职业中文填 入门 至 精通，欧框填 A1 至 C2。',
        en: 'Its name or its number: of HSK 1 to 6 (or 9), of occupational Chinese entry to proficient, of CEFR A1 to C2.',
      },
      example: { zh: '4级', en: 'HSK 4' },
    }),
    level('required_level', '要求等级', 'Required level', {
      on: ON_ITS_SCALE,
      also: '应达等级, 规定等级, 要求达到等级, 达标等级, 毕业要求等级, level required',
      note: {
        zh: '培养方案或毕业要求规定的等级，与取得等级同一量表、同一版本；不填视为未达标。',
        en: 'What the programme asks for, on the same scale and version. Empty: it counts as not reached.',
      },
      example: { zh: '4级', en: 'HSK 4' },
    }),
    decimal('score', '得分', 'Score', {
      unit: { zh: '分', en: 'points' },
      factor: 100,
      min: 0,
      also: '分数, 成绩, 总分, 考试成绩, points, total score',
      example: '236',
    }),
    date.required('date', '考试日期', 'Date', {
      also: '日期, 考试时间, 测试日期, 考核日期, test date, examination date',
      example: '2023-11-19',
    }),
    PROGRAMME,
  ],
  key: ['person', 'scale', 'scale_version', 'date'],
  span: { starts: ['date'], empty: 'never', endless: 'one-day' },
  namesOn: ['first_day'],
  title: titled('scale', 'scale_version', 'level', 'date'),
}
