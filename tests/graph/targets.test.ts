import { describe, expect, it } from 'vitest'
import { bearer, openFilledCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { askTargets, openWithStays } from '../support/stays-college.ts'
import TARGETS from './targets-listed.json' with { type: 'json' }

const SET = `mutation ($input: SetTargetInput!) { setTarget(input: $input) { __typename
  ... on TargetSet { changed revision batch { batch recordType { name } fileName dataDate } }
  ... on Refused { code zh: message(locale: ZH) en: message } } }`

const INPUT = { institution: 'X', plan: '十四五规划', indicator: 'EX02', year: 2022, value: 20 }

forEachDatabase((_name, open) => {
  describe('targets of a figure', () => {
    it('a figure has the targets of its year, of every plan, and no other', async () => {
      const { put, targets } = await openWithStays(await open())
      await put([
        { indicator: 'IN17', year: 2022, value: 8 },
        { indicator: 'student-stays-abroad', plan: '十四五', year: 2022, value: 5 },
        { indicator: 'IN17', year: 2025, value: 20 },
        { indicator: 'EX02', year: 2022, value: 1 },
      ])
      const figures = await targets(askTargets('IN17', 2021, 2022))
      expect(figures).toEqual([
        { value: 4, category: null, targets: [] },
        {
          value: 6,
          category: null,
          targets: [
            expect.objectContaining({ plan: '十四五', value: 5, progress: 120, reached: true, onCourse: true }),
            expect.objectContaining({
              plan: '双高',
              value: 8,
              progress: 75,
              due: 100,
              reached: false,
              onCourse: false,
            }),
          ],
        },
      ])
    })

    it('progress is measured from the base, and a year without a target is on the way to the next', async () => {
      const { put, targets } = await openWithStays(await open())
      await put([
        { indicator: 'IN17', year: 2021, value: 4, base: 1 },
        { indicator: 'IN17', year: 2023, value: 8 },
      ])
      const [base, between] = await targets(askTargets('IN17', 2021, 2022, '', '(ahead: true)'))
      expect(base!.targets).toEqual([])
      expect(between!.targets).toEqual([
        {
          ...{ plan: '双高', year: 2023, value: 8, cumulative: false, base: { year: 2021, value: 4 }, actual: 6 },
          ...{ progress: 50, due: expect.closeTo((100 * 365) / 731, 9), reached: false, onCourse: true },
        },
      ])
    })

    it('a cumulative target is held against what was added up since the first year of the plan', async () => {
      const { put, targets } = await openWithStays(await open())
      await put([
        { indicator: 'EX02', year: 2022, value: 1 },
        { indicator: 'IN17', year: 2022, value: 8, cumulative: 1 },
        { indicator: 'IN17', year: 2023, value: 18, cumulative: 1 },
      ])
      const [complete, partial] = await targets(askTargets('IN17', 2022, 2023))
      expect(complete!.targets).toMatchObject([{ value: 8, cumulative: true, actual: 6, progress: 75 }])
      // 548 of the 731 days of the two school years have gone.
      expect(partial!.targets).toMatchObject([{ value: 18, actual: 9, progress: 50, reached: false, onCourse: false }])
      expect((partial!.targets[0] as { due: number }).due).toBeCloseTo((100 * 548) / 731, 9)
    })

    it('a year that is not over is due by calendar days', async () => {
      const { put, targets } = await openWithStays(await open())
      await put([{ indicator: 'IN17', year: 2023, value: 6 }])
      const [figure] = await targets(askTargets('IN17', 2023, 2023))
      // 183 of 366 days.
      expect(figure!.targets).toMatchObject([{ actual: 3, progress: 50, due: 50, reached: false, onCourse: true }])
    })

    it('in public there is no sum over years, and no progress of a hidden figure', async () => {
      const { college, put } = await openWithStays(await open())
      await put([
        { indicator: 'IN17', year: 2021, value: 10 },
        { indicator: 'IN17', year: 2022, value: 10, cumulative: 1 },
      ])
      const figures = (await college.ask(askTargets('IN17', 2021, 2022))).data.indicator.series.figures
      expect(figures).toMatchObject([
        { value: null, targets: [{ value: 10, actual: null, progress: null, reached: null, onCourse: null }] },
        { value: 6, targets: [{ value: 10, actual: null, progress: null, reached: null, onCourse: null }] },
      ])
    })

    it('a category, a filter, another scope and a sum of years have no target', async () => {
      const { put, targets } = await openWithStays(await open())
      await put([{ indicator: 'IN17', year: 2022, value: 8 }])
      for (const more of [
        ', by: "country"',
        ', filter: [{ dimension: "country", in: ["TH"] }]',
        ', scope: ABROAD',
        ', cumulativeFrom: 2021',
        ', basis: CALENDAR_YEAR',
      ])
        expect(
          (await targets(askTargets('IN17', 2022, 2022, more))).map((it) => it.targets),
          more,
        ).toEqual([[]])
    })

    it('the plans of an institution can be asked line by line', async () => {
      const { college, put, token } = await openWithStays(await open())
      await put([
        { indicator: 'IN17', year: 2020, value: 2, base: 1 },
        { indicator: 'IN17', year: 2022, value: 8 },
        { indicator: 'IN17', year: 2021, value: 4 },
        { indicator: 'EX99', year: 2021, value: 4 },
        { indicator: 'IN17', basis: 'COHORT', year: 2021, value: 4 },
      ])
      const { data } = await college.as(bearer(token))(
        '{ targets(institution: "X") { plan indicator { code } basis base { year value } firstYear targets { year value } } }',
      )
      expect(data.targets).toEqual(TARGETS)
    })
  })

  it('plans of another institution are closed where public reading is', async () => {
    const { college, put } = await openWithStays(await open(), { publicReading: false })
    await put([{ indicator: 'EX02', year: 2022, value: 20 }])
    const plans = async (institution: string) => {
      const other = await college.tokenFor('reader', institution)
      const { data, errors } = await college.as(bearer(other))('{ targets(institution: "X") { plan } }')
      return errors?.[0]?.extensions.code ?? data.targets
    }
    expect(await plans('X')).toEqual([{ plan: '双高' }])
    expect(await plans('Y')).toBe('FORBIDDEN')
  })

  it('targets come in as a file, with the names and the words of people', async () => {
    const college = await openFilledCollege(await open())
    await college.put('target', [
      '规划名称,指标编号,统计时段,年度,目标值,累计,基期值',
      '十四五规划,EX02,,2022,20,否,否',
      '十四五规划,EX02,学年,2020,10,,是',
    ])
    const { data } = await college.ask(
      '{ targets(institution: "X") { plan base { year value } targets { year value } } }',
    )
    expect(data.targets).toEqual([
      { plan: '十四五规划', base: { year: 2020, value: 10 }, targets: [{ year: 2022, value: 20 }] },
    ])
  })

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
      const college = await openFilledCollege(await open())
      const cookie = await college.signIn(await college.tokenFor('editor', 'X'))
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
