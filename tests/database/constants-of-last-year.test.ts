import { expect } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import type { ImportRequest } from '@causeway/server/records/import/report/import-request'
import { ImportPreview } from '@causeway/server/records/import/report/import-preview'
import { titleOffers } from '@causeway/server/records/import/moves/title-offers'
import { readingAsMapping } from '@causeway/server/records/import/moves/reading-as-mapping'
import { saveMapping } from '@causeway/server/records/import/saved/saved-mapping'
import { forEachDatabase } from '../support/databases.ts'
import { xlsxOf } from '../support/workbooks.ts'
import { test, type ImportDesk } from '../support/import-desk.ts'

const HEADS = '学号,观测时点,毕业去向'
const OUTCOMES = ['G1,12月31日,升学', 'G2,12月31日,灵活就业']
const STAYS = '学号,国家,事由'

type Constants = Record<string, string>

function choose(constants: Constants): Pick<ImportRequest, 'chosen'> {
  const all = Object.entries(constants).map(([field, value]) => ({ field, value }))
  return { chosen: { columns: new Map(), constants: all, style: {} } }
}

/** Imports the file of the first year with constants and saves how it was read. */
async function firstYear(desk: ImportDesk, type: string, name: string, lines: string[], constants: Constants) {
  const preview = new ImportPreview()
  const report = await desk.import(desk.file(name, lines), type, { ...choose(constants), preview })
  expect(report.problems).toEqual([])
  const text = readingAsMapping(preview)!
  await save(desk.database, text)
  return text
}

const save = (database: Database, text: string) => saveMapping(database, { institution: 'X', name: 'list', text }, null)

/** Imports a file by the saved reading. */
async function nextYear(desk: ImportDesk, type: string, name: string, lines: string[], constants: Constants = {}) {
  const more = { namedMapping: 'list', ...(Object.keys(constants).length > 0 && choose(constants)) }
  const preview = new ImportPreview()
  const { accepted, rejected, problems } = await desk.import(desk.file(name, lines), type, { ...more, preview })
  const offers = Object.fromEntries(titleOffers(preview).map(({ field, value }) => [field, value]))
  return {
    accepted,
    rejected,
    found: [...new Set(problems.map(({ field, code }) => `${field} ${code}`))],
    problems,
    offers,
  }
}

const classes = async (desk: ImportDesk) =>
  (await desk.records('graduate-outcome')).map((record) => record['class'] as number)

forEachDatabase(() => {
  test('a class of last year is asked again where the title says the next one', async (desk) => {
    const list = (title: string, rows = OUTCOMES) => [title, HEADS, ...rows]
    const text = await firstYear(desk, 'graduate-outcome', 'a.csv', list('2024届毕业生就业情况'), { class: '2024' })
    expect(text).toMatch(/constant: "2024"\s+said:\s+- "2024"\n/)
    const others = OUTCOMES.map((row) => row.replace('G', 'H'))
    const next = await nextYear(desk, 'graduate-outcome', 'b.csv', list('2025届毕业生就业情况', others))
    expect(next).toMatchObject({ accepted: 0, rejected: 2, found: ['class FILE_SAYS_OTHERWISE'] })
    expect(next.problems[0]!.message.zh).toContain('“2025届毕业生就业情况”')
    expect(next.offers).toEqual({ class: '2025' })
    // Nothing says which class it is, where the title said it last year.
    const silent = await nextYear(desk, 'graduate-outcome', 'c.csv', list('毕业生就业情况', others))
    expect(silent.found).toEqual(['class FILE_SAYS_NOTHING'])
    expect(await classes(desk)).toEqual([2024, 2024])
    const answered = await nextYear(desk, 'graduate-outcome', 'b.csv', list('2025届毕业生就业情况', others), {
      class: '2025',
    })
    expect(answered).toMatchObject({ accepted: 2, found: [] })
    expect((await classes(desk)).sort()).toEqual([2024, 2024, 2025, 2025])
    // A file that agrees is read without a question.
    const late = await nextYear(desk, 'graduate-outcome', 'd.csv', list('2024届毕业生（补报）', ['G9,12月31日,升学']))
    expect(late).toMatchObject({ accepted: 1, found: [] })
  })

  test('the name of the file says otherwise, and what was meant in spite of it stays meant', async (desk) => {
    const lines = [STAYS, 'S1,泰国,学习']
    const constants = { direction: 'out', audience: 'student', start: '2023-10-08', end: '2024-01-12' }
    await firstYear(desk, 'mobility', '2023-2024学年派出学生.csv', lines, constants)
    const next = await nextYear(desk, 'mobility', '2024-2025学年来访教职工.csv', [STAYS, 'S2,泰国,学习'])
    expect(next.found.sort()).toEqual([
      'audience FILE_SAYS_OTHERWISE',
      'direction FILE_SAYS_OTHERWISE',
      'end FILE_SAYS_OTHERWISE',
      'start FILE_SAYS_OTHERWISE',
    ])
    expect(next.offers).toMatchObject({ audience: 'staff', direction: 'in', start: '2024-09-01', end: '2025-08-31' })
    // It is taken from last year's name, and this name says nothing of it.
    const other = await nextYear(desk, 'mobility', '名单.csv', [STAYS, 'S2,泰国,学习'])
    expect(new Set(other.found.map((one) => one.split(' ')[1]))).toEqual(new Set(['FILE_SAYS_NOTHING']))

    // A constant that somebody chose though the file said another is not asked about again.
    const text = await firstYear(desk, 'mobility', '来访学生.csv', [STAYS, 'S3,泰国,学习'], {
      ...constants,
      direction: 'out',
    })
    expect(text).toMatch(/constant: out\s+said:\s+- in\n/)
    expect(await nextYear(desk, 'mobility', '来访学生.csv', [STAYS, 'S4,泰国,学习'])).toMatchObject({ accepted: 1 })
  })

  test('a mapping that somebody wrote is held against a school year in the title, and says what is meant', async (desk) => {
    const mapping = (more = '') => `type: mobility
fields:
  person: 学号
  country: 国家
  purpose: 事由
  direction: { constant: out }
  audience: { constant: student }
  start: { constant: 2023-09-11${more} }
  end: { constant: 2024-01-12${more} }
`
    const found = async (title: string, text = mapping()) => {
      const path = desk.file('t.csv', [title, STAYS, 'S1,泰国,学习'])
      const report = await desk.import(path, 'mobility', { mappingText: text, dryRun: true })
      return report.problems.map(({ field, code }) => `${field} ${code}`)
    }
    const both = ['start FILE_SAYS_OTHERWISE', 'end FILE_SAYS_OTHERWISE']
    expect(await found('2023—2024学年第一学期学生交流情况')).toEqual([])
    expect(await found('2024—2025学年第一学期学生交流情况')).toEqual(both)
    expect(await found('2024年秋季学期学生交流情况')).toEqual(both)
    expect(await found('2024年度学生交流情况')).toEqual(['start FILE_SAYS_OTHERWISE'])
    // What says nothing of a mapping that was never saved is read as before.
    expect(await found('学生交流情况（填表日期：2025年1月3日）')).toEqual([])
    const meant = mapping(", said: ['2024-08-01/2025-08-31', '2024-09-01/2025-08-31']")
    expect(await found('2024—2025学年学生交流情况', meant)).toEqual([])
  })

  test('of several sheets each is held against its own title', async (desk) => {
    const sheet = (title: string, row: string) => [[title], HEADS.split(','), row.split(',')]
    const path = desk.file(
      'all.xlsx',
      await xlsxOf({ 机电: sheet('2025届毕业生', OUTCOMES[0]!), 电商: sheet('2023届毕业生', OUTCOMES[1]!) }),
    )
    const mappingText = `type: graduate-outcome
sheets: all
fields:
  person: 学号
  observation: 观测时点
  status: 毕业去向
  class: { sheet: true, values: { 机电: 2024, 电商: 2023 } }
`
    const { problems } = await desk.import(path, 'graduate-outcome', { mappingText })
    expect(problems.map(({ sheet, code }) => [sheet, code])).toEqual([['机电', 'FILE_SAYS_OTHERWISE']])
    const ofFile = mappingText.replace(/class: .*/, "class: { file: true, extract: '(\\d{4})' }")
    const [from, other] = [desk.file('2025届.csv', [HEADS, OUTCOMES[0]!]), desk.file('毕业.csv', [HEADS, OUTCOMES[0]!])]
    const read = (one: string) =>
      desk.import(one, 'graduate-outcome', { mappingText: ofFile.replace('sheets: all\n', '') })
    expect((await read(other)).problems.map(({ code }) => code)).toEqual(['NO_MATCH'])
    expect(await read(from)).toMatchObject({ accepted: 1 })
    expect(await classes(desk)).toEqual([2025])
  })
})
