import { placesOutside } from '../../ground/reference/countries.ts'
import { UNKNOWN } from '@causeway/shared/unknown'
import { monthsBefore, type Day } from '@causeway/shared/day'
import type { DateOf, OnePer, Time, PartName } from '../../figures/indicators/definition.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import type { Question } from '../../figures/check-request.ts'
import type { LawfulValue } from './lawful-values.ts'
import { recordName, type State, type ReadState } from './state.ts'
import type { Contribution } from './tally.ts'
import { inOtherUnit, timeRules } from './counting-unit.ts'

/**
 * Why something is counted in one value and not in the other, or otherwise than in the other. `LATER` and `EARLIER` speak of the day up
 * to or from which the value counts that lacks it; `begin` is the date that is not simply the record's beginning.
 */
export type Reason =
  | { kind: 'LATER'; day: Day; begin: DateOf | null }
  | { kind: 'EARLIER'; day: Day; begun: boolean; begin: DateOf | null }
  | { kind: 'OUTSIDE'; first: Day; last: Day }
  | { kind: 'COUNTRY'; countries: string[] }
  | { kind: 'FILTER' }
  | { kind: 'REPEATED'; times: number }
  | { kind: 'AMOUNT' }
  | { kind: 'OTHER_CLASS' }
  | { kind: 'NOT_FIRST' }
  | { kind: 'OTHER_RECORD' }
  | { kind: 'CONDITION' }
  | { kind: 'DEFINITION' }

/** Why the state that lacks an item does not count these records of it, which the other does. */
export function reasonOf(step: Step, part: PartName, rows: readonly Contribution[], lacks: State): Reason {
  const reasons = rows.map((row) => reasonOfRecord(step, part, row, lacks))
  const [first] = reasons
  const countries = reasons.flatMap((reason) => (reason.kind === 'COUNTRY' ? reason.countries : []))
  if (countries.length > 0 && reasons.every(({ kind }) => kind === 'COUNTRY'))
    return { kind: 'COUNTRY', countries: [...new Set(countries)].sort() }
  if (reasons.every((reason) => JSON.stringify(reason) === JSON.stringify(first))) return first!
  const isByDay = reasons.every(({ kind }) => kind === 'LATER' || kind === 'EARLIER')
  const { window } = lacks
  if (isByDay && window) return { kind: 'OUTSIDE', first: window.first, last: window.last }
  return reasons.find(({ kind }) => !BY_DAY.includes(kind)) ?? { kind: 'CONDITION' }
}

const BY_DAY: Reason['kind'][] = ['LATER', 'EARLIER', 'OUTSIDE']

function reasonOfRecord({ aspect, from, to }: Step, part: PartName, row: Contribution, lacks: State): Reason {
  const has = lacks === from ? to : from
  if (aspect === 'FILTER') return { kind: 'FILTER' }
  const otherwise = otherwiseOf(row, has, lacks)
  if (aspect === 'SCOPE') {
    const { scope } = lacks.question
    const country = row.country ?? UNKNOWN
    const isOutside = scope !== null && placesOutside(scope, lacks.home.country).includes(country)
    return isOutside ? { kind: 'COUNTRY', countries: [country] } : otherwise
  }
  if (isAmong(lacks, part, row)) return { kind: 'CONDITION' }
  const byDay = reasonByDay(part, row, has, lacks)
  if (byDay) return byDay
  return aspect === 'DEFINITION' && otherwise.kind === 'CONDITION' ? { kind: 'DEFINITION' } : otherwise
}

/** Of a share, a record that is below the line may fail to be above it. */
function isAmong({ question, known }: State, part: PartName, row: Contribution): boolean {
  const { measure } = question.declaration
  const name = recordName(row)
  return known[part].has(name) || (('share' in measure || 'weighted' in measure) && known.denominator.has(name))
}

/** Where neither days nor countries tell: another record of the same represents it, or none does. */
function otherwiseOf(row: Contribution, has: State, lacks: State): Reason {
  const isThere = lacks.tallies.some(({ rule, items }) => rule.part === 'denominator' && items.has(row.item))
  if (isThere) return { kind: 'OTHER_RECORD' }
  if (pickOf(lacks) === 'first') return { kind: 'NOT_FIRST' }
  return pickOf(lacks) || pickOf(has) ? { kind: 'OTHER_RECORD' } : { kind: 'CONDITION' }
}

function pickOf({ question }: State): OnePer['pick'] | null {
  const { set } = question.declaration
  return (set && 'onePer' in set && set.onePer?.pick) || null
}

function reasonByDay(part: PartName, row: Contribution, has: State, lacks: State): Reason | null {
  const rule = timeRules(lacks.question.declaration, part).find(({ of }) => of === row.type)?.time
  const own = timeRules(has.question.declaration, part).find(({ of }) => of === row.type)?.time
  const { window } = lacks
  if (!rule || !own || !window || beginOf(rule) !== beginOf(own)) return null
  const ofClass = 'fallsIn' in rule && isClass(row.type, rule.fallsIn)
  if (ofClass) return has.question.from === lacks.question.from ? null : { kind: 'OTHER_CLASS' }
  const { begun } = row
  const begin = namedBegin(rule)
  const ended = 'fallsIn' in own ? row.lastDay : row.ended
  const { first, last } = stretchOf(rule, window)
  if (begun !== null && begun > last) return { kind: 'LATER', day: last, begin }
  if ('upTo' in rule) return null
  if ('fallsIn' in rule)
    return begun !== null && begun < first ? { kind: 'EARLIER', day: first, begun: true, begin } : null
  return ended !== null && ended < first ? { kind: 'EARLIER', day: first, begun: false, begin } : null
}

function isClass(type: string, date: DateOf): boolean {
  return (
    typeof date === 'string' && recordTypeOf(type).fields.some(({ name, kind }) => name === date && kind === 'year')
  )
}

/** The date that a rule takes for the beginning, where it has its own name. */
function namedBegin(time: Time): DateOf | null {
  const begin =
    'fallsIn' in time
      ? time.fallsIn
      : 'upTo' in time
        ? time.upTo
        : 'overlaps' in time
          ? time.overlaps[0]
          : 'inForce' in time && time.inForce.length === 1
            ? time.inForce[0]![0]
            : null
  return begin === 'start' || begin === 'from' ? null : begin
}

/** What a rule takes for the beginning: days of two rules can be compared only where it is the same. */
function beginOf(time: Time): string {
  if ('fallsIn' in time) return JSON.stringify(time.fallsIn)
  if ('overlaps' in time) return JSON.stringify(time.overlaps[0])
  if ('upTo' in time) return JSON.stringify(time.upTo)
  return 'inForce' in time && time.inForce.length === 1 ? JSON.stringify(time.inForce[0]![0]) : JSON.stringify(time)
}

const isState = (time: Time) => 'inForce' in time || 'upTo' in time

function stretchOf(time: Time, { first, last, day }: NonNullable<State['window']>): { first: Day; last: Day } {
  if (isState(time)) return { first: day, last: day }
  if ('trailing' in time) return { first: monthsBefore(day, time.trailing) + 1, last: day }
  return { first, last }
}

/** What is changed from one state to the next. */
type Aspect = 'DEFINITION' | 'PERIOD' | 'SCOPE' | 'FILTER' | 'UNIT'

/** From one state to the next by one aspect. */
export interface Step {
  aspect: Aspect
  from: State
  to: State
}

/** From the reference to another value, one aspect at a time, so that each difference has one cause. */
export async function walkPath(readState: ReadState, reference: LawfulValue, other: LawfulValue): Promise<Step[]> {
  const start = reference.question
  const end = other.question
  const steps: Step[] = []
  let state = await readState(start)
  const go = async (aspect: Aspect, question: Question) => {
    const next = await readState(question)
    if (next !== state) steps.push({ aspect, from: state, to: next })
    state = next
  }
  if (other.unit !== null) {
    await go('UNIT', { ...start, declaration: inOtherUnit(start.declaration)!.sameRecords })
    await go('PERIOD', end)
    return steps
  }
  const { declaration } = end
  await go('DEFINITION', { ...start, declaration, filters: [], scope: declaration.scope ? start.scope : null })
  await go('PERIOD', { ...state.question, basis: end.basis, at: end.at, from: end.from, to: end.to })
  await go('SCOPE', { ...state.question, scope: end.scope })
  await go('FILTER', end)
  return steps
}
