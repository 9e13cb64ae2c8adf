import type { RecordType } from '../record-type.ts'
import { BASIS, FIGURE_FACTOR, INDICATOR } from '../common-fields.ts'

export const TARGET: RecordType = {
  name: 'target',
  order: 370,
  label: { zh: '目标值', en: 'Target' },
  description: {
    zh: '一项规划为一个指标定的一年目标值。',
    en: 'What a plan sets an indicator for one year.',
  },
  fields: [
    {
      name: 'plan',
      label: { zh: '规划', en: 'Plan' },
      kind: 'code',
      required: true,
      also: ['规划名称', '计划', '建设方案', '任务书', '规划编号', '项目', 'plan name', 'programme of work'],
      example: { zh: '十四五规划', en: 'Plan 2021-2025' },
    },
    { ...INDICATOR, required: true },
    BASIS,
    {
      name: 'year',
      label: { zh: '年度', en: 'Year' },
      kind: 'year',
      required: true,
      also: ['年份', '目标年度', '目标年份', '学年', 'target year', 'due year'],
      note: {
        zh: '统计时段起始的年份：2023—2024学年填 2023。',
        en: 'The year in which the period begins: 2023 is the school year 2023/24.',
      },
      example: { zh: '2025', en: '2025' },
    },
    {
      name: 'value',
      label: { zh: '目标值', en: 'Value' },
      kind: 'decimal',
      factor: FIGURE_FACTOR,
      required: true,
      also: ['目标', '指标目标值', '预期值', '计划值', 'target', 'target value'],
      note: {
        zh: '按指标的计量单位填写，百分比填 0—100 的数。',
        en: "In the indicator's unit; a share from 0 to 100.",
      },
      example: { zh: '300', en: '300' },
    },
    {
      name: 'cumulative',
      label: { zh: '是否累计值', en: 'Cumulative' },
      kind: 'flag',
      also: ['累计', '是否累计', '累计值', '累计目标', 'cumulative value'],
      note: {
        zh: '自规划起始年起累计到该年；不填为当年值。',
        en: "Added up from the plan's first year to this one; empty: of the year alone.",
      },
      example: { zh: '否', en: 'no' },
    },
    {
      name: 'base',
      label: { zh: '是否基期值', en: 'Base' },
      kind: 'flag',
      also: ['基期', '基期值', '是否基期', '基数', '现状值', '是否现状值', 'base year', 'baseline'],
      note: {
        zh: '规划起步时的水平，不是目标；完成率从这里算起，累计值从下一年算起。',
        en: 'Where the plan began: no target. Progress is measured from it, and what is added up begins the year after.',
      },
      example: { zh: '否', en: 'no' },
    },
  ],
  key: ['plan', 'indicator', 'basis', 'year'],
  span: { always: true },
  beside: true,
  title: { zh: ['plan', 'indicator', 'year'], en: ['plan', 'indicator', 'year'] },
}
