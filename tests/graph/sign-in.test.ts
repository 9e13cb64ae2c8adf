import { expect, it, describe } from 'vitest'
import { createToken, revokeToken } from '@causeway/server/access/tokens'
import { openCollege, openFilledCollege, bearer, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

function post(college: College, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return college.app.fetch(
    new Request('http://causeway.test/session', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    }),
    { address: '192.0.2.1' },
  )
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')!.split(';')[0]!
const profile = async (college: College, headers: Record<string, string>) =>
  (
    await college.as(headers)(
      '{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022) { profile } } }',
    )
  ).data.indicator.series.profile

const CREATE = `mutation ($input: CreateTokenInput!) { createToken(input: $input) { __typename
  ... on TokenCreated { token access { id name role institution { code } expires own revokedAt } } ... on Refused { code zh: message(locale: ZH) } } }`

const REVOKE = `mutation ($id: ID!) { revokeToken(id: $id) { __typename ... on TokenRevoked { access { id revokedAt } } ... on Refused { code } } }`
const LIST = '{ tokens { id name role institutionCode own } }'

forEachDatabase((_name, open) => {
  it('signing in with a token sets a cookie that no script reads, that stays on the site, and that expires', async () => {
    const college = await openFilledCollege(await open())
    const token = await college.tokenFor('editor', 'X')
    const response = await post(college, JSON.stringify({ token }))
    expect(response.status).toBe(200)
    const cookie = response.headers.get('set-cookie')!
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Expires=/)
    expect(cookie).not.toContain('Secure')
    const session = await (await college.get('/session', { cookie: cookieOf(response) })).json()
    expect(session).toMatchObject({ signedIn: true, role: 'editor', institution: 'X', publicReading: true })
    expect(Date.parse((session as { expires: string }).expires)).toBeGreaterThan(Date.now())
    expect(await profile(college, { cookie: cookieOf(response) })).toBe('EXACT')
    const isSecureBehind = async (proto: string) =>
      (await post(college, JSON.stringify({ token }), { 'x-forwarded-proto': proto })).headers
        .get('set-cookie')!
        .includes('; Secure')
    for (const [proto, secure] of [
      ['https', true],
      ['https, http', true],
      ['http', false],
      ['http, https', false],
    ] as const)
      expect([proto, await isSecureBehind(proto)]).toEqual([proto, secure])
  })

  it('a form signs in too, and goes on to the page', async () => {
    const college = await openFilledCollege(await open())
    const token = await college.tokenFor('reader', 'X')
    const response = await post(college, new URLSearchParams({ token }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/'])
    expect(await profile(college, { cookie: cookieOf(response) })).toBe('EXACT')
  })

  it('signing out ends the session for anyone who has a copy of its cookie, and no other session', async () => {
    const college = await openFilledCollege(await open())
    const token = await college.tokenFor('reader', 'X')
    const [cookie, other] = [await college.signIn(token), await college.signIn(token)]
    expect(cookie).not.toBe(other)
    expect(await profile(college, { cookie })).toBe('EXACT')
    const out = await college.app.fetch(
      new Request('http://causeway.test/session', { method: 'DELETE', headers: { cookie } }),
    )
    expect(out.headers.get('set-cookie')).toMatch(/^causeway_session=;.*Expires=Thu, 01 Jan 1970/)
    expect(await profile(college, { cookie })).toBe('PUBLIC')
    expect(await (await college.get('/session', { cookie })).json()).toMatchObject({ signedIn: false, role: null })
    expect(await profile(college, { cookie: other })).toBe('EXACT')
  })

  it('the cookie says nothing of the token, and the database nothing of the cookie', async () => {
    const database = await open()
    const college = await openCollege(database)
    const token = await college.tokenFor('reader')
    const cookie = await college.signIn(token)
    for (const part of [token.slice(3, 15), token.slice(16)]) expect(cookie).not.toContain(part)
    const kept = JSON.stringify(await database.quick.selectFrom('session').selectAll().execute())
    expect(kept).not.toContain(cookie.split('=')[1])
    expect(await (await college.get('/session', { cookie: `causeway_session=${token}` })).json()).toMatchObject({
      signedIn: false,
    })
  })

  it('a session ends with its token, and with its time; those that are over are taken away', async () => {
    const database = await open()
    const college = await openFilledCollege(database)
    const { id, token } = await createToken(database, { role: 'reader', institution: 'X', expires: null })
    const cookie = await college.signIn(token)
    const over = await college.signIn(await college.tokenFor('reader', 'X'))
    expect(await profile(college, { cookie: over })).toBe('EXACT')
    const past = new Date(Date.now() - 1000).toISOString()
    await database.write((db) => db.updateTable('session').set({ expires_at: past }).where('token', '!=', id).execute())
    expect(await profile(college, { cookie: over })).toBe('PUBLIC')
    await college.signIn(token)
    const kept = await database.quick.selectFrom('session').select('token').execute()
    expect(kept.map((one) => one.token)).toEqual([id, id])
    await revokeToken(database, id)
    expect(await profile(college, { cookie })).toBe('PUBLIC')
    expect(await (await college.get('/session', { cookie })).json()).toMatchObject({ signedIn: false, role: null })
  })

  it('anyone who signs in or out while a long import writes does not wait for it', async () => {
    const database = await open()
    const college = await openFilledCollege(database)
    const token = await college.tokenFor('reader', 'X')
    const before = await college.signIn(token)
    const done = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const importing = database.write(async (db) => {
      await db.updateTable('institution_state').set({ committed_at: 'now' }).execute()
      begun.resolve()
      await done.promise
      throw new Error('undone')
    })
    await begun.promise
    const cookie = await college.signIn(token)
    expect(await profile(college, { cookie })).toBe('EXACT')
    await college.app.fetch(
      new Request('http://causeway.test/session', { method: 'DELETE', headers: { cookie: before } }),
    )
    expect(await profile(college, { cookie: before })).toBe('PUBLIC')
    done.resolve()
    await expect(importing).rejects.toThrow('undone')
    await database.write(async () => {}) // after those that waited
    await expect.poll(() => database.quick.selectFrom('session').selectAll().execute()).toHaveLength(1)
    expect(await profile(college, { cookie })).toBe('EXACT')
    expect(await profile(college, { cookie: before })).toBe('PUBLIC')
  })

  it('a page of another site can neither sign in nor use the cookie', async () => {
    const college = await openFilledCollege(await open())
    const token = await college.tokenFor('reader', 'X')
    expect((await post(college, JSON.stringify({ token }), { origin: 'https://elsewhere.test' })).status).toBe(403)
    expect((await post(college, JSON.stringify({ token }), { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const cookie = cookieOf(await post(college, JSON.stringify({ token }), { origin: 'http://causeway.test' }))
    expect(await profile(college, { cookie, origin: 'https://elsewhere.test' })).toBe('PUBLIC')
    expect(await profile(college, { cookie, origin: 'http://causeway.test' })).toBe('EXACT')
    for (const origin of ['https://causeway.test', 'http://causeway.test:81', 'null']) {
      expect(await profile(college, { cookie, origin })).toBe('PUBLIC')
      expect((await post(college, JSON.stringify({ token }), { origin })).status).toBe(403)
    }
    const secure = { origin: 'https://causeway.test', 'x-forwarded-proto': 'https' }
    expect((await post(college, JSON.stringify({ token }), secure)).status).toBe(200)
  })

  it('failed sign-ins of one address have to wait after the tenth; a good token passes all the same', async () => {
    const college = await openCollege(await open())
    const statuses = []
    for (let i = 0; i < 11; i++) statuses.push((await post(college, '{"token":"cw_000000000000_wrong"}')).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429])
    const late = await post(college, '{"token":"cw_000000000000_wrong"}')
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    const token = await college.tokenFor('reader')
    expect((await post(college, JSON.stringify({ token }))).status).toBe(200)
    expect((await post(college, '{"token":"cw_000000000000_wrong"}')).status).toBe(429)
    const other = await college.app.fetch(
      new Request('http://causeway.test/session', {
        method: 'POST',
        body: '{"token":"x"}',
        headers: { 'content-type': 'application/json' },
      }),
      { address: '192.0.2.2' },
    )
    expect(other.status).toBe(401)
  })

  describe('access that is given from the page', () => {
    it('is said once, works at once, and is taken back at once', async () => {
      const college = await openFilledCollege(await open())
      const boss = bearer(await college.tokenFor('administrator'))
      const made = (
        await college.ask(
          CREATE,
          { input: { name: '王老师', role: 'EDITOR', institution: 'X', expires: '2099-12-31' } },
          boss,
        )
      ).data.createToken
      expect(made).toMatchObject({
        access: {
          ...{ name: '王老师', role: 'EDITOR', institution: { code: 'X' }, expires: '2099-12-31', own: false },
          revokedAt: null,
        },
      })
      const read = async () =>
        (await college.as(bearer(made.token))('{ batches(institution: "X") { totalCount } }')).errors
      expect(await read()).toBeUndefined()
      const listed = (await college.as(boss)(LIST)).data.tokens
      expect(listed).toContainEqual({
        id: made.access.id,
        name: '王老师',
        role: 'EDITOR',
        institutionCode: 'X',
        own: false,
      })
      expect(listed.filter((one: { own: boolean }) => one.own)).toHaveLength(1)
      expect(JSON.stringify(listed)).not.toContain(made.token)
      expect((await college.ask(REVOKE, { id: made.access.id }, boss)).data.revokeToken.access.revokedAt).toBeTruthy()
      expect((await read())![0]!.extensions.code).toBe('UNAUTHENTICATED')
    })

    it('is given by administrators alone, by one of an institution for that alone', async () => {
      const college = await openFilledCollege(await open())
      const give = async (headers: Record<string, string>, input: object) => {
        const { data } = await college.ask(CREATE, { input: { role: 'READER', ...input } }, headers)
        return data.createToken.code ?? data.createToken.__typename
      }
      expect(await give({}, { institution: 'X' })).toBe('UNAUTHENTICATED')
      for (const role of ['reader', 'editor', 'verifier', 'publisher'] as const)
        expect(await give(bearer(await college.tokenFor(role, 'X')), { institution: 'X' })).toBe('FORBIDDEN')
      const own = bearer(await college.tokenFor('administrator', 'X'))
      expect(await give(own, { institution: 'X', role: 'ADMINISTRATOR' })).toBe('TokenCreated')
      expect(await give(own, { institution: 'Y' })).toBe('FORBIDDEN')
      expect(await give(own, {})).toBe('FORBIDDEN')
      const boss = bearer(await college.tokenFor('administrator'))
      expect(await give(boss, { institution: 'nowhere' })).toBe('UNKNOWN_INSTITUTION')
      expect(await give(boss, { institution: 'X', expires: '2020-01-01' })).toBe('BAD_TOKEN')
      expect(await give(boss, { institution: 'X', name: 'x'.repeat(101) })).toBe('BAD_TOKEN')

      const seen = (await college.as(own)(LIST)).data.tokens as {
        id: string
        institutionCode: string | null
        own: boolean
      }[]
      expect(new Set(seen.map((one) => one.institutionCode))).toEqual(new Set(['X']))
      const all = (await college.as(boss)(LIST)).data.tokens as typeof seen
      const bossId = all.find((one) => one.own)!.id
      expect((await college.ask(REVOKE, { id: bossId }, own)).data.revokeToken.code).toBe('UNKNOWN_TOKEN')
      expect(
        (await college.ask(REVOKE, { id: bossId }, bearer(await college.tokenFor('editor')))).data.revokeToken.code,
      ).toBe('FORBIDDEN')
      const reader = await college.as(bearer(await college.tokenFor('publisher')))(LIST)
      expect(reader.errors![0]!.extensions.code).toBe('FORBIDDEN')
    })
  })
})
