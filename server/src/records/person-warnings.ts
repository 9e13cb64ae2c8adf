import { toIso } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import type { Connection } from '../ground/database/database.ts'
import { listOutsideStretch, type OutsideStretch } from '../ground/database/doubtful-persons.ts'
import type { BatchPlace } from '../ground/database/doubtful-records.ts'
import { tableOf, type RecordType } from './record-type.ts'
import { recordTypeOf } from './record-types.ts'
import type { RecordWarning } from './record-warning.ts'
import { hasRecords, recordTable } from './store.ts'

interface Rule {
  code: 'OUTSIDE_ENROLMENT' | 'OUTSIDE_EMPLOYMENT'
  type: string
  only: Record<string, string>
  stretch: string
}

/** A person of whom there is no such stretch at all is not doubted: the register may be kept of some only. */
const RULES: Rule[] = [
  {
    code: 'OUTSIDE_ENROLMENT',
    type: 'mobility',
    only: { direction: 'out', audience: 'student' },
    stretch: 'enrolment',
  },
  { code: 'OUTSIDE_ENROLMENT', type: 'placement', only: {}, stretch: 'enrolment' },
  { code: 'OUTSIDE_EMPLOYMENT', type: 'mobility', only: { direction: 'out', audience: 'staff' }, stretch: 'staff' },
  { code: 'OUTSIDE_EMPLOYMENT', type: 'office-held', only: {}, stretch: 'staff' },
]

/** Stays of learners outside their enrolment, stays and posts of staff outside their employment, whichever of the two the batch brought. */
export async function findPersonWarnings(
  db: Connection,
  place: BatchPlace,
  type: RecordType,
): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = []
  for (const rule of RULES) {
    const within = { table: tableOf(rule.type), only: rule.only, stretch: tableOf(rule.stretch) }
    if (type.name !== rule.type && type.name !== rule.stretch) continue
    // A first import of a million enrolments has no stays to compare with.
    const other = recordTypeOf(type.name === rule.type ? rule.stretch : rule.type)
    if (!(await hasRecords(db, recordTable(other), place.institution))) continue
    if (type.name === rule.type) {
      for (const doubt of await listOutsideStretch(db, place, within, 'record')) warnings.push(toWarning(rule, doubt))
    } else {
      for (const doubt of await listOutsideStretch(db, place, within, 'stretch'))
        warnings.push(toWarningOfStretch(rule, doubt))
    }
  }
  return warnings
}

function toWarning({ code, type, stretch }: Rule, doubt: OutsideStretch): RecordWarning {
  const { span } = recordTypeOf(type)
  const { zh, en } = wordsOf(doubt)
  const within = recordTypeOf(stretch).label
  const message = {
    zh: `所填时间（${zh}）不在此人“${within.zh}”的起止日期之内。请核对日期，或更正“${within.zh}”。`,
    en: `${en} is outside the time for which the person has a record of ${within.en.toLowerCase()}. Look at the dates, or mend that record.`,
  }
  return {
    code,
    row: doubt.row,
    field: 'starts' in span ? span.starts[0]! : 'start',
    value: toIso(doubt.first),
    message,
  }
}

function toWarningOfStretch({ code, type, stretch }: Rule, doubt: OutsideStretch): RecordWarning {
  const { span } = recordTypeOf(stretch)
  const of = recordTypeOf(type).label
  const { zh, en } = wordsOf(doubt)
  const message = {
    zh: `此人有一条“${of.zh}”记录（${zh}）不在其起止日期之内。请核对起止日期，或更正该记录。`,
    en: `The person has a record of ${of.en.toLowerCase()} (${en}) outside this time. Look at the dates, or mend that record.`,
  }
  return {
    code,
    row: doubt.row,
    field: 'starts' in span ? span.starts[0]! : 'start',
    value: toIso(doubt.first),
    message,
  }
}

function wordsOf({ first, last }: OutsideStretch): Words {
  const from = toIso(first)
  return last === null
    ? { zh: `${from} 起`, en: `The time from ${from} on` }
    : { zh: `${from} 至 ${toIso(last)}`, en: `The time from ${from} to ${toIso(last)}` }
}
