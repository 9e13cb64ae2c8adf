import { expect, test } from 'vitest'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { makeImportedRowCheck } from '@causeway/server/figures/indicators/check-mention'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

const checkRow = makeImportedRowCheck(CATALOGUE)
/** An indicator without a country that a scope could act on. */
const nowhere = CATALOGUE.find(({ scope }) => !scope)!

forEachDatabase((_name, open) => {
  test('a target of an indicator that is not there, or on a basis that it lacks, is a wrong row that says what there is', async () => {
    const desk = await openDeskWithCollege(await open())
    const file = desk.file('targets.csv', [
      'plan,indicator,basis,year,value,cumulative',
      '双高,EX02,届,2023,5,',
      '双高,ST01,,2023,5,是',
      '双高,EX0202,,2023,5,',
      '双高,EX07,,2023,5,是',
    ])
    const report = await desk.import(file, 'target', { institution: 'X', acceptValid: true, checkRow })
    expect(report.accepted + report.rejected).toBe(4)
    expect(report.problems.map(({ row, code, column }) => [row, code, column])).toEqual([
      [2, 'UNKNOWN_BASIS', 'basis'],
      [3, 'NOT_CUMULATIVE', 'cumulative'],
      [4, 'UNKNOWN_INDICATOR', 'indicator'],
    ])
    const basis = report.problems.find(({ code }) => code === 'UNKNOWN_BASIS')!
    expect(basis.message.zh).toContain('没有统计时段 COHORT，可用：SCHOOL_YEAR、CALENDAR_YEAR')
    expect(await desk.records('target')).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ indicator: 'EX07', cumulative: 1, value: 5_000_000 })]),
    )
  })

  test('an indicator written by its name is refused with its code', async () => {
    const desk = await openDeskWithCollege(await open())
    const file = desk.file('targets.csv', ['plan,indicator,year,value', '双高,接收国外留学生人数,2023,5'])
    const { problems } = await desk.import(file, 'target', { institution: 'X', checkRow })
    expect(problems).toMatchObject([{ code: 'UNKNOWN_INDICATOR', message: { zh: expect.stringContaining('EX02') } }])
  })

  test('what a peer published keeps 0, a blank, 无 and a dash apart, and a share over 100 is doubted', async () => {
    const desk = await openDeskWithCollege(await open())
    const file = desk.file('peers.csv', [
      '对标院校,指标,统计时段,统计范围,年度版式,年度,公布值,来源,页码',
      'A,EX02,学年,国外,2022,2023,0,年报,3',
      'B,EX02,学年,国外,2022,2023,,年报,3',
      'C,EX02,学年,国外,2022,2023,无,年报,3',
      'D,EX02,学年,国外,2022,2023,—,年报,3',
      'E,EX02,学年,国外,2022,2023,"1,250",年报,3',
      'F,SK15.dec,,,2022,2023,112.5,年报,3',
      `G,${nowhere.code},,国外,2022,2023,90,年报,3`,
    ])
    const report = await desk.import(file, 'peer-figure', { institution: 'X', acceptValid: true, checkRow })
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual([[8, 'SCOPE_NOT_APPLICABLE']])
    expect(report.warnings.map(({ row, code }) => [row, code])).toEqual([[7, 'OVER_100']])
    const values = (await desk.records('peer-figure')).map(({ peer, value, status }) => [peer, value, status])
    expect(values).toEqual([
      ['A', 0, null],
      ['B', null, 'blank'],
      ['C', null, 'none'],
      ['D', null, 'dash'],
      ['E', 1_250_000_000, null],
      ['F', 112_500_000, null],
    ])
  })
})
