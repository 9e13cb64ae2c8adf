import { describe, expect, test } from 'vitest'
import { codeFromName } from '@causeway/server/records/import/cells/code-from-name'
import { makeCellParser } from '@causeway/server/records/import/cells/parse-cell'
import { CellProblem } from '@causeway/server/records/import/ground/row-problem'
import { lastDayOf, readAmount, type UnitOfTime } from '@causeway/server/records/import/cells/later-date'
import { countPersons, nameKey, readBirth } from '@causeway/server/records/import/cells/persons'
import { makeRanges } from '@causeway/server/records/import/cells/mapped-date'
import { compileShape } from '@causeway/server/records/import/mapping/source-shape'
import { datesOf, takeNumber } from '@causeway/server/records/import/mapping/source-values'
import type { Source } from '@causeway/server/records/import/mapping/mapping'
import type { DateOrder } from '@causeway/server/records/import/cells/parse-date'
import { namesSeveral } from '@causeway/server/records/import/cells/several-names'
import { recordTypeOf } from '@causeway/server/records/record-types'
import VALUES from './mapped-values.json' with { type: 'json' }

const codeOf = (value: unknown) => (value instanceof CellProblem ? value.code : value)
const fieldOf = (type: string, name: string) => recordTypeOf(type).fields.find((field) => field.name === name)!
const [start, end] = [fieldOf('enrolment', 'start'), fieldOf('enrolment', 'end')]
const date = fieldOf('competition-result', 'date')
const terms: Record<string, [string, string]> = { '2023年秋季学期': ['2023-09-01', '2024-01-15'] }

function read(field: typeof start, source: Source, text: string, isNumber = false, dateOrder?: DateOrder) {
  const dates = datesOf(field, source, makeRanges(terms, dateOrder))!
  const parse = makeCellParser(field, { dates, ...(dateOrder && { dateOrder }) })
  return parse(text.trim(), isNumber)
}

describe('dates of a mapping', () => {
  test.each(VALUES.dates as [string, string, string | null][])(
    '%s begins something on %s, and ends it on %s',
    (text, first, last) => {
      expect([codeOf(read(start, {}, text)), codeOf(read(end, {}, text))]).toEqual([first, last])
    },
  )

  test('of other dates a month is asked about until the mapping says which day, and offers both', () => {
    const problem = read(date, {}, '2023.9') as CellProblem
    expect(codeOf(problem)).toBe('MONTH_ONLY')
    expect(problem.nearest.map(({ key }) => key)).toEqual(['2023-09-01', '2023-09-30'])
    expect(problem.message.zh).toContain('month: first')
    expect(read(date, { month: 'last' }, '2023.9')).toBe('2023-09-30')
    expect(read(date, { month: 'last' }, '2023.9.3')).toBe('2023-09-03')
    expect(read(end, { month: 'first' }, '2023.9')).toBe('2023-09-01')
  })

  test('a year alone is asked about in every field, until the mapping says which day', () => {
    const problem = read(date, { month: 'last' }, '2023年') as CellProblem
    expect(codeOf(problem)).toBe('YEAR_ONLY')
    expect(problem.nearest.map(({ key }) => key)).toEqual(['2023-01-01', '2023-12-31'])
    expect(read(date, { year: 'last' }, '2023年')).toBe('2023-12-31')
    expect(read(start, { year: 'first' }, '2023')).toBe('2023-01-01')
  })

  test('a number in a workbook may have lost the nought of October', () => {
    const problem = read(start, {}, '2023.1', true) as CellProblem
    expect(codeOf(problem)).toBe('AMBIGUOUS_DATE')
    expect(problem.nearest.map(({ key }) => key)).toEqual(['2023-01-01', '2023-10-01'])
    expect(codeOf(read(start, {}, '23.1', true))).toBe('AMBIGUOUS_DATE')
    expect(read(start, {}, '2023.1')).toBe('2023-01-01')
    expect(read(start, {}, '2023.9', true)).toBe('2023-09-01')
    expect(read(start, {}, '45170', true)).toBe('2023-09-01')
  })

  test('what comes first is said by the mapping, in years of two digits too', () => {
    expect(read(start, {}, '05/09/23', false, 'DMY')).toBe('2023-09-05')
    expect(read(start, {}, '05.09.23', false, 'DMY')).toBe('2023-09-05')
    expect(read(start, {}, '05/09/23', false, 'MDY')).toBe('2023-05-09')
    expect(read(start, {}, '05/09/23', false, 'YMD')).toBe('2005-09-23')
    expect(read(start, { range: 'end' }, '03/09/2023 - 30/01/2024', false, 'DMY')).toBe('2024-01-30')
    expect(codeOf(read(start, { range: 'end' }, '03/09/2023 - 04/10/2023'))).toBe('AMBIGUOUS_DATE')
  })

  test('two dates in a cell of which the mapping asks one are named with their cure', () => {
    expect((read(start, {}, '2023.9-2024.1') as CellProblem).message.en).toContain('range: start')
  })
})

describe('both ends of a cell', () => {
  test.each(VALUES.ranges as [string, string, string | null][])('%j is from %s to %s', (text, first, last) => {
    expect([codeOf(read(start, { range: 'start' }, text)), codeOf(read(end, { range: 'end' }, text))]).toEqual([
      first,
      last,
    ])
  })

  test('a word that is like a term offers it', () => {
    const problem = read(start, { range: 'start' }, '2023年秋季学朝') as CellProblem
    expect(codeOf(problem)).toBe('UNKNOWN_TERM')
    expect(problem.nearest.map(({ key }) => key)).toEqual(['2023年秋季学期'])
  })

  test('a cell of any length is answered at once', () => {
    for (const text of ['2023.9-'.repeat(500), '-'.repeat(4_000), `${'至'.repeat(79)}1`, '一'.repeat(300_000)])
      expect(read(start, { range: 'start' }, text)).toBeInstanceOf(CellProblem)
  })
})

test.each(VALUES.numbers)('the number in %s is %s', (text, digits) => {
  expect(codeOf(takeNumber(text, fieldOf('training-session', 'headcount')))).toBe(digits)
})

test('ten thousands are counted as the field counts them', () => {
  const value = fieldOf('overseas-site', 'equipment_value')
  expect(takeNumber('约3.5万元', value)).toBe('3.5')
  expect(takeNumber('3.5', value)).toBe('3.5')
  expect(codeOf(takeNumber('35000元', value))).toBe('BAD_NUMBER')
  expect(takeNumber('1.234,5 €', value, true)).toBe('1.234,5')
})

test.each(VALUES.later as [string, UnitOfTime, string, string][])(
  'from %s, in %s: %s is until %s',
  (first, unit, text, last) => {
    const amount = readAmount(text, unit)
    expect(codeOf(typeof amount === 'number' ? lastDayOf(first, unit, amount) : amount)).toBe(last)
  },
)

test.each(VALUES.names as [string, boolean][])('%j names several entries: %s', (text, several) => {
  expect(namesSeveral(text)).toBe(several)
})

test('one code is made of a name in whatever width, case and blanks', () => {
  expect(codeFromName('ＡＷＳ 焊 工证')).toBe(codeFromName('aws焊工证'))
  expect(codeFromName('Hanoi College')).not.toBe(codeFromName('HanoiCollege'))
})

describe('persons', () => {
  test.each(VALUES.persons as [string, number][])('%j names %i', (text, count) => {
    expect(countPersons(text)).toBe(count)
    const value = makeCellParser(fieldOf('enrolment', 'person'))(text, false)
    expect(codeOf(value)).toBe(count > 1 ? 'SEVERAL_VALUES' : text.trim())
  })

  test.each(VALUES.births)('born on %j: %s', (text, birth) => {
    expect(codeOf(readBirth(text, {}))).toBe(birth)
  })

  test('one name in several spellings is one key', () => {
    expect(nameKey('张　三', '1998-05-10')).toBe(nameKey('张三', '1998-05-10'))
    expect(nameKey('阿卜杜•拉', null)).toBe(nameKey('阿卜杜·拉', null))
    expect(nameKey(' Li  Na ', null)).toBe('Li Na')
    expect(nameKey('张三', null)).not.toBe(nameKey('张三', '1998'))
  })
})

describe('a country and what follows it', () => {
  const shape = (place: 'country' | 'rest') => compileShape({ place }, fieldOf('adoption', 'country'), {})!

  test.each([
    ['俄罗斯滨海农学院', '俄罗斯', '滨海农学院'],
    ['老挝（巴巴萨技术学院）', '老挝', '巴巴萨技术学院'],
    ['泰国清迈职业学院等3所', '泰国', '清迈职业学院'],
    ['刚果（金）金沙萨学院', '刚果（金）', '金沙萨学院'],
    ['泰国', '泰国', '泰国'],
    ['某国某学院', '某国某学院', '某国某学院'],
    ['', '', ''],
  ])('%s', (text, country, rest) => {
    expect([shape('country')(text), shape('rest')(text)]).toEqual([country, rest])
  })
})
