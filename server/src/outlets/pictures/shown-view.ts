import type { ChartSpec } from '@causeway/shared/charts/spec'
import { dimensionName } from '@causeway/shared/series-facts'
import { seriesToTable, type Table } from '@causeway/shared/table'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import type { AskedData } from '../graph/context.ts'
import { seriesNotes } from '../../figures/recounted-words.ts'
import { releaseWords } from '../../figures/releases/release.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import { checkViewParameters, type NamedView, type ReadView } from './named-view.ts'
import { pictureNotes } from './picture-notes.ts'
import { readSeriesView, type SeriesView } from './series-view.ts'
import { readLook, readViewQuery, type ViewLook } from './view-query.ts'
import { adoptionLives, adoptionsByCountry } from './named/adoptions.ts'
import { peers } from './named/peers.ts'
import { platformOutputs } from './named/platform-outputs.ts'
import { scoresBeforeAndAfter } from './named/scores-before-and-after.ts'
import { whoLearnsByCountry, whoLearnsFromWhom } from './named/who-learns.ts'
import { VIEW_NAMES, type ViewName } from '../../figures/indicators/view-names.ts'

/** What a picture, an embedded chart and a preview show: a chart with its table and everything said beside it. */
export interface ShownView {
  look: ViewLook
  spec: ChartSpec
  table: Table
  institution: InstitutionFacts
  narrowed: string | null
  notes: string[]
  /** The page where it is, and what its address says of the view. */
  page: ReadView['page']
  /** What a file of it is called: the name of the indicator, or of the view; `plain` in letters that every system takes. */
  file: { name: string; plain: string }
}

/** The view of an indicator, or one that has its own name. */
export async function readShownView(asked: AskedData, name: string): Promise<ShownView> {
  const { causeway, parameters } = asked
  const named = findNamedView(name)
  if (named) return showNamed(causeway, named, await readNamedView(asked, named), parameters)
  const question = readViewQuery(name, parameters)
  const view = await readSeriesView(asked, question, { drawn: true })
  const { spec, institution, series, declaration, facts } = view
  const { locale } = question
  const said = seriesNotes(series)
  const table = seriesToTable(series, facts)
  return {
    look: question,
    ...narrow(spec, view.narrowed, locale),
    table: { ...table, notes: [...table.notes, ...said] },
    institution,
    notes: pictureNotes(spec, institution, series, { codes: [declaration.code], notes: said }, locale, causeway),
    page: { path: `/indicator/${encodeURIComponent(declaration.code)}`, query: {} },
    file: seriesFileName(view, locale),
  }
}

/** Throws where a parameter is not one of the view's. */
export function readNamedView(asked: AskedData, view: NamedView): Promise<ReadView> {
  checkViewParameters(asked.parameters, view.parameters)
  return view.read(asked)
}

function showNamed(causeway: Causeway, { name }: NamedView, view: ReadView, parameters: URLSearchParams): ShownView {
  const { spec, table, institution, page, of } = view
  const look = readLook(parameters)
  return {
    look,
    ...narrow(spec, view.narrowed ?? [], look.locale),
    ...{ table, institution, page },
    notes: pictureNotes(spec, institution, view, view, look.locale, causeway),
    file: {
      name: inLocale(spec.title, look.locale),
      plain: plainName([name, institution.code, of, institution.release?.name ?? null], look.locale),
    },
  }
}

/** What of all is counted is beside the chart, and in the sentence that is said instead of it. */
function narrow(spec: ChartSpec, narrowed: Words[], locale: Locale): Pick<ShownView, 'spec' | 'narrowed'> {
  if (narrowed.length === 0) return { spec, narrowed: null }
  const [zh, en] = [narrowed.map((one) => one.zh).join('，'), narrowed.map((one) => one.en).join(', ')]
  const { summary } = spec
  return {
    spec: { ...spec, summary: { zh: `${zh}。${summary.zh}`, en: `${en}. ${summary.en}` } },
    narrowed: inLocale({ zh, en }, locale),
  }
}

/** What a file of a series is called: as the indicator is, with what it is broken down by. */
export function seriesFileName(
  {
    declaration,
    institution: { code, release },
    series,
  }: Pick<SeriesView, 'declaration' | 'series'> & { institution: Pick<InstitutionFacts, 'code' | 'release'> },
  locale: Locale,
): ShownView['file'] {
  const parts = [series.dimension, series.across].filter((id) => id !== null)
  const by = parts.map((id) => inLocale(dimensionName(id), locale)).join(locale === 'ZH' ? '、' : ' and ')
  const name = inLocale(declaration.name, locale)
  const of = release ? ` ${inLocale(releaseWords(release), locale)}` : ''
  return {
    name: (by ? (locale === 'ZH' ? `${name}（按${by}）` : `${name} by ${by}`) : name) + of,
    plain: plainName([declaration.code, code, ...parts, release?.name ?? null], locale),
  }
}

/** Of signs that every system takes: `EX02-demo-country-zh`. */
export function plainName(parts: (string | null)[], locale: Locale): string {
  return [...parts, locale.toLowerCase()]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w.-]/g, '_')
}

/** Every view that has its own name. */
const NAMED_VIEWS: Record<ViewName, NamedView> = {
  'who-learns-from-whom': whoLearnsFromWhom,
  'who-learns-by-country': whoLearnsByCountry,
  'scores-before-and-after': scoresBeforeAndAfter,
  'adoptions-by-country': adoptionsByCountry,
  'adoption-lives': adoptionLives,
  'platform-outputs': platformOutputs,
  peers,
}

/** Null: an indicator is meant. */
export function findNamedView(name: string): NamedView | null {
  const known = VIEW_NAMES.find((one) => one === name)
  return known ? NAMED_VIEWS[known] : null
}
