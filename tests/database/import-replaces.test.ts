import { expect } from 'vitest'
import { revertBatch } from '@causeway/server/records/revert'
import { putRecords } from '../support/put-records.ts'
import { forEachDatabase } from '../support/databases.ts'
import { type ImportDesk, test } from '../support/import-desk.ts'

const STAYS = 'person,direction,audience,purpose,country,start,end,unit'
const stay = (person: string, start: string, unit = 'INTL') =>
  `${person},out,student,study,VN,${start},${start},${unit}`
const year = (...years: number[]) => ({ years, units: [] })

async function starts(desk: ImportDesk): Promise<unknown[]> {
  return (await desk.records('mobility')).map((record) => record['start']).sort()
}

forEachDatabase(() => {
  test('a file that is complete for a school year withdraws what it lacks of it, and nothing of other years', async (desk) => {
    const all = ['2023-08-31', '2023-09-01', '2024-01-10', '2024-08-31', '2024-09-01']
    await desk.put('mobility', [STAYS, ...all.map((day, i) => stay(`L${i}`, day))])
    const path = desk.file('again.csv', [STAYS, stay('L2', '2024-01-10'), stay('L9', '2024-02-02')])
    const given = { replaces: year(2023) }
    const preview = await desk.import(path, 'mobility', { ...given, dryRun: true })
    expect(preview).toMatchObject({ batch: null, accepted: 1, unchanged: 1, withdrawn: 2, refused: false })
    expect(preview.withdrawals!.map(({ label }) => label.zh.split(' · ').at(-1)).sort()).toEqual([
      '2023年9月1日',
      '2024年8月31日',
    ])
    expect(await starts(desk)).toEqual(all)
    const done = await desk.import(path, 'mobility', given)
    expect(done).toMatchObject({ accepted: 1, updated: 0, unchanged: 1, withdrawn: 2 })
    expect(done.withdrawals).toEqual(preview.withdrawals)
    expect(await starts(desk)).toEqual(['2023-08-31', '2024-01-10', '2024-02-02', '2024-09-01'])
  })

  test('what a file withdrew comes back with the revert of its batch, and revert counts both', async (desk) => {
    await desk.put('mobility', [STAYS, stay('L1', '2023-10-01'), stay('L2', '2023-11-01')])
    const path = desk.file('again.csv', [
      STAYS,
      `${stay('L1', '2023-10-01').slice(0, -4)}DEPT`,
      stay('L3', '2023-12-01'),
    ])
    const { batch } = await desk.import(path, 'mobility', { replaces: year(2023) })
    expect(await starts(desk)).toEqual(['2023-10-01', '2023-12-01'])
    expect(await revertBatch(desk.database, batch!)).toEqual({ institutions: ['X'], withdrawn: 1, restored: 2 })
    expect(await starts(desk)).toEqual(['2023-10-01', '2023-11-01'])
  })

  test('a batch that withdrew a record is not taken back once a later one brought it again', async (desk) => {
    await desk.put('mobility', [STAYS, stay('L1', '2023-10-01'), stay('L2', '2023-11-01')])
    const { batch } = await desk.bring('mobility', [STAYS, stay('L1', '2023-10-01')], { replaces: year(2023) })
    const later = await desk.put('mobility', [STAYS, stay('L2', '2023-11-01')])
    await expect(revertBatch(desk.database, batch!)).rejects.toMatchObject({ facts: { laterBatches: [later.batch] } })
  })

  test('a code that was given anew meanwhile keeps the batch that withdrew it from being taken back', async (desk) => {
    const header = 'code,name_zh,country,unit,source_id'
    await desk.put('partner', [header, 'P1,甲,VN,INTL,', 'P2,乙,VN,INTL,'])
    const { batch } = await desk.bring('partner', [header, 'P2,乙,VN,INTL,'], {
      replaces: { years: [], units: ['INTL'] },
    })
    const later = await desk.put('partner', [header, 'P1,甲,VN,INTL,S1'])
    await expect(revertBatch(desk.database, batch!)).rejects.toMatchObject({ facts: { laterBatches: [later.batch] } })
  })

  test('a year and a unit together are that year of that unit', async (desk) => {
    await desk.put('mobility', [
      STAYS,
      stay('L1', '2023-10-01', 'A'),
      stay('L2', '2023-10-02', 'B'),
      stay('L3', '2022-10-03', 'A'),
      stay('L4', '2023-10-04', 'A'),
    ])
    const path = desk.file('again.csv', [STAYS, stay('L4', '2023-10-04', 'A')])
    const replaces = { years: [2023], units: ['A'] }
    expect(await desk.import(path, 'mobility', { replaces })).toMatchObject({ withdrawn: 1 })
    expect(await starts(desk)).toEqual(['2022-10-03', '2023-10-02', '2023-10-04'])
  })

  test('several years are taken together, and other institutions are left alone', async (desk) => {
    await desk.put('mobility', [STAYS, stay('L1', '2022-10-01'), stay('L2', '2023-10-02'), stay('L3', '2021-10-03')])
    await desk.put('mobility', [STAYS, stay('L1', '2022-10-01')], 'X2')
    const path = desk.file('again.csv', [STAYS, stay('L9', '2023-01-01')])
    const replaces = year(2022, 2023)
    expect(await desk.import(path, 'mobility', { replaces })).toMatchObject({ withdrawn: 2 })
    expect(await starts(desk)).toEqual(['2021-10-03', '2023-01-01'])
    expect(await desk.records('mobility', 'X2')).toHaveLength(1)
  })

  test('a school year is the institution’s own, and a class is in the year it graduates in', async (desk) => {
    await desk.put('institution', ['code,name_en,country,school_year_start', 'E,England College,GB,08-01'])
    await desk.put('mobility', [STAYS, stay('L1', '2023-08-05'), stay('L2', '2024-07-31')], 'E')
    expect(
      await desk.bring('mobility', [STAYS, stay('L2', '2024-07-31')], { institution: 'E', replaces: year(2023) }),
    ).toMatchObject({ withdrawn: 1 })
    const header = 'person,class,observation,status'
    await desk.put('graduate-outcome', [
      header,
      'G1,2023,12-31,employed',
      'G2,2024,12-31,employed',
      'G3,2024,12-31,employed',
    ])
    expect(
      await desk.bring('graduate-outcome', [header, 'G3,2024,12-31,unknown'], { replaces: year(2023) }),
    ).toMatchObject({ updated: 1, withdrawn: 1 })
    expect((await desk.records('graduate-outcome')).map((record) => record['class'])).toEqual([2023, 2024])
  })

  test('a row outside the year or unit refuses the file: it would not be complete for it', async (desk) => {
    await desk.put('mobility', [STAYS, stay('L1', '2023-10-01')])
    const path = desk.file('again.csv', [
      STAYS,
      stay('L2', '2023-11-01'),
      stay('L3', '2024-09-01'),
      stay('L4', '2023-11-01', 'B'),
    ])
    const replaces = { years: [2023], units: ['INTL'] }
    const report = await desk.import(path, 'mobility', { replaces })
    expect(report).toMatchObject({ refused: true, rejected: 2, withdrawn: 0, batch: null })
    expect(report.problems.map(({ row, column, code, value }) => `${row} ${column} ${code} ${value}`)).toEqual([
      '3 start OUTSIDE_REPLACED 2024-09-01',
      '4 unit OUTSIDE_REPLACED B',
    ])
    expect(await starts(desk)).toEqual(['2023-10-01'])
  })

  test('while a row is rejected nothing is withdrawn, since the row may be the record that seems absent', async (desk) => {
    await desk.put('mobility', [STAYS, stay('L1', '2023-10-01'), stay('L2', '2023-11-01')])
    const path = desk.file('again.csv', [STAYS, stay('L1', '2023-13-01'), stay('L3', '2023-12-01')])
    const given = { replaces: year(2023), acceptValid: true }
    const report = await desk.import(path, 'mobility', given)
    expect(report).toMatchObject({ refused: false, accepted: 1, rejected: 1, withdrawn: 0, withdrawals: [] })
    expect(report.warnings).toEqual([expect.objectContaining({ code: 'NOT_WITHDRAWN' })])
    expect(await starts(desk)).toEqual(['2023-10-01', '2023-11-01', '2023-12-01'])
  })

  test('the wrong rows that an import wrote are complete for nothing', async (desk) => {
    await desk.put('mobility', [STAYS, stay('L1', '2023-10-01')])
    const rejects = `${desk.folder}/rejects.csv`
    await desk.bring('mobility', [STAYS, stay('L1', 'never'), stay('L3', '2023-12-01')], {
      replaces: year(2023),
      rejects,
    })
    const report = await desk.import(rejects, 'mobility', { replaces: year(2023) })
    expect(report.problems.map(({ code }) => code)).toEqual(['REPLACES_NOT_APPLICABLE'])
  })

  test('a record that others point to is not withdrawn: the file is refused and names it', async (desk) => {
    await desk.put('partner', ['code,name_zh,country,unit', 'P1,甲,VN,INTL', 'P2,乙,VN,INTL', 'P3,丙,VN,INTL'])
    await desk.put('mobility', [`${STAYS},partner`, `${stay('L1', '2023-10-01')},P1`])
    const without = (code: string) =>
      desk.file('again.csv', [
        'code,name_zh,country,unit',
        ...['P1', 'P3'].filter((one) => one !== code).map((one) => `${one},甲,VN,INTL`),
      ])
    const given = { replaces: { years: [], units: ['INTL'] } }
    const refused = await desk.import(without('P1'), 'partner', given)
    expect(refused).toMatchObject({ refused: true, withdrawn: 0 })
    expect(refused.problems[0]).toMatchObject({
      code: 'ABSENT_IN_USE',
      message: { en: expect.stringContaining('P1 (1 of') },
    })
    expect(await desk.records('partner')).toHaveLength(3)
    expect(await desk.import(without(''), 'partner', given)).toMatchObject({ refused: false, withdrawn: 1 })
  })

  test('a file without the column that places its rows is asked about its records, or refused', async (desk) => {
    await desk.put('mobility', [
      `${STAYS},source_id`,
      `${stay('L1', '2023-10-01', '')},S1`,
      `${stay('L2', '2022-10-01', '')},S2`,
    ])
    const path = desk.file('notes.csv', ['source_id,person,note', 'S1,L1,seen', 'S2,L2,seen'])
    const report = await desk.import(path, 'mobility', { replaces: year(2023) })
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual([[3, 'OUTSIDE_REPLACED']])
    const unit = await desk.import(path, 'mobility', { replaces: { years: [], units: ['A'] } })
    expect(unit.problems.map(({ code }) => code)).toEqual(['REPLACES_NOT_APPLICABLE'])
  })

  test('what is in no year is not replaced by year', async (desk) => {
    const path = desk.file('institution.csv', ['code,name_zh,country', 'X,甲学院,CN'])
    const report = await desk.import(path, 'institution', { replaces: year(2023) })
    expect(report.problems.map(({ code }) => code)).toEqual(['REPLACES_NOT_APPLICABLE'])
  })

  test('thousands of absent records are all withdrawn, and the first hundred listed', async (desk) => {
    const rows = Array.from({ length: 2_500 }, (_, i) => ({
      ...{ person: `h${i}`, direction: 'out', audience: 'student', purpose: 'study', country: 'VN' },
      ...{ start: '2023-10-01', end: '2023-10-02' },
    }))
    await putRecords(desk.database, 'mobility', 'X', rows)
    const report = await desk.bring('mobility', [STAYS, stay('L1', '2023-10-01')], { replaces: year(2023) })
    expect(report).toMatchObject({ accepted: 1, withdrawn: 2_500 })
    expect(report.withdrawals).toHaveLength(100)
    expect(await desk.records('mobility')).toHaveLength(1)
  })
})
