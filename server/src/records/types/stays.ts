import { verb, type RecordType } from '../record-type.ts'
import { choice, country, date, flag, like, titled, value } from '../declare-fields.ts'
import {
  AUDIENCES,
  DIRECTIONS,
  HEADCOUNT,
  NATIONALITY,
  PARTNER,
  PERSON,
  PLATFORM_FIELD,
  PROGRAMME,
} from '../common-fields.ts'

export const MOBILITY: RecordType = {
  name: 'mobility',
  order: 220,
  label: { zh: '师生国（境）外交流', en: 'Mobility' },
  description: {
    zh: '师生一次出国（境）或来校的停留：学习、实习、指导、培训、访学、参赛、参会。',
    en: 'One stay of a student or teacher abroad, or of one from abroad here: study, practice, guidance, training, a visit, a competition, a conference.',
  },
  fields: [
    PERSON,
    HEADCOUNT,
    choice.required('direction', '方向', 'Direction', {
      also: '流动方向, 交流方向, 出入境方向',
      choices: DIRECTIONS,
      example: { zh: '派出', en: 'out' },
    }),
    choice.required('audience', '人员类别', 'Audience', {
      also: '人员身份, 身份, 师生类别, 人员类型, 师生类型, 对象, student or staff, role',
      choices: AUDIENCES,
      example: { zh: '教职工', en: 'staff' },
    }),
    choice.required('purpose', '事由', 'Purpose', {
      also: `交流目的, 目的, 出访事由, 出国事由, 出国（境）事由, 出国目的, 出国（境）目的, 出访目的, 交流类型, 交流事由,
        项目类型, type of mobility, purpose of stay`,
      choices: [
        value(
          'study',
          '学习',
          'study',
          '留学, 交换学习, 进修, 研修, 接受培训, 参加培训, 研修培训, exchange, being trained',
        ),
        value(
          'practice',
          '实习实践',
          'practice',
          '实习, 实践, 实训, 顶岗实习, 岗位实习, 实习实训, internship, traineeship',
        ),
        value('guide', '指导', 'guide', '技术指导, 指导服务, 援外指导, guidance'),
        value('train', '开展培训', 'train', '授课, 培训授课, 讲学, 开展培训授课, give training, teaching'),
        value('visiting-scholar', '访学', 'visiting scholar', '访问学者, 访学教师, visiting scholar stay'),
        value('competition', '参赛', 'competition', '技能竞赛, 竞赛, 比赛, 技能大赛'),
        value('conference', '参会', 'conference', '会议, 国际会议, 学术会议, 参加会议'),
      ],
      note: {
        zh: '“开展培训”指给他人培训；自己接受培训填“学习”。',
        en: '`train` is giving training; being trained is `study`.',
      },
      example: { zh: '开展培训', en: 'train' },
    }),
    country.required('country', '国家（地区）', 'Country or region', {
      also: `国家, 国别, 目的国, 目的地, 前往国家, 前往国家（地区）, 来源国, 来自国家（地区）, 派往国家, 国别（地区）,
        国家/地区, 国家或地区, 国（境）外国家（地区）, 目的国家, 目的国（地区）, 目的国家（地区）, 目的地国家, 交流国家,
        交流国家（地区）, 派出国家, 派出国家（地区）, 派往国家（地区）, 派往国, 出访国, 出访国家, 出访国家（地区）,
        前往国, 前往国别, 留学国家, 留学国家（地区）, 来源国家, 来源国家（地区）, 来源国（地区）, 来访国家,
        来访国家（地区）, country, destination, destination country, country of destination, host country,
        receiving country`,
      note: { zh: '来校填来自哪里，派出填去往哪里。', en: 'In: from where. Out: to where.' },
      example: { zh: '泰国', en: 'Thailand' },
    }),
    PARTNER,
    PROGRAMME,
    date.required('start', '开始日期', 'Start', {
      also: `起始日期, 出境日期, 出发日期, 出国日期, 入境日期, 出国（境）日期, 派出日期, 来校日期, 来访日期, 启程日期,
        交流开始日期, 交流起始日期, start date, departure date, date of departure, from`,
      example: '2023-10-08',
    }),
    date.required('end', '结束日期', 'End', {
      also: `终止日期, 回国日期, 返回日期, 返校日期, 离境日期, 离校日期, 回国（境）日期, 归国日期, 回校日期, 返程日期,
        交流结束日期, 交流终止日期, end date, return date, date of return, to`,
      note: { zh: '含当日。', en: 'The last day.' },
      example: '2023-10-21',
    }),
    PLATFORM_FIELD,
    flag('virtual', '是否线上', 'Virtual', {
      also: '线上, 线上交流, 是否线上交流, 是否虚拟交流, 线上/线下, online, virtual mobility',
      note: {
        zh: '线上交流不计入派出、来校的人次和天数。',
        en: 'A virtual one is no stay: it counts in no number of stays or days.',
      },
    }),
  ],
  key: ['person', 'direction', 'start', 'country'],
  span: { starts: ['start'], ends: 'end', empty: 'never' },
  exactlyOne: [['person', 'headcount']],
  ranges: [['start', 'end']],
  inParts: true,
  namesOn: ['first_day'],
  verbs: {
    begin: verb('开始行程', 'began their stay', 'begun their stay'),
    end: verb('结束行程', 'ended their stay'),
  },
  title: titled('direction', 'audience', 'purpose', 'country', 'start'),
}

export const PLACEMENT: RecordType = {
  name: 'placement',
  order: 340,
  label: { zh: '岗位实习与企业实践', en: 'Placement' },
  description: {
    zh: '一名学生（或一组学生）在一家合作单位的一段岗位实习或企业实践，境内外均可。',
    en: 'One stretch of practice of a learner, or a group of learners, at a partner, at home or abroad.',
  },
  fields: [
    PERSON,
    like(HEADCOUNT, { also: '实习人数, 实践人数, 学生人数' }),
    like(PARTNER, { required: true, also: '实习单位, 实习单位编号, 实践单位, 实践企业, 实习企业, 企业编号' }),
    country.required('country', '实习所在国家（地区）', 'Country or region', {
      also: '国家, 国家（地区）, 国别, 所在国, 实习国家, 实习地, 实践所在国, country, place',
      example: { zh: '中国', en: 'China' },
    }),
    PROGRAMME,
    NATIONALITY,
    date.required('start', '开始日期', 'Start', {
      also: '起始日期, 实习开始日期, 实践开始日期, 上岗日期, 开始时间, start date, from',
      example: '2024-03-04',
    }),
    date.required('end', '结束日期', 'End', {
      also: '终止日期, 实习结束日期, 实践结束日期, 离岗日期, 结束时间, end date, to',
      note: { zh: '含当日。', en: 'The last day.' },
      example: '2024-06-28',
    }),
    flag('mentor', '有无企业导师', 'Mentor', {
      also: '企业导师, 是否有企业导师, 企业师傅, 是否有师傅, enterprise mentor',
      example: { zh: '有', en: 'yes' },
    }),
    flag('assessed', '是否考核', 'Assessed', {
      also: '考核, 是否有考核, 实习考核, 是否考核评价, assessed at the end',
      example: { zh: '是', en: 'yes' },
    }),
    PLATFORM_FIELD,
  ],
  key: ['person', 'partner', 'start'],
  span: { starts: ['start'], ends: 'end', empty: 'never' },
  exactlyOne: [['person', 'headcount']],
  ranges: [['start', 'end']],
  namesOn: ['first_day'],
  verbs: {
    begin: verb('开始实习', 'began their placement', 'begun their placement'),
    end: verb('结束实习', 'ended their placement'),
  },
  title: titled('partner', 'country', 'start'),
}
