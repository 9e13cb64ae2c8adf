import type { Database } from '../ground/database/database.ts'
import { QuestionError } from '../ground/question-error.ts'
import { openSecret, type Secret } from './secret.ts'

/** The key of personal hashes. @throws QuestionError NOT_SET_UP where this process was given none */
export async function secretOf({ database, secretFile }: { database: Database; secretFile?: string }): Promise<Secret> {
  if (secretFile === undefined)
    throw new QuestionError('NOT_SET_UP', {
      zh: '此服务未配置导入所需的密钥文件。',
      en: 'This server was set up without the key that imports need.',
    })
  return openSecret(database, secretFile)
}
