import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkBroughtLines, editionIn, linesFedBy, linesOf, listForms } from '@causeway/server/figures/forms/find-form'
import { compareEditions } from '@causeway/server/answers/forms/edition-changes'
import { readOwnForms } from '@causeway/server/figures/forms/read-forms'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { writeNote, type NoteEntry } from '@causeway/server/answers/forms/line-note'
import { folderOfTest } from '../../support/folders.ts'
import { ownTable } from '../../support/form-college.ts'
import MISTAKES from './form-mistakes.json' with { type: 'json' }

const DATA = join(import.meta.dirname, '..', '..', '..', 'server', 'src', 'figures', 'forms', 'data')
const HAN = /\p{Script=Han}/u
const shipped = { indicators: CATALOGUE }
/** As its file has it, without the lines that indicators bring along. */
const influence = listForms({ indicators: [] }).find(({ id }) => id === 'international-influence')!
const edition = (name: string) => influence.editions.find((one) => one.edition === name)!

function folderOf(files: Record<string, string>): string {
  const folder = folderOfTest()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const SMALL = ownTable('留学生', 'Students', '{ zh: 人, en: people }', 'EX02')

describe('the tables that ship', () => {
  it('name only indicators, bases, scopes, dimensions, record types and fields that are there', () => {
    expect(readOwnForms(DATA, CATALOGUE).problems).toEqual([])
  })

  it('say everything in both languages', () => {
    for (const form of listForms(shipped)) {
      const words = [form.name, form.authority, form.source].concat(
        form.editions.flatMap((one) => [
          one.source,
          ...one.lines.flatMap(({ label, definition }) => [label, ...(definition ? [definition] : [])]),
          ...(one.records?.columns ?? []).map(({ label }) => label),
        ]),
      )
      for (const { zh, en } of words) {
        expect(en, form.id).not.toMatch(HAN)
        expect(zh.trim() + en.trim(), form.id).not.toBe('')
      }
    }
  })

  it('the influence table has the lines of its four editions, with 国（境）外 before 2022 and 国外 from then on', () => {
    expect(influence.editions.map(({ edition: name, lines }) => `${name} ${lines.length}`)).toEqual([
      '2017 7',
      '2018 7',
      '2019 9',
      '2022 15',
    ])
    const scopes = (name: string) => new Set(edition(name).lines.flatMap(({ scope }) => scope ?? []))
    for (const name of ['2017', '2018', '2019']) expect([...scopes(name)]).toEqual(['BORDER'])
    expect([...scopes('2022')]).toEqual(['ABROAD'])
    expect(edition('2018').lines.every(({ confidence }) => confidence === 'VERIFIED')).toBe(true)
  })

  it('an edition holds for the years of the report, not of the period', () => {
    expect(
      [2016, 2017, 2018, 2020, 2021, 2022, 2030].map((year) => editionIn(influence, year)?.edition ?? null),
    ).toEqual([null, '2017', '2018', '2019', '2019', '2022', '2022'])
  })

  it('an indicator knows the lines that it is, and those it is a part of', () => {
    const places = (lines: ReturnType<typeof linesOf>) =>
      lines.map(({ form, edition: one, line }) => `${form.id}/${one.edition}/${line.number}`)
    expect(places(linesOf(shipped, 'ST01'))).toEqual([
      'international-influence/2019/6',
      'international-influence/2022/6',
      'luban-workshop/2022/5',
    ])
    expect(places(linesFedBy(shipped, 'ST01')).slice(0, 2)).toEqual([
      'international-influence/2017/6',
      'international-influence/2018/6',
    ])
  })
})

describe('what became of a line', () => {
  it('tells added, gone, reworded, scope and indicator from one edition to the next', () => {
    const changes = compareEditions(edition('2018'), edition('2019'))
    const of = (number: string) => changes.find(({ after }) => after?.number === number)!.kinds
    expect(of('5')).toEqual(['REWORDED', 'INDICATOR'])
    expect(of('6')).toEqual(['ADDED'])
    expect(of('9')).toEqual(['ADDED'])
    expect(changes.filter(({ after }) => after === null).map(({ before }) => before!.number)).toEqual(['6'])
    const later = compareEditions(edition('2019'), edition('2022'))
    expect(later.find(({ after }) => after?.number === '3')!.kinds).toEqual(['REWORDED', 'SCOPE', 'MOVED'])
    expect(later.find(({ after }) => after?.number === '11.2')!.words.zh).toBe('新增：在国外开办学校数，其中：在校生数')
  })

  it('is nothing where nothing changed', () => {
    expect(compareEditions(edition('2022'), edition('2022'))).toEqual([])
  })
})

describe("an operator's own folder", () => {
  it('adds a table, and puts one with the id of a table that ships in its place', () => {
    const replaced = readFileSync(join(DATA, 'scorecard.yaml'), 'utf8').replace(
      '人才培养质量计分卡, en',
      '本校计分卡, en',
    )
    const { forms, problems } = readOwnForms(folderOf({ 'a.yaml': SMALL, 'b.yml': replaced }), CATALOGUE)
    expect(problems).toEqual([])
    const all = listForms({ indicators: CATALOGUE, ownForms: forms })
    expect(all.some(({ id }) => id === 'own-table')).toBe(true)
    expect(all.filter(({ id }) => id === 'scorecard').map(({ name }) => name.zh)).toEqual(['本校计分卡'])
    expect(linesOf({ indicators: CATALOGUE, ownForms: forms }, 'EX02').at(-1)!.form.id).toBe('own-table')
  })

  it('that is not there has no tables', () => {
    expect(readOwnForms('/nowhere/at/all', CATALOGUE)).toEqual({ forms: [], problems: [] })
  })

  it('tells every problem of every file with its line, in both languages', () => {
    const wrong = SMALL.replace('indicator: EX02', 'indicator: EX99')
    const misspelt = SMALL.replace("number: '1'", "numbr: '1'").replace(
      'confidence: VERIFIED\neditions',
      'confidence: SURE\neditions',
    )
    const { problems } = readOwnForms(folderOf({ 'a.yaml': wrong, 'b.yaml': misspelt, 'c.yaml': 'id: [' }), CATALOGUE)
    expect(problems.map(({ file, line }) => `${file} ${line}`)).toEqual(
      expect.arrayContaining(['a.yaml 17', 'b.yaml 5', 'b.yaml 14', 'c.yaml 1']),
    )
    const texts = problems.map(({ words }) => words.en).join('\n')
    expect(texts).toContain('there is no indicator "EX99"')
    expect(texts).toContain('Did you mean number?')
    for (const { words } of problems) expect(words.zh).toMatch(HAN)
  })

  it.each(MISTAKES)('refuses %s', (more, message) => {
    const text = SMALL.replace('indicator: EX02\n', `indicator: EX02\n        ${more}\n`)
    const { problems } = readOwnForms(folderOf({ 'a.yaml': text }), CATALOGUE)
    expect(problems.map(({ words }) => words.en).join('\n')).toContain(message)
    expect(problems[0]!.line).toBeGreaterThan(13)
  })
})

describe('an indicator of one file', () => {
  const own = (number: string, form = 'international-influence'): Declaration => ({
    ...CATALOGUE.find(({ code }) => code === 'SK01')!,
    id: 'own-competitors',
    code: 'own-competitors',
    lines: [{ form, edition: '2022', number, label: { zh: '参赛人数', en: 'Competitors' }, confidence: 'GENERAL' }],
  })

  it('brings its line to the end of an edition', () => {
    const linesWith = (indicators: readonly Declaration[]) =>
      listForms({ indicators })
        .find(({ id }) => id === influence.id)!
        .editions.at(-1)!.lines
    const before = linesWith(CATALOGUE).length
    const lines = linesWith([...CATALOGUE, own('own')])
    expect(lines.at(-1)).toMatchObject({ number: 'own', indicator: 'own-competitors', unit: { zh: '项' } })
    expect(lines).toHaveLength(before + 1)
  })

  it('is refused where there is no such edition, or the number is taken', () => {
    const said = (declaration: Declaration) =>
      checkBroughtLines([declaration], () => listForms(shipped)).map(({ en }) => en)
    expect(said(own('own'))).toEqual([])
    expect(said(own('3'))[0]).toContain('has a line "3" already')
    expect(said(own('own', 'no-table'))[0]).toContain('no edition "2022" of a form "no-table"')
  })
})

const entry = (zh: string, en: string, order = '', ...details: [string, string][]): NoteEntry => ({
  name: { zh, en },
  order,
  details: details.map(([one, other]) => ({ zh: one, en: other })),
})
const THREE = [
  entry('丙标准', 'C standard', '2023-01-01', ['泰国', 'Thailand'], ['老挝', 'Laos']),
  entry('甲标准', 'A standard'),
  entry('乙标准', 'B standard', '2021-01-01', ['柬埔寨', 'Cambodia']),
]

it('is in the declared order, what has no place in it last', () => {
  expect(writeNote(THREE, 'ZH', 200)).toBe('乙标准（柬埔寨）；丙标准（泰国、老挝）；甲标准')
  expect(writeNote(THREE, 'EN', 200)).toBe('B standard (Cambodia); C standard (Thailand, Laos); A standard')
})

it('says how many more there are where not all fit, and never cuts an entry in two while one fits whole', () => {
  expect(writeNote(THREE, 'ZH', 22)).toBe('乙标准（柬埔寨）；……另有2项')
  expect(writeNote(THREE, 'EN', 22)).toBe('B standard (Cambodia); … and 2 more')
})

it('cuts the only entry that there is room for', () => {
  expect(writeNote([entry('很长的标准名称很长的标准名称', 'A very long name of a standard')], 'ZH', 10)).toBe(
    '很长的标准名称很长……',
  )
  expect(writeNote(THREE, 'ZH', 8)).toBe('乙标准……另有2项')
})
