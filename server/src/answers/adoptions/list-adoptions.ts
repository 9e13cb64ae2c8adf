import { monthsBefore, toDay, type Day } from '@causeway/shared/day'
import type { Connection, Database } from '../../ground/database/database.ts'
import {
  listCanonical,
  leftOutOf,
  listCanonicalPage,
  type CanonicalRecord,
} from '../../records/identity/canonical-records.ts'
import type { Identity } from '../../records/identity/identity.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import type { RecordPage, StoredRecord } from '../../records/list-records.ts'
import { readTogether } from '../../records/read-together.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import type { StoredValues } from '../../records/stored-values.ts'
import { lifeCycleOf, type LifeCycle, type Use, stageOn, type Stage } from './life-cycle.ts'
import { selectUses } from './store.ts'
import { type Words, asIs } from '@causeway/shared/words/words'
import { readNames } from '../../records/record-names.ts'

/** One adoption, and where it stood on a day. */
export interface Adoption extends CanonicalRecord {
  /** YYYY-MM-DD */
  on: string
  use: Use | null
  life: LifeCycle
}

export interface AdoptionRequest {
  institution: string
  /** YYYY-MM-DD: the day for which they are described. */
  on: string
  /** Code of a standard. */
  standard?: string | null
  /** ISO 3166-1 alpha-2, or `unknown`. */
  country?: string | null
}

/** Months before the day in which a live adoption is used, as ST07 has it. */
const LIVE_MONTHS = 12

/** Adoptions of standards, resources and equipment in the order of their keys, each with its state on the day. */
export async function listAdoptions(
  database: Database,
  request: AdoptionRequest & { first: number; after?: string | null },
): Promise<Omit<RecordPage, 'records'> & { adoptions: Adoption[] }> {
  const { institution, standard, country, first, after } = request
  const identity = await readIdentity(database.quick, institution, null)
  const filter = [
    ...(standard ? [{ dimension: 'standard', in: identity?.alike('standard', [standard]) ?? [standard] }] : []),
    ...(country ? [{ dimension: 'country', in: [country] }] : []),
  ]
  const { records, ...page } = await listCanonicalPage(database, identity, {
    type: 'adoption',
    institution,
    filter,
    first,
    after,
  })
  return { ...page, adoptions: await database.snapshot((db) => tellLives(db, identity, request, records)) }
}

/** Every adoption of an institution that is asked for, in the order of their keys. */
export async function readAllAdoptions(database: Database, request: AdoptionRequest): Promise<Adoption[]> {
  const { institution, standard, country } = request
  const identity = await readIdentity(database.quick, institution, null)
  const wanted = { ...(standard && { standard: [standard] }), ...(country && { country: [country] }) }
  return database.snapshot(async (db) => {
    const records = await listCanonical(db, identity, 'adoption', institution, wanted)
    return tellLives(db, identity, request, records)
  })
}

/** Those that have begun by the day, be it with learners alone, and have not lapsed. */
export async function listLivingAdoptions(database: Database, request: AdoptionRequest): Promise<Adoption[]> {
  const adoptions = await readAllAdoptions(database, request)
  return readTogether(
    adoptions.filter(({ life }) => life.state !== 'LAPSED' && (life.state ?? life.usedSince) !== null),
  )
}

/** The adoptions of some standards, by the codes of these. */
export async function readAdoptionsOf(
  database: Database,
  { institution, on }: Pick<AdoptionRequest, 'institution' | 'on'>,
  standards: readonly string[],
): Promise<Map<string, Adoption[]>> {
  const adoptions = await database.snapshot(async (db) => {
    const identity = await readIdentity(db, institution, null)
    const records = await listCanonical(db, identity, 'adoption', institution, { standard: standards })
    return tellLives(db, identity, { institution, on }, records)
  })
  return Map.groupBy(readTogether(adoptions), ({ values }) => String(values['standard']))
}

const MOST_SUBJECTS = 500

async function tellLives(
  db: Connection,
  identity: Identity | null,
  { institution, on }: Pick<AdoptionRequest, 'institution' | 'on'>,
  records: CanonicalRecord[],
): Promise<Adoption[]> {
  const day = toDay(on)
  const uses = await readUses(db, identity, institution, day, records)
  return records.map(({ record, values }) => {
    const use = uses.get(placeOf(values)) ?? null
    return { record, values, on, use, life: lifeCycleOf(values, use, day) }
  })
}

async function readUses(
  db: Connection,
  identity: Identity | null,
  institution: string,
  day: Day,
  of: CanonicalRecord[],
): Promise<Map<string, Use>> {
  const codes = (type: string) => {
    const own = of.flatMap(({ values }) => (values[type] ? [String(values[type])] : []))
    return identity?.alike(type, own) ?? [...new Set(own)]
  }
  const subjects = [...codes('standard'), ...codes('resource')]
  const uses = new Map<string, Use>()
  const rows = await selectUses(db, institution, {
    recent: [monthsBefore(day, LIVE_MONTHS) + 1, day],
    subjects: subjects.length > MOST_SUBJECTS ? null : subjects,
    except: leftOutOf(identity, recordTypeOf('adoption-use')).keys,
  })
  for (const { last_first: lastFirst, first, recent, ...subject } of rows) {
    const canonical = placeOf(canonicalSubject(identity, { ...subject }))
    const before = uses.get(canonical)
    uses.set(canonical, {
      first: Math.min(first, before?.first ?? first),
      lastFirst: Math.max(lastFirst, before?.lastFirst ?? lastFirst),
      recent: Number(recent) === 1 || (before?.recent ?? false),
    })
  }
  return uses
}

function canonicalSubject(identity: Identity | null, subject: StoredValues): StoredValues {
  const named = (type: string) => {
    const code = subject[type]
    return typeof code === 'string' && identity ? identity.canonical(type, code) : code
  }
  return { ...subject, standard: named('standard'), resource: named('resource') }
}

/** What is adopted, where and by whom: an adoption and its use have it in common. */
function placeOf({ standard, resource, country, adopter }: StoredValues): string {
  return [standard ?? '', resource ?? '', country, adopter].join('\n')
}

const TYPES = ['standard', 'resource'] as const

/** What is adopted, by its title; by its code where it is in no register. Adoptions are of one institution. */
export async function readSubjects(database: Database, adoptions: readonly Adoption[]): Promise<Map<Adoption, Words>> {
  const institution = adoptions[0]?.record.institution ?? ''
  const subjects = new Map<Adoption, Words>()
  for (const type of TYPES) {
    const some = adoptions.filter(({ values }) => values[type])
    const codes = [...new Set(some.map(({ values }) => String(values[type])))]
    const names = await readNames(database.quick, recordTypeOf(type), institution, codes)
    for (const adoption of some) {
      const code = String(adoption.values[type])
      subjects.set(adoption, names.get(code) ?? asIs(code))
    }
  }
  return subjects
}

/** A document that proves an adoption. */
export interface AdoptionDocument {
  /** The state of the adoption on the day of its issue, which it proves; null: it was issued before all of them. */
  stage: Stage | null
  evidence: StoredRecord
}

/** The documents of adoptions of one institution by the keys of these, in the order of their issue. */
export async function readDocuments(
  database: Database,
  adoptions: readonly Adoption[],
): Promise<Map<string, AdoptionDocument[]>> {
  const found = new Map<string, AdoptionDocument[]>()
  const institution = adoptions[0]?.record.institution
  if (institution === undefined) return found
  const byKey = new Map(adoptions.map((adoption) => [adoption.record.key, adoption]))
  const identity = await readIdentity(database.quick, institution, null)
  const keys = identity?.alike('adoption', [...byKey.keys()]) ?? [...byKey.keys()]
  const evidence = await database.snapshot((db) =>
    listCanonical(db, identity, 'evidence', institution, { record: keys, record_type: ['adoption'] }),
  )
  const order = ({ values, key }: StoredRecord) => `${values['issued_on']}\n${key}`
  evidence.sort((a, b) => (order(a.record) < order(b.record) ? -1 : 1))
  for (const { record, values } of evidence) {
    const named = String(values['record'])
    const key = identity?.canonical('adoption', named) ?? named
    const adoption = byKey.get(key)
    if (!adoption) continue
    const stage = stageOn(adoption.values, toDay(String(values['issued_on'])))
    found.set(key, [...(found.get(key) ?? []), { stage, evidence: record }])
  }
  return found
}
