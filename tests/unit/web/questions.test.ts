import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, validate, introspectionFromSchema } from 'graphql'
import { expect, test } from 'vitest'
import type { GraphContext } from '@causeway/server/outlets/graph/context'
import { checkCost } from '@causeway/server/outlets/graph/limits'
import { printGraph, schema as served } from '@causeway/server/outlets/graph/schema'
import { ImportMutation } from '../../../web/src/features/data/import/import-query.ts'
import { IndicatorQuery } from '../../../web/src/features/indicator/indicator-query.ts'
import { OverviewQuery } from '../../../web/src/features/overview/overview-query.ts'
import { FiguresOfOneQuery } from '../../../web/src/graph/subject-query.ts'
import { ROOT } from '../../architecture/source-files.ts'
import {
  ROOT_WORDS,
  inReadingOrder,
  searchSchema,
  typeText,
  type SchemaType,
} from '../../../web/src/features/developers/schema-search.ts'
import { cutFor, readFilter, writeFilter } from '../../../web/src/graph/series-filter.ts'
import { lessReported, readYears, reportLabel, windowOf } from '../../../web/src/setting/years.ts'
import college from './college-of-years.json' with { type: 'json' }

const schema = buildSchema(readFileSync(join(ROOT, 'server', 'schema.graphql'), 'utf8'))

// That every document is in the schema is found when their types are written (generated-files.test.ts).
test.each([
  ['with fragments that name others', IndicatorQuery],
  ['with a fragment that two of its fragments name', OverviewQuery],
  ['with fragments of another file', FiguresOfOneQuery],
])('a question %s is sent with each of them once', (_, document) => {
  expect(document).toMatch(/^\s*query /)
  expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([])
})

test('the longest answer of the page, that of an import with everything, may be asked for', () => {
  const everything = { look: true, text: true, workbook: true, locale: 'EN', input: { file: '0', figures: true } }
  expect(() => checkCost(served, parse(ImportMutation), null, everything, {} as GraphContext)).not.toThrow()
})

const types = inReadingOrder(
  introspectionFromSchema(buildSchema(printGraph())).__schema.types as unknown as SchemaType[],
)
const found = (typed: string) => searchSchema(types, typed).map(({ type }) => type.name)

test('the schema is read from what can be asked on, without the own types of the language', () => {
  expect(types.slice(0, 2).map(({ name }) => name)).toEqual(['Query', 'Mutation'])
  expect(types.some(({ name }) => name.startsWith('__'))).toBe(false)
})

test('a type of that name comes first, then those whose name has it, then fields, each field found alone', () => {
  expect(found('figure')[0]).toBe('Figure')
  expect(found('FIGURE').indexOf('PeerFigure')).toBeLessThan(found('FIGURE').indexOf('Query'))
  const explanation = searchSchema(types, 'groupHeadcount').find(({ type }) => type.name === 'Explanation')!
  expect([...explanation.only!]).toEqual(['groupHeadcount'])
  expect(found('no such word anywhere')).toEqual([])
})

test('is searched in Chinese too', () => {
  expect(found('对标院校')).toContain('Query')
})

test('types are written as the schema writes them', () => {
  const series = types.find(({ name }) => name === 'Series')!
  expect(typeText(series.fields!.find(({ name }) => name === 'figures')!.type)).toBe('[Figure!]!')
})

test('everything that can be asked or changed is said in Chinese, and nothing that is not there', () => {
  const roots = types.filter(({ name }) => ['Query', 'Mutation', 'Subscription'].includes(name))
  const names = roots.flatMap(({ name, fields }) => [name, ...fields!.map((field) => `${name}.${field.name}`)])
  expect(Object.keys(ROOT_WORDS).toSorted()).toEqual(names.toSorted())
})

const view = (filter: string[], by: string | null = null, across: string | null = null) => ({
  ...{ filter, by, across, basis: null, scope: null },
})

test('a filter of an address reads and writes itself', () => {
  const filter = { dimension: 'country', in: ['VN', 'LA'] }
  expect(readFilter('country:VN,LA')).toEqual(filter)
  expect(writeFilter(filter)).toBe('country:VN,LA')
  // A code may have its own colon.
  expect(readFilter('programme:P:1')).toEqual({ dimension: 'programme', in: ['P:1'] })
})

test('anyone who may see exact figures asks for every cut', () => {
  expect(cutFor(view(['country:VN,LA', 'sex:female'], 'programme', 'level'), true)).toMatchObject({
    filters: [{ in: ['VN', 'LA'] }, { in: ['female'] }],
    by: 'programme',
    across: 'level',
    withheld: false,
  })
  // Crossed with itself it is not crossed.
  expect(cutFor(view([], 'level', 'level'), true).across).toBeNull()
})

test('the public is offered what will be answered: one value, or a breakdown, and said what is left out', () => {
  expect(cutFor(view(['country:VN']), false)).toMatchObject({ filters: [{ in: ['VN'] }], by: null, withheld: false })
  expect(cutFor(view(['country:VN'], 'programme'), false)).toMatchObject({ by: null, withheld: true })
  expect(cutFor(view(['country:VN,LA'], 'programme'), false)).toMatchObject({
    filters: [],
    by: 'programme',
    withheld: true,
  })
  expect(cutFor(view(['country:VN', 'sex:female']), false)).toMatchObject({ filters: [], withheld: true })
  expect(cutFor(view([], 'programme', 'level'), false)).toMatchObject({ across: null, withheld: true })
  expect(cutFor(view([], 'programme'), false)).toMatchObject({ by: 'programme', withheld: false })
  // On another basis, or in another scope, the whole alone.
  const other = { ...view(['country:VN'], 'programme'), basis: 'CALENDAR_YEAR' as const }
  expect(cutFor(other, false)).toMatchObject({ filters: [], by: null, withheld: true })
  expect(cutFor({ ...view([], null), scope: 'BORDER' }, false)).toMatchObject({ by: null, withheld: false })
  expect(cutFor(other, true)).toMatchObject({ by: 'programme', withheld: false })
})

test('the year that opens is what the college says, and the newest that has begun comes from its data date', () => {
  expect(readYears(college)).toMatchObject({ last: 2023, newest: 2024 })
  expect(readYears({ ...college, dataDate: '2024-08-31' })).toMatchObject({ last: 2023, newest: 2023 })
  expect(readYears({ ...college, dataDate: '2024-09-01' })).toMatchObject({ last: 2023, newest: 2024 })
  expect(readYears({ ...college, dataDate: '2027-01-31' })).toMatchObject({ last: 2023, newest: 2026 })
  expect(readYears({ ...college, dataDate: null, openingYear: null })).toBeNull()
})

test('a year of which less is reported than of the one that opens says so, and no other does', () => {
  expect(lessReported(college, 2024)).toEqual({ year: 2024, expected: 5, reported: 4 })
  expect(lessReported(college, 2023)).toBeNull()
  expect(lessReported(college, 2022)).toBeNull()
  expect(lessReported(college, 1999)).toBeNull()
})

test('a decade is shown that ends with the newest year and holds the chosen one', () => {
  const years = readYears(college)!
  expect(windowOf(years, 2023)).toEqual({ from: 2015, to: 2024 })
  expect(windowOf(years, 2015)).toEqual({ from: 2015, to: 2024 })
  expect(windowOf(years, 2001)).toEqual({ from: 2001, to: 2010 })
  expect(windowOf(years, 2030)).toEqual({ from: 2021, to: 2030 })
})

test('a year is named by the report it is filed in, both years in sight', () => {
  const period = readYears(college)!.periodOf(2023)
  expect(reportLabel(period, 'ZH')).toBe('2024年度年报（2023—2024学年）')
  expect(reportLabel(period, 'EN')).toBe('2024 annual report (2023/24)')
})
