import { verb, type RecordType } from '../record-type.ts'
import { choice, code, country, date, decimal, flag, like, reference, titled, value } from '../declare-fields.ts'
import { HEADCOUNT, PERSON, PLATFORM_FIELD, RESOURCE_FIELD, SEX, SITE } from '../common-fields.ts'

export const TRAINING_SESSION: RecordType = {
  name: 'training-session',
  order: 230,
  label: { zh: '国（境）外人员培训', en: 'Training session' },
  description: {
    zh: '一期面向国（境）外人员的培训及其一名学员（或一组学员）。同一期有几名学员就有几行。',
    en: 'One participant, or one group of participants, of one session of training for persons from abroad; a session has as many rows.',
  },
  fields: [
    code.required('session', '培训班编号', 'Session', {
      also: `培训班, 培训期次, 培训项目, 培训项目编号, 培训名称, 培训班名称, 培训项目名称, 班次, session code,
        session id, course`,
      example: 'TR2023-01',
    }),
    date.required('start', '开始日期', 'Start', {
      also: '起始日期, 培训开始日期, 开班日期, 培训起始日期, start date, from',
      example: '2023-05-08',
    }),
    date.required('end', '结束日期', 'End', {
      also: '终止日期, 培训结束日期, 结班日期, 结业日期, 培训终止日期, end date, to',
      example: '2023-05-19',
    }),
    decimal.required('training_days', '培训天数', 'Training days', {
      unit: { zh: '天', en: 'days' },
      factor: 2,
      min: 0.5,
      also: '天数, 培训日数, 实际培训天数, 培训时长（天）, 培训天数（天）, days',
      note: { zh: '实际授课天数，以半天为最小单位。', en: 'Days really taught, in halves.' },
      example: '9.5',
    }),
    PERSON,
    like(HEADCOUNT, { also: '培训人数, 学员人数, 参训人数, 受训人数, 参加人数' }),
    country.required('country', '学员国家（地区）', "Participants' country or region", {
      also: `国家, 国家（地区）, 国别, 国别（地区）, 国家/地区, 国家或地区, 对象国别, 对象国家, 对象国家（地区）,
        培训对象国别, 培训对象国家, 学员国籍, 学员国别, 学员国家, 学员来源国, 参训国家, 参训国家（地区）, 参训人员国别,
        受训国家, 来源国, 来源国家, 来源国家（地区）, 国籍, country, nationality`,
      example: { zh: '老挝', en: 'Laos' },
    }),
    country('place', '培训地点国家（地区）', 'Place (country or region)', {
      also: '培训地点, 培训所在国, 培训地, 举办地, 举办国家（地区）, place',
      example: { zh: '中国', en: 'China' },
    }),
    choice('role', '学员身份', 'Role', {
      also: '身份, 学员类别, 学员类型, 培训对象, 参训对象, participant role',
      choices: [
        value('student', '学生', 'student', '学员学生, learner'),
        value('teacher', '教师', 'teacher', '老师, 师资, 院校教师'),
        value('employee', '企业员工', 'employee', '员工, 职工, 企业职工, 技术人员, 农户, worker'),
        value('official', '官员', 'official', '政府官员, 公务员, 公职人员, civil servant'),
        value('other', '其他', 'other', '其他人员'),
      ],
      example: { zh: '教师', en: 'teacher' },
    }),
    SEX,
    reference('sponsor', '委托方编号', 'Sponsor', {
      to: 'partner',
      also: '委托方, 委托单位, 主办单位, 合作企业, 合作机构编号, 合作机构, 合作方编号, 合作方, sponsor code',
      note: { zh: '委托或资助培训的合作机构。', en: 'The partner that ordered or paid for it.' },
      example: 'PT01',
    }),
    choice('delivery', '培训方式', 'Delivery', {
      also: '方式, 授课方式, 培训形式, 线上线下, mode of delivery',
      choices: [
        value('on-site', '线下', 'on-site', '现场, 面授, onsite, on site, face to face'),
        value('online', '线上', 'online', '在线, 网络, 远程'),
        value('blended', '线上线下混合', 'blended', '混合, 混合式, 线上线下结合, 线上+线下, hybrid'),
      ],
      example: { zh: '线下', en: 'on-site' },
    }),
    PLATFORM_FIELD,
    SITE,
    flag('assessed', '是否考核', 'Assessed', { also: '考核, 是否结业考核, 有无考核, 是否组织考核, with assessment' }),
    decimal('hours', '培训学时', 'Hours', {
      unit: { zh: '学时', en: 'hours' },
      factor: 2,
      min: 0,
      also: '学时, 学时数, 课时, 培训课时, 总学时, training hours, class hours',
      note: { zh: '每名学员的学时，以半学时为最小单位。', en: 'Of one participant, in halves.' },
    }),
  ],
  key: ['session', 'person'],
  span: { starts: ['start'], ends: 'end', empty: 'never' },
  exactlyOne: [['person', 'headcount']],
  ranges: [['start', 'end']],
  namesOn: ['first_day'],
  groupsBy: 'session',
  verbs: {
    begin: verb('开始培训', 'began their training', 'begun their training'),
    end: verb('结束培训', 'ended their training'),
  },
  title: titled('session', 'country', 'start'),
}

export const ONLINE_LEARNING: RecordType = {
  name: 'online-learning',
  order: 330,
  label: { zh: '国（境）外在线学习', en: 'Online learning' },
  description: {
    zh: '国（境）外学员（或一组学员）在线学习本校一项教学资源。',
    en: 'A learner, or a group of learners, abroad who studied one resource of ours online.',
  },
  fields: [
    like(PERSON, { also: '学员编号, 学习者编号, learner' }),
    like(HEADCOUNT, { also: '学习人数, 学员人数, 选课人数, 注册人数' }),
    like(RESOURCE_FIELD, { required: true, also: '在线课程, 课程编号, 在线课程编号, online course', example: 'RS01' }),
    country.required('country', '学员所在国家（地区）', "Learners' country or region", {
      also: '国家, 国家（地区）, 国别, 所在国, 学员国籍, 学习者所在国家, 来源国, country, learner country',
      example: { zh: '泰国', en: 'Thailand' },
    }),
    date.required('start', '开始日期', 'Start', {
      also: '起始日期, 学习开始日期, 开课日期, 选课日期, 开始时间, start date, from',
      example: '2024-03-01',
    }),
    date.required('end', '结束日期', 'End', {
      also: '终止日期, 学习结束日期, 结课日期, 结束时间, end date, to',
      note: { zh: '含当日。', en: 'The last day.' },
      example: '2024-06-30',
    }),
    PLATFORM_FIELD,
  ],
  key: ['person', 'resource', 'start'],
  span: { starts: ['start'], ends: 'end', empty: 'never' },
  exactlyOne: [['person', 'headcount']],
  ranges: [['start', 'end']],
  namesOn: ['first_day'],
  groupsBy: 'resource',
  verbs: { begin: verb('开始学习', 'began learning', 'begun learning'), end: verb('结束学习', 'ended') },
  title: titled('resource', 'country', 'start'),
}
