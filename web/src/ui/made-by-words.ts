import type { Words } from '@causeway/shared/words/words'
import { spoken } from '../language/spoken.ts'

/** Who brought it or took it back, by name or else by token; null: the command line. */
export function madeByWords(by: { token: string; name: string | null } | null): Words {
  if (by === null) return { zh: '命令行', en: 'the command line' }
  return by.name !== null ? spoken(by.name) : { zh: `令牌 ${by.token}`, en: `token ${by.token}` }
}
