import type { RecordType } from '../record-type.ts'
import { choice, code, date, decimal, flag, integer, like, text, titled, value, year } from '../declare-fields.ts'
import { LANGUAGE, NAME_EN, NAME_ZH, PARTNER, PROGRAMME, SITE } from '../common-fields.ts'

export const PROGRAMME_TYPE: RecordType = {
  name: 'programme',
  order: 50,
  label: { zh: '专业（项目）', en: 'Programme' },
  description: {
    zh: '学校开设的专业或项目，包括中外合作办学专业。',
    en: 'A programme that the institution runs, joint ones with a foreign party included.',
  },
  fields: [
    code.required('code', '专业编号', 'Code', {
      also: '编号, 校内专业代码, 专业（项目）编号, 项目编号, programme code, program code, programme id',
      example: 'P01',
    }),
    like(NAME_ZH, { also: '专业名称, 项目名称, 专业中文名称', example: '现代农业技术' }),
    like(NAME_EN, {
      also: '专业英文名称, 项目英文名称, programme name, program name',
      example: 'Modern Agricultural Technology',
    }),
    code('department', '开设院系', 'Department', {
      codeOf: 'unit',
      also: '所属院系, 院系, 二级学院, 所属二级学院, 系部, 开课部门, faculty, school',
      example: { zh: '农学院', en: 'Agronomy' },
    }),
    text('level', '培养层次', 'Level', {
      also: '层次, 学历层次, 专业层次',
      example: { zh: '高职专科', en: 'higher vocational' },
    }),
    choice('kind', '专业类别', 'Kind', {
      also: '类别, 办学类别, 专业性质, 是否中外合作办学, programme kind',
      choices: [
        value('ordinary', '普通专业', 'ordinary', '普通, 一般专业, 否'),
        value('joint', '中外合作办学', 'joint', '合作办学, 中外合作, 中外合作办学专业, 是'),
      ],
      example: { zh: '普通专业', en: 'ordinary' },
    }),
    code('major', '目录专业', 'Major', {
      also: '专业代码, 专业目录代码, 目录专业代码, 国标专业代码, major code, field of study',
      note: {
        zh: '专业目录中的专业代码；同一专业的几个项目填同一代码。',
        en: 'The code in the national catalogue; several programmes of one major carry the same.',
      },
      example: '410103',
    }),
    date('from', '开办日期', 'From', {
      also: '起始日期, 开始日期, 开设日期, 设立日期, 首次招生日期, start',
      note: { zh: '不填视为一直开办。', en: 'Empty: from before every day.' },
      example: '2016-09-01',
    }),
    date('to', '停办日期', 'To', {
      also: '终止日期, 结束日期, 撤销日期, end',
      note: { zh: '含当日；不填为仍在开办。', en: 'The last day; empty: still open.' },
    }),
    like(SITE, {
      note: {
        zh: '在国（境）外办学点开设的专业填写；在校本部开设的不填。',
        en: 'Of a programme that runs at a site abroad; empty: at home.',
      },
    }),
    LANGUAGE,
  ],
  key: ['code'],
  span: { starts: ['from'], ends: 'to', empty: 'always', endless: 'open' },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  ranges: [['from', 'to']],
  lasting: true,
  namesOn: ['first_day'],
  subject: { zh: '专业', en: 'programme', means: 'A programme of the college' },
  title: titled('name_zh|name_en|code'),
}

export const JOINT_PROGRAMME: RecordType = {
  name: 'joint-programme',
  order: 80,
  label: { zh: '中外合作办学机构（项目）', en: 'Joint programme' },
  description: {
    zh: '一项获批的中外合作办学机构或项目中的一个专业。一个机构（项目）办几个专业，就有几行，批准书编号相同。',
    en: 'One programme under one approval of joint running with a foreign party; an approval has a row for each of its programmes.',
  },
  fields: [
    code.required('approval', '批准书编号', 'Approval', {
      also: `批准文号, 办学许可证编号, 许可证编号, 批复文号, 审批编号, 合作办学编号, approval number, approval no,
        licence number`,
      example: 'PDE23RU3A20210312N',
    }),
    choice.required('category', '合作办学类别', 'Category', {
      also: '类别, 办学类别, 办学形式, 机构或项目, 合作办学形式, 合作办学类型',
      choices: [
        value(
          'institution',
          '中外合作办学机构',
          'institution',
          '机构, 合作办学机构, 非独立法人机构, 二级机构, joint institution',
        ),
        value('project', '中外合作办学项目', 'project', '项目, 合作办学项目, programme, program, joint programme'),
      ],
      example: { zh: '中外合作办学项目', en: 'project' },
    }),
    like(PARTNER, {
      required: true,
      also: '外方合作院校, 外方院校, 外方学校, 外方院校编号, 外方办学者, 外方合作者, foreign partner, foreign school',
    }),
    like(PROGRAMME, { required: true, also: '合作专业, 合作办学专业, 开设专业' }),
    date.required('from', '批准起始日期', 'From', {
      also: '起始日期, 批准日期, 批准时间, 开始日期, 有效期起, 办学起始日期, approved on, valid from, start',
      example: '2021-03-12',
    }),
    date('to', '批准截止日期', 'To', {
      also: '终止日期, 有效期止, 有效期至, 结束日期, 截止日期, 停办日期, valid to, valid until, end',
      note: { zh: '含当日；不填为仍在办学。', en: 'The last day; empty: still running.' },
      example: '2027-08-31',
    }),
    year('first_intake', '首次招生年份', 'First intake', {
      also: '招生起始年份, 首次招生年, 开始招生年份, 招生起始年, first intake year',
      example: '2021',
    }),
    year('last_intake', '最后招生年份', 'Last intake', {
      also: '招生终止年份, 招生截止年份, 最后招生年, 招生终止年, 停止招生年份, last intake year',
      note: { zh: '不填为仍在招生。', en: 'Empty: still taking in.' },
    }),
    integer('intake_per_cohort', '每期招生人数', 'Intake per cohort', {
      unit: { zh: '人', en: 'people' },
      min: 0,
      also: '每期招生数, 每届招生人数, 年招生人数, 招生规模, 每期招生名额, 每年招生人数, annual intake',
      example: '60',
    }),
  ],
  key: ['approval', 'programme'],
  span: { starts: ['from'], ends: 'to', empty: 'never', endless: 'open' },
  register: true,
  ranges: [
    ['from', 'to'],
    ['first_intake', 'last_intake'],
  ],
  namesOn: ['first_day'],
  title: titled('approval', 'programme', 'partner'),
}

export const COURSE: RecordType = {
  name: 'course',
  order: 70,
  label: { zh: '课程', en: 'Course' },
  description: {
    zh: '一个专业开设的一门课程。专业和课程都在开设期内时计入。单纯的外语课即使由外教讲授，也不是引进课程。',
    en: 'One course of one programme; it counts while it and its programme run. A language class is no introduced course, no matter who gives it.',
  },
  fields: [
    code.required('code', '课程编号', 'Code', {
      also: '编号, 课程代码, 课程号, course code, course id, course number, module code',
      example: 'C012',
    }),
    like(PROGRAMME, { required: true, also: '开设专业, 所属专业编号' }),
    like(NAME_ZH, { also: '课程名称, 课程中文名称', example: '温室环境调控' }),
    like(NAME_EN, {
      also: '课程英文名称, 课程外文名称, course name, course title, course',
      example: 'Greenhouse Climate Control',
    }),
    flag('core', '是否专业核心课程', 'Core', {
      also: '是否核心课程, 核心课程, 专业核心课程, 是否核心, 核心课, core course, is core',
      note: { zh: '不填视为“否”。', en: 'Empty: no.' },
      example: { zh: '是', en: 'yes' },
    }),
    flag('introduced', '是否引进外方课程', 'Introduced', {
      also: '是否引进课程, 引进课程, 是否引进, 外方课程, 引进外方课程, introduced course, from the foreign party',
      note: {
        zh: '由外方提供的课程；语言课不计。不填视为“否”。',
        en: 'Brought in from the foreign party; language classes do not count. Empty: no.',
      },
      example: { zh: '是', en: 'yes' },
    }),
    flag('foreign_taught', '是否外方教师承担', 'Taught by the foreign party', {
      also: `外方教师承担, 外方教师授课, 是否外方教师授课, 是否外教授课, 外教授课, foreign taught,
        taught by foreign teachers`,
      note: {
        zh: '由外国教育机构的教师担负的课程。不填视为“否”。',
        en: 'Borne by a teacher of the foreign party. Empty: no.',
      },
      example: { zh: '是', en: 'yes' },
    }),
    decimal.required('hours', '总学时', 'Hours', {
      unit: { zh: '学时', en: 'hours' },
      factor: 100,
      min: 0,
      also: '学时, 课时, 总课时, 课程学时, 教学时数, 学时数, teaching hours, total hours, contact hours',
      example: '64',
    }),
    decimal('foreign_party_hours', '外方教师承担学时', 'Hours by the foreign party', {
      unit: { zh: '学时', en: 'hours' },
      factor: 100,
      min: 0,
      also: '外方学时, 外方教师学时, 外方教师授课学时, 外教学时, 外方承担课时, 外方课时, foreign hours',
      note: {
        zh: '总学时中由外方教师讲授的部分；不填视为0。',
        en: 'Of the hours, those that its teachers give; empty: none.',
      },
      example: '40',
    }),
    LANGUAGE,
    date('from', '开设日期', 'From', {
      also: '起始日期, 开始日期, 开课日期, 首次开课日期, 开设时间, start, taught since',
      note: { zh: '不填视为随专业开设。', en: 'Empty: from before every day.' },
      example: '2021-09-01',
    }),
    date('to', '停开日期', 'To', {
      also: '终止日期, 结束日期, 停课日期, 停开时间, end, taught until',
      note: { zh: '含当日；不填为仍在开设。', en: 'The last day; empty: still taught.' },
    }),
  ],
  key: ['programme', 'code'],
  span: { starts: ['from'], ends: 'to', empty: 'always', endless: 'open' },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  ranges: [['from', 'to']],
  notAbove: [['foreign_party_hours', 'hours']],
  namesOn: ['first_day'],
  title: titled('name_zh|name_en|code', 'programme'),
}
