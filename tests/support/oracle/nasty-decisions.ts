import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { PERSONS } from './nasty-values.ts'
import type { Stored } from './world.ts'
import type { Random } from '../random.ts'

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
    // Each leads to one before it, so that no decisions lead in a circle.
    codes.forEach((code, i) => {
      if (i > 0 && random.chance(0.25))
        decide(type, code, codes[random.whole(0, i - 1)], random.pick(['same', 'renamed', 'merged', 'duplicate']))
      else if (random.chance(0.1)) decide(type, code, null, 'split')
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
