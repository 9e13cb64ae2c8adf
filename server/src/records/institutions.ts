import { thenOf } from '../ground/database/database-then.ts'
import { randomUUID } from 'node:crypto'
import type { Words } from '@causeway/shared/words/words'
import { UNKNOWN } from '@causeway/shared/unknown'
import type { Connection, Database } from '../ground/database/database.ts'
import { countInstitutions, selectInstitutions, type InstitutionRow, lockAcrossInstitutions } from './store.ts'
import type { Kind } from '../ground/database/columns.ts'
import { inParts } from '../ground/database/many.ts'
import { didYouMean, findNearest } from '../ground/nearest.ts'
import { QuestionError } from '../ground/question-error.ts'

export interface InstitutionFacts {
  code: string
  name: Words
  /** ISO 3166-1 alpha-2, or `unknown`. */
  country: string
  /** MM-DD */
  schoolYearStart: string
  /** YYYY-MM-DD; null: nothing was ever imported. */
  dataDate: string | null
  revision: number
  /** When the revision was committed, ISO date-time. */
  committedAt: string | null
  /** The invented college. */
  demonstration: boolean
  /** The release that it is looked at by; absent: by none. */
  release?: { name: string }
}

interface InstitutionPage {
  institutions: InstitutionFacts[]
  hasNext: boolean
  /** Give it as `after` for the next page. */
  endCursor: string | null
  totalCount: number
}

const STANDARD_SCHOOL_YEAR_START = '09-01'

/** The institution of a code, or null. A record of type `institution` belongs to the institution it describes. */
export async function findInstitution(database: Database, code: string): Promise<InstitutionFacts | null> {
  const [row] = await selectInstitutions(database.quick, database.kind, { code, limit: 1 })
  const name = thenOf(database.quick)?.releaseName
  return row ? { ...toFacts(row), ...(name !== undefined && { release: { name } }) } : null
}

/** @throws QuestionError UNKNOWN_INSTITUTION */
export async function requireInstitution(database: Database, code: string): Promise<InstitutionFacts> {
  const found = await findInstitution(database, code)
  if (!found) throw await unknownInstitution(database, code)
  return found
}

/** MM-DD: when its school year begins, as a transaction sees it. */
export async function readSchoolYearStart(
  db: Connection,
  kind: Database['kind'],
  institution: string,
): Promise<string> {
  const [row] = await selectInstitutions(db, kind, { code: institution, limit: 1 })
  return row?.school_year_start ?? STANDARD_SCHOOL_YEAR_START
}

/**
 * Institutions in the order of their codes. `search`: a part of the code or of a name, in any case. `at`: revisions at which institutions
 * are read.
 */
export async function listInstitutions(
  { quick, kind }: Database,
  { search, first = 50, after, at }: InstitutionListRequest = {},
): Promise<InstitutionPage> {
  const asked = { search: search ?? undefined, ...(at && { at }) }
  const rows = await selectInstitutions(quick, kind, { ...asked, after: after ?? undefined, limit: first + 1 })
  const institutions = rows.slice(0, first).map(toFacts)
  return {
    institutions,
    hasNext: rows.length > first,
    endCursor: institutions.at(-1)?.code ?? null,
    totalCount: await countInstitutions(quick, kind, asked),
  }
}

interface InstitutionListRequest {
  search?: string | null
  first?: number
  after?: string | null
  at?: ReadonlyMap<string, number>
}

function toFacts(row: InstitutionRow): InstitutionFacts {
  const { institution: code, name_zh: zh, name_en: en } = row
  return {
    code,
    name: { zh: zh ?? en ?? code, en: en ?? zh ?? code },
    country: row.country ?? UNKNOWN,
    schoolYearStart: row.school_year_start ?? STANDARD_SCHOOL_YEAR_START,
    dataDate: row.data_date,
    revision: row.revision ?? 0,
    committedAt: row.committed_at,
    demonstration: row.demonstration !== null,
  }
}

interface InstitutionCounter {
  revision: number
  dataDate: string | null
}

/**
 * The first statement of a writer. SQLite has one writer at a time anyway. On PostgreSQL a batch of one institution locks that
 * institution's counter, one of several a lock that all such batches share, before they lock counters in the order of the file: who
 * holds one counter waits for nothing, and who holds several is alone, so that no two can wait for each other.
 */
export async function lockBatchOrder(db: Connection, kind: Kind, institution: string | undefined): Promise<void> {
  if (kind === 'sqlite') return
  if (institution === undefined) await lockAcrossInstitutions(db)
  else await lockInstitutions(db, kind, [institution])
}

/** The counters of institutions, their own from here to the end of the transaction. */
export async function lockInstitutions(
  db: Connection,
  kind: Kind,
  institutions: readonly string[],
): Promise<Map<string, InstitutionCounter>> {
  const state = { revision: 0, data_date: null, committed_at: new Date().toISOString() }
  const counters = new Map(institutions.map((code) => [code, { revision: 0, dataDate: null as string | null }]))
  for (const codes of inParts(institutions)) {
    if (kind === 'postgres') {
      await db
        .insertInto('institution_state')
        .values(codes.map((institution) => ({ institution, ...state, epoch: randomUUID() })))
        .onConflict((conflict) => conflict.column('institution').doNothing())
        .execute()
    }
    const select = db
      .selectFrom('institution_state')
      .select(['institution', 'revision', 'data_date'])
      .where('institution', 'in', codes)
    for (const row of await (kind === 'postgres' ? select.forUpdate() : select).execute())
      counters.set(row.institution, { revision: row.revision, dataDate: row.data_date })
  }
  return counters
}

export async function unknownInstitution(database: Database, code: string): Promise<QuestionError> {
  const { institutions } = await listInstitutions(database, { first: 500 })
  const codes = institutions.map((institution) => institution.code)
  const nearest = findNearest(code, codes)
  const hint = didYouMean(nearest)
  return new QuestionError('UNKNOWN_INSTITUTION', {
    zh: `没有代码为“${code}”的院校${hint.zh || '。'}`,
    en: `There is no institution with the code "${code}"${hint.en || '.'}`,
    facts: { institution: code, nearest },
  })
}
