import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'

forEachDatabase((name, open) => {
  it.runIf(name === 'postgres')(
    'a connection that the server cuts in the middle of its work costs that work, and nothing else',
    async () => {
      const database = await open()
      const cut = database.snapshot(async (db) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
        await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(database.quick)
        // The driver hears of it between two statements, as where a file is being read.
        while ((await countBackends(rows[0]!.pid)) > 0) await new Promise((resolve) => setImmediate(resolve))
        await sql`select 1`.execute(db)
      })
      const countBackends = async (pid: number) => {
        const { rows } = await sql<{
          n: number
        }>`select count(*) as n from pg_stat_activity where pid = ${pid}`.execute(database.quick)
        return rows[0]!.n
      }
      await expect(cut).rejects.toThrow()
      expect((await sql<{ one: number }>`select 1 as one`.execute(database.quick)).rows).toEqual([{ one: 1 }])
      expect(await database.write(async () => 'written')).toBe('written')
    },
  )
})
