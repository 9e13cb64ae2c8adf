import type { RecordType } from '../record-type.ts'
import { HEADCOUNT, PERSON, PROGRAMME } from './common-fields.ts'

export const GRADUATE_OUTCOME: RecordType = {
  name: 'graduate-outcome',
  label: { zh: '毕业去向', en: 'Graduate outcome' },
  description: {
    zh: '一名毕业生在一个观测时点的去向。',
    en: 'Where one graduate was at one point of observation.',
  },
  fields: [
    PERSON,
    { ...HEADCOUNT, also: ['毕业生数', '毕业生人数', ...HEADCOUNT.also!] },
    PROGRAMME,
    {
      name: 'class',
      label: { zh: '届', en: 'Class' },
      kind: 'year',
      required: true,
      also: [
        '毕业届',
        '届别',
        '毕业年份',
        '毕业年度',
        '毕业届次',
        '毕业生届别',
        'class of',
        'graduation year',
        'cohort',
      ],
      note: {
        zh: '学年最后一日所在年份：2023届即2022—2023学年毕业。',
        en: "The year of the school year's last day: the class of 2023 left in 2022/23.",
      },
      example: { zh: '2023', en: '2023' },
    },
    {
      name: 'observation',
      label: { zh: '观测时点', en: 'Observation' },
      kind: 'choice',
      required: true,
      also: ['统计时点', '时点', '调查时点', '统计节点', 'observed at'],
      choices: [
        { key: '08-31', label: { zh: '8月31日', en: '31 August' }, also: ['8.31', '0831', '毕业当年8月31日', '8月底'] },
        {
          key: '12-31',
          label: { zh: '12月31日', en: '31 December' },
          also: ['12.31', '1231', '毕业当年12月31日', '12月底', '年终'],
        },
        {
          key: '6m',
          label: { zh: '毕业半年后', en: 'six months after' },
          also: ['半年后', '毕业6个月后', '6个月', '6 months'],
        },
        {
          key: '12m',
          label: { zh: '毕业一年后', en: 'twelve months after' },
          also: ['一年后', '毕业12个月后', '12个月', '12 months'],
        },
        {
          key: '36m',
          label: { zh: '毕业三年后', en: 'three years after' },
          also: ['三年后', '毕业36个月后', '36个月', '36 months'],
        },
      ],
      example: { zh: '12月31日', en: '31 December' },
    },
    {
      name: 'status',
      label: { zh: '毕业去向', en: 'Status' },
      kind: 'choice',
      required: true,
      also: ['去向', '去向类别', '就业状态', '就业情况', '毕业去向类别', '去向落实情况'],
      choices: [
        {
          key: 'employed',
          label: { zh: '协议和合同就业', en: 'employed' },
          also: ['就业', '单位就业', '协议就业', '合同就业', '签就业协议形式就业', '签劳动合同形式就业', '已就业', 'job'],
        },
        {
          key: 'own-business',
          label: { zh: '自主创业', en: 'own business' },
          also: ['创业', 'self-employed', 'own-business'],
        },
        {
          key: 'flexible',
          label: { zh: '灵活就业', en: 'flexible' },
          also: ['自由职业', '其他录用形式就业', 'flexible work', 'freelance'],
        },
        {
          key: 'further-study',
          label: { zh: '升学', en: 'further study' },
          also: ['专升本', '出国（境）深造', '出国留学', '境内升学', '境外留学'],
        },
        {
          key: 'not-employed',
          label: { zh: '未就业', en: 'not employed' },
          also: ['待就业', '求职中', '不就业拟升学', '暂不就业', '未落实', 'unemployed'],
        },
        { key: 'unknown', label: { zh: '去向不明', en: 'unknown' }, also: ['未知', '不详', '失联', '未登记'] },
      ],
      example: { zh: '协议和合同就业', en: 'employed' },
    },
    {
      name: 'matched',
      label: { zh: '专业是否对口', en: 'Matched' },
      kind: 'flag',
      also: ['是否对口', '专业对口', '是否专业对口', '专业相关', 'job matches the programme'],
      example: { zh: '是', en: 'yes' },
    },
    {
      name: 'pay',
      label: { zh: '月收入（元）', en: 'Monthly pay (CNY)' },
      kind: 'decimal',
      factor: 100,
      min: 0,
      also: ['月收入', '薪酬', '月薪', '起薪', '平均月收入', '收入', '薪资', 'pay', 'monthly pay', 'salary'],
      note: { zh: '元，税前；一组人填平均数。', en: 'In yuan a month, before tax; of a group the mean.' },
      example: { zh: '4600', en: '4600' },
    },
    {
      name: 'employer_type',
      label: { zh: '用人单位类型', en: 'Employer type' },
      kind: 'choice',
      also: ['单位性质', '单位类型', '就业单位性质', '用人单位性质'],
      choices: [
        {
          key: 'going-out',
          label: { zh: '“走出去”企业', en: 'going-out enterprise' },
          also: ['走出去企业', '境外中资企业', 'going-out', 'going out'],
        },
        {
          key: 'foreign',
          label: { zh: '外资企业', en: 'foreign enterprise' },
          also: ['外企', '三资企业', '外商投资企业', '合资企业', 'foreign'],
        },
        { key: 'state', label: { zh: '国有企业', en: 'state-owned enterprise' }, also: ['国企', '央企', 'state'] },
        {
          key: 'private',
          label: { zh: '民营企业', en: 'private enterprise' },
          also: ['私营企业', '民企', '其他企业', 'private'],
        },
        {
          key: 'public',
          label: { zh: '机关事业单位', en: 'public body' },
          also: ['机关', '事业单位', '党政机关', '部队', 'public'],
        },
        { key: 'other', label: { zh: '其他', en: 'other' }, also: ['其他单位'] },
      ],
      example: { zh: '民营企业', en: 'private enterprise' },
    },
    {
      name: 'country',
      label: { zh: '就业国家（地区）', en: 'Country or region' },
      kind: 'country',
      also: ['国家', '国家（地区）', '就业所在国', '就业地', '工作国家', 'country', 'country of work'],
      example: { zh: '中国', en: 'China' },
    },
  ],
  key: ['class', 'observation', 'person'],
  span: { class: 'class' },
  exactlyOne: [['person', 'headcount']],
  title: { zh: ['class', 'observation', 'status', 'programme'], en: ['class', 'observation', 'status', 'programme'] },
}
