import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { parseFormLoop, parseFormTag } from '@causeway/server/outlets/reports/tags/form-tag'
import { NOTHING_AROUND, parseLoop, parseTag } from '@causeway/server/outlets/reports/tags/parse-tag'
import { describe, expect, it } from 'vitest'
import SPOKEN from './spoken-tags.json' with { type: 'json' }
import REFUSED from './refused-tags.json' with { type: 'json' }

const parse = (text: string, inCategories = false) =>
  parseTag(text, CATALOGUE, { ...NOTHING_AROUND, categories: inCategories, loop: inCategories })
const figure = (text: string) => {
  const tag = parse(text)
  if (!('is' in tag) || tag.is !== 'figure') throw new Error(JSON.stringify(tag))
  const { declaration, ...rest } = tag.figure
  return { code: declaration?.code, ...rest }
}

describe('a tag of a report', () => {
  it('names an indicator by code, in either case, or by id', () => {
    for (const text of ['EX02', 'ex02', ' EX02 ', 'foreign-students', 'ＥＸ０２'])
      expect(figure(text)).toMatchObject({ code: 'EX02', back: 0, facet: 'value' })
  })

  it('tells a variant from what follows a code', () => {
    expect(figure('SK05.best.previous')).toMatchObject({ code: 'SK05.best', back: 1 })
    expect(figure('SK05.previous')).toMatchObject({ code: 'SK05', back: 1 })
    expect(figure('ST01.new.number')).toMatchObject({ code: 'ST01.new', facet: 'number' })
  })

  it('takes year, basis, scope, day, categories and part in any order', () => {
    expect(figure('EX02.previous3.calendar.border.country=VN,LA.numerator')).toMatchObject({
      ...{ code: 'EX02', back: 3, basis: 'CALENDAR_YEAR', scope: 'BORDER' },
      ...{ filter: [{ dimension: 'country', in: ['VN', 'LA'] }], facet: 'numerator' },
    })
    expect(figure('IN03.next')).toMatchObject({ code: 'IN03', back: -1 })
    expect(figure('EX05.at=12-31.point')).toMatchObject({ code: 'EX05', basis: 'POINT_IN_TIME', at: '12-31' })
  })

  it('knows loops over years and over categories', () => {
    expect(parseLoop('years', CATALOGUE)).toEqual({ is: 'years', count: 5 })
    expect(parseLoop('years 8', CATALOGUE)).toEqual({ is: 'years', count: 8 })
    expect(parseLoop('EX02.by=country', CATALOGUE)).toMatchObject({ is: 'categories', figure: { by: 'country' } })
    expect(parse('category', true)).toEqual({ is: 'category' })
    expect(parse('figure.previous', true)).toMatchObject({ is: 'figure', figure: { declaration: null, back: 1 } })
  })

  it('is written in Chinese as a writer says it', () => {
    for (const [said, meant] of SPOKEN.known) {
      expect(parse(meant!), meant).toHaveProperty('is')
      expect(parse(said!), said).toEqual(parse(meant!))
    }
    for (const [said, meant] of SPOKEN.knownLoops) {
      expect(parseLoop(meant!, CATALOGUE), meant).toHaveProperty('is')
      expect(parseLoop(said!, CATALOGUE), said).toEqual(parseLoop(meant!, CATALOGUE))
    }
  })

  it('names what a record or a line of an official table has, as their columns are called', () => {
    const within = (text: string, more: object) => parseTag(text, CATALOGUE, { ...NOTHING_AROUND, ...more })
    const standards = { records: 'standard' }
    for (const said of ['记录.中文名称', '记录.标准名称', 'record.title_zh'])
      expect(within(said, standards), said).toEqual({ is: 'record', field: 'title_zh' })
    expect(within('记录.批准文号', standards)).toMatchObject({
      words: { zh: expect.stringMatching(/可用：.*中文名称/) },
    })
    for (const [said, part] of [
      ['指标项.名称', 'label'],
      ['指标项.单位', 'unit'],
      ['指标项.上年', 'previous'],
      ['指标项', 'value'],
    ])
      expect(within(said!, { lines: true }), said).toEqual({ is: 'line', part })
    expect(within('指标项.合计', { lines: true })).toMatchObject({ words: { zh: expect.stringContaining('序号') } })
  })

  it('that is not known says what may be meant', () => {
    const loop = (text: string) =>
      parseFormLoop(text, { indicators: CATALOGUE, ownForms: [] }) ?? parseLoop(text, CATALOGUE)
    for (const [all, read] of [
      [SPOKEN.near, parse],
      [SPOKEN.nearLoops, loop],
    ] as const)
      for (const [said, meant] of all)
        expect(read(said!), said).toMatchObject({ words: { zh: expect.stringContaining(meant!) } })
  })

  it.each(REFUSED as [string, string][])('that reads %s is refused and says why in both languages', (text, problem) => {
    const tag = parse(text)
    expect(tag).toHaveProperty('words')
    if (!('words' in tag)) return
    expect(tag.words.en).toContain(problem)
    expect(tag.words.zh).toMatch(/\p{Script=Han}/u)
  })

  it.each([
    ['years 0', 'from 1 to 30'],
    ['years 400', 'from 1 to 30'],
    ['EX02', 'names its dimension'],
    ['students', 'a loop is over years'],
  ])('that opens a loop %s is refused', (text, problem) => {
    expect(parseLoop(text, CATALOGUE)).toMatchObject({ words: { en: expect.stringContaining(problem) } })
  })
})

describe('a tag of a line of an official table', () => {
  const form = (text: string) => parseFormTag(text, { indicators: CATALOGUE })

  it('asks for the figure as the line does', () => {
    expect(form('form:international-influence/2019/4')).toMatchObject({
      is: 'figure',
      figure: { declaration: { code: 'EX11' }, basis: 'SCHOOL_YEAR', scope: 'BORDER', back: 0, facet: 'value' },
    })
    expect(form('form:scorecard/2022/1')).toMatchObject({
      figure: { declaration: { code: 'SK15.aug' }, facet: 'denominator' },
    })
    expect(form('form:international-influence/2022/11.2 previous number')).toMatchObject({
      figure: { declaration: { code: 'EX15' }, basis: 'POINT_IN_TIME', back: 1, facet: 'number' },
    })
    expect(form('form:scorecard/2022/7')).toMatchObject({ figure: { declaration: { code: 'SK19' }, back: 4 } })
    expect(form('EX02')).toBeNull()
  })

  it.each([
    ['form:scorecard', 'is written form:ID/EDITION/LINE'],
    ['form:scorecrd/2022/1', 'there are scorecard'],
    ['form:scorecard/1999/1', 'there are 2013, 2022'],
    ['form:scorecard/2022/99', 'there are 1, 2, 2.1'],
    ['form:scorecard/2022/3', 'no single indicator fills that line'],
    ['form:scorecard/2022/1 colour', 'colour is not known'],
  ])('%s is said what is wrong with it', (text, problem) => {
    expect(form(text)).toMatchObject({
      words: { en: expect.stringContaining(problem), zh: expect.stringMatching(/\p{Script=Han}/u) },
    })
  })
})
