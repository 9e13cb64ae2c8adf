import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { SqliteHandle } from '@causeway/server/ground/database/sqlite-handle'
import { folderOfTest } from '../support/folders.ts'

const long = (n: number) => `select ${n} as n ${'-'.repeat(5_000)}`

it('of statements those are kept prepared that are short or came before, and no more than some', () => {
  const handle = new SqliteHandle({ file: join(folderOfTest(), 'statements.db'), readonly: false })
  const prepare = vi.spyOn(BetterSqlite.prototype, 'prepare')
  const timesOf = (statement: string, asked: number) => {
    const before = prepare.mock.calls.length
    for (let time = 0; time < asked; time++) handle.execute(statement, [])
    return prepare.mock.calls.length - before
  }
  expect(timesOf('select 1', 5)).toBe(1)
  expect(timesOf(long(0), 5)).toBe(2)
  expect(handle.execute(long(0), []).rows).toEqual([{ n: 0 }])
  for (let n = 1; n <= 200; n++) timesOf(long(n), 2)
  expect(timesOf(long(200), 1)).toBe(0)
  expect(timesOf(long(0), 1)).toBe(1)
  handle.close()
})
