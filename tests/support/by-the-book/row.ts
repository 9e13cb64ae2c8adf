import { toDay } from '@causeway/shared/day'
import { fieldsOf, recordTypeOf } from '@causeway/server/records/record-types'
import type { Rec, World } from '../oracle/world.ts'

type Text = string | null
type Count = number | null

/** One record of any type, as people read it: days as numbers, decimals in their own unit, what is not filled null. */
export interface Row {
  /** Its natural key. */
  key: string
  person: Text
  headcount: Count
  code: Text
  unit: Text
  adapted_on: Count
  adopted_on: Count
  adopter: Text
  answered: Count
  approval: Text
  asked: Count
  assessed_on: Count
  attempt: Count
  audience: Text
  authority: Text
  award: Text
  awarded: Count
  awarded_on: Count
  brand: Text
  certificate: Text
  certificate_level: Text
  certificate_no: Text
  class: Count
  closed_on: Count
  competent: Count
  core: Count
  country: Text
  date: Count
  delivery: Text
  department: Text
  direction: Text
  employer_type: Text
  end: Count
  event: Text
  expires_on: Count
  foreign_party_hours: Count
  foreign_taught: Count
  founded_on: Count
  from: Count
  full_time: Count
  going_out: Count
  hours: Count
  in_system_on: Count
  instrument: Text
  international: Count
  introduced: Count
  issued_on: Count
  kind: Text
  language: Text
  lapsed_on: Count
  learners: Count
  level: Text
  licensed: Count
  localised_on: Count
  major: Text
  matched: Count
  max: Count
  medal: Text
  nationality: Text
  observation: Text
  opened_on: Count
  origin: Text
  outcome: Text
  partner: Text
  passed: Count
  pay: Count
  phase: Text
  planned_days: Count
  platform: Text
  positive: Count
  prior_education: Text
  professional: Count
  proposed_on: Count
  published_on: Count
  programme: Text
  purpose: Text
  question: Text
  raw: Count
  record: Text
  record_type: Text
  registered_on: Count
  relation: Text
  required_level: Count
  resource: Text
  review_due: Count
  reviewed_on: Count
  role: Text
  scale: Text
  score: Count
  series: Text
  session: Text
  signed_on: Count
  site: Text
  skill: Text
  sponsor: Text
  standard: Text
  standard_unit: Text
  standard_version: Text
  start: Count
  status: Text
  teaching: Count
  team: Text
  to: Count
  training_days: Count
  type: Text
  unit_code: Text
  valid_to: Count
  version: Text
  virtual: Count
  weight: Count
  withdrawn_on: Count
}

/** All records of an institution, by type. */
export type Book = (type: string) => Row[]

export function openBook(world: World): Book {
  const read = new Map<string, Row[]>()
  return (type) => {
    if (!read.has(type)) read.set(type, (world.records.get(type) ?? []).map(readRow))
    return read.get(type)!
  }
}

function readRow({ type, key, values }: Rec): Row {
  const fields = fieldsOf(recordTypeOf(type)).map(({ name, kind, factor }) => {
    const value = values[name] ?? null
    if (value === null) return [name, null]
    if (kind === 'date') return [name, toDay(String(value))]
    return [name, kind === 'decimal' ? Number(value) / factor! : value]
  })
  return { person: null, headcount: null, ...Object.fromEntries(fields), key } as Row
}
