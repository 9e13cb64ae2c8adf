import type { RecordType } from '../record-type.ts'
import { HEADCOUNT, PERSON, PROGRAMME, SEX, SITE } from './common-fields.ts'
import { LANGUAGE } from './language-field.ts'

export const ENROLMENT: RecordType = {
  name: 'enrolment',
  label: { zh: '学籍（含留学生）', en: 'Enrolment' },
  description: {
    zh: '一人在一个专业的一段就读，本国学生与外国留学生均可。只报人数的，一行代表条件相同的一组人。',
    en: 'One person on one programme for one stretch of time, domestic or foreign. A row with a headcount stands for a group alike.',
  },
  fields: [
    PERSON,
    HEADCOUNT,
    PROGRAMME,
    {
      name: 'kind',
      label: { zh: '学习类别', en: 'Kind' },
      kind: 'choice',
      required: true,
      also: ['学生类别', '类别', '就读类别', '学历类别', '学习形式类别', 'enrolment kind'],
      choices: [
        {
          key: 'degree',
          label: { zh: '学历留学生', en: 'degree' },
          also: ['学历', '学历教育', '学历生', '学历来华留学生'],
        },
        {
          key: 'non-degree',
          label: { zh: '非学历留学生', en: 'non-degree' },
          also: ['非学历', '非学历教育', '进修生', '语言生', '交换生', 'exchange', 'non degree'],
        },
        { key: 'joint', label: { zh: '中外合作办学', en: 'joint' }, also: ['合作办学', '中外合作', '合作办学学生'] },
        {
          key: 'overseas',
          label: { zh: '境外办学', en: 'overseas' },
          also: ['海外办学', '境外办学学生', '海外办学点学生', 'transnational'],
        },
        {
          key: 'domestic',
          label: { zh: '本国学生', en: 'domestic' },
          also: ['国内学生', '中国学生', '普通在校生', '普通', 'home'],
        },
      ],
      example: { zh: '学历留学生', en: 'degree' },
    },
    {
      name: 'full_time',
      label: { zh: '是否全日制', en: 'Full-time' },
      kind: 'flag',
      also: ['全日制', '学习形式', 'full time'],
      example: { zh: '是', en: 'yes' },
    },
    {
      name: 'nationality',
      label: { zh: '国籍（地区）', en: 'Nationality' },
      kind: 'country',
      required: true,
      also: ['国籍', '国家（地区）', '国家', '国别', '生源国', '生源国家', 'citizenship', 'country'],
      example: { zh: '越南', en: 'Viet Nam' },
    },
    {
      name: 'prior_education',
      label: { zh: '前一学历所在国家（地区）', en: 'Country of prior education' },
      kind: 'country',
      also: ['前一学历国家', '毕业学校所在国', '前置学历国家', 'prior education'],
    },
    { ...SEX, example: { zh: '女', en: 'female' } },
    {
      name: 'level',
      label: { zh: '学历层次', en: 'Level' },
      kind: 'choice',
      also: ['层次', '培养层次', '教育层次'],
      choices: [
        {
          key: 'secondary',
          label: { zh: '中职', en: 'secondary' },
          also: ['中等职业教育', '中专', 'upper secondary', 'intermediate'],
        },
        {
          key: 'higher',
          label: { zh: '高职专科', en: 'higher' },
          also: ['专科', '高职', '高职（专科）', '大专', 'advanced', 'higher vocational'],
        },
        { key: 'bachelor', label: { zh: '本科', en: 'bachelor' }, also: ['职业本科', '本科层次', 'undergraduate'] },
        { key: 'training', label: { zh: '培训', en: 'training' }, also: ['短期培训', '非学历培训'] },
      ],
      example: { zh: '高职专科', en: 'higher' },
    },
    {
      name: 'start',
      label: { zh: '入学日期', en: 'Start' },
      kind: 'date',
      required: true,
      also: [
        '开始日期',
        '起始日期',
        '入学时间',
        '入学年月日',
        '来校日期',
        '报到日期',
        '学习开始日期',
        'start date',
        'from',
      ],
      example: { zh: '2023-09-01', en: '2023-09-01' },
    },
    {
      name: 'end',
      label: { zh: '离校日期', en: 'End' },
      kind: 'date',
      also: ['结束日期', '终止日期', '毕业日期', '结业日期', '离校时间', '学习结束日期', 'end date', 'to'],
      note: { zh: '含当日；仍在读不填。', en: 'The last day; empty: still enrolled.' },
      example: { zh: '2026-06-30', en: '2026-06-30' },
    },
    {
      name: 'planned_days',
      label: { zh: '计划学习天数', en: 'Planned days' },
      kind: 'integer',
      unit: { zh: '天', en: 'days' },
      min: 1,
      also: ['计划天数', '计划就读天数', '学习天数', 'planned duration in days'],
      note: {
        zh: '不填则按入学至离校计算（首尾两日均计）；填写的以填写为准。',
        en: 'Empty: from start to end, both counted. Given, it stands.',
      },
    },
    {
      name: 'outcome',
      label: { zh: '学习结果', en: 'Outcome' },
      kind: 'choice',
      also: ['结果', '离校原因', '毕业情况', '学籍状态', '结业情况'],
      choices: [
        { key: 'completed', label: { zh: '完成学业', en: 'completed' }, also: ['毕业', '结业', '完成', 'graduated'] },
        {
          key: 'left',
          label: { zh: '中途离校', en: 'left' },
          also: ['退学', '肄业', '中途退学', 'dropped out', 'withdrawn'],
        },
        { key: 'transferred', label: { zh: '转出', en: 'transferred' }, also: ['转学', '转专业', 'transfer'] },
      ],
    },
    {
      ...SITE,
      note: {
        zh: '在国（境）外办学点就读的填写，学习类别须为“境外办学”。',
        en: 'Of those at a site abroad; the kind is then `overseas`.',
      },
    },
    {
      name: 'funding',
      label: { zh: '经费来源', en: 'Funding' },
      kind: 'choice',
      also: ['经费类别', '资助类别', '奖学金类别', '资助方式', '学费来源', 'funded by', 'scholarship'],
      choices: [
        {
          key: 'government',
          label: { zh: '政府奖学金', en: 'government' },
          also: ['中国政府奖学金', '地方政府奖学金', '省政府奖学金', '国家奖学金', 'government scholarship'],
        },
        {
          key: 'college',
          label: { zh: '学校奖学金', en: 'college' },
          also: ['学校资助', '院校奖学金', '校级奖学金', 'college scholarship'],
        },
        { key: 'self', label: { zh: '自费', en: 'self' }, also: ['自费生', 'self-funded', 'self funded'] },
        {
          key: 'enterprise',
          label: { zh: '企业资助', en: 'enterprise' },
          also: ['企业奖学金', '企业委托培养', '订单培养', 'company', 'enterprise scholarship'],
        },
      ],
    },
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
  title: { zh: ['kind', 'programme', 'nationality', 'start'], en: ['kind', 'programme', 'nationality', 'start'] },
}
