import type { Words } from '@causeway/shared/words/words'

interface Said {
  code: string
  words: Words
}

/** What the machine cannot do, by what file system, SQLite and PostgreSQL say of it. */
const FAULTS_OF_THE_MACHINE: { says: RegExp; said: Said }[] = [
  {
    says: /^(ENOSPC|EDQUOT|SQLITE_FULL|53100)$/,
    said: {
      code: 'DISK_FULL',
      words: {
        zh: '服务器磁盘已满，没有改动任何数据。请管理员腾出空间后再试。',
        en: 'The disk of the server is full. Nothing was changed: try again when the operator has made room.',
      },
    },
  },
  {
    says: /^(SQLITE_READONLY\w*|25006)$/,
    said: {
      code: 'DATABASE_READ_ONLY',
      words: {
        zh: '数据库只读，没有改动任何数据，查询不受影响。请管理员让数据库文件及其文件夹可以写入后再试。',
        en: 'The database is read-only. Nothing was changed, and reading goes on: try again when the operator has made the file of the database and its folder writable.',
      },
    },
  },
]

/** Null: it is something else that went wrong. */
export function tellFaultOfMachine(error: unknown): Said | null {
  const code = String((error as { code?: unknown } | null)?.code)
  return FAULTS_OF_THE_MACHINE.find(({ says }) => says.test(code))?.said ?? null
}

/** All that an asker is said of an unexpected error. */
export function tellUnexpected(error: unknown, requestId: string): Said {
  return (
    tellFaultOfMachine(error) ?? {
      code: 'INTERNAL',
      words: {
        zh: `出错了。请把编号 ${requestId} 告诉管理员。`,
        en: `Something went wrong. Tell the operator the id ${requestId}.`,
      },
    }
  )
}
