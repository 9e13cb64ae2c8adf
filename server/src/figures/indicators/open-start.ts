import { once, oncePerPair } from '../../ground/once.ts'
import type { Field, RecordType } from '../../records/record-type.ts'
import { fieldsOf, findRecordType, recordTypeOf } from '../../records/record-types.ts'
import { isBeforeEveryDay } from './compile/dates.ts'
import type { Branch, Declaration, Measure, Path, PlainSet, SetOf, Time } from './definition.ts'
import { branchesOf, findField, setsOf } from './find-field.ts'

/** Dates of which at least one bounds a record of a type at its start. If all are empty, it counts in every period before its end. */
export interface OpenStart {
  type: RecordType
  /** A field of the type, then fields of records that it names: `from`, `programme.from`. */
  paths: Path[]
  /** The first of them: the field that a person fills in. */
  field: Field
}

/** Returns the start dates of a set whose records may have none of them; null if every record of it has a start. */
function openStartOf(set: PlainSet | Branch): OpenStart | null {
  const { of } = set
  const type = findRecordType(of)
  const renamed = 'as' in set ? (set.as ?? {}) : {}
  const paths = startsOf(set.time).map((path) => (path in renamed ? '' : path))
  if (!type || paths.length === 0 || !paths.every((path) => isBeforeEveryDay(path))) return null
  const fields = paths.map((path) => findField({ of }, path))
  const [own] = fields
  return own && fields.every((field) => field && !field.required) ? { type, paths, field: own } : null
}

function startsOf(time: Time): Path[] {
  const starts = 'inForce' in time ? time.inForce.map(([from]) => from) : 'overlaps' in time ? [time.overlaps[0]] : []
  const all = 'upTo' in time ? [time.upTo] : starts
  return all.every((start) => typeof start === 'string') ? all : []
}

/** Returns what of the records that an indicator counts may lack a start. */
export const openStartsOf = once((declaration: Declaration): readonly OpenStart[] => {
  const branches = setsOf(declaration.set, declaration.measure).flatMap(({ set }) => branchesOf(set))
  const found = branches.flatMap((branch) => openStartOf(branch) ?? [])
  return [...new Map(found.map((one) => [nameOf(one), one])).values()]
})

/** Names an open start in ids: `partner from`. */
export const nameOf = ({ type, paths }: OpenStart) => [type.name, ...paths].join(' ')

/** Returns every open start that some indicator reads, with these indicators. */
export function listOpenStarts(indicators: readonly Declaration[]): { open: OpenStart; indicators: Declaration[] }[] {
  const all = indicators.flatMap((indicator) => openStartsOf(indicator).map((open) => ({ open, indicator })))
  return [...Map.groupBy(all, ({ open }) => nameOf(open)).values()].map((alike) => ({
    open: alike[0]!.open,
    indicators: alike.map(({ indicator }) => indicator),
  }))
}

/** Returns an indicator narrowed to records that have one of the dates of an open start. */
export const withStarts = oncePerPair((declaration: Declaration, open: OpenStart): Declaration => {
  const { set, measure } = declaration
  return { ...declaration, ...(set && { set: narrow(set, open) }), measure: narrowMeasure(measure, open) }
})

function narrowMeasure(measure: Measure, open: OpenStart): Measure {
  if (!('ratio' in measure)) return measure
  const parts = Object.entries(measure.ratio).map(([name, part]) => [
    name,
    { ...part, set: narrow(part.set, open), measure: narrowMeasure(part.measure, open) },
  ])
  return { ...measure, ratio: Object.fromEntries(parts) as typeof measure.ratio }
}

function narrow(set: SetOf, open: OpenStart): SetOf {
  return 'union' in set ? { ...set, union: set.union.map((one) => narrowPart(one, open)) } : narrowPart(set, open)
}

function narrowPart<Part extends PlainSet | Branch>(set: Part, open: OpenStart): Part {
  const own = openStartOf(set)
  if (!own || nameOf(own) !== nameOf(open)) return set
  const hasStart = { any: open.paths.map((field) => [{ field, filled: true as const }]) }
  return { ...set, where: [...(set.where ?? []), hasStart] }
}

/** Returns the open start of a type that is taken from the first record of another; null if the type declares none. */
export function takenStart(recordType: string): { type: RecordType; field: Field; from: FirstOf } | null {
  const type = findRecordType(recordType)
  if (!type?.startFrom || !('starts' in type.span)) return null
  const { of, by, date } = type.startFrom
  const [start] = type.span.starts
  return { type, field: fieldsOf(type).find(({ name }) => name === start)!, from: { type: recordTypeOf(of), by, date } }
}

/** Records that name those of another type: by which field, and which date of them is looked at. */
export interface FirstOf {
  type: RecordType
  by: string
  date: string
}
