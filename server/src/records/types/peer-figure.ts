import type { RecordType } from '../record-type.ts'
import { BASIS, FIGURE_FACTOR, INDICATOR, SCOPE } from '../common-fields.ts'

export const PEER_FIGURE: RecordType = {
  name: 'peer-figure',
  order: 380,
  label: { zh: '对标院校公开数据', en: 'Peer figure' },
  description: {
    zh: '一所对标院校公布的一个指标值，注明来源。没有数值的写明是空白、“无”还是“—”。',
    en: 'What another institution published for one indicator, with its source. Where there was no number: whether it was blank, a word for none, or a dash.',
  },
  fields: [
    {
      name: 'peer',
      label: { zh: '对标院校', en: 'Peer' },
      kind: 'code',
      required: true,
      also: ['对标院校代码', '院校', '院校代码', '学校', '学校名称', '院校名称', 'peer code', 'peer institution'],
      example: { zh: '示例对标学院', en: 'Example Peer College' },
    },
    { ...INDICATOR, required: true },
    BASIS,
    SCOPE,
    {
      name: 'edition',
      label: { zh: '年度版式', en: 'Edition' },
      kind: 'code',
      also: ['版式', '年报版本', '报表版本', '版次', 'form edition'],
      note: { zh: '公布该值的报表版式，如 2022。', en: 'The edition of the form it was published in, as 2022.' },
      example: { zh: '2022', en: '2022' },
    },
    {
      name: 'year',
      label: { zh: '年度', en: 'Year' },
      kind: 'year',
      required: true,
      also: ['年份', '数据年度', '学年', 'data year'],
      note: {
        zh: '统计时段起始的年份：2023—2024学年填 2023。',
        en: 'The year in which the period begins: 2023 is the school year 2023/24.',
      },
      example: { zh: '2023', en: '2023' },
    },
    {
      name: 'value',
      label: { zh: '公布值', en: 'Value' },
      kind: 'decimal',
      factor: FIGURE_FACTOR,
      wordless: { field: 'status', blank: 'blank', none: 'none', dash: 'dash' },
      also: ['数值', '指标值', '值', '公开值', 'published value', 'figure'],
      note: {
        zh: '按指标的计量单位填写；空白、“无”、“—”不是 0，分别记入“无数值情形”。',
        en: "In the indicator's unit. A blank cell, a word for none and a dash are not 0: each is kept as what it is, in “status”.",
      },
      example: { zh: '156', en: '156' },
    },
    {
      name: 'status',
      label: { zh: '无数值情形', en: 'Status' },
      kind: 'choice',
      also: ['状态', '缺失情形', '空缺情形', 'why there is no value'],
      choices: [
        { key: 'blank', label: { zh: '空白', en: 'blank' }, also: ['空', '未填', 'empty'] },
        { key: 'none', label: { zh: '填“无”', en: 'none' }, also: ['没有', '填无'] },
        { key: 'dash', label: { zh: '填“—”', en: 'dash' }, also: ['横线', '短横', '填横线'] },
      ],
      note: {
        zh: '公布处没有数值时填写；有公布值的不填。',
        en: 'What stood there instead of a number; empty where there is a value.',
      },
    },
    {
      name: 'numerator',
      label: { zh: '分子', en: 'Numerator' },
      kind: 'integer',
      min: 0,
      also: ['达到人数', '分子（人）'],
      note: {
        zh: '比率的分子、分母一并公布的才填写：有了才能判断两校之差是否超出偶然波动。',
        en: 'Of a rate published with its counts: only with both can chance be said from a difference between two colleges.',
      },
    },
    {
      name: 'denominator',
      label: { zh: '分母', en: 'Denominator' },
      kind: 'integer',
      min: 1,
      also: ['总数', '分母（人）'],
    },
    {
      name: 'source',
      label: { zh: '来源', en: 'Source' },
      kind: 'text',
      required: true,
      also: ['数据来源', '出处', '来源网址', '文件名称', '链接', 'source url', 'url', 'published in'],
      example: {
        zh: '示例对标学院职业教育质量年度报告（2024年度）',
        en: 'Example Peer College, Quality Annual Report 2024',
      },
    },
    {
      name: 'page',
      label: { zh: '页码', en: 'Page' },
      kind: 'code',
      also: ['页', '所在页', '页数', 'page number'],
      example: { zh: '87', en: '87' },
    },
  ],
  key: ['peer', 'indicator', 'basis', 'scope', 'edition', 'year'],
  span: { always: true },
  exactlyOne: [['value', 'status']],
  beside: true,
  title: { zh: ['peer', 'indicator', 'year'], en: ['peer', 'indicator', 'year'] },
}
