import type { Day } from '@causeway/shared/day'
import { kept } from '@causeway/server/ground/kept'
import { toDay } from '@causeway/shared/day'
import type { Field } from '@causeway/server/records/record-type'
import { naturalKey } from '@causeway/server/records/natural-key'
import { fieldsOf, RECORD_TYPES, recordTypeOf } from '@causeway/server/records/record-types'
import { applyDecisions, readDecisions, type StandsFor } from './same-as.ts'

export type Stored = Record<string, string | number | null>

/** One record as it is. */
export interface Rec {
  type: string
  key: string
  /** As stored: decimals times their factor, dates as ISO text, flags 0 or 1. */
  values: Stored
}

/** Everything one institution has, and what of it its periods depend on. */
export interface World {
  institution: string
  country: string
  /** MM-DD */
  schoolYearStart: string
  /** Its last day on record. */
  dataDay: Day
  /** As its decisions make them. */
  records: Map<string, Rec[]>
  standsFor: StandsFor
}

export interface Batch {
  type: string
  institution: string
  dataDate: string
  rows: Stored[]
}

/** Records by type and key, and the data date. */
export interface Records {
  byType: Map<string, Map<string, Rec>>
  dataDate: string
}

/** What an institution is after its batches, one after another: a name that a row lacks stays as it was, null empties it. */
export function buildWorld(institution: string, batches: readonly Batch[]): World {
  return toWorld(institution, putTogether(institution, batches))
}

export function putTogether(institution: string, batches: readonly Batch[]): Records {
  const byType: Records['byType'] = new Map()
  let dataDate = ''
  for (const batch of batches) {
    if (batch.institution !== institution) continue
    const type = recordTypeOf(batch.type)
    const standing = byType.get(batch.type) ?? new Map<string, Rec>()
    byType.set(batch.type, standing)
    let changed = false
    for (const row of batch.rows) {
      const key = naturalKey(type, row)
      const old = standing.get(key)
      if (old && Object.keys(row).every((name) => (old.values[name] ?? null) === row[name])) continue
      standing.set(key, { type: batch.type, key, values: { ...old?.values, ...row } })
      changed = true
    }
    if (changed && batch.dataDate > dataDate) dataDate = batch.dataDate
  }
  return { byType, dataDate }
}

export function toWorld(institution: string, { byType, dataDate }: Records): World {
  const records = new Map([...byType].map(([type, standing]) => [type, [...standing.values()]]))
  const own = records.get('institution')![0]!.values
  return {
    institution,
    country: String(own['country']),
    schoolYearStart: String(own['school_year_start'] ?? '09-01'),
    dataDay: toDay(dataDate),
    records: applyDecisions(records),
    standsFor: readDecisions(records.get('same-as') ?? []),
  }
}

export function recordsOf(world: World, type: string): Rec[] {
  return world.records.get(type) ?? []
}

const FIELDS = new Map(
  RECORD_TYPES.map((type) => [type.name, new Map(fieldsOf(type).map((field) => [field.name, field]))]),
)

export function fieldOf(type: string, name: string): Field | undefined {
  return FIELDS.get(type)!.get(name)
}

const CODES = new WeakMap<World, Map<string, Map<unknown, Rec>>>()

/** The first of a type that has the code. */
export function recordOfCode(world: World, type: string, code: unknown): Rec | undefined {
  const ofWorld = kept(CODES, world, () => new Map<string, Map<unknown, Rec>>())
  const byCode = kept(
    ofWorld,
    type,
    () =>
      new Map(
        recordsOf(world, type)
          .toReversed()
          .map((one) => [one.values['code'], one]),
      ),
  )
  return byCode.get(code)
}

/** A person row represents one, a group row for its headcount. */
export function headsOf({ values }: Rec): number {
  return isGroup({ values }) ? Number(values['headcount']) : 1
}

export function isGroup({ values }: Pick<Rec, 'values'>): boolean {
  return values['headcount'] !== null && values['headcount'] !== undefined
}
