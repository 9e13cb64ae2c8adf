import type { ChartForm } from './forms.ts'
import type { Words } from '../words/words.ts'

export const chartFormWords: Record<ChartForm, Words> = {
  lines: { zh: '折线图', en: 'lines' },
  bars: { zh: '条形图', en: 'bars' },
  stacked: { zh: '堆积图', en: 'stacked bars' },
  multiples: { zh: '分组小图', en: 'small multiples' },
  slope: { zh: '两期对比斜线图', en: 'slopes between two periods' },
  range: { zh: '区间图', en: 'ranges' },
  dots: { zh: '点图（含波动范围）', en: 'dots with ranges of chance' },
  matrix: { zh: '矩阵图', en: 'matrix' },
  flow: { zh: '流向图', en: 'flow' },
}

/** The form that an address asks for: `matrix`, or of the chart of that name alone `groups:matrix`; several with commas. */
export function formAsked(asked: string | null, name: string, suiting: readonly ChartForm[]): ChartForm {
  const all = asked?.split(',') ?? []
  const own = all.find((one) => one.startsWith(`${name}:`))?.slice(name.length + 1)
  return suiting.find((form) => form === own) ?? suiting.find((form) => all.includes(form)) ?? suiting[0]!
}

/** What the address says once the chart of that name is drawn in this form; null: nothing, it is the one the data suggest. */
export function askForForm(
  asked: string | null,
  name: string,
  form: ChartForm,
  suiting: readonly ChartForm[],
): string | null {
  const others = (asked?.split(',') ?? []).filter((one) => one.includes(':') && !one.startsWith(`${name}:`))
  const all = form === suiting[0] ? others : [...others, `${name}:${form}`]
  return all.length > 0 ? all.join(',') : null
}
