import { useMemo } from 'react'
import {
  formsFor,
  formsOfBreakdown,
  isOverYears,
  partsAddUp,
  seriesToChartSpec,
} from '@causeway/shared/charts/series-chart'
import { formAsked } from '@causeway/shared/charts/asked-form'
import { namesNothing, placeAtEnd } from '@causeway/shared/unknown'
import { seriesToTable } from '@causeway/shared/table'
import { Link, useAddress } from '../../address/address.tsx'
import type { TakenView } from '../../address/taken-view.ts'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { factsOf, narrowedSubtitle, readableOf } from './chart-of-series.ts'
import type { BreakdownSeries, IndicatorFacts } from '../../graph/generated.ts'
import { BreakdownQuery, type SeriesQuestion } from './indicator-query.ts'
import { writeFilter } from '../../graph/series-filter.ts'
import INDICATOR_WORDS from './words.json' with { type: 'json' }

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  question: SeriesQuestion
  year: number
  by: string
  across: string | null
  /** What of all is counted. */
  narrowed: string[]
  /** Where the same can be had. */
  take: TakenView
}

/**
 * The categories of the chosen year as a chart, or over all years where the reader takes such a form; of all years as a table. Crossed
 * with a second dimension, of the chosen year alone.
 */
export function BreakdownPanel({ indicator, setting, question, year, by, across, narrowed, take }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const { institution } = setting
  const years = across ? { from: year, to: year } : {}
  const { data, waiting, fault, retry } = useAnswer(BreakdownQuery, { ...question, ...years, by, across })
  const series = data?.indicator?.series ?? null
  const read = useMemo(() => (series ? readBreakdown(series, by, across, year) : null), [series, by, across, year])
  const wholes = indicator.series?.figures.map(readableOf) ?? []
  const addsUp = read !== null && !across && partsAddUp(read.shown.figures, wholes)
  const forms = read ? formsOf(read, across, { kind: indicator.kind, addsUp }) : []
  const form = formAsked(address.view.chart, 'groups', forms)
  const named = (id: string) => indicator.dimensions.find((dimension) => dimension.id === id)?.name ?? id
  const title = across
    ? say(INDICATOR_WORDS.byTwo, { by: named(by), across: named(across) })
    : say(INDICATOR_WORDS.byWhat, { by: named(by) })
  const part = narrowed.join(say({ zh: '，', en: ', ' }))
  const drawn = useMemo(() => {
    if (!read) return null
    const facts = { ...factsOf(indicator, institution.name), addsUp, year, ...read.labels }
    const spec = seriesToChartSpec(!across && isOverYears(form) ? read.all : read.shown, facts, form)
    return {
      spec: { ...spec, title: spoken(title), subtitle: narrowedSubtitle(spec.subtitle, part) },
      table: seriesToTable(read.all, facts),
    }
  }, [read, indicator, institution.name, across, addsUp, year, form, title, part])
  if (!series || !read || !drawn || read.shown.figures.length === 0)
    return (
      <section className="card wide">
        {fault ? (
          <FaultState fault={fault} retry={retry} />
        ) : waiting ? (
          <Loading rows={5} />
        ) : (
          <EmptyState title={say(INDICATOR_WORDS.noCategories)} />
        )}
      </section>
    )
  const keys = drawn.spec.labels.map((label) => read.keyOf.get(label.text.en) ?? '')
  return (
    <ChartPanel
      name="groups"
      className="wide"
      spec={drawn.spec}
      forms={forms}
      table={drawn.table}
      take={take}
      institution={institution}
      computedAt={series.computedAt}
      chosen={across || !address.view.category ? -1 : keys.indexOf(address.view.category)}
      onChoose={across || keys.every((key) => key === '') ? undefined : choose}
    >
      {series.stayed && <p className="note">{series.stayed}</p>}
      {indicator.kind !== 'RATIO' && indicator.kind !== 'MEAN' && !addsUp && (
        <p className="cap">{say(INDICATOR_WORDS.notAdditive)}</p>
      )}
      {!across && <CategoryLinks by={by} labelOf={read.labels.categoryLabel} />}
    </ChartPanel>
  )

  function choose(place: number) {
    const key = keys[place]
    if (key) address.change({ category: key === address.view.category ? null : key, records: null, after: null })
  }
}

/** Dimensions whose categories have a page of their own. */
const PAGES_OF_ONE = ['country', 'programme', 'partner', 'platform'] as const

interface LinksProps {
  by: string
  labelOf: Read['labels']['categoryLabel']
}

/** From a chosen category on: its figure over the years, and nothing else. */
function CategoryLinks({ by, labelOf }: LinksProps) {
  const { say } = useLanguage()
  const address = useAddress()
  const key = address.view.category
  const label = key && labelOf(key)
  if (!key || !label) return null
  const page = PAGES_OF_ONE.find((name) => name === by)
  const narrowed = {
    filter: [writeFilter({ dimension: by, in: [key] })],
    by: null,
    category: null,
    records: null,
    after: null,
  }
  return (
    <p>
      <Link view={narrowed}>{say(INDICATOR_WORDS.onlyThis, { name: say(label) })}</Link>
      {page && !namesNothing(by, key) && (
        <>
          {' · '}
          <Link to={{ page, id: key }}>{say(INDICATOR_WORDS.allAbout, { name: say(label) })}</Link>
        </>
      )}
    </p>
  )
}

type Read = ReturnType<typeof readBreakdown>

/** Crossed, only the chosen year is asked for. */
function formsOf({ shown, all }: Read, across: string | null, facts: Parameters<typeof formsFor>[1]) {
  return across || shown.figures.length === 0 ? formsFor(shown, facts) : formsOfBreakdown(shown, all, facts)
}

function readBreakdown(series: BreakdownSeries, by: string, across: string | null, year: number) {
  const labels = labelsOf(series, 'category')
  const acrossLabels = labelsOf(series, 'across')
  const common = { basis: series.basis, scope: series.scope, dimension: by, across }
  const figures = series.figures.map(readableOf)
  const ofYear = figures.filter((figure) => figure.period.year === year && figure.category !== null)
  if (UNORDERED.has(by) && !across)
    ofYear.sort((a, b) => placeAtEnd(by, a.category) - placeAtEnd(by, b.category) || sizeOf(b) - sizeOf(a))
  return {
    shown: { ...common, figures: ofYear },
    all: { ...common, figures },
    labels: {
      categoryLabel: (key: string) => spoken(labels.get(key) ?? key),
      acrossLabel: (key: string) => spoken(acrossLabels.get(key) ?? key),
    },
    keyOf: new Map([...labels].map(([key, label]) => [label, key])),
  }
}

/** Dimensions whose categories have no order of their own: their bars are by length. */
const UNORDERED = new Set(['country', 'programme', 'department', 'partner', 'platform', 'site', 'unit', 'instrument'])

function sizeOf({ value, gap }: { value: number | null; gap: string | null }): number {
  return value ?? (gap === 'SUPPRESSED' ? -1 : -2)
}

/** Names of the categories by key; two of one name are distinguished by their keys. */
function labelsOf(series: BreakdownSeries, side: 'category' | 'across'): Map<string, string> {
  const labels = new Map(
    series.figures.flatMap((figure) => (figure[side] ? [[figure[side].key, figure[side].label] as const] : [])),
  )
  const times = Map.groupBy(labels, ([, label]) => label)
  return new Map([...labels].map(([key, label]) => [key, times.get(label)!.length > 1 ? `${label} (${key})` : label]))
}
