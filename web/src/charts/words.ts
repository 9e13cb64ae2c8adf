import type { Words } from '@causeway/shared/words/words'

export const CHART_WORDS = {
  walk: { zh: '图。用方向键逐个读取', en: 'chart. Arrow keys read it point by point' },
  walkAndChoose: {
    zh: '图。用方向键逐个读取，回车键选择',
    en: 'chart. Arrow keys read it point by point, Enter chooses one',
  },
  partial: { zh: '（数据未完整）', en: ' (not complete)' },
  partialBar: { zh: '† 浅色斜纹：该时段数据未完整', en: '† pale and hatched: the period is not complete' },
  partialPoint: { zh: '† 空心虚线：该时段数据未完整', en: '† hollow and dotted: the period is not complete' },
  form: { zh: '图形', en: 'Drawn as' },
  partialMark: { zh: '† 该时段数据未完整', en: '† the period is not complete' },
  target: { zh: '短粗线：目标值（{plans}）', en: 'heavy short line: target ({plans})' },
  limit: { zh: '虚线：', en: 'dashed line: ' },
  whisker: { zh: '细线两端：95%置信区间', en: 'thin line between two ends: 95% interval' },
  fromTo: { zh: '空心：前一期；实心：后一期', en: 'hollow: the earlier period; filled: the later one' },
  span: {
    zh: '横条：历年最低至最高；圆点：最近一个完整时段',
    en: 'bar: from the lowest to the highest of the years; dot: the last complete one',
  },
  flow: {
    zh: '带子的宽窄表示数值大小；为0或无数值的不画',
    en: 'the width of a stream is its figure; what is 0 or has none is not drawn',
  },
  legend: { zh: '图例', en: 'Legend' },
  table: { zh: '表格', en: 'Table' },
  chart: { zh: '图', en: 'Chart' },
  source: { zh: '来源：', en: 'Source: ' },
  records: { zh: '的台账记录，截至', en: ', records up to ' },
  updated: { zh: '，数据更新至 ', en: '; updated ' },
  oneLeftOut: { zh: '图中未列出的还有 1 类，见表格', en: '1 more is in the table' },
  leftOut: { zh: '图中未列出的还有 {n} 类，见表格', en: '{n} more are in the table' },
} satisfies Record<string, Words>
