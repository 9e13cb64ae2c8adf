import { describe, expect, it } from 'vitest'
import { bearer, fillCollege, openCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { askTargets, openWithStays } from '../support/stays-college.ts'

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
      const { data } = await college.ask(
        '{ targets(institution: "X") { plan indicator { code } basis base { year value } firstYear targets { year value } } }',
        {},
        bearer(token),
      )
      expect(data.targets).toEqual([
        {
          ...{ plan: '双高', indicator: { code: 'IN17' }, basis: 'SCHOOL_YEAR', base: { year: 2020, value: 2 } },
          ...{
            firstYear: 2021,
            targets: [
              { year: 2021, value: 4 },
              { year: 2022, value: 8 },
            ],
          },
        },
      ])
    })
  })

  it('plans of another institution are closed where public reading is', async () => {
    const { college, put } = await openWithStays(await open(), { publicReading: false })
    await put([{ indicator: 'EX02', year: 2022, value: 20 }])
    const plans = async (institution: string) => {
      const other = await college.tokenFor('reader', institution)
      const { data, errors } = await college.ask('{ targets(institution: "X") { plan } }', {}, bearer(other))
      return errors?.[0]?.extensions.code ?? data.targets
    }
    expect(await plans('X')).toEqual([{ plan: '双高' }])
    expect(await plans('Y')).toBe('FORBIDDEN')
  })

  it('targets come in as a file, with the names and the words of people', async () => {
    const college = await openCollege(await open())
    await fillCollege(college)
    await college.put(
      'target',
      [
        '规划名称,指标编号,统计时段,年度,目标值,累计,基期值',
        '十四五规划,EX02,,2022,20,否,否',
        '十四五规划,EX02,学年,2020,10,,是',
      ],
      'X',
    )
    const { data } = await college.ask(
      '{ targets(institution: "X") { plan base { year value } targets { year value } } }',
    )
    expect(data.targets).toEqual([
      { plan: '十四五规划', base: { year: 2020, value: 10 }, targets: [{ year: 2022, value: 20 }] },
    ])
  })
})
