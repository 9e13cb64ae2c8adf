import { MOST_BARS } from '../charts/measures.ts'
import { seriesToChartSpec } from '../charts/series-chart.ts'
import type { ChartFacts } from '../charts/spec.ts'
import type { Gap } from '../figure.ts'
import { formatFigure } from '../format-figure.ts'
import type { Basis, Period } from '../period.ts'
import type { ReadableSeries } from '../series-facts.ts'
import type { Scope } from '../series.ts'
import { seriesToTable } from '../table.ts'
import { inLocale, type Locale, type Words, asIs } from '../words/words.ts'
import type { DrawnView } from './drawn-view.ts'

export interface PeersFound {
  basis: Basis
  scope: Scope | null
  own: { period: Period; value: number | null; gap: Gap | null }
  /** The numbers of peers; only those that may be compared are drawn. */
  peers: readonly { peer: string; name: Words; value: number | null; compared: boolean }[]
}

/** The key of the own figure among those of peers, which have names. */
const OWN = ' '
const COLLEGE: Words = { zh: '院校', en: 'College' }
const COMPARABLE: Words = { zh: '可比的数', en: 'what can be compared' }
const NONE: Words = { zh: '没有可比的数', en: 'Nothing to compare with' }

/**
 * The comparable numbers as bars, the longest first, the own one always among them. `own`: at which place it holds.
 */
export function peersView(found: PeersFound, facts: Omit<ChartFacts, 'limits'>): DrawnView & { own: number } {
  const { period, value, gap } = found.own
  const compared = found.peers.filter((peer) => peer.compared && peer.value !== null)
  const figures = [
    { period, value, gap, category: OWN },
    ...compared.map((peer) => ({ period, value: peer.value, gap: null, category: peer.peer })),
  ].toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  const names = new Map([[OWN, facts.institution], ...compared.map(({ peer, name }) => [peer, name] as const)])
  const series: ReadableSeries = { basis: found.basis, scope: found.scope, dimension: 'partner', figures }
  const named = { ...facts, categoryLabel: (key: string) => names.get(key) ?? asIs(key) }
  const drawn = figures.filter(({ category }, at) => category === OWN || at < MOST_BARS - 1)
  const spec = seriesToChartSpec({ ...series, figures: drawn }, named, 'bars')
  const table = seriesToTable(series, named)
  const [first, ...others] = table.columns
  const title = { zh: `${facts.name.zh}：${COMPARABLE.zh}`, en: `${facts.name.en}: ${COMPARABLE.en}` }
  const said = (locale: Locale) =>
    figures.map((figure) => {
      const text = formatFigure(figure, { decimals: facts.decimals, unit: facts.unit }, locale)
      return `${inLocale(named.categoryLabel(figure.category), locale)} ${text}`
    })
  const none = compared.length === 0
  return {
    spec: {
      ...spec,
      title,
      summary: {
        zh: `${none ? `${NONE.zh}：` : ''}${said('ZH').join('，')}。`,
        en: `${none ? `${NONE.en}: ` : ''}${said('EN').join(', ')}.`,
      },
      leftOut: figures.length - drawn.length,
    },
    table: { ...table, title, columns: [{ ...first!, heading: COLLEGE }, ...others] },
    own: drawn.findIndex(({ category }) => category === OWN),
  }
}
