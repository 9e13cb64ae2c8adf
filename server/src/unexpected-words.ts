import type { Words } from '@causeway/shared/words/words'

/** All that an asker is told of an unexpected error. */
export function unexpectedWords(requestId: string): Words {
  return {
    zh: `出错了。请把编号 ${requestId} 告诉管理员。`,
    en: `Something went wrong. Tell the operator the id ${requestId}.`,
  }
}
