import { expect, it, describe } from 'vitest'
import { bearer, fillCollege, openCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

const CREATE = `mutation ($input: CreateTokenInput!) { createToken(input: $input) { __typename
  ... on TokenCreated { token access { id name role institution { code } expires own revokedAt } } ... on Refused { code zh: message(locale: ZH) } } }`
const REVOKE = `mutation ($id: ID!) { revokeToken(id: $id) { __typename ... on TokenRevoked { access { id revokedAt } } ... on Refused { code } } }`
const LIST = '{ tokens { id name role institutionCode own } }'

forEachDatabase((_name, open) => {
  describe('access that is given from the page', () => {
    it('is said once, works at once, and is taken back at once', async () => {
      const college = await openCollege(await open())
      await fillCollege(college)
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
          name: '王老师',
          role: 'EDITOR',
          institution: { code: 'X' },
          expires: '2099-12-31',
          own: false,
          revokedAt: null,
        },
      })
      const read = async () =>
        (await college.ask('{ batches(institution: "X") { totalCount } }', {}, bearer(made.token))).errors
      expect(await read()).toBeUndefined()
      const listed = (await college.ask(LIST, {}, boss)).data.tokens
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
      const college = await openCollege(await open())
      await fillCollege(college)
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

      const seen = (await college.ask(LIST, {}, own)).data.tokens as {
        id: string
        institutionCode: string | null
        own: boolean
      }[]
      expect(new Set(seen.map((one) => one.institutionCode))).toEqual(new Set(['X']))
      const all = (await college.ask(LIST, {}, boss)).data.tokens as typeof seen
      const bossId = all.find((one) => one.own)!.id
      expect((await college.ask(REVOKE, { id: bossId }, own)).data.revokeToken.code).toBe('UNKNOWN_TOKEN')
      expect(
        (await college.ask(REVOKE, { id: bossId }, bearer(await college.tokenFor('editor')))).data.revokeToken.code,
      ).toBe('FORBIDDEN')
      const reader = await college.ask(LIST, {}, bearer(await college.tokenFor('publisher')))
      expect(reader.errors![0]!.extensions.code).toBe('FORBIDDEN')
    })
  })
})
