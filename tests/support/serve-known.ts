import { expect, vi } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { createApp } from '@causeway/server/outlets/http/app'
import { openFilledCollege } from './college.ts'

const MOST_MS = 30_000

/** A college in a database, and how its server is asked. */
export async function serveKnown(database: Database, openOne: typeof openFilledCollege = openFilledCollege) {
  const college = await openOne(database)
  const { database: seen } = college.causeway
  /** The answer's text; how often the state of the database was looked at for it, and whether anything was read. */
  const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}) => {
    const [looks, reads] = [vi.spyOn(seen, 'state'), vi.spyOn(seen.quick, 'selectFrom')]
    const text = await (await college.post('/graphql', { query, variables }, headers)).text()
    const counted = { looks: looks.mock.calls.length, reads: reads.mock.calls.length }
    for (const spy of [looks, reads]) spy.mockRestore()
    return { text, ...counted }
  }
  /** As a server answers that was asked nothing before. */
  const askAnew = async (query: string, variables: object = {}, headers: Record<string, string> = {}) => {
    const app = createApp(college.causeway, { webRoot: null, log: () => {} })
    const body = JSON.stringify({ query, variables })
    const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
    return app.fetch(new Request('http://causeway.test/graphql', sent)).then((response) => response.text())
  }
  let attempts = 0
  /** Nothing was executed for it. Others commit in the same PostgreSQL server: then all of it is asked once more. */
  const expectRecalled = (first: () => Promise<unknown>, query: string, variables: object, headers = {}) =>
    vi.waitFor(async () => {
      await first()
      await settleKeeping(database)
      await first()
      // Never asked so before: a known answer takes one look too.
      const { text, ...counted } = await ask(query, { ...variables, attempt: ++attempts }, headers)
      // Who asks is looked up.
      expect(counted).toEqual({ looks: 1, reads: Object.keys(headers).length })
      expect(text).toBe(await askAnew(query, variables, headers))
    }, MOST_MS)
  return { college, database, ask, askAnew, expectRecalled }
}
