import { toIso } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import type { Connection } from '../ground/database/database.ts'
import type { BatchPlace } from '../ground/database/doubtful-records.ts'
import {
  listOutOfTime,
  listPointedOutOfTime,
  type DatedTable,
  type OutOfTime,
  type PointedOutOfTime,
  type PointedTable,
} from '../ground/database/doubtful-times.ts'
import { tableOf, type RecordType } from './record-type.ts'
import { findRecordType, recordTypeOf } from './record-types.ts'
import type { RecordWarning } from './record-warning.ts'

/** What is only there from its first day to its last. */
const DATED = ['programme', 'platform', 'overseas-site', 'standard', 'resource']
/** Records that are of a day on which what they point to has to be there. Left out: what comes after it by nature, as outcomes do. */
const POINTING = [
  'programme',
  'course',
  'joint-programme',
  'programme-standard',
  'platform-member',
  'adoption',
  'event',
  'enrolment',
  'mobility',
  'training-session',
  'placement',
  'online-learning',
  'assessment-result',
  'certificate-award',
  'language-result',
]
/** What decides the day, where it is not a record's first one. */
const DAYS: Record<string, string[]> = { adoption: ['adopted_on_day', 'registered_on_day', 'in_system_on_day'] }

/** Records of days on which the programme, platform, site, standard or resource that they name was not there, whichever of them the batch brought. */
export async function findTimeWarnings(db: Connection, place: BatchPlace, type: RecordType): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = []
  if (POINTING.includes(type.name)) {
    const targets = targetsOf(type)
    if (targets.length > 0) {
      for (const doubt of await listOutOfTime(db, place, datedTable(type), targets.map(toTable)))
        warnings.push(toOutOfTime(recordTypeOf(targets.find(({ field }) => field === doubt.field)!.to), doubt))
    }
  }
  if (!DATED.includes(type.name)) return warnings
  for (const name of POINTING) {
    const from = findRecordType(name)
    for (const target of from ? targetsOf(from) : []) {
      if (target.to !== type.name) continue
      for (const doubt of await listPointedOutOfTime(db, place, toTable(target), datedTable(from!)))
        warnings.push(...toPointedOutOfTime(type, from!, doubt))
    }
  }
  return warnings
}

interface Target {
  field: string
  to: string
}

function targetsOf(type: RecordType): Target[] {
  return type.fields.flatMap(({ name, to }) =>
    to !== undefined && DATED.includes(to) && to !== type.name ? [{ field: name, to }] : [],
  )
}

function toTable({ field, to }: Target): PointedTable {
  return { field, table: tableOf(to) }
}

function datedTable({ name }: RecordType): DatedTable {
  return { table: tableOf(name), days: DAYS[name] ?? ['first_day'] }
}

function toOutOfTime(target: RecordType, { row, day, field, code, first, last }: OutOfTime): RecordWarning {
  const on = toIso(day)
  const what: Words = { zh: `${target.label.zh}${code} `, en: `${target.label.en} ${code}` }
  if (last !== null && day > last) {
    const message = {
      zh: `${what.zh}已于 ${toIso(last)} 终止，而本行始于 ${on}。请核对日期和编号；确实仍在运行的，请更正其终止日期。`,
      en: `${what.en} ended on ${toIso(last)}, and this row is of ${on}. Look at the date and the code; if it still runs, mend its end.`,
    }
    return { code: 'NO_LONGER_THERE', row, field, value: code, message }
  }
  const message = {
    zh: `${what.zh}自 ${toIso(first!)} 起才有，而本行始于 ${on}。请核对日期和编号；确实更早的，请更正其起始日期。`,
    en: `${what.en} began on ${toIso(first!)}, and this row is of ${on}. Look at the date and the code; if it began earlier, mend its first day.`,
  }
  return { code: 'NOT_YET_THERE', row, field, value: code, message }
}

function toPointedOutOfTime(target: RecordType, from: RecordType, doubt: PointedOutOfTime): RecordWarning[] {
  const { row, code, first, last, early, earliest, late, latest } = doubt
  const { span } = target
  if (!('starts' in span)) return []
  const warnings: RecordWarning[] = []
  const records = (count: number): Words => ({
    zh: `${count} 条“${from.label.zh}”记录`,
    en: `${count} ${count === 1 ? 'record' : 'records'} of ${from.label.en.toLowerCase()}`,
  })
  if (late > 0) {
    const message = {
      zh: `${target.label.zh}${code} 终止于 ${toIso(last!)}，但有${records(late).zh}在其后，最晚的始于 ${toIso(latest!)}。请更正终止日期或这些记录。`,
      en: `${target.label.en} ${code} ends on ${toIso(last!)}, but ${records(late).en} come after it, the last on ${toIso(latest!)}. Mend its end or those records.`,
    }
    warnings.push({ code: 'NO_LONGER_THERE', row, field: span.ends!, value: code, message })
  }
  if (early > 0) {
    const message = {
      zh: `${target.label.zh}${code} 始于 ${toIso(first!)}，但有${records(early).zh}在其前，最早的始于 ${toIso(earliest!)}。请更正起始日期或这些记录。`,
      en: `${target.label.en} ${code} begins on ${toIso(first!)}, but ${records(early).en} come before it, the first on ${toIso(earliest!)}. Mend its first day or those records.`,
    }
    warnings.push({ code: 'NOT_YET_THERE', row, field: span.starts[0]!, value: code, message })
  }
  return warnings
}
