import type { Database } from '../ground/database/database.ts'
import { didYouMean, findNearest } from '../ground/nearest.ts'
import { QuestionError } from '../ground/question-error.ts'
import { listInstitutions } from './institutions.ts'

export async function unknownInstitution(database: Database, code: string): Promise<QuestionError> {
  const { institutions } = await listInstitutions(database, { first: 500 })
  const nearest = findNearest(
    code,
    institutions.map((institution) => institution.code),
  )
  const hint = didYouMean(nearest)
  return new QuestionError('UNKNOWN_INSTITUTION', {
    zh: `没有代码为“${code}”的院校${hint.zh || '。'}`,
    en: `There is no institution with the code "${code}"${hint.en || '.'}`,
    facts: { institution: code, nearest },
  })
}
