import { fieldsOf, recordTypeOf } from '@causeway/server/records/record-types'
import type { Rec, Stored } from './world.ts'

/** Which code represents a code of a type of things, or for a person, or for a record's key. */
export type StandsFor = (thing: string, code: string) => string

interface Decision {
  thing: string
  code: string
  sameAs: string
  relation: string
}

/** What the decisions of an institution say, followed to their end. */
export function readDecisions(records: readonly Rec[]): StandsFor {
  const decisions = decisionsOf(records)
  return (thing, code) => {
    let at = code
    for (let steps = 0; steps <= decisions.length; steps++) {
      const next = decisions.find((decision) => decision.thing === thing && decision.code === at)
      if (!next) return at
      at = next.sameAs
    }
    return code
  }
}

/** The records as the decisions make them: every name of a thing is that of what represents it, and what is one thing is there once. */
export function applyDecisions(records: Map<string, Rec[]>): Map<string, Rec[]> {
  const decided = records.get('same-as') ?? []
  if (decided.length === 0) return records
  const standsFor = readDecisions(decided)
  const once = decisionsOf(decided).filter(({ relation }) => relation === 'same' || relation === 'duplicate')
  const isLeftOut = (type: string, { key, values }: Rec) =>
    once.some(({ thing, code }) => thing === type && code === (hasCode(type) ? values['code'] : key))
  return new Map(
    [...records].map(([type, list]) => [
      type,
      list
        .filter((record) => !isLeftOut(type, record))
        .map((record) => ({ ...record, values: rename(type, record.values, standsFor) })),
    ]),
  )
}

function rename(type: string, values: Stored, standsFor: StandsFor): Stored {
  const renamed = { ...values }
  for (const { name, kind, to } of fieldsOf(recordTypeOf(type))) {
    const thing = kind === 'person' ? 'person' : name === 'unit' || name === 'department' ? 'unit' : to
    const code = values[name]
    if (thing !== undefined && typeof code === 'string') renamed[name] = standsFor(thing, code)
  }
  if (type === 'evidence') renamed['record'] = standsFor(String(values['record_type']), String(values['record']))
  return renamed
}

function hasCode(type: string): boolean {
  return fieldsOf(recordTypeOf(type)).some(({ name }) => name === 'code')
}

function decisionsOf(records: readonly Rec[]): Decision[] {
  return records.flatMap(({ values }) =>
    values['same_as'] == null
      ? []
      : [
          {
            thing: String(values['record_type']),
            code: String(values['code']),
            sameAs: String(values['same_as']),
            relation: String(values['relation']),
          },
        ],
  )
}
