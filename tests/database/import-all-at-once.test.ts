import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege, type ImportDesk } from '../support/import-desk.ts'

const institution = { institution: 'X' }

/** What of each row is wrong, as field and code, and how many rows are rejected. */
async function wrong(desk: ImportDesk, as: string, lines: string[], more: object = institution) {
  const report = await desk.import(desk.file('a.csv', lines), as, { dryRun: true, ...more })
  const rows = Map.groupBy(report.problems, ({ row }) => row)
  const said = [...rows].map(([row, problems]) => [
    row,
    problems.map(({ field, code }) => `${field} ${code}`).toSorted(),
  ])
  return { rejected: report.rejected, said }
}

forEachDatabase((_name, open) => {
  test('a wrong date, an unknown choice and an unknown programme of one row are said at once, and the row counts once', async () => {
    const desk = await openDeskWithCollege(await open())
    const header = 'person,programme,kind,nationality,start,end'
    expect(
      await wrong(desk, 'enrolment', [
        header,
        'P1,NONE,degree,KZ,2023-13-45,2024-07-01',
        'P2,NONE,nonsense,KZ,2024-09-01,2024-07-01',
      ]),
    ).toEqual({
      rejected: 2,
      said: [
        [2, ['programme UNKNOWN_REFERENCE', 'start BAD_DATE']],
        [3, ['end REVERSED_RANGE', 'kind UNKNOWN_CHOICE', 'programme UNKNOWN_REFERENCE']],
      ],
    })
    // What is wrong already is asked no further.
    expect(await wrong(desk, 'enrolment', [header, 'P1,2.3E+17,degree,KZ,2023-13-45,'])).toEqual({
      rejected: 1,
      said: [[2, ['programme ROUNDED_ID', 'start BAD_DATE']]],
    })
    const rejects = `${desk.folder}/rejects.csv`
    await desk.import(desk.file('b.csv', [header, 'P1,NONE,degree,KZ,2023-13-45,']), 'enrolment', {
      ...institution,
      rejects,
    })
    expect(readFileSync(rejects, 'utf8')).toMatch(/日期.*\|.*NONE/)
  })

  test('so is the institution of a row, and of a row of nobody no reference is asked for', async () => {
    const desk = await openDeskWithCollege(await open())
    const header = 'institution,person,programme,kind,nationality,start'
    const lines = [
      header,
      'NOWHERE,P1,NONE,degree,KZ,2023-13-45',
      'X,P1,NONE,degree,KZ,2023-13-45',
      ',P1,NONE,degree,KZ,2023-13-45',
      '4.1E+17,P1,NONE,degree,KZ,2023-13-45',
    ]
    expect(await wrong(desk, 'enrolment', lines, {})).toEqual({
      rejected: 4,
      said: [
        [2, ['institution UNKNOWN_INSTITUTION', 'start BAD_DATE']],
        [3, ['programme UNKNOWN_REFERENCE', 'start BAD_DATE']],
        [4, ['institution REQUIRED', 'start BAD_DATE']],
        [5, ['institution ROUNDED_ID', 'start BAD_DATE']],
      ],
    })
  })

  test('records that point to others of the file, wrong ones among them', async () => {
    const desk = await openDeskWithCollege(await open())
    const lines = [
      'code,name_zh,type,founded_on,parent',
      'A,甲,centre,2020-01-99,B',
      'B,乙,nonsense,2020-01-01,C',
      'C,丙,centre,2020-01-01,',
      'D,丁,centre,2020-01-99,NONE',
      'E,戊,centre,2020-01-01,A',
    ]
    expect(await wrong(desk, 'platform', lines)).toEqual({
      rejected: 4,
      said: [
        [2, ['founded_on BAD_DATE']],
        [3, ['type UNKNOWN_CHOICE']],
        [5, ['founded_on BAD_DATE', 'parent UNKNOWN_REFERENCE']],
        [6, ['parent UNKNOWN_REFERENCE']],
      ],
    })
    const report = await desk.import(desk.file('a.csv', lines), 'platform', { ...institution, acceptValid: true })
    expect(report).toMatchObject({ accepted: 1, rejected: 4 })
  })

  test('what a record names by its key, and what a file lacks of new records, is said beside a wrong cell', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('partner', ['code,name_zh,country', 'P1,甲,VN'])
    const evidence = 'code,title,kind,issued_on,record_type,record'
    expect(
      (
        await wrong(desk, 'evidence', [
          evidence,
          'E1,甲,letter,2023-13-01,partner,P9',
          'E2,乙,letter,2023-01-01,nonsense,P9',
        ])
      ).said,
    ).toEqual([
      [2, ['issued_on BAD_DATE', 'record UNKNOWN_REFERENCE']],
      [3, ['record_type UNKNOWN_CHOICE']],
    ])
    // P1 is there and needs no country; P2 is new. Of a row without a code nobody can tell.
    const partial = ['code,name_zh,from', 'P1,甲,2023-13-01', 'P2,乙,2023-13-01', ',丙,2023-13-01']
    expect((await wrong(desk, 'partner', partial)).said).toEqual([
      [2, ['from BAD_DATE']],
      [3, ['country REQUIRED', 'from BAD_DATE']],
      [4, ['code REQUIRED', 'from BAD_DATE']],
    ])
  })

  test('what those who know more than the importer say of a row is said beside a wrong cell, but not twice of one', async () => {
    const desk = await openDeskWithCollege(await open())
    const message = { zh: '没有这个指标', en: 'there is no such indicator' }
    const checkRow = () => ({ field: 'indicator', code: 'UNKNOWN_INDICATOR' as const, message, isDoubt: false })
    const header = 'plan,indicator,year,value'
    expect(
      (await wrong(desk, 'target', [header, 'P,XX,20x3,5', 'P,2.3E+17,2023,5'], { ...institution, checkRow })).said,
    ).toEqual([
      [2, ['indicator UNKNOWN_INDICATOR', 'year BAD_YEAR']],
      [3, ['indicator ROUNDED_ID']],
    ])
  })
})
