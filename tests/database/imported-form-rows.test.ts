import { expect, test } from 'vitest'
import { makeFormRowCheck } from '@causeway/server/answers/forms/check-form-row'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

const checkRow = makeFormRowCheck({ indicators: CATALOGUE, ownForms: [] })

forEachDatabase((_name, open) => {
  test('a filled value of a table, edition or line that is not there is a wrong row that says what there is', async () => {
    const desk = await openDeskWithCollege(await open())
    const file = desk.file('values.csv', [
      '报表,年度版式,指标项序号,起始年份,填报方式,数值,数据来源,填报人,填报日期',
      'international-influence,2022,1,2023,直接填报,5,国际处,李,2024-11-01',
      '国际影响表,2022,1,2023,直接填报,5,国际处,李,2024-11-01',
      'international-influence,2099,1,2023,直接填报,5,国际处,李,2024-11-01',
      'international-influence,2022,99,2023,直接填报,5,国际处,李,2024-11-01',
    ])
    const report = await desk.import(file, 'form-value', { institution: 'X', acceptValid: true, checkRow })
    expect(report.accepted).toBe(1)
    expect(report.problems.map(({ row, code, column }) => [row, code, column])).toEqual([
      [3, 'UNKNOWN_FORM', '报表'],
      [4, 'UNKNOWN_EDITION', '年度版式'],
      [5, 'UNKNOWN_LINE', '指标项序号'],
    ])
    expect(report.problems[0]!.message.zh).toContain('international-influence')
    expect(report.problems[1]!.message.en).toContain('it has 2017, 2018, 2019, 2022')
  })

  test('a table is not published in an edition that it never had', async () => {
    const desk = await openDeskWithCollege(await open())
    const file = desk.file('published.csv', [
      'form,edition,year,published_on',
      'international-influence,2021,2023,2024-12-31',
    ])
    const report = await desk.import(file, 'form-publication', { institution: 'X', checkRow })
    expect(report.problems.map(({ code }) => code)).toEqual(['UNKNOWN_EDITION'])
  })
})
