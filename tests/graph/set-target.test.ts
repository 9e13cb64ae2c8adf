import { describe, expect, it } from 'vitest'
import { bearer, fillCollege, openCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { askTargets, openWithStays } from '../support/stays-college.ts'

const SET = `mutation ($input: SetTargetInput!) { setTarget(input: $input) { __typename
  ... on TargetSet { changed revision batch { batch recordType { name } fileName dataDate } }
  ... on Refused { code zh: message(locale: ZH) en: message } } }`

const INPUT = { institution: 'X', plan: '十四五规划', indicator: 'EX02', year: 2022, value: 20 }

forEachDatabase((_name, open) => {
  describe('setting a target', () => {
    it('is a batch that raises the revision, leaves the data date, and can be read at once', async () => {
      const { college, token, targets } = await openWithStays(await open())
      const revision = async () =>
        (await college.ask('{ indicator(id: "IN17") { series(institution: "X", from: 2022, to: 2022) { revision } } }'))
          .data.indicator.series.revision as number
      const before = await revision()
      const input = { ...INPUT, indicator: 'IN17', value: 8.25 }
      const { data } = await college.ask(SET, { input }, bearer(token))
      expect(data.setTarget).toMatchObject({
        __typename: 'TargetSet',
        changed: true,
        revision: before + 1,
        batch: { recordType: { name: 'target' }, fileName: 'setTarget', dataDate: null },
      })
      expect(await revision()).toBe(before + 1)
      expect((await targets(askTargets('IN17', 2022, 2022)))[0]!.targets).toMatchObject([
        { plan: '十四五规划', value: 8.25 },
      ])
    })

    it('replaces the target of the same year, however the indicator and the basis were named, and changes nothing twice', async () => {
      const { college, token, targets } = await openWithStays(await open())
      const set = async (more: object) =>
        (await college.ask(SET, { input: { ...INPUT, ...more } }, bearer(token))).data.setTarget
      expect(await set({ indicator: 'IN17', value: 8 })).toMatchObject({ changed: true })
      expect(await set({ indicator: 'student-stays-abroad', basis: 'SCHOOL_YEAR', value: 9 })).toMatchObject({
        changed: true,
      })
      expect(await set({ indicator: 'IN17', value: 9 })).toEqual({
        ...{ __typename: 'TargetSet', changed: false, revision: null, batch: null },
      })
      expect((await targets(askTargets('IN17', 2022, 2022)))[0]!.targets).toMatchObject([{ value: 9 }])
    })

    it('is for an editor or higher of the institution', async () => {
      const { college } = await openWithStays(await open())
      const set = async (headers: Record<string, string>) =>
        (await college.ask(SET, { input: INPUT }, headers)).data.setTarget
      expect(await set({})).toMatchObject({ __typename: 'Refused', code: 'UNAUTHENTICATED' })
      for (const [role, institution] of [
        ['reader', 'X'],
        ['reader', null],
        ['editor', 'Y'],
      ] as const)
        expect(await set(bearer(await college.tokenFor(role, institution)))).toMatchObject({ code: 'FORBIDDEN' })
      expect(await set(bearer(await college.tokenFor('publisher')))).toMatchObject({ __typename: 'TargetSet' })
    })

    it('of what is not there is refused in both languages, and nothing is written', async () => {
      const { college, token } = await openWithStays(await open())
      const refused = async (more: object) =>
        (await college.ask(SET, { input: { ...INPUT, ...more } }, bearer(token))).data.setTarget
      expect(await refused({ indicator: 'EX99' })).toMatchObject({
        code: 'UNKNOWN_INDICATOR',
        zh: expect.stringMatching(/^没有指标“EX99”。是否应为 EX09/),
        en: expect.stringMatching(/^There is no indicator "EX99". Did you mean EX09/),
      })
      expect(await refused({ basis: 'COHORT' })).toMatchObject({ code: 'UNKNOWN_BASIS' })
      expect(await refused({ indicator: 'ST01', cumulative: true })).toMatchObject({ code: 'NOT_CUMULATIVE' })
      expect(await refused({ year: 20222 })).toMatchObject({ code: 'BAD_PERIOD' })
      expect(await refused({ plan: '  ' })).toMatchObject({ code: 'BAD_TARGET', zh: '请写明规划名称。' })
      expect(await refused({ value: 0.1234567 })).toMatchObject({ code: 'BAD_TARGET' })
      expect(await refused({ value: 3e9 })).toMatchObject({ code: 'BAD_TARGET' })
      const { data } = await college.ask('{ targets(institution: "X") { plan } }')
      expect(data.targets).toEqual([])
    })

    it('by somebody signed in is refused to a page of another site, and to one that does not say where it is from', async () => {
      const college = await openCollege(await open())
      await fillCollege(college)
      const signedIn = await college.app.fetch(
        new Request('http://causeway.test/session', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token: await college.tokenFor('editor', 'X') }),
        }),
      )
      const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
      const set = async (headers: Record<string, string>) => {
        const { data, errors } = await college.ask(SET, { input: INPUT }, { cookie, ...headers })
        return data?.setTarget?.code ?? data?.setTarget?.__typename ?? errors?.[0]?.extensions.code
      }
      expect(await set({})).toBe('CSRF_REFUSED')
      expect(await set({ 'sec-fetch-site': 'none' })).toBe('CSRF_REFUSED')
      // The cookie does not count for another site at all.
      expect(await set({ origin: 'https://elsewhere.test' })).toBe('UNAUTHENTICATED')
      expect(await set({ origin: 'null' })).toBe('UNAUTHENTICATED')
      expect(await set({ 'sec-fetch-site': 'cross-site' })).toBe('UNAUTHENTICATED')
      expect(await set({ 'sec-fetch-site': 'same-site' })).toBe('UNAUTHENTICATED')
      expect(await set({ origin: 'http://causeway.test' })).toBe('TargetSet')
      expect(await set({ 'sec-fetch-site': 'same-origin' })).toBe('TargetSet')
    })

    it('is never done by an address, and done anew each time it is asked for', async () => {
      const { college, token } = await openWithStays(await open())
      const address = `/graphql?query=${encodeURIComponent(SET)}&variables=${encodeURIComponent(JSON.stringify({ input: INPUT }))}`
      const byGet = await college.get(address, bearer(token))
      expect(((await byGet.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code).toBe(
        'CSRF_REFUSED',
      )
      const set = async (value: number) =>
        (await college.ask(SET, { input: { ...INPUT, value } }, bearer(token))).data.setTarget.changed
      expect([await set(1), await set(2), await set(1), await set(1)]).toEqual([true, true, true, false])
    })
  })
})
