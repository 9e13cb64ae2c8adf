import { expect, it } from 'vitest'
import type { Words } from '@causeway/shared/words/words'
import { makeOneTime, refusedByPlace } from '@causeway/server/access/one-time'
import { revokeToken } from '@causeway/server/access/tokens'
import type { Database } from '@causeway/server/ground/database/database'
import { openCollege, type College } from '../support/college.ts'
import { forEachDatabase, onOneDatabase } from '../support/databases.ts'

interface From {
  connected?: string
  host?: string
  headers?: Record<string, string>
}

function post({ app }: College, body: object, from: From = {}): Promise<Response> {
  const { connected = '127.0.0.1', host = '127.0.0.1:4000', headers = {} } = from
  const request = new Request(`http://${host}/session`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
  return app.fetch(request, { address: connected })
}

const MESSAGES = {
  used: [/was used already.*: npm run causeway -- sign-in$/, /已用过.*npm run causeway -- sign-in /],
  late: [/older than 15 minutes.*: npm run causeway -- sign-in$/, /已过 15 分钟.*npm run causeway -- sign-in /],
  back: [/was taken back.*: npm run causeway -- sign-in$/, /已被收回.*npm run causeway -- sign-in /],
  unknown: [/no such one-time.*: npm run causeway -- sign-in$/, /没有这个.*npm run causeway -- sign-in /],
  elsewhere: [/on the machine that runs the server/, /在运行服务器的机器上/],
  reached: [
    /others reach this one.*: npm run causeway -- token create/,
    /供其他机器访问.*npm run causeway -- token create/,
  ],
  off: [
    /CAUSEWAY_ONE_TIME_SIGN_IN=off.*: npm run causeway -- token create/,
    /已关闭.*npm run causeway -- token create/,
  ],
}

/** Which of these it says, in both languages. */
const nameOf = ({ zh, en }: Words) =>
  Object.entries(MESSAGES).find(([, [inEnglish, inChinese]]) => inEnglish!.test(en) && inChinese!.test(zh))?.[0]
async function saidOf(response: Response) {
  const { error } = (await response.json()) as { error: { messages: Words } }
  return [response.status, nameOf(error.messages)]
}
const openHere = (database: Database) => openCollege(database, { oneTimeRefused: null })
const cookieOf = (response: Response) => ({ cookie: response.headers.get('set-cookie')!.split(';')[0]! })
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const LIST = '{ tokens { id name role institutionCode expires onceUntil revokedAt own } }'
const REVOKE = 'mutation ($id: ID!) { revokeToken(id: $id) { __typename } }'
const idOf = (once: string) => once.split('_')[1]!

forEachDatabase((_name, open) => {
  it('is a session of an administrator, as long as any; listed as what it is, and ended by taking it back', async () => {
    const database = await open()
    const college = await openHere(database)
    const { once } = await makeOneTime(database, 'administrator')
    expect(Buffer.from(once.slice('once_000000000000_'.length), 'base64url')).toHaveLength(16)
    const entered = await post(college, { once })
    expect(entered.status).toBe(200)
    expect(await entered.json()).toMatchObject({ signedIn: true, role: 'administrator', institution: null })
    expect(entered.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Expires=/)
    const cookie = cookieOf(entered)
    const session = (await (await college.get('/session', cookie)).json()) as { role: string; expires: string }
    expect(session.role).toBe('administrator')
    expect((Date.parse(session.expires) - Date.now()) / 3_600_000).toBeCloseTo(12, 1)

    const { tokens } = (await college.as(cookie)(LIST)).data
    expect(tokens).toEqual([
      {
        ...{ id: idOf(once), name: null, role: 'ADMINISTRATOR', institutionCode: null, own: true, revokedAt: null },
        ...{ expires: session.expires.slice(0, 10), onceUntil: expect.any(String) },
      },
    ])
    const own = { ...cookie, origin: 'http://causeway.test' }
    expect((await college.ask(REVOKE, { id: idOf(once) }, own)).data.revokeToken.__typename).toBe('TokenRevoked')
    expect(await (await college.get('/session', cookie)).json()).toMatchObject({ signedIn: false, role: null })
  })

  it('is refused with its cure where it is used, late, taken back, unknown or no text; of none is anything kept', async () => {
    const database = await open()
    const college = await openHere(database)
    const used = (await makeOneTime(database, 'administrator')).once
    expect((await post(college, { once: used })).status).toBe(200)
    const late = (await makeOneTime(database, 'administrator', minutesAgo(15))).once
    const early = (await makeOneTime(database, 'administrator', minutesAgo(14.9))).once
    const back = (await makeOneTime(database, 'administrator')).once
    await revokeToken(database, idOf(back))
    const other = (await makeOneTime(database, 'administrator')).once
    const wrong = other.slice(0, -3) + (other.endsWith('AAA') ? 'BBB' : 'AAA')
    for (const [once, refused] of [
      [used, 'used'],
      [late, 'late'],
      [back, 'back'],
      [wrong, 'unknown'],
      ['once_000000000000_0000000000000000000000', 'unknown'],
    ] as const) {
      const answer = await post(college, { once })
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(await saidOf(answer)).toEqual([401, refused])
    }
    expect((await post(college, { once: 7 })).status).toBe(401)
    expect((await post(college, { once: early })).status).toBe(200)
    // Neither is it a token, nor a token one of these.
    expect((await post(college, { token: other })).status).toBe(401)
    expect((await college.as({ authorization: `Bearer ${other}` })('{ indicators { id } }')).status).toBe(401)
    expect((await post(college, { once: await college.tokenFor('administrator') })).status).toBe(401)
    expect((await post(college, { once: other })).status).toBe(200)
    const stored = JSON.stringify(await database.quick.selectFrom('token').selectAll().execute())
    for (const once of [used, late, early, back, other])
      expect(stored).not.toContain(once.slice('once_000000000000_'.length))
    expect(JSON.stringify(college.log)).not.toContain('once')
  })

  it('of two servers on one database, or of two who come together, one has it; a restart changes nothing', async () => {
    const database = await open()
    const [one, two] = [await openHere(database), await openHere(database)]
    const { once } = await makeOneTime(database, 'administrator')
    const statuses = await Promise.all([one, two, one, two].map(async (at) => (await post(at, { once })).status))
    expect(statuses.toSorted()).toEqual([200, 401, 401, 401])
    const next = (await makeOneTime(database, 'reader')).once
    await Promise.all([one.app.close(), two.app.close()])
    const restarted = await openHere(database)
    expect(await (await post(restarted, { once: next })).json()).toMatchObject({ role: 'reader' })
    expect(await saidOf(await post(restarted, { once: next }))).toEqual([401, 'used'])
  })
})

onOneDatabase((_name, open) => {
  it('is for the machine itself: not for another, nor under a name that is not its own, nor through a proxy', async () => {
    const database = await open()
    const college = await openHere(database)
    const { once } = await makeOneTime(database, 'administrator')
    const elsewhere: From[] = [
      ...[{ connected: '192.0.2.1' }, { connected: 'unknown' }, { connected: '127.0.0.1.evil.test' }],
      ...[{ host: 'causeway.test' }, { host: '192.0.2.1:4000' }, { host: '127.0.0.1.evil.test' }],
      ...[{ headers: { 'x-forwarded-for': '127.0.0.1' } }, { headers: { forwarded: 'for=127.0.0.1' } }],
    ]
    for (const from of elsewhere) expect(await saidOf(await post(college, { once }, from))).toEqual([403, 'elsewhere'])
    const ofOtherSites: From['headers'][] = [{ origin: 'https://elsewhere.test' }, { 'sec-fetch-site': 'cross-site' }]
    for (const headers of ofOtherSites) expect((await post(college, { once }, { headers })).status).toBe(403)
    await college.app.close()
    const reached = await openCollege(database)
    expect(await saidOf(await post(reached, { once }))).toEqual([403, 'reached'])
    await reached.app.close()
    // None of these used it up.
    expect((await post(await openHere(database), { once }, { connected: '::1', host: 'localhost:4000' })).status).toBe(
      200,
    )
  })

  it('after ten failures within a minute nothing is looked at; tokens go on', async () => {
    const database = await open()
    const college = await openHere(database)
    const { once } = await makeOneTime(database, 'administrator')
    const wrong = `once_${idOf(once)}_0000000000000000000000`
    const statuses = []
    for (let tries = 0; tries < 11; tries++) statuses.push((await post(college, { once: wrong })).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429])
    const waits = await post(college, { once })
    expect([waits.status, Number(waits.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect((await post(college, { token: await college.tokenFor('reader') })).status).toBe(200)
  })

  it('what nobody took up is forgotten a day after; what was taken up stays', async () => {
    const database = await open()
    const used = await makeOneTime(database, 'administrator', minutesAgo(25 * 60))
    await database.write((db) => db.updateTable('token').set({ expires_on: '2020-01-01' }).execute())
    await makeOneTime(database, 'administrator', minutesAgo(25 * 60))
    const { once } = await makeOneTime(database, 'administrator')
    const left = await database.quick.selectFrom('token').select('id').execute()
    expect(left.map(({ id }) => id).toSorted()).toEqual([idOf(used.once), idOf(once)].toSorted())
  })

  it.each([
    [{}, null],
    [{ host: 'localhost' }, null],
    [{ host: '::1' }, null],
    [{ reachedAt: 'http://localhost:4000' }, null],
    [{ oneTimeSignIn: false }, 'off'],
    [{ host: '0.0.0.0' }, 'reached'],
    [{ host: '::' }, 'reached'],
    [{ proxies: 1 }, 'reached'],
    [{ reachedAt: 'https://zhishu.example.edu' }, 'reached'],
  ])('settings %j say whether there is any', (settings, refused) => {
    const usual = { oneTimeSignIn: true, host: '127.0.0.1', proxies: 0, reachedAt: null }
    const said = refusedByPlace({ ...usual, ...settings })
    expect(said && nameOf(said)).toBe(refused)
  })
})
