import { expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'
import { xlsx } from '../support/workbooks.ts'

const HEADER = 'headcount,direction,audience,purpose,country,start,end,unit,note'
const group = (headcount: number, more = ',') => `${headcount},out,student,study,TH,2023-10-08,2023-10-21,${more}`
const institution = { institution: 'X' }
const FLAGS = [{}, { acceptValid: true }]

forEachDatabase((_name, open) => {
  test('two groups alike in everything are a problem of the second, and the message names every cure', async () => {
    const desk = await openDeskWithCollege(await open())
    for (const more of FLAGS) {
      const lines = [HEADER, group(5), group(5), group(7)]
      const report = await desk.import(desk.file('a.csv', lines), 'mobility', { ...institution, dryRun: true, ...more })
      expect(report).toMatchObject({ accepted: more.acceptValid ? 1 : 0, unchanged: 0, rejected: 2, warnings: [] })
      expect(report.problems).toMatchObject([
        { row: 3, code: 'DUPLICATE_KEY', otherRow: 2 },
        { row: 4, code: 'DUPLICATE_KEY', otherRow: 2 },
      ])
      for (const { message } of report.problems) {
        expect(message.en).toMatch(/same group as row 2.*add_up: headcount in a mapping;.*source_id.*leave out/)
        expect(message.zh).toMatch(/第 2 行是同一组人.*add_up: headcount，把人数相加；.*source_id.*删去一行/)
      }
    }
    const book = await xlsx([HEADER, group(5), group(5)].map((line) => line.split(',')))
    expect(await desk.import(desk.file('a.xlsx', book), 'mobility', institution)).toMatchObject({
      accepted: 0,
      rejected: 1,
    })
  })

  test('a group that is there already is named twice by one file all the same', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('mobility', [HEADER, group(5)])
    const again = await desk.import(desk.file('a.csv', [HEADER, group(5), group(5)]), 'mobility', institution)
    expect(again).toMatchObject({ refused: true, rejected: 1, problems: [{ row: 3, code: 'DUPLICATE_KEY' }] })
    expect(await desk.import(desk.file('b.csv', [HEADER, group(5)]), 'mobility', institution)).toMatchObject({
      unchanged: 1,
    })
    const own = [`${HEADER},source_id`, `${group(5)},G1`, `${group(5)},G1`]
    expect((await desk.import(desk.file('c.csv', own), 'mobility', institution)).problems).toMatchObject([
      { row: 3, code: 'DUPLICATE_KEY' },
    ])
  })

  test('each cure that the message names is one', async () => {
    const desk = await openDeskWithCollege(await open())
    const lines = [HEADER, group(5), group(5), group(7)]
    const counts = async () => (await desk.records('mobility')).map((record) => record['headcount'])
    const columns = HEADER.split(',').map((name) => `  ${name}: ${name}`)
    const mapping = desk.file('m.yaml', ['type: mobility', 'add_up: headcount', 'fields:', ...columns])
    const path = desk.file('a.csv', lines)
    expect(await desk.import(path, 'mobility', { ...institution, mapping })).toMatchObject({
      accepted: 1,
      rowsMerged: 2,
    })
    expect(await counts()).toEqual([17])
    const chosen = { columns: new Map(), constants: [], style: {}, addUp: true }
    expect(await desk.import(path, 'mobility', { ...institution, chosen })).toMatchObject({
      unchanged: 1,
      rowsMerged: 2,
    })
    const one = { ...institution, correcting: { corrections: [], leaveOut: [2, 3] } }
    expect(await desk.import(path, 'mobility', one)).toMatchObject({ updated: 1 })
    expect(await counts()).toEqual([7])
    const own = [`${HEADER},source_id`, `${group(5)},G1`, `${group(5)},G2`]
    expect(await desk.import(desk.file('b.csv', own), 'mobility', institution)).toMatchObject({ accepted: 2 })
    expect((await counts()).toSorted()).toEqual([5, 5, 7])
  })

  test('groups that differ in what is in no key are said what keeps them from being added up', async () => {
    const desk = await openDeskWithCollege(await open())
    const lines = [HEADER, group(5, 'A,'), group(5, 'B,又一批')]
    const { problems } = await desk.import(desk.file('a.csv', lines), 'mobility', institution)
    expect(problems[0]!.message.en).toContain('once "Unit" and "Note" of both rows are the same')
    expect(problems[0]!.message.zh).toContain('须先使两行的「责任部门」、「备注」相同')
  })

  test('adding up headcounts leaves rows of persons alone', async () => {
    const desk = await openDeskWithCollege(await open())
    const header = `person,${HEADER}`
    const person = (id: string) => `${id},,out,student,study,TH,2023-10-08,2023-10-21,,`
    const lines = [header, person('L1'), person('L2'), person('L2'), `,${group(5)}`, `,${group(6)}`]
    const chosen = { columns: new Map(), constants: [], style: {}, addUp: true }
    const report = await desk.import(desk.file('a.csv', lines), 'mobility', { ...institution, chosen })
    expect(report).toMatchObject({ accepted: 3, unchanged: 1, rowsMerged: 1, problems: [] })
    expect(report.warnings).toContainEqual(expect.objectContaining({ row: 4, code: 'DUPLICATE_ROW' }))
    const records = await desk.records('mobility')
    expect(records.map((record) => record['headcount'] ?? null).toSorted()).toEqual([11, null, null])
  })

  test('persons and things alike in everything are counted once, with a warning, as before', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('standard', ['code,title_zh,type,direction', 'S1,标准,course,own'])
    const use = 'S1,TZ,TVET,2023-01-01,2023-12-31,30'
    const report = await desk.import(
      desk.file('a.csv', ['standard,country,adopter,from,to,learners', use, use]),
      'adoption-use',
      institution,
    )
    expect(report).toMatchObject({ accepted: 1, unchanged: 1, problems: [] })
    expect(report.warnings).toContainEqual(expect.objectContaining({ row: 3, code: 'DUPLICATE_ROW' }))
  })
})
