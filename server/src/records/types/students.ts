import { verb, type RecordType } from '../record-type.ts'
import { choice, country, date, decimal, flag, integer, like, titled, value, year } from '../declare-fields.ts'
import { HEADCOUNT, LANGUAGE, NATIONALITY, PERSON, PROGRAMME, SEX, SITE } from '../common-fields.ts'

export const ENROLMENT: RecordType = {
  name: 'enrolment',
  order: 210,
  label: { zh: '学籍（含留学生）', en: 'Enrolment' },
  description: {
    zh: '一人在一个专业的一段就读，本国学生与外国留学生均可。只报人数的，一行代表条件相同的一组人。',
    en: 'One person on one programme for one stretch of time, domestic or foreign. A row with a headcount is a group of people who are alike.',
  },
  fields: [
    PERSON,
    HEADCOUNT,
    PROGRAMME,
    choice.required('kind', '学习类别', 'Kind', {
      also: '学生类别, 学生类型, 留学生类别, 留学生类型, 类别, 就读类别, 学历类别, 学习形式类别, enrolment kind',
      choices: [
        value('degree', '学历留学生', 'degree', '学历, 学历教育, 学历生, 学历来华留学生'),
        value(
          'non-degree',
          '非学历留学生',
          'non-degree',
          '非学历, 非学历教育, 进修生, 语言生, 交换生, exchange, non degree',
        ),
        value('joint', '中外合作办学', 'joint', '合作办学, 中外合作, 合作办学学生'),
        value('overseas', '境外办学', 'overseas', '海外办学, 境外办学学生, 海外办学点学生, transnational'),
        value('domestic', '本国学生', 'domestic', '国内学生, 中国学生, 普通在校生, 普通, home'),
      ],
      example: { zh: '学历留学生', en: 'degree' },
    }),
    flag('full_time', '是否全日制', 'Full-time', {
      also: '全日制, 学习形式, full time',
      example: { zh: '是', en: 'yes' },
    }),
    country.required('nationality', '国籍（地区）', 'Nationality', {
      also: `国籍, 国籍/地区, 国籍（国别）, 国家（地区）, 国家, 国家/地区, 国家或地区, 国别, 国别（地区）, 学生国籍,
        学生国别, 留学生国籍, 生源国, 生源国家, 生源国（地区）, 生源国别, 来源国, 来源国家, 来源国家（地区）,
        citizenship, country, country of citizenship, country of origin`,
      example: { zh: '越南', en: 'Viet Nam' },
    }),
    country('prior_education', '前一学历所在国家（地区）', 'Country of prior education', {
      also: '前一学历国家, 毕业学校所在国, 前置学历国家, prior education',
    }),
    like(SEX, { example: { zh: '女', en: 'female' } }),
    choice('level', '学历层次', 'Level', {
      also: '层次, 培养层次, 教育层次',
      choices: [
        value('secondary', '中职', 'secondary', '中等职业教育, 中专, upper secondary, intermediate'),
        value('higher', '高职专科', 'higher', '专科, 高职, 高职（专科）, 大专, advanced, higher vocational'),
        value('bachelor', '本科', 'bachelor', '职业本科, 本科层次, undergraduate'),
        value('training', '培训', 'training', '短期培训, 非学历培训'),
      ],
      example: { zh: '高职专科', en: 'higher' },
    }),
    date.required('start', '入学日期', 'Start', {
      also: `开始日期, 起始日期, 入学年月日, 入校日期, 来校日期, 报到日期, 学习开始日期, start date, enrolment date,
        date of enrolment, admission date, from`,
      example: '2023-09-01',
    }),
    date('end', '离校日期', 'End', {
      also: `结束日期, 终止日期, 毕业日期, 预计毕业日期, 拟毕业日期, 结业日期, 预计离校日期, 学习结束日期, end date,
        expected end, graduation date, to`,
      note: { zh: '含当日；仍在读不填。', en: 'The last day; empty: still enrolled.' },
      example: '2026-06-30',
    }),
    integer('planned_days', '计划学习天数', 'Planned days', {
      unit: { zh: '天', en: 'days' },
      min: 1,
      also: '计划天数, 计划就读天数, 学习天数, planned duration in days',
      note: {
        zh: '不填则按入学至离校计算（首尾两日均计）；填写的以填写为准。',
        en: 'Empty: from start to end, both counted. Given, it counts.',
      },
    }),
    choice('outcome', '学习结果', 'Outcome', {
      also: '结果, 离校原因, 毕业情况, 学籍状态, 结业情况',
      choices: [
        value('completed', '完成学业', 'completed', '毕业, 结业, 完成, graduated'),
        value('left', '中途离校', 'left', '退学, 肄业, 中途退学, dropped out, withdrawn'),
        value('transferred', '转出', 'transferred', '转学, 转专业, transfer'),
      ],
    }),
    like(SITE, {
      note: {
        zh: '在国（境）外办学点就读的填写，学习类别须为“境外办学”。',
        en: 'Of those at a site abroad; the kind is then `overseas`.',
      },
    }),
    choice('funding', '经费来源', 'Funding', {
      also: '经费类别, 资助类别, 奖学金类别, 资助方式, 学费来源, funded by, scholarship',
      choices: [
        value(
          'government',
          '政府奖学金',
          'government',
          '中国政府奖学金, 地方政府奖学金, 省政府奖学金, 国家奖学金, government scholarship',
        ),
        value('college', '学校奖学金', 'college', '学校资助, 院校奖学金, 校级奖学金, college scholarship'),
        value('self', '自费', 'self', '自费生, self-funded, self funded'),
        value(
          'enterprise',
          '企业资助',
          'enterprise',
          '企业奖学金, 企业委托培养, 订单培养, company, enterprise scholarship',
        ),
      ],
    }),
    LANGUAGE,
  ],
  key: ['person', 'programme', 'start'],
  span: { starts: ['start'], ends: 'end', empty: 'never', endless: 'open' },
  exactlyOne: [['person', 'headcount']],
  ranges: [['start', 'end']],
  allowedWhere: [
    {
      field: 'kind',
      in: ['overseas'],
      then: 'site',
      because: {
        zh: '在国（境）外办学点就读的，学习类别须为“境外办学”；否则请清空办学点',
        en: 'who is at a site abroad is of kind overseas; change the kind, or empty the site',
      },
    },
  ],
  namesOn: ['first_day'],
  verbs: { begin: verb('入学', 'enrolled'), end: verb('离校', 'left') },
  title: titled('kind', 'programme', 'nationality', 'start'),
}

export const GRADUATE_OUTCOME: RecordType = {
  name: 'graduate-outcome',
  order: 260,
  label: { zh: '毕业去向', en: 'Graduate outcome' },
  description: {
    zh: '一名毕业生在一个观测时点的去向。',
    en: 'Where one graduate was at one point of observation.',
  },
  fields: [
    PERSON,
    like(HEADCOUNT, { also: '毕业生数, 毕业生人数' }),
    PROGRAMME,
    year.required('class', '届', 'Class', {
      also: '毕业届, 届别, 毕业年份, 毕业年度, 毕业届次, 毕业生届别, class of, graduation year, cohort',
      note: {
        zh: '学年最后一日所在年份：2023届即2022—2023学年毕业。',
        en: "The year of the school year's last day: the class of 2023 left in 2022/23.",
      },
      example: '2023',
    }),
    choice.required('observation', '观测时点', 'Observation', {
      also: '统计时点, 时点, 调查时点, 统计节点, observed at',
      choices: [
        value('08-31', '8月31日', '31 August', '8.31, 0831, 毕业当年8月31日, 8月底'),
        value('12-31', '12月31日', '31 December', '12.31, 1231, 毕业当年12月31日, 12月底, 年终'),
        value('6m', '毕业半年后', 'six months after', '半年后, 毕业6个月后, 6个月, 6 months'),
        value('12m', '毕业一年后', 'twelve months after', '一年后, 毕业12个月后, 12个月, 12 months'),
        value('36m', '毕业三年后', 'three years after', '三年后, 毕业36个月后, 36个月, 36 months'),
      ],
      example: { zh: '12月31日', en: '31 December' },
    }),
    choice.required('status', '毕业去向', 'Status', {
      also: '去向, 去向类别, 就业状态, 就业情况, 毕业去向类别, 去向落实情况',
      choices: [
        value(
          'employed',
          '协议和合同就业',
          'employed',
          '就业, 单位就业, 协议就业, 合同就业, 签就业协议形式就业, 签劳动合同形式就业, 已就业, job',
        ),
        value('own-business', '自主创业', 'own business', '创业, self-employed, own-business'),
        value('flexible', '灵活就业', 'flexible', '自由职业, 其他录用形式就业, flexible work, freelance'),
        value('further-study', '升学', 'further study', '专升本, 出国（境）深造, 出国留学, 境内升学, 境外留学'),
        value('not-employed', '未就业', 'not employed', '待就业, 求职中, 不就业拟升学, 暂不就业, 未落实, unemployed'),
        value('unknown', '去向不明', 'unknown', '未知, 不详, 失联, 未登记'),
      ],
      example: { zh: '协议和合同就业', en: 'employed' },
    }),
    flag('matched', '专业是否对口', 'Matched', {
      also: '是否对口, 专业对口, 是否专业对口, 专业相关, job matches the programme',
      example: { zh: '是', en: 'yes' },
    }),
    decimal('pay', '月收入（元）', 'Monthly pay (CNY)', {
      factor: 100,
      min: 0,
      also: '月收入, 薪酬, 月薪, 起薪, 平均月收入, 收入, 薪资, pay, monthly pay, salary',
      note: { zh: '元，税前；一组人填平均数。', en: 'In yuan a month, before tax; of a group the mean.' },
      example: '4600',
    }),
    choice('employer_type', '用人单位类型', 'Employer type', {
      also: '单位性质, 单位类型, 就业单位性质, 用人单位性质',
      choices: [
        value('going-out', '“走出去”企业', 'going-out enterprise', '走出去企业, 境外中资企业, going-out, going out'),
        value('foreign', '外资企业', 'foreign enterprise', '外企, 三资企业, 外商投资企业, 合资企业, foreign'),
        value('state', '国有企业', 'state-owned enterprise', '国企, 央企, state'),
        value('private', '民营企业', 'private enterprise', '私营企业, 民企, 其他企业, private'),
        value('public', '机关事业单位', 'public body', '机关, 事业单位, 党政机关, 部队, public'),
        value('other', '其他', 'other', '其他单位'),
      ],
      example: { zh: '民营企业', en: 'private enterprise' },
    }),
    country('country', '就业国家（地区）', 'Country or region', {
      also: '国家, 国家（地区）, 就业所在国, 就业地, 工作国家, country, country of work',
      example: { zh: '中国', en: 'China' },
    }),
    NATIONALITY,
  ],
  key: ['class', 'observation', 'person'],
  span: { class: 'class' },
  exactlyOne: [['person', 'headcount']],
  title: titled('class', 'observation', 'status', 'programme'),
}
