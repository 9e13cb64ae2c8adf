import type { Words } from '@causeway/shared/words/words'

export const CHART_WORDS = {
  walk: { zh: '图。用方向键逐个读取', en: 'chart. Arrow keys read it point by point' },
  walkAndChoose: {
    zh: '图。用方向键逐个读取，回车键选择',
    en: 'chart. Arrow keys read it point by point, Enter chooses one',
  },
  form: { zh: '图形', en: 'Drawn as' },
  legend: { zh: '图例', en: 'Legend' },
  table: { zh: '表格', en: 'Table' },
  chart: { zh: '图', en: 'Chart' },
  source: { zh: '来源：', en: 'Source: ' },
  records: { zh: '的台账记录，截至', en: ', records up to ' },
  updated: { zh: '，数据更新至 ', en: '; updated ' },
} satisfies Record<string, Words>
