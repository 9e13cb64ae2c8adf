import { afterAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { openSqlite } from '@causeway/server/ground/database/sqlite'
import { migrate } from '@causeway/server/records/migrate'
import { tellFaultOfMachine, tellUnexpected } from '@causeway/server/ground/log'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { csv, openImportCollege } from '../support/import-college.ts'

const folder = mkdtempSync(join(tmpdir(), 'causeway-disk-full-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a disk that is full, or a database', () => {
  it('is said in words by an import, which changes nothing and is done when there is room again', async () => {
    const database = await openSqlite(join(folder, 'causeway.db'), { threaded: true })
    try {
      await migrate(database)
      const { report, bring } = await openImportCollege(database)
      const rows = Array.from({ length: 5_000 }, (_, n) => `S${n},派出,学生,学习,泰国,2022-10-01,2022-10-31`)
      const file = csv('a.csv', '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期', ...rows)
      const mostPages = (pages: number) =>
        database.write((db) => sql.raw<{ max_page_count: number }>(`pragma max_page_count = ${pages}`).execute(db))
      const { rows: held } = await sql<{ page_count: number }>`pragma page_count`.execute(database.quick)
      await mostPages(held[0]!.page_count + 20)

      const { data, errors } = await bring(file, { type: 'mobility', seconds: 20 })
      expect(data?.importRecords ?? null).toBeNull()
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'DISK_FULL',
        messages: { zh: '服务器磁盘已满，没有改动任何数据。请管理员腾出空间后再试。' },
      })
      await mostPages(1_000_000)
      expect(await report(file, { type: 'mobility', seconds: 20 })).toMatchObject({ accepted: 5_000, unchanged: 0 })
    } finally {
      await settleKeeping(database)
      await database.close()
    }
  })

  it('that may only be read from is said in words by a change, and reading goes on', async () => {
    const database = await openSqlite(join(folder, 'read-only.db'), { threaded: true })
    try {
      await migrate(database)
      const { bring, college } = await openImportCollege(database)
      const file = csv(
        'a.csv',
        '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期',
        'S1,派出,学生,学习,泰国,2022-10-01,2022-10-31',
      )
      await database.write((db) => sql`pragma query_only = 1`.execute(db))
      const { data, errors } = await bring(file, { type: 'mobility', seconds: 20 })
      expect(data?.importRecords ?? null).toBeNull()
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'DATABASE_READ_ONLY',
        messages: { zh: expect.stringContaining('数据库只读'), en: expect.stringContaining('reading goes on') },
      })
      expect((await college.ask('{ institution(code: "X") { code } }')).data.institution.code).toBe('X')
    } finally {
      await settleKeeping(database)
      await database.close()
    }
  })

  it.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'])('is known by %s, anyone who says so', (code) => {
    expect(tellUnexpected(Object.assign(new Error('no'), { code }), 'r').code).toBe('DISK_FULL')
  })

  it.each(['SQLITE_READONLY', 'SQLITE_READONLY_DBMOVED', '25006'])('is known to be read-only by %s', (code) => {
    expect(tellUnexpected(Object.assign(new Error('no'), { code }), 'r').code).toBe('DATABASE_READ_ONLY')
  })

  it('is not taken for what else went wrong', () => {
    expect(tellFaultOfMachine(Object.assign(new Error('no'), { code: 'EACCES' }))).toBeNull()
    expect(tellUnexpected(null, 'r-1')).toMatchObject({
      code: 'INTERNAL',
      words: { en: expect.stringContaining('r-1') },
    })
  })
})
