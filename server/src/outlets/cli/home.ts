import type { Words } from '@causeway/shared/words/words'
import { readOpeningYear } from '../../answers/unreported/reported-years.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { requireInstitution } from '../../records/institutions.ts'

/** The institution that is asked about, and the year that pages open on. Throws `UNKNOWN_INSTITUTION`. */
export async function readHome({ database }: Causeway, code: string) {
  const home = await requireInstitution(database, code)
  return { home, opening: await readOpeningYear(database, home) }
}

/** Which years are meant cannot be known of an institution without records: `options` say them. */
export function noRecordsYet(name: Words, ...options: string[]): QuestionError {
  return new QuestionError('BAD_PERIOD', {
    zh: `${name.zh} 尚未导入数据，请用 ${options.join(' 与 ')} 给出年份。`,
    en: `Nothing has been imported for ${name.en} yet: say which years with ${options.join(' and ')}.`,
  })
}
