import { naturalKey } from '@causeway/server/records/natural-key'
import { keyFieldsOf } from '@causeway/server/records/record-type'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { createRandom, type Random } from '../random.ts'
import { makeRow } from './nasty-rows.ts'
import { NastyValues, PERSONS } from './nasty-values.ts'
import type { Batch, Stored } from './world.ts'

/** What a corrected row keeps: a site makes the kind. */
const KEPT = ['unit', 'source_id', 'headcount', 'start', 'person', 'kind', 'site']
const UNITS = [null, null, 'U1', 'U2']

/** How many of each type are made, in this order; of some less where two have one key. */
const COUNTS: Record<string, number> = {
  ...{ partner: 16, 'overseas-site': 10, programme: 12, agreement: 20, course: 40, 'joint-programme': 12 },
  ...{ enrolment: 70, mobility: 100, 'training-session': 50, standard: 12, 'standard-version': 16 },
  ...{ 'standard-unit': 40, 'standard-mapping': 70, 'programme-standard': 24, resource: 12, adoption: 90 },
  ...{ 'adoption-use': 40, evidence: 30, platform: 12, event: 20, recognition: 24, 'competition-result': 70 },
  ...{ 'assessment-result': 150, 'graduate-outcome': 160, 'certificate-type': 8, 'certificate-award': 50 },
  ...{ 'language-result': 50, 'survey-result': 70, 'office-held': 24, staff: 40, 'online-learning': 30 },
  ...{ placement: 50, 'nothing-to-report': 60 },
}
/** Types of which some rows are corrected later. */
const CORRECTED =
  'enrolment mobility training-session adoption competition-result assessment-result ' +
  'graduate-outcome partner agreement staff certificate-award placement'
/** Types whose rows speak of the same things as rows of another that have `filled`, but for so many of them. */
const ALIKE: Record<string, { to: string; filled: string; in: string[]; apart: number }> = {
  'adoption-use': { to: 'adoption', filled: 'adopter', in: ['standard', 'resource', 'country', 'adopter'], apart: 0.3 },
  placement: { to: 'mobility', filled: 'partner', in: ['partner', 'country', 'start', 'end', 'platform'], apart: 0.8 },
  staff: { to: 'mobility', filled: 'person', in: ['person'], apart: 0.3 },
}

export interface Place {
  institution: string
  country: string
  schoolYearStart: string
  dataDate: string
  /** 1: some hundreds of records. */
  size: number
  /** Every row is of one person. */
  hasNoGroups?: true
  /** Some of its codes, records and persons were decided to be one thing. */
  decides?: true
}

/** One institution's batches: the first of each type, then two that correct what was there. */
export function makeBatches(seed: string, place: Place): Batch[] {
  const random = createRandom(`${seed} ${place.institution}`)
  const maker = new Maker(random, place)
  const batch = (type: string, dataDate: string, rows: Stored[]): Batch => ({
    type,
    institution: place.institution,
    dataDate,
    rows,
  })
  const own = {
    code: place.institution,
    name_zh: '学院',
    country: place.country,
    school_year_start: place.schoolYearStart,
  }
  const first = Object.entries(COUNTS).map(([type, count]) => {
    const rows = new Map<string, Stored>()
    for (let i = 0; i < Math.ceil(count * place.size); i++) {
      const row = maker.make(type, i)
      rows.set(naturalKey(recordTypeOf(type), row), row)
    }
    maker.made.set(type, [...rows.values()])
    return batch(type, '2023-08-31', [...rows.values()])
  })
  const standing = maker.made
  const correct = (dataDate: string) =>
    CORRECTED.split(' ').map((type) => batch(type, dataDate, maker.correct(type, standing.get(type)!)))
  const decided = place.decides ? [batch('same-as', '2023-08-31', makeDecisions(random, standing))] : []
  return [
    batch('institution', '2023-08-31', [own]),
    ...first,
    ...decided,
    ...correct(place.dataDate),
    ...correct('2023-12-01'),
  ]
}

class Maker {
  readonly #random: Random
  readonly #values: NastyValues
  /** The rows of each type so far. */
  readonly made = new Map<string, Stored[]>()

  constructor(random: Random, { size, hasNoGroups }: Place) {
    this.#random = random
    this.#values = new NastyValues(random, { size, hasGroups: !hasNoGroups })
  }

  make(type: string, i: number): Stored {
    const row = { ...this.#makeOwn(type, i), unit: this.#random.pick(UNITS) }
    if (this.#random.chance(0.04) && !('code' in row) && type !== 'nothing-to-report')
      return { ...row, source_id: `S${i}` }
    return row
  }

  #makeOwn(type: string, i: number): Stored {
    if (type === 'evidence') return this.#makeEvidence(i)
    const row = makeRow(this.#values, type, i)
    const alike = ALIKE[type]
    if (!alike || this.#random.chance(alike.apart)) return row
    const others = this.made.get(alike.to)!.filter((it) => it[alike.filled] != null)
    if (others.length === 0) return row
    const other = this.#random.pick(others)
    return { ...row, ...Object.fromEntries(alike.in.map((name) => [name, other[name]!])) }
  }

  /** Of an adoption, or of a record of another type that has the same key. */
  #makeEvidence(i: number): Stored {
    const record = this.#random.pick(this.made.get('adoption')!)
    return {
      ...{ code: `EV${this.#random.whole(0, 9)}`, title: `证明${i}`, kind: 'letter' },
      ...this.#values.fromTo('issued_on', 'expires_on'),
      record_type: this.#random.chance(0.1) ? 'adoption-use' : 'adoption',
      record: naturalKey(recordTypeOf('adoption'), record),
    }
  }

  /** Some of the rows again, corrected: key fields stay, the name that is absent leaves its field as it is. */
  correct(type: string, rows: Stored[]): Stored[] {
    const declared = recordTypeOf(type)
    return rows
      .filter(() => this.#random.chance(0.15))
      .map((row) => {
        if (row['headcount'] != null) return { ...row, headcount: this.#random.whole(0, 9) }
        const fresh = this.make(type, 0)
        const fixed = new Set([...keyFieldsOf(declared), ...KEPT])
        const corrected = Object.entries(fresh).filter(([name]) => !fixed.has(name) && this.#random.chance(0.5))
        const kept = Object.entries(row).filter(([name]) => fixed.has(name) || /(_on|^from|^to|^end)$/.test(name))
        return {
          ...Object.fromEntries(kept),
          ...Object.fromEntries(corrected.filter(([name]) => !/(_on|^from|^to|^end)$/.test(name))),
        }
      })
  }
}

/** Types whose records are known by their keys alone: one of two may be the other, reported twice. */
const REPORTED_TWICE = ['enrolment', 'mobility', 'training-session', 'competition-result', 'assessment-result']

/** Codes, records and persons that are one thing: chains, splits, and what was its own thing before. */
export function makeDecisions(random: Random, standing: ReadonlyMap<string, readonly Stored[]>): Stored[] {
  const decisions = new Map<string, Stored>()
  const decide = (record_type: string, code: unknown, same_as: unknown, relation: string) => {
    if (code !== same_as)
      decisions.set(`${record_type}/${code}`, {
        record_type,
        code: String(code),
        same_as: same_as === null ? null : String(same_as),
        relation,
        decided_by: '处长',
      })
  }
  decide('unit', 'U1', 'U2', 'renamed')
  decide('unit', 'D1', 'U1', 'merged')
  for (const [type, rows] of standing) {
    const codes = rows.flatMap(({ code }) => (code == null ? [] : [code]))
    // Each leads to one before it, so that no decisions lead in a circle: those are refused. A code may be there twice.
    codes.forEach((code, i) => {
      if (i > 0 && random.chance(0.25)) {
        const [other, relation] = [
          codes[random.whole(0, i - 1)],
          random.pick(['same', 'renamed', 'merged', 'duplicate']),
        ]
        if (codes.indexOf(other!) < codes.indexOf(code)) decide(type, code, other, relation)
      } else if (random.chance(0.1)) decide(type, code, null, 'split')
    })
  }
  for (const type of REPORTED_TWICE) {
    const keys = (standing.get(type) ?? []).map((row) => naturalKey(recordTypeOf(type), row))
    keys.forEach((key, i) => {
      if (i > 0 && random.chance(0.1)) decide(type, key, keys[random.whole(0, i - 1)], 'duplicate')
    })
  }
  PERSONS.forEach((person, i) => {
    if (i > 0 && random.chance(0.2)) decide('person', person, PERSONS[random.whole(0, i - 1)], 'same')
  })
  return [...decisions.values()]
}
