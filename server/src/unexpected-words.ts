import type { Words } from '@causeway/shared/words/words'

/** What file system, SQLite and PostgreSQL say where there is no room. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'])

interface Told {
  code: string
  words: Words
}

/** Null: it is something else that went wrong. */
export function tellDiskFull(error: unknown): Told | null {
  if (!NO_ROOM.has(String((error as { code?: unknown } | null)?.code))) return null
  return {
    code: 'DISK_FULL',
    words: {
      zh: '服务器磁盘已满，没有改动任何数据。请管理员腾出空间后再试。',
      en: 'The disk of the server is full. Nothing was changed: try again when the operator has made room.',
    },
  }
}

/** All that an asker is told of an unexpected error. */
export function tellUnexpected(error: unknown, requestId: string): Told {
  return (
    tellDiskFull(error) ?? {
      code: 'INTERNAL',
      words: {
        zh: `出错了。请把编号 ${requestId} 告诉管理员。`,
        en: `Something went wrong. Tell the operator the id ${requestId}.`,
      },
    }
  )
}
