import { expect, it } from 'vitest'
import { createApp } from '@causeway/server/outlets/http/app'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { bearer, fillCollege, openCollege } from '../support/college.ts'
import { countStatements } from '../support/count-statements.ts'
import { forEachDatabase } from '../support/databases.ts'

const series = (code: string, more = '') =>
  `/graphql?query=${encodeURIComponent(`{ indicator(id: "${code}") { series(institution: "X", from: 2021, to: 2022${more}) { figures { value } } } }`)}`
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

forEachDatabase((_name, open) => {
  it('an address that used up its time is stated when to come again; what is known, others, and who signed in are answered', async () => {
    const college = await openCollege(await open())
    await fillCollege(college)
    const ofOne = { most: 1, perSecond: 1 }
    const limits = { ofOne, ofAll: { most: 1e9, perSecond: 1 } }
    const app = createApp(college.causeway, { webRoot: null, limits, log: () => {} })
    const get = (path: string, headers: Record<string, string> = {}, address = '192.0.2.1') =>
      app.fetch(new Request(`http://causeway.test${path}`, { headers }), { address })
    const first = await get(series('EX02'))
    expect(first.status).toBe(200)
    for (const path of [series('EX05'), '/i/EX05.csv?institution=X&from=2021&to=2022', '/i/EX02.svg?institution=X']) {
      const refused = await get(path)
      expect([path, refused.status]).toEqual([path, 429])
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      const said = JSON.stringify(await refused.json())
      expect(said).toContain('TOO_MUCH_ASKED')
      expect(said).toContain('秒后再试')
      expect(said).toContain('try again in')
    }
    expect(await (await get(series('EX02'))).text()).toBe(await first.text())
    expect((await get(series('EX05'), {}, '192.0.2.2')).status).toBe(200)
    expect((await get(series('EX05'), bearer(await college.tokenFor('reader', 'X')))).status).toBe(200)
    await app.close()
  })

  it('a question is given up when its asker leaves, what was counted for it is kept, and others are answered', async () => {
    const { database, count } = countStatements(await open())
    const college = await openCollege(database)
    await fillCollege(college)
    const query = '{ indicators { code series(institution: "X", from: 2000, to: 2020) { figures { value } } } }'
    const ask = (signal?: AbortSignal) =>
      college.app.fetch(
        new Request('http://causeway.test/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
          ...(signal && { signal }),
        }),
      )
    const left = new AbortController()
    const keptSets = () => database.quick.selectFrom('figure_set').select('indicator').execute()
    const asked = ask(left.signal)
    await expect.poll(keptSets, { interval: 5, timeout: 60_000 }).not.toHaveLength(0)
    left.abort()
    expect((await asked).status).toBe(400)
    // A statement that runs ends; then there is none.
    await pause(300)
    const atEnd = count()
    await pause(500)
    await settleKeeping(database)
    // What was made is written down meanwhile.
    expect(count() - atEnd).toBeLessThan(5)
    expect((await keptSets()).length).toBeGreaterThan(0)
    expect(college.log.filter(({ level }) => level === 'error')).toEqual([])
    const answer = (await (await ask()).json()) as { errors?: unknown; data: { indicators: { series: unknown }[] } }
    expect(answer.errors).toBeUndefined()
    expect(answer.data.indicators.every((one) => one.series !== null)).toBe(true)
    await settleKeeping(database)
  })
})
