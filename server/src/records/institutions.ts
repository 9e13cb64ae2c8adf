import type { Words } from '@causeway/shared/words/words'
import { UNKNOWN } from '@causeway/shared/unknown'
import type { Connection, Database } from '../ground/database/database.ts'
import { countInstitutions, selectInstitutions, type InstitutionRow } from './store.ts'

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
  return row ? toFacts(row) : null
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

/** Institutions in the order of their codes. `search`: a part of the code or of a name, in any case. */
export async function listInstitutions(
  database: Database,
  { search, first = 50, after }: { search?: string | null; first?: number; after?: string | null } = {},
): Promise<InstitutionPage> {
  const { quick, kind } = database
  const rows = await selectInstitutions(quick, kind, {
    search: search ?? undefined,
    after: after ?? undefined,
    limit: first + 1,
  })
  const institutions = rows.slice(0, first).map(toFacts)
  return {
    institutions,
    hasNext: rows.length > first,
    endCursor: institutions.at(-1)?.code ?? null,
    totalCount: await countInstitutions(quick, kind, search ?? undefined),
  }
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
