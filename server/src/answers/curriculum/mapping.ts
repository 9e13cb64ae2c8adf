import type { Database } from '../../ground/database/database.ts'
import { readCanonical, type CanonicalRecord } from '../../records/identity/canonical-records.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import type { Words } from '@causeway/shared/words/words'
import type { Unit } from './version.ts'

const RELATIONS = ['EQUIVALENT', 'PARTIAL', 'NONE'] as const
/** What a judgement found. */
export type Relation = (typeof RELATIONS)[number]

/** What a standard, or a unit of one of its versions, was judged to be in another standard, or in a unit of it. */
export interface Mapping {
  standard: string
  /** Null: of whichever version. */
  version: string | null
  /** Null: the standard as a whole. */
  unit: string | null
  toStandard: string
  /** Null: that standard as a whole. */
  toUnit: string | null
  relation: Relation
  assessor: string | null
  /** YYYY-MM-DD */
  assessedOn: string
  record: StoredRecord
}

/**
 * The judgements from and to some standards that govern on a day: of one pair the latest made by then, in the order of their keys.
 */
export async function readMappings(
  database: Database,
  institution: string,
  standards: readonly string[],
  on: string,
): Promise<Mapping[]> {
  const records = new Map<string, CanonicalRecord>()
  for (const field of ['standard', 'to_standard'])
    for (const found of await readCanonical(database, 'standard-mapping', institution, { [field]: standards }))
      records.set(found.record.key, found)
  const order = ({ assessedOn, record }: Mapping) => `${assessedOn}\n${record.key}`
  const governing = new Map<string, Mapping>()
  for (const record of records.values()) {
    const mapping = toMapping(record)
    const before = governing.get(pairOf(mapping))
    if (mapping.assessedOn <= on && (!before || order(before) < order(mapping))) governing.set(pairOf(mapping), mapping)
  }
  return [...governing.values()].sort((a, b) => (a.record.key < b.record.key ? -1 : 1))
}

/** The best that was judged of a unit; null: nobody judged it. */
export function bestOf(mappings: readonly Pick<Mapping, 'relation'>[]): Relation | null {
  return RELATIONS.find((relation) => mappings.some((it) => it.relation === relation)) ?? null
}

/** A judgement of a unit of a version, which may be said of any version. */
export function speaksOf(mapping: Mapping, unit: { standard: string; version: string; code: string }): boolean {
  const { standard, version, unit: code } = mapping
  return standard === unit.standard && code === unit.code && (version === null || version === unit.version)
}

function pairOf({ standard, version, unit, toStandard, toUnit }: Mapping): string {
  return [standard, version ?? '', unit ?? '', toStandard, toUnit ?? ''].join('\n')
}

function toMapping({ record, values }: CanonicalRecord): Mapping {
  const text = (field: string) => (values[field] ? String(values[field]) : null)
  return {
    standard: String(values['standard']),
    version: text('version'),
    unit: text('unit_code'),
    toStandard: String(values['to_standard']),
    toUnit: text('to_unit_code'),
    relation: String(values['relation']).toUpperCase() as Relation,
    assessor: text('assessor'),
    assessedOn: String(values['assessed_on']),
    record,
  }
}

/** What a judgement found, or that there is none. */
export type Correspondence = Relation | 'UNMAPPED'

export const CORRESPONDENCE_WORDS: Record<Correspondence, Words> = {
  EQUIVALENT: { zh: '等值', en: 'equivalent' },
  PARTIAL: { zh: '部分对应', en: 'partial' },
  NONE: { zh: '无对应', en: 'none' },
  UNMAPPED: { zh: '尚未对照', en: 'not mapped' },
}

/** How far units have been judged against other standards, and learners been assessed in them. */
export interface Coverage {
  units: number
  /** By the best that was judged of each; `UNMAPPED`: nobody judged it. They add up to the units. */
  counts: Record<Correspondence, number>
  /** Units that a learner has a result in. */
  assessed: number
}

/** Of units of one standard. `isAssessed`: somebody has a result in the unit. */
export function coverageOf(
  units: readonly Unit[],
  mappings: readonly Mapping[],
  isAssessed: (unit: Unit) => boolean,
): Coverage {
  const counts = { EQUIVALENT: 0, PARTIAL: 0, NONE: 0, UNMAPPED: 0 }
  const [first] = units
  // Those of a page speak of hundreds of standards.
  const own = mappings.filter(({ standard, toStandard }) => [standard, toStandard].includes(first?.standard ?? ''))
  for (const unit of units) counts[correspondenceOf(unit, own)]++
  return { units: units.length, counts, assessed: units.filter(isAssessed).length }
}

/** The best that was judged of a unit, from its side or from the other's: a judgement names no version of what it maps to. */
function correspondenceOf(unit: Unit, mappings: readonly Mapping[]): Correspondence {
  return bestOf(mappings.filter((mapping) => speaksOf(mapping, unit) || isMappedTo(mapping, unit))) ?? 'UNMAPPED'
}

function isMappedTo({ toStandard, toUnit }: Mapping, unit: Unit): boolean {
  return toStandard === unit.standard && toUnit === unit.code
}

/** In %; null: there are no units. */
export function shareOf(part: number, { units }: Pick<Coverage, 'units'>): number | null {
  return units === 0 ? null : (100 * part) / units
}
