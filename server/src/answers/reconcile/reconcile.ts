import type { Figure } from '@causeway/shared/figure'
import { UNKNOWN, unknownWords } from '@causeway/shared/unknown'
import { type Words, asIs } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import type { AskedMoment } from '../../figures/moment.ts'
import { atOneMoment } from '../../figures/standing.ts'
import { readCategoryLabels } from '../../figures/series-facts.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { comparePath, type RawPart } from './compare.ts'
import { walkPath, type Step } from './reason.ts'
import { listLawfulValues, type LawfulValue } from './lawful-values.ts'
import { partWords } from './part-words.ts'
import { differenceSentence, type End, type SideDifference } from './sentence.ts'
import { stateReader, type State, recordName } from './state.ts'
import { fullLabel, valueWords } from './value-words.ts'
import { requireExact } from '../../access/refuse.ts'
import { badCursor, fromCursor, toCursor } from '../../ground/cursor.ts'
import { findRecords, type RecordPage, type StoredRecord } from '../../records/list-records.ts'

/** One lawful value with its figure. */
export interface ReconciledValue extends LawfulValue {
  label: Words
  figure: Figure
  /** Of the figure, or of the side that is wanted; null: a gap. */
  number: number | null
}

/** A part of a difference. */
export interface DifferencePart {
  /** The side of the figure that it is a part of; null: the value itself. */
  side: 'NUMERATOR' | 'DENOMINATOR' | null
  reason: RawPart['reason']['kind']
  direction: RawPart['direction']
  label: Words
  /** In the unit of the side; the parts of a side add up to its difference. Never 0. */
  value: number
  /** The same as a whole number: times `factor`. */
  amount: number
  factor: number
  records: { type: string; key: string }[]
}

/** Another value against the reference. */
export interface Difference {
  from: ReconciledValue
  to: ReconciledValue
  /** Null where one of them is a gap. */
  value: number | null
  parts: DifferencePart[]
  sentence: Words
}

export interface Reconciliation {
  /** As of the time that was asked about. */
  causeway: Causeway
  declaration: Declaration
  institution: string
  year: number
  revision: number
  /** When that revision was committed, ISO date-time; null: never. */
  computedAt: string | null
  /** The indicator as it is asked where nothing else is said. */
  reference: ReconciledValue
  /** The reference first. */
  values: ReconciledValue[]
  /** Null: the viewer may not see records. */
  differences: Difference[] | null
}

/**
 * Every lawful value of one name in one year, and why they differ, down to the records (domain.md 2.9, 4.7). Without the right to exact
 * figures: the values of the PUBLIC profile alone.
 * @throws QuestionError those of `readSeries`
 */
export async function reconcile(
  given: Causeway,
  viewer: Viewer,
  asked: { indicator: string; institution: string; year: number } & AskedMoment,
): Promise<Reconciliation> {
  const causeway = await causewayAsked(given, viewer, asked)
  const declaration = findIndicator(causeway, asked.indicator)
  const values = listLawfulValues(causeway, viewer, asked)
  const labels = await filterLabels(causeway, values)
  const about = { causeway, declaration, institution: asked.institution, year: asked.year }
  if (values[0]!.question.profile === 'PUBLIC')
    return { ...about, ...(await publicValues(causeway, viewer, values, labels)) }
  return atOneMoment(causeway, asked.institution, async (db, standing) => {
    const readState = stateReader(db, standing)
    const ends: End[] = []
    for (const value of values) ends.push(toEnd(value, await readState(value.question), labels))
    const [reference, ...others] = ends.map((end) => toValue(end, declaration))
    const differences: Difference[] = []
    for (const [index, to] of others.entries()) {
      const end = ends[index + 1]!
      // A side of a figure is set against that side of the reference.
      const from = toEnd({ ...values[0]!, part: end.value.part }, ends[0]!.state, labels)
      const steps = await walkPath(readState, values[0]!, end.value)
      differences.push({ from: toValue(from, declaration), to, ...explainDifference(from, end, steps) })
    }
    return {
      ...about,
      revision: standing.revision,
      computedAt: standing.committedAt,
      reference: reference!,
      values: [reference!, ...others],
      differences,
    }
  })
}

function explainDifference(
  from: End,
  to: End,
  steps: readonly Step[],
): Pick<Difference, 'value' | 'parts' | 'sentence'> {
  const isUnknown = [from, to].some(({ state }) => state.figure.gap === 'NO_RECORDS')
  const sides = isUnknown
    ? []
    : sidesOf(from.state, to).map((side) => ({ ...side, parts: orderParts(comparePath(steps, tallyFinder(side))) }))
  return {
    value: from.number === null || to.number === null ? null : to.number - from.number,
    parts: sides.flatMap(({ parts }) => parts.map(toPart)),
    sentence: differenceSentence(from, to, sides),
  }
}

/** The sides of both figures that are sums of the same sort: only those have a difference that records make. */
function sidesOf(from: State, { state, value }: End): Omit<SideDifference, 'parts'>[] {
  return state.tallies.flatMap((to) => {
    const own = from.tallies.find(({ rule }) => rule.side === to.rule.side)
    if (!own || (value.part !== null && to.rule.side !== value.part)) return []
    const comparable = own.rule.sort === to.rule.sort || value.unit !== null
    return comparable ? [{ rule: to.rule, from: own, to }] : []
  })
}

const tallyFinder =
  ({ rule }: Pick<SideDifference, 'rule'>) =>
  (state: State) =>
    state.tallies.find((tally) => tally.rule.side === rule.side)!

/** What comes in first, then what goes out, the greatest first. */
function orderParts(parts: RawPart[]): RawPart[] {
  return parts.toSorted(
    (a, b) =>
      Number(b.direction === 'IN') - Number(a.direction === 'IN') ||
      Math.abs(b.amount) - Math.abs(a.amount) ||
      (nameOf(a) < nameOf(b) ? -1 : 1),
  )
}

const nameOf = ({ reason }: RawPart) => JSON.stringify(reason)

function toPart(part: RawPart): DifferencePart {
  const { rule, reason, direction, amount, records } = part
  const { side, factor } = rule
  return {
    side,
    reason: reason.kind,
    direction,
    label: partWords(part),
    value: amount / factor,
    amount,
    factor,
    records,
  }
}

function toEnd(value: LawfulValue, state: State, labels: FilterLabels): End {
  const { figure, window } = state
  return {
    value,
    state,
    words: valueWords(value, figure.period, window?.day ?? null, labels),
    number: numberOf(value, figure),
  }
}

function toValue({ value, state, words, number }: End, { id }: Declaration): ReconciledValue {
  const label = fullLabel(words, value.question.declaration.id !== id)
  return { ...value, label, number, figure: state.figure }
}

function numberOf({ part }: LawfulValue, figure: Figure): number | null {
  return part === null ? figure.value : part === 'NUMERATOR' ? figure.numerator : figure.denominator
}

type FilterLabels = (dimension: string, key: string) => Words

async function filterLabels(causeway: Causeway, values: readonly LawfulValue[]): Promise<FilterLabels> {
  const names = new Map<string, Words>()
  for (const { question } of values)
    for (const { dimension, in: keys } of question.filters) {
      const found = await readCategoryLabels(causeway, question.institution, question.declaration, dimension, keys)
      for (const [key, words] of found) names.set(`${dimension}/${key}`, words)
    }
  return (dimension, key) => names.get(`${dimension}/${key}`) ?? (key === UNKNOWN ? unknownWords : asIs(key))
}

async function publicValues(
  causeway: Causeway,
  viewer: Viewer,
  values: readonly LawfulValue[],
  labels: FilterLabels,
): Promise<Pick<Reconciliation, 'revision' | 'computedAt' | 'reference' | 'values' | 'differences'>> {
  const shown: ReconciledValue[] = []
  let moment: Pick<Reconciliation, 'revision' | 'computedAt'> = { revision: 0, computedAt: null }
  for (const value of values) {
    // A line that asks for no scope where the indicator has one is no question of the public profile.
    if (!causeway.indicators.includes(value.question.declaration)) continue
    const series = await readSeries(causeway, viewer, value.request)
    const figure = series.figures[0]!
    const words = valueWords(value, figure.period, null, labels)
    const label = fullLabel(words, value.question.declaration !== values[0]!.question.declaration)
    shown.push({ ...value, label, figure, number: numberOf(value, figure) })
    moment = { revision: series.revision, computedAt: series.computedAt }
  }
  return { ...moment, reference: shown[0]!, values: shown, differences: null }
}

interface Named {
  type: string
  key: string
}

/**
 * A page of the records that a part of a difference speaks of, in the order of type and key.
 * @throws QuestionError FORBIDDEN and UNAUTHENTICATED without the right, BAD_PAGE
 */
export async function listPartRecords(
  { database }: Causeway,
  viewer: Viewer,
  institution: string,
  records: readonly Named[],
  { first, after }: { first: number; after?: string | null },
  /** Revisions at which they are looked for, one after the other; undefined: as of when `database` is. */
  at: readonly (number | undefined)[] = [undefined],
): Promise<RecordPage> {
  requireExact(viewer, institution)
  const start = after ? placeAfter(records, fromCursor(after)) : 0
  const wanted = records.slice(start, start + first)
  const found = await database.snapshot(async (db) => {
    const byName = new Map<string, StoredRecord>()
    for (const revision of at) {
      const missing = wanted.filter((record) => !byName.has(recordName(record)))
      for (const [type, own] of Map.groupBy(missing, (record) => record.type)) {
        const keys = own.map(({ key }) => key)
        for (const record of await findRecords(db, database.kind, type, institution, keys, revision))
          byName.set(recordName(record), { ...record, cursor: toCursor(recordName(record)) })
      }
    }
    return wanted.flatMap((record) => byName.get(recordName(record)) ?? [])
  })
  return {
    records: found,
    hasNext: start + first < records.length,
    endCursor: found.at(-1)?.cursor ?? null,
    totalCount: records.length,
  }
}

function placeAfter(records: readonly Named[], name: string): number {
  const place = records.findIndex((record) => recordName(record) === name)
  if (place < 0) throw badCursor()
  return place + 1
}
