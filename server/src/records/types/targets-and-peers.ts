import type { RecordType } from '../record-type.ts'
import { choice, code, decimal, flag, integer, like, text, titled, value, year } from '../declare-fields.ts'
import { BASIS, FIGURE_FACTOR, INDICATOR, SCOPE } from '../common-fields.ts'

export const TARGET: RecordType = {
  name: 'target',
  order: 370,
  label: { zh: '目标值', en: 'Target' },
  description: {
    zh: '一项规划为一个指标定的一年目标值。',
    en: 'What a plan sets an indicator for one year.',
  },
  fields: [
    code.required('plan', '规划', 'Plan', {
      also: '规划名称, 计划, 建设方案, 任务书, 规划编号, 项目, plan name, programme of work',
      example: { zh: '十四五规划', en: 'Plan 2021-2025' },
    }),
    like(INDICATOR, { required: true }),
    BASIS,
    year.required('year', '年度', 'Year', {
      also: '年份, 目标年度, 目标年份, 学年, target year, due year',
      note: {
        zh: '统计时段起始的年份：2023—2024学年填 2023。',
        en: 'The year in which the period begins: 2023 is the school year 2023/24.',
      },
      example: '2025',
    }),
    decimal.required('value', '目标值', 'Value', {
      factor: FIGURE_FACTOR,
      also: '目标, 指标目标值, 预期值, 计划值, target, target value',
      note: {
        zh: '按指标的计量单位填写，百分比填 0—100 的数。',
        en: "In the indicator's unit; a share from 0 to 100.",
      },
      example: '300',
    }),
    flag('cumulative', '是否累计值', 'Cumulative', {
      also: '累计, 是否累计, 累计值, 累计目标, cumulative value',
      note: {
        zh: '自规划起始年起累计到该年；不填为当年值。',
        en: "Added up from the plan's first year to this one; empty: of the year alone.",
      },
      example: { zh: '否', en: 'no' },
    }),
    flag('base', '是否基期值', 'Base', {
      also: '基期, 基期值, 是否基期, 基数, 现状值, 是否现状值, base year, baseline',
      note: {
        zh: '规划起步时的水平，不是目标；完成率从这里算起，累计值从下一年算起。',
        en: 'Where the plan began: no target. Progress is measured from it, and what is added up begins the year after.',
      },
      example: { zh: '否', en: 'no' },
    }),
  ],
  key: ['plan', 'indicator', 'basis', 'year'],
  span: { always: true },
  beside: true,
  title: titled('plan', 'indicator', 'year'),
}

export const PEER_FIGURE: RecordType = {
  name: 'peer-figure',
  order: 380,
  label: { zh: '对标院校公开数据', en: 'Peer figure' },
  description: {
    zh: '一所对标院校公布的一个指标值，注明来源。没有数值的写明是空白、“无”还是“—”。',
    en: 'What another institution published for one indicator, with its source. Where there was no number: whether it was blank, a word for none, or a dash.',
  },
  fields: [
    code.required('peer', '对标院校', 'Peer', {
      also: '对标院校代码, 院校, 院校代码, 学校, 学校名称, 院校名称, peer code, peer institution',
      example: { zh: '示例对标学院', en: 'Example Peer College' },
    }),
    like(INDICATOR, { required: true }),
    BASIS,
    SCOPE,
    code('edition', '年度版式', 'Edition', {
      also: '版式, 年报版本, 报表版本, 版次, form edition',
      note: { zh: '公布该值的报表版式，如 2022。', en: 'The edition of the form it was published in, as 2022.' },
      example: '2022',
    }),
    year.required('year', '年度', 'Year', {
      also: '年份, 数据年度, 学年, data year',
      note: {
        zh: '统计时段起始的年份：2023—2024学年填 2023。',
        en: 'The year in which the period begins: 2023 is the school year 2023/24.',
      },
      example: '2023',
    }),
    decimal('value', '公布值', 'Value', {
      factor: FIGURE_FACTOR,
      wordless: { field: 'status', blank: 'blank', none: 'none', dash: 'dash' },
      also: '数值, 指标值, 值, 公开值, published value, figure',
      note: {
        zh: '按指标的计量单位填写；空白、“无”、“—”不是 0，分别记入“无数值情形”。',
        en: "In the indicator's unit. A blank cell, a word for none and a dash are not 0: each is kept as what it is, in “status”.",
      },
      example: '156',
    }),
    choice('status', '无数值情形', 'Status', {
      also: '状态, 缺失情形, 空缺情形, why there is no value',
      choices: [
        value('blank', '空白', 'blank', '空, 未填, empty'),
        value('none', '填“无”', 'none', '没有, 填无'),
        value('dash', '填“—”', 'dash', '横线, 短横, 填横线'),
      ],
      note: {
        zh: '公布处没有数值时填写；有公布值的不填。',
        en: 'What stood there instead of a number; empty where there is a value.',
      },
    }),
    integer('numerator', '分子', 'Numerator', {
      min: 0,
      also: '达到人数, 分子（人）',
      note: {
        zh: '比率的分子、分母一并公布的才填写：有了才能判断两校之差是否超出偶然波动。',
        en: 'Of a rate published with its counts: only with both can chance be said from a difference between two colleges.',
      },
    }),
    integer('denominator', '分母', 'Denominator', { min: 1, also: '总数, 分母（人）' }),
    text.required('source', '来源', 'Source', {
      also: '数据来源, 出处, 来源网址, 文件名称, 链接, source url, url, published in',
      example: {
        zh: '示例对标学院职业教育质量年度报告（2024年度）',
        en: 'Example Peer College, Quality Annual Report 2024',
      },
    }),
    code('page', '页码', 'Page', { also: '页, 所在页, 页数, page number', example: '87' }),
  ],
  key: ['peer', 'indicator', 'basis', 'scope', 'edition', 'year'],
  span: { always: true },
  exactlyOne: [['value', 'status']],
  beside: true,
  title: titled('peer', 'indicator', 'year'),
}
