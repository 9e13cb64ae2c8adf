import type { Database } from '../database/database.ts'
import { findNearest } from '../nearest.ts'
import { QuestionError } from '../question-error.ts'
import { listInstitutions } from '../records/institutions.ts'

export async function unknownInstitution(database: Database, code: string): Promise<QuestionError> {
  const { institutions } = await listInstitutions(database, { first: 500 })
  return new QuestionError(
    'UNKNOWN_INSTITUTION',
    { zh: `没有代码为“${code}”的院校。`, en: `There is no institution with the code "${code}".` },
    {
      institution: code,
      nearest: findNearest(
        code,
        institutions.map((institution) => institution.code),
      ),
    },
  )
}
