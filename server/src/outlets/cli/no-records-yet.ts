import type { Words } from '@causeway/shared/words/words'
import { QuestionError } from '../../ground/question-error.ts'

/** Which years are meant cannot be known of an institution without records: `options` say them. */
export function noRecordsYet(name: Words, ...options: string[]): QuestionError {
  return new QuestionError('BAD_PERIOD', {
    zh: `${name.zh} 尚未导入数据，请用 ${options.join(' 与 ')} 给出年份。`,
    en: `Nothing has been imported for ${name.en} yet: say which years with ${options.join(' and ')}.`,
  })
}
