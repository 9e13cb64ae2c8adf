import type { Database } from '../ground/database/database.ts'
import { QuestionError } from '../ground/question-error.ts'
import { findInstitution } from '../records/institutions.ts'
import { unknownInstitution } from '../records/unknown-institution.ts'

/**
 * The day that registers are read for: the one asked for, else the institution's data date. YYYY-MM-DD.
 * @throws QuestionError UNKNOWN_INSTITUTION, NO_DATA_DATE
 */
export async function readDayAsked(
  database: Database,
  institution: string,
  on: string | null | undefined,
): Promise<string> {
  const facts = await findInstitution(database, institution)
  if (!facts) throw await unknownInstitution(database, institution)
  const day = on ?? facts.dataDate
  if (day !== null) return day
  throw new QuestionError('NO_DATA_DATE', {
    zh: `${facts.name.zh}尚未导入数据，没有数据截止日：请写明哪一天（on）。`,
    en: `Nothing has been imported for ${facts.name.en}, so that it has no data date: say which day (on).`,
  })
}
