import type { Words } from './words.ts'

/** How a figure behaves over time. */
export const kindWords: Record<'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN', Words> = {
  STOCK: { zh: '时点数', en: 'stock' },
  FLOW: { zh: '时期数', en: 'flow' },
  CUMULATIVE: { zh: '累计数', en: 'cumulative' },
  RATIO: { zh: '比率', en: 'ratio' },
  MEAN: { zh: '均值', en: 'mean' },
}
