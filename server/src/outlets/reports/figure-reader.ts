import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Words } from '@causeway/shared/words/words'
import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import { fillForm, type FilledForm } from '../../answers/forms/fill-form.ts'
import { compareWithPeers, type PeerComparison } from '../../answers/peers/compare-with-peers.ts'
import { readFigureTargets, type FigureTarget } from '../../answers/targets/figure-targets.ts'
import { listTargets, toPlanLines } from '../../answers/targets/plan-line.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkRequest, type Question } from '../../figures/check-request.ts'
import { readSeries } from '../../figures/read-series.ts'
import { readLabels } from '../../figures/series-facts.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { requireInstitution } from '../../records/institutions.ts'
import { readListed, type ListedRecord } from './listed-records.ts'
import { noteProgress, READ } from '../../desk/progress.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** What is asked of one indicator, but for its years. With `release` it is of another one than the report. */
export type FigureQuery = Omit<SeriesRequest, 'institution' | 'from' | 'to'>

/** The years that a breakdown is of: it has the categories of all of them, with 0 where a year has none. */
export type Span = [first: number, last: number]

const MOST_ATTEMPTS = 100

interface Wanted {
  query: FigureQuery
  declaration: Declaration
  from: number
  to: number
  series: Series | null
  /** Categories that are called by name, whether the series has them or not. */
  named: Set<string>
  labels: Map<string, Words>
}

/** What is no series, read once by what it is called. */
interface Other<Found> {
  read: () => Promise<Found>
  found: Found | null
}

export type FigureReader = ReturnType<typeof figureReader>

/**
 * Gathers what a report wants to know, reads each thing once, and all of them at one revision.
 * @param given what answers of any time, where `causeway` is that of one moment
 */
export function figureReader(causeway: Causeway, viewer: Viewer, institution: string, given: Causeway = causeway) {
  const wanted = new Map<string, Wanted>()
  const others = new Map<string, Other<unknown>>()
  let revision: number | null = null
  let isRead = false
  /** Of years without a breakdown all that are wanted are read together. */
  const keyOf = (query: FigureQuery, span: Span) => JSON.stringify(query.by == null ? query : [query, ...span])
  const find = (query: FigureQuery, span: Span): Wanted => {
    const found = wanted.get(keyOf(query, span))
    if (!found?.series) throw new Error(`${query.indicator} was not read`)
    return found
  }
  const want = <Found>(kind: string, of: unknown, read: () => Promise<Found>): void => {
    const key = JSON.stringify([kind, of])
    if (others.has(key)) return
    others.set(key, { read, found: null })
    isRead = false
  }
  const other = <Found>(kind: string, of: unknown): Found => {
    const found = others.get(JSON.stringify([kind, of]))?.found
    if (found == null) throw new Error(`${kind} ${JSON.stringify(of)} was not read`)
    return found as Found
  }
  const readAll = async (): Promise<Set<number>> => {
    let read = 0
    for (const one of wanted.values()) {
      noteProgress((READ * read++) / wanted.size)
      const { query, from, to } = one
      const source = query.release == null ? causeway : given
      one.series = await readSeries(source, viewer, { ...query, institution, from, to })
    }
    const own = [...wanted.values()].filter(({ query }) => query.release == null)
    const revisions = new Set(own.map(({ series }) => series!.revision))
    if (revisions.size > 1) return revisions
    for (const one of wanted.values())
      one.labels = await readLabels(causeway, one.series!, one.declaration, 'category', one.named)
    for (const one of others.values()) one.found = await one.read()
    if (others.size > 0) revisions.add((await requireInstitution(causeway.database, institution)).revision)
    return revisions
  }
  return {
    /** @throws QuestionError where the question makes no sense */
    want(query: FigureQuery, from: number, to = from): Question {
      const question = checkRequest(causeway, viewer, { ...query, institution, from, to })
      const key = keyOf(query, [from, to])
      const known = wanted.get(key)
      if (known && known.from <= from && known.to >= to) return question
      isRead = false
      if (known) {
        known.from = Math.min(known.from, from)
        known.to = Math.max(known.to, to)
        known.series = null
      } else {
        const { declaration } = question
        wanted.set(key, { query, declaration, from, to, series: null, named: new Set(), labels: new Map() })
      }
      return question
    },

    /** What categories of a breakdown that is wanted are called: a year may have no records of them. */
    wantNames(query: FigureQuery, year: number, keys: readonly string[]): void {
      const { named } = wanted.get(keyOf(query, [year, year]))!
      if (keys.every((key) => named.has(key))) return
      for (const key of keys) named.add(key)
      isRead = false
    },

    wantTargets(query: FigureQuery, year: number): void {
      want('targets', [query, year], async (): Promise<FigureTarget[]> => {
        const request = { ...query, institution, from: year, to: year }
        const { declaration } = checkRequest(causeway, viewer, request)
        const series = await readSeries(causeway, viewer, request)
        const lines = toPlanLines(await listTargets(causeway, institution), causeway.indicators)
        return (await readFigureTargets(causeway, viewer, lines, { declaration, request, series }))(year, true)
      })
    },
    targetsOf: (query: FigureQuery, year: number) => other<FigureTarget[]>('targets', [query, year]),

    wantPeers(query: FigureQuery, year: number): void {
      const { indicator, basis, scope } = query
      want('peers', [query, year], () =>
        compareWithPeers(causeway, viewer, { indicator, institution, basis, scope, year }),
      )
    },
    peersOf: (query: FigureQuery, year: number) => other<PeerComparison>('peers', [query, year]),

    wantForm(form: string, edition: string, year: number): void {
      want('form', [form, edition, year], () => fillForm(causeway, viewer, { form, edition, institution, year }))
    },
    formOf: (form: string, edition: string, year: number) => other<FilledForm>('form', [form, edition, year]),

    /** @throws QuestionError of one who may not read records */
    wantRecords(type: string, on: string): void {
      requireExact(viewer, institution)
      want('records', [type, on], () => readListed(causeway, institution, type, on))
    },
    recordsOf: (type: string, on: string) => other<ListedRecord[]>('records', [type, on]),

    /** Whether all that is wanted was read. */
    isRead: () => isRead,

    /**
     * @returns the revision of every figure; null: nothing was asked
     * @throws QuestionError BUSY
     */
    async read(): Promise<number | null> {
      // An import in between moves the revision; what was read before it is read again.
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        const revisions = await readAll()
        if (revisions.size > 1) continue
        isRead = true
        revision = [...revisions][0] ?? null
        return revision
      }
      throw new QuestionError('BUSY', REFUSALS.BUSY)
    },

    seriesOf(query: FigureQuery, from: number, to: number): Series {
      const { series } = find(query, [from, to])
      return { ...series!, figures: series!.figures.filter(({ period }) => period.year >= from && period.year <= to) }
    },

    /** The figure of the whole in one year. */
    figureOf(query: FigureQuery, year: number): Figure {
      const figure = find(query, [year, year]).series!.figures.find(
        ({ period, category }) => period.year === year && category === null,
      )
      if (!figure) throw new Error(`no figure of ${query.indicator} in ${year}`)
      return figure
    },

    revisionOf: (query: FigureQuery, span: Span): number => find(query, span).series!.revision,

    /** What the categories of a breakdown of one year are called. */
    labelsOf: (query: FigureQuery, year: number): ReadonlyMap<string, Words> => find(query, [year, year]).labels,

    /**
     * The figures of a breakdown in one of its years; a single one without a category says why there are none. Null: not read yet.
     * @param span of that year alone where omitted
     */
    categoriesOf(
      query: FigureQuery,
      year: number,
      span: Span = [year, year],
    ): { figure: Figure; label: Words | null }[] | null {
      const found = wanted.get(keyOf(query, span))
      if (!found?.series) return null
      const { series, labels } = found
      return series.figures
        .filter(({ period }) => period.year === year)
        .map((figure) => ({ figure, label: figure.category === null ? null : (labels.get(figure.category) ?? null) }))
    },
  }
}
