import { expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { answerExample } from '@causeway/server/answers/answer-example'
import type { Database } from '@causeway/server/ground/database/database'
import { readCategoryLabels } from '@causeway/server/figures/series-facts'
import { readSeries } from '@causeway/server/figures/read-series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { DimensionId } from '@causeway/server/figures/indicators/definition'
import { onOneDatabase } from '../support/databases.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'

async function ask(database: Database, indicator: string, from: number, more: Partial<SeriesRequest> = {}) {
  const causeway = { database, indicators: CATALOGUE, publicReading: true }
  const series = await readSeries(causeway, OPERATOR, { indicator, institution: 'X', from, to: from, ...more })
  return series.figures
}

const answers = (figures: Awaited<ReturnType<typeof ask>>) =>
  Object.fromEntries(figures.map((it) => [it.category ?? 'whole', it.gap ?? it.value]))

onOneDatabase((_name, open) => {
  const withExample = async (code: string) => {
    const database = await open()
    await answerExample(
      database,
      CATALOGUE.find((it) => it.code === code)!,
    )
    return database
  }
  const withRecords = async (type: string, rows: Values[]) => {
    const database = await open()
    await putInstitution(database, 'X')
    await putRecords(database, type, 'X', rows)
    return database
  }

  test('attainment says for how many of the units of its versions it speaks', async () => {
    const [figure] = await ask(await withExample('SK09'), 'SK09', 2022)
    expect(figure).toMatchObject({ value: 62.5, coverage: 80 })
  })

  test.each([
    ['SK19', 2019, 60],
    ['SK21', 2022, 62.5],
    ['SK22', 2022, (100 * 100) / 130],
  ])('the survey of %s says how many of those asked answered, and how sure it can be', async (code, year, response) => {
    const [figure] = await ask(await withExample(code), code, year)
    expect(figure!.coverage).toBeCloseTo(response, 9)
    expect(figure!.interval!.low).toBeLessThan(figure!.value!)
  })

  test('a survey held in 2023 of the class of 2020 speaks for that class and for no other', async () => {
    const database = await withExample('SK19')
    expect(answers(await ask(database, 'SK19', 2019))).toEqual({ whole: 60 })
    expect(answers(await ask(database, 'SK19', 2022))).toEqual({ whole: 'NO_RECORDS' })
    expect(answers(await ask(database, 'SK19', 2019, { by: 'programme' }))).toEqual({ PA: 60, PB: 60 })
  })

  test.each(['SK11', 'SK12'])('%s says how many tests before have none after', async (code) => {
    const [figure] = await ask(await withExample(code), code, 2022)
    expect(figure).toMatchObject({ lost: 1 })
  })

  test.each(['SK11', 'SK12'])(
    '%s is not applicable over two versions of a test until they are parted',
    async (code) => {
      const of = (person: string, version: string, pre: number, post: number): Values[] =>
        [
          { phase: 'pre', raw: pre, date: '2022-10-10' },
          { phase: 'post', raw: post, date: '2022-12-10' },
        ].map((test) => ({ person, instrument: 'T', version, max: 10_000, ...test }))
      const database = await withRecords('assessment-result', [
        ...of('a', '1', 5000, 7500),
        ...of('b', '2', 5000, 6000),
      ])
      expect(answers(await ask(database, code, 2022))).toEqual({ whole: 'NOT_APPLICABLE' })
      expect(answers(await ask(database, code, 2022, { by: 'instrument' }))).toEqual(
        code === 'SK11' ? { 'T/1': 25, 'T/2': 10 } : { 'T/1': 0.5, 'T/2': 0.2 },
      )
    },
  )

  test('the median is not applicable where a group row takes part, the mean is', async () => {
    const database = await withExample('SK18.median')
    expect(answers(await ask(database, 'SK18.median', 2022))).toEqual({ whole: 'NOT_APPLICABLE' })
    expect(answers(await ask(database, 'SK18.median', 2022, { by: 'programme' }))).toEqual({
      PA: 5200,
      PB: 'NOT_APPLICABLE',
    })
    expect(answers(await ask(database, 'SK18.mean', 2022, { by: 'programme' }))).toMatchObject({ PB: 4500 })
  })

  test('scores on two scales have no mean until they are parted, and points have no scale', async () => {
    const entry = { series: 'worldskills', date: '2022-10-20', level: 'international', country: 'DE', medal: 'bronze' }
    const database = await withRecords('competition-result', [
      { ...entry, event: 'A', skill: 'Welding', person: 'a', score: 71_000, scale: '700' },
      { ...entry, event: 'B', skill: 'Welding', person: 'a', score: 52_000, scale: '500' },
    ])
    expect(answers(await ask(database, 'SK03', 2022))).toEqual({ whole: 'NOT_APPLICABLE' })
    expect(answers(await ask(database, 'SK03', 2022, { by: 'scale' }))).toEqual({ '500': 520, '700': 710 })
    expect(answers(await ask(database, 'SK02', 2022))).toEqual({ whole: 4 })
  })

  test('a year with competitors and no medal has 0 points, a year without competitors none', async () => {
    const database = await withRecords('competition-result', [
      {
        ...{ event: 'A', series: 'worldskills', date: '2022-10-20', level: 'international', country: 'DE' },
        ...{ skill: 'S', person: 'a' },
      },
    ])
    expect(answers(await ask(database, 'SK02', 2022))).toEqual({ whole: 0 })
    expect(answers(await ask(database, 'SK02', 2021))).toEqual({ whole: 'NO_RECORDS' })
  })

  test('occupational Chinese is parted by scale and version', async () => {
    const database = await withExample('SK08')
    expect(answers(await ask(database, 'SK08', 2024, { by: 'scale' }))).toEqual({ 'occupational-chinese/2023': 50 })
  })

  test('a scale is called by its name and version, a unit of a standard by its code and title, by both where two standards share the code', async () => {
    const called = async (code: string, dimension: DimensionId, keys: string[]) => {
      const database = await withExample(code)
      const causeway = { database, indicators: CATALOGUE, publicReading: true }
      const declaration = CATALOGUE.find((it) => it.code === code)!
      return Object.fromEntries(await readCategoryLabels(causeway, 'X', declaration, dimension, keys))
    }
    expect(await called('SK08', 'scale', ['occupational-chinese/2023'])).toEqual({
      'occupational-chinese/2023': { zh: '职业中文能力等级 2023', en: 'Occupational Chinese 2023' },
    })
    expect(await called('SK10', 'competency', ['U1'])).toEqual({ U1: { zh: 'U1 编程', en: 'U1 Programming' } })
    expect(await called('SK09', 'competency', ['U1', 'U3'])).toEqual({
      U1: { zh: 'U1 编程／育苗', en: 'U1 Programming / Seedlings' },
      U3: { zh: 'U3 检测', en: 'U3 Measuring' },
    })
  })

  test('the destination of foreign graduates can be asked alone', async () => {
    const graduate = { class: 2023, observation: '08-31', status: 'employed' }
    const database = await withRecords('graduate-outcome', [
      { ...graduate, person: 'a', nationality: 'VN' },
      { ...graduate, person: 'b', nationality: 'VN', status: 'unknown' },
      { ...graduate, person: 'c', nationality: 'HK' },
      { ...graduate, person: 'd', nationality: 'CN' },
    ])
    expect(answers(await ask(database, 'SK15.aug', 2022))).toEqual({ whole: 75 })
    expect(answers(await ask(database, 'SK15.aug', 2022, { scope: 'ABROAD' }))).toEqual({ whole: 50 })
    expect(answers(await ask(database, 'SK15.aug', 2022, { by: 'country' }))).toEqual({ CN: 100, HK: 100, VN: 50 })
  })

  test('results without a unit cover the period and leave the coverage of standards not applicable', async () => {
    const database = await withRecords('assessment-result', [
      { person: 'a', instrument: 'T', version: '1', phase: 'final', date: '2022-12-10', passed: 1 },
    ])
    expect(answers(await ask(database, 'SK10', 2022))).toEqual({ whole: 'NOT_APPLICABLE' })
    expect(answers(await ask(database, 'SK09', 2022))).toEqual({ whole: 'NOT_APPLICABLE' })
    expect(answers(await ask(database, 'SK09', 2021))).toEqual({ whole: 'NO_RECORDS' })
  })

  test('evidence that has expired no longer speaks for an adoption', async () => {
    const database = await withExample('ST08')
    const onDay = (year: number, at: string) => ask(database, 'ST08', year, { basis: 'POINT_IN_TIME', at })
    expect(answers(await onDay(2022, '12-31'))).toEqual({ whole: 75 })
    expect(answers(await onDay(2023, '01-01'))).toEqual({ whole: 50 })
    expect(answers(await onDay(2023, '09-10'))).toEqual({ whole: 75 })
  })

  test('a standard used in Hong Kong alone is adopted outside the border, and not abroad', async () => {
    const database = await withExample('ST02')
    expect(answers(await ask(database, 'ST02', 2022, { by: 'country' }))).toEqual({ HK: 1, KH: 1, LA: 1 })
    expect(answers(await ask(database, 'ST02', 2022, { scope: 'ABROAD' }))).toEqual({ whole: 1 })
  })
})
