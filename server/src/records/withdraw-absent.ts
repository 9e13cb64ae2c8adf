import { countNamingEnded, listStanding, type StandingStretch } from '../ground/database/absent-records.ts'
import type { Connection } from '../ground/database/database.ts'
import type { Kind } from '../ground/database/columns.ts'
import { pointersTo } from './pointers.ts'
import type { RecordType } from './record-type.ts'
import { schoolYearsOf, type ReplacedStretch } from './stretch.ts'
import { endVersions, findCurrent, recordTable } from './store.ts'
import type { StoredRecord } from './stored-values.ts'

/** Records that a file is complete for and lacks. */
export interface Absent {
  total: number
  /** The first of them, by institution and key. */
  records: StoredRecord[]
  /** Codes of theirs that records still point to; nothing may be withdrawn then. */
  uses: { institution: string; code: string; recordType: string; count: number }[]
}

/** The institution whose records are looked through, and the file's keys. */
export interface AbsentSearch {
  institution: string
  schoolYearStart: string
  batch: string
  /** Of the batch: records end with it. */
  revision: number
  isInFile(key: string): boolean
  /** False: they are only counted and listed. */
  withdraw: boolean
}

const PAGE = 1_000
const MOST_LISTED = 100

/** Looks through an institution's records page by page, so that a million of them take no more room than a thousand. */
export async function withdrawAbsent(
  db: Connection,
  kind: Kind,
  type: RecordType,
  stretch: ReplacedStretch,
  search: AbsentSearch,
): Promise<Absent> {
  const { institution, revision, isInFile, withdraw } = search
  const table = recordTable(type)
  const standing = toStanding(type, stretch, search)
  const absent: Absent = { total: 0, records: [], uses: [] }
  for (let after: string | null = null; ;) {
    const page = await listStanding(db, table.table, standing, { after, limit: PAGE })
    const gone = page.filter(({ key }) => !isInFile(key))
    absent.total += gone.length
    const listed = gone.slice(0, MOST_LISTED - absent.records.length).map(({ key }) => [institution, key])
    const found = await findCurrent(db, kind, table, listed)
    absent.records.push(...found.sort((a, b) => (a.key < b.key ? -1 : 1)))
    const ended = gone.map(({ key, since }) => [revision, institution, key, since])
    if (withdraw) await endVersions(db, kind, table, ended)
    if (page.length < PAGE) break
    after = page.at(-1)!.key
  }
  if (!withdraw || absent.total === 0) return absent
  for (const from of pointersTo(type)) {
    for (const { code, count } of await countNamingEnded(db, from, table.table, { institution, revision }))
      absent.uses.push({ institution, code, recordType: from.type.name, count })
  }
  return absent
}

function toStanding(
  { span }: RecordType,
  stretch: ReplacedStretch,
  { institution, batch, schoolYearStart }: AbsentSearch,
): StandingStretch {
  const years = stretch.years.length === 0 ? null : schoolYearsOf(stretch, schoolYearStart)
  const byClass = 'class' in span
  return {
    institution,
    notOf: batch,
    days: byClass ? null : years,
    classes: byClass && years ? { field: span.class, in: years.map((year) => year.class) } : null,
    units: stretch.units,
  }
}
