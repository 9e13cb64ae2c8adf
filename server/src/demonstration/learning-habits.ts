import type { Habits } from './csv-file.ts'
import { DESTINATION_COLUMNS } from './people-habits.ts'
import { COUNTRIES, FLAG, OUTCOMES, SEX, named } from './habit-words.ts'

/** How sites, departments and examiners keep their lists of learners and of what these can do. */

export const SITE_LEARNER_HABITS: Habits = {
  columns: {
    ...named(
      'person',
      'programme',
      'kind',
      'full_time',
      'sex',
      'level',
      'start',
      'end',
      'planned_days',
      'outcome',
      'funding',
      'site',
      'unit',
    ),
    nationality: { header: 'nationality', words: { RU: 'Russia', LA: 'Lao PDR', TZ: 'Tanzania' } },
  },
}

export const SITE_HEADS_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'characters',
  titles: ['棉原界河农业学校在校生统计表'],
  columns: {
    site: '办学点编号',
    programme: '专业编号',
    kind: { header: '学习类别', words: { overseas: '境外办学' } },
    full_time: { header: '是否全日制', words: FLAG },
    nationality: { header: '国籍（地区）', words: COUNTRIES },
    sex: SEX,
    level: { header: '学历层次', words: { higher: '高职专科' } },
    headcount: '人数',
    start: '入学日期',
    end: '离校日期',
    outcome: OUTCOMES,
    funding: { header: '经费来源', words: { self: '自费' } },
    unit: '责任部门',
  },
}

export const SITE_TRAINING_HABITS: Habits = {
  columns: {
    ...named(
      'session',
      'start',
      'end',
      'training_days',
      'person',
      'role',
      'sex',
      'sponsor',
      'delivery',
      'platform',
      'site',
      'assessed',
      'hours',
      'unit',
    ),
    country: { header: 'country', words: { TZ: 'United Republic of Tanzania' } },
    place: { header: 'place', words: { TZ: 'Tanzania' } },
  },
}

export const SITE_EXAM_HABITS: Habits = {
  columns: named(
    'person',
    'instrument',
    'version',
    'phase',
    'attempt',
    'date',
    'raw',
    'max',
    'passed',
    'nationality',
    'programme',
    'site',
    'unit',
  ),
}

export const COMPETENCY_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'slashes',
  columns: {
    person: '学号',
    instrument: '测评工具',
    version: '版本',
    phase: { header: '测评阶段', words: { final: '终结性考核' } },
    attempt: '第几次',
    date: '考核日期',
    standard: '依据标准编号',
    standard_version: '依据标准版本',
    standard_unit: '能力单元编号',
    competent: { header: '是否达成', words: FLAG },
    nationality: { header: '国籍（地区）', words: COUNTRIES },
    programme: '专业编号',
    unit: '责任部门',
  },
}

export const CERTIFICATE_TYPE_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    code: '证书种类编号',
    name_zh: '证书名称',
    name_en: '证书英文名称',
    issuer: '发证机构',
    country: { header: '发证机构所在国家（地区）', words: COUNTRIES },
    international: { header: '是否国际证书', words: FLAG },
    level: '证书等级',
    unit: '责任部门',
  },
}

export const AWARD_HABITS: Habits = {
  encoding: 'gb18030',
  dates: 'digits',
  columns: {
    person: '学号',
    certificate: '证书种类编号',
    level: '证书等级',
    date: '发证日期',
    awarded: { header: '是否取得', words: FLAG },
    number: '证书号',
    programme: '专业编号',
    nationality: { header: '国籍（地区）', words: COUNTRIES },
    unit: '责任部门',
  },
}

export const FOREIGN_AWARD_HABITS: Habits = {
  columns: named('person', 'certificate', 'date', 'awarded', 'number', 'programme', 'nationality', 'unit'),
}

export const LANGUAGE_HABITS: Habits = {
  columns: {
    ...named('person', 'scale_version', 'level', 'required_level', 'score', 'date', 'programme', 'unit'),
    scale: {
      header: 'scale',
      words: { hsk: 'HSK', 'occupational-chinese': 'Occupational Chinese', cefr: 'CEFR' },
    },
  },
}

export const PLACEMENT_HABITS: Habits = {
  encoding: 'gb18030',
  dates: 'slashes',
  titles: ['学生岗位实习与企业实践统计表'],
  columns: {
    headcount: '实习人数',
    partner: '实习单位编号',
    country: { header: '实习所在国家（地区）', words: COUNTRIES },
    programme: '专业编号',
    nationality: { header: '国籍（地区）', words: COUNTRIES },
    start: '开始日期',
    end: '结束日期',
    mentor: { header: '有无企业导师', words: { '1': '有', '0': '无' } },
    assessed: { header: '是否考核', words: FLAG },
    platform: '依托平台',
    unit: '责任部门',
  },
}

export const NAMED_PLACEMENT_HABITS: Habits = {
  columns: named(
    'person',
    'partner',
    'country',
    'programme',
    'nationality',
    'start',
    'end',
    'mentor',
    'assessed',
    'unit',
  ),
}

export const ONLINE_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'characters',
  columns: {
    resource: '在线课程编号',
    country: { header: '学员所在国家（地区）', words: { ...COUNTRIES, RU: '俄罗斯联邦', MO: '澳门特别行政区' } },
    start: '开课日期',
    end: '结课日期',
    headcount: '学习人数',
    platform: '所属平台',
    unit: '责任部门',
  },
}

export const NAMED_ONLINE_HABITS: Habits = { columns: named('person', 'resource', 'country', 'start', 'end', 'unit') }

const { matched: _matched, employer_type: _type, country: _country, ...askedOfAll } = DESTINATION_COLUMNS
export const LATER_HEADS_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: { headcount: '人数', ...askedOfAll },
}

export const FOREIGN_GRADUATE_HABITS: Habits = {
  columns: named(
    'person',
    'programme',
    'class',
    'observation',
    'status',
    'matched',
    'employer_type',
    'country',
    'nationality',
    'unit',
  ),
}
