import type { Columns, Habits } from './csv-file.ts'
import { COUNTRIES, FLAG, OUTCOMES, SEX, STATUSES, named } from './habit-words.ts'

/** How the offices keep their lists of people: some in Chinese, some by the names of the fields, one in an old encoding. */

/** The office of academic affairs exports from an old system. */
export const ENROLMENT_HABITS: Habits = {
  encoding: 'gb18030',
  dates: 'slashes',
  columns: {
    person: '学号',
    programme: '专业编号',
    kind: { header: '学习类别', words: { domestic: '本国学生', joint: '中外合作办学' } },
    full_time: { header: '是否全日制', words: FLAG },
    nationality: { header: '国籍（地区）', words: COUNTRIES },
    sex: SEX,
    level: { header: '学历层次', words: { higher: '高职专科' } },
    start: '入学日期',
    end: '离校日期',
    outcome: OUTCOMES,
    funding: { header: '经费来源', words: { self: '自费', college: '学校奖学金', government: '政府奖学金' } },
    unit: '责任部门',
  },
}

export const HEADS_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'characters',
  titles: ['动物科技系在校生人数统计表'],
  columns: {
    programme: '专业编号',
    kind: { header: '学习类别', words: { domestic: '本国学生' } },
    full_time: { header: '是否全日制', words: FLAG },
    nationality: { header: '国籍（地区）', words: COUNTRIES },
    sex: SEX,
    level: { header: '学历层次', words: { higher: '高职专科' } },
    headcount: '人数',
    start: '入学日期',
    end: '离校日期',
    outcome: OUTCOMES,
    unit: '责任部门',
  },
}

export const FOREIGNER_HABITS: Habits = {
  columns: named(
    'person',
    'programme',
    'kind',
    'full_time',
    'nationality',
    'prior_education',
    'sex',
    'level',
    'start',
    'end',
    'planned_days',
    'outcome',
    'funding',
    'language',
    'unit',
  ),
}

export const OUTBOUND_HABITS: Habits = {
  delimiter: ';',
  encoding: 'utf-8 with BOM',
  dates: 'digits',
  columns: {
    person: '人员编号',
    direction: { header: '方向', words: { out: '派出' } },
    audience: { header: '人员类别', words: { student: '学生', staff: '教职工' } },
    purpose: {
      header: '事由',
      words: {
        study: '学习',
        practice: '实习',
        guide: '指导',
        train: '开展培训',
        'visiting-scholar': '访学',
        competition: '参赛',
        conference: '参会',
      },
    },
    country: { header: '国家（地区）', words: COUNTRIES },
    partner: '合作方编号',
    programme: '专业编号',
    start: '开始日期',
    end: '结束日期',
    platform: '平台编号',
    unit: '责任部门',
    note: '备注',
  },
}

/** A list that a travelling party was entered in, with the numbers that the list gives. */
export const TRIP_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'slashes',
  columns: {
    source_id: '源系统编号',
    person: '学号',
    direction: { header: '方向', words: { out: '派出' } },
    audience: { header: '人员类别', words: { student: '学生' } },
    purpose: { header: '事由', words: { study: '学习' } },
    country: { header: '国家（地区）', words: COUNTRIES },
    partner: '接收单位',
    programme: '专业编号',
    start: '出发日期',
    end: '返回日期',
    platform: '平台编号',
    unit: '责任部门',
  },
}

export const ONLINE_STAY_HABITS: Habits = {
  columns: named(
    'person',
    'direction',
    'audience',
    'purpose',
    'country',
    'partner',
    'programme',
    'start',
    'end',
    'virtual',
    'platform',
    'unit',
  ),
}

export const INBOUND_HABITS: Habits = {
  columns: named(
    'person',
    'headcount',
    'direction',
    'audience',
    'purpose',
    'country',
    'partner',
    'programme',
    'start',
    'end',
    'platform',
    'unit',
  ),
}

export const TRAINING_HABITS: Habits = {
  columns: named(
    'session',
    'start',
    'end',
    'training_days',
    'person',
    'country',
    'place',
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
}

export const TRAINING_HEADS_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  titles: ['线上培训人数统计表', '填报单位：培训中心'],
  columns: {
    session: '培训班编号',
    start: '开始日期',
    end: '结束日期',
    training_days: '培训天数',
    headcount: '人数',
    country: { header: '学员国家（地区）', words: COUNTRIES },
    role: { header: '学员身份', words: { student: '学生' } },
    delivery: { header: '培训方式', words: { online: '线上' } },
    platform: '平台编号',
    unit: '责任部门',
  },
}

export const COMPETITION_HABITS: Habits = {
  dates: 'slashes',
  encoding: 'utf-8 with BOM',
  columns: {
    event: '赛事',
    series: { header: '赛事系列', words: { worldskills: '世界技能大赛', other: '其他赛事' } },
    date: '比赛日期',
    level: { header: '赛事级别', words: { nation: '国家级', international: '国际级' } },
    country: { header: '举办国家（地区）', words: COUNTRIES },
    abroad: { header: '是否在国（境）外举办', words: FLAG },
    skill: '赛项',
    team: '参赛队',
    person: '人员编号',
    represents: '代表国家（地区）或单位',
    rank: '名次',
    award: '奖项',
    medal: { header: '奖牌', words: { gold: '金牌', silver: '银牌', bronze: '铜牌', medallion: '优胜奖' } },
    score: '得分',
    scale: '计分制',
    unit: '责任部门',
  },
}

export const GAIN_HABITS: Habits = {
  columns: named('person', 'instrument', 'version', 'phase', 'attempt', 'date', 'raw', 'max', 'nationality', 'unit'),
}

export const CERTIFICATE_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    person: '学号',
    instrument: '测评工具',
    version: '版本',
    certificate_level: { header: '证书等级', words: { junior: '初级', intermediate: '中级', senior: '高级' } },
    phase: { header: '测评阶段', words: { final: '终结性考核' } },
    attempt: '第几次',
    date: '考试日期',
    raw: '得分',
    max: '满分',
    passed: { header: '是否通过', words: FLAG },
    nationality: { header: '国籍（地区）', words: COUNTRIES },
    programme: '专业编号',
    unit: '责任部门',
  },
}

export const DESTINATION_COLUMNS: Columns = {
  programme: '专业编号',
  class: '届',
  observation: {
    header: '观测时点',
    words: { '08-31': '8月31日', '12-31': '12月31日', '6m': '毕业半年后', '12m': '毕业一年后' },
  },
  status: { header: '毕业去向', words: STATUSES },
  matched: { header: '专业是否对口', words: FLAG },
  pay: '月收入（元）',
  employer_type: {
    header: '用人单位类型',
    words: {
      'going-out': '“走出去”企业',
      foreign: '外资企业',
      state: '国有企业',
      private: '民营企业',
      public: '机关事业单位',
      other: '其他',
    },
  },
  country: { header: '就业国家（地区）', words: COUNTRIES },
  nationality: { header: '国籍（地区）', words: COUNTRIES },
  unit: '责任部门',
}

export const DESTINATION_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: { person: '学号', ...DESTINATION_COLUMNS },
}
export const DESTINATION_HEADS_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: { headcount: '人数', ...DESTINATION_COLUMNS },
}
