import { describe, expect, test } from 'vitest'
import { makeCellParser, parseNumber } from '@causeway/server/records/import/cells/parse-cell'
import { parseDate, parseMonthDay } from '@causeway/server/records/import/cells/parse-date'
import { areSpelledAlike, findNearest } from '@causeway/server/ground/nearest'
import { CellProblem } from '@causeway/server/records/import/ground/row-problem'
import { recordTypeOf } from '@causeway/server/records/record-types'
import type { Field } from '@causeway/server/records/record-type'
import CELLS from './cells.json' with { type: 'json' }

const codeOf = (value: unknown) => (value instanceof CellProblem ? value.code : value)

describe('dates', () => {
  test.each(CELLS.firstOfSeptember)('%s is 1 September 2023', (text) => {
    expect(parseDate(text)).toBe('2023-09-01')
  })

  test.each(CELLS.writtenDates as [string, string][])('%s is %s', (text, day) => {
    expect(parseDate(text)).toBe(day)
  })

  test('a date that could be two days is refused unless it is said which', () => {
    expect(codeOf(parseDate('03/04/2023'))).toBe('AMBIGUOUS_DATE')
    expect(parseDate('03/04/2023', 'DMY')).toBe('2023-04-03')
    expect(parseDate('03/04/2023', 'MDY')).toBe('2023-03-04')
  })

  test('a date that can be one day only is that day', () => {
    expect(parseDate('13/04/2023')).toBe('2023-04-13')
    expect(parseDate('04/13/2023')).toBe('2023-04-13')
    expect(parseDate('03/03/2023')).toBe('2023-03-03')
    expect(codeOf(parseDate('13/04/2023', 'MDY'))).toBe('BAD_DATE')
  })

  test.each(CELLS.noDates)('%s is no date', (text) => {
    expect(codeOf(parseDate(text))).toBe('BAD_DATE')
  })

  test.each(CELLS.lacksDayFirst as [string, string, string][])(
    '%s lacks its day: the first and the last are offered, and neither is taken',
    (text, first, last) => {
      const problem = parseDate(text) as CellProblem
      expect(codeOf(problem)).toBe('BAD_DATE')
      expect(problem.message.en).toContain('no day')
      expect(problem.nearest.map(({ key }) => key)).toEqual([first, last])
    },
  )

  test.each([
    ['2023-13', false],
    ['2023.1', true],
  ])('of %s no month can be made out, and nothing is offered', (text, isNumber) => {
    const problem = parseDate(text, undefined, isNumber) as CellProblem
    expect(codeOf(problem)).toBe('BAD_DATE')
    expect(problem.nearest).toEqual([])
  })

  test.each(['9999-12-31', '99991231', '0001-01-01', '31/12/9999'])('%s represents no date: leave it empty', (text) => {
    const problem = parseDate(text)
    expect(codeOf(problem)).toBe('BAD_DATE')
    expect((problem as CellProblem).message.en).toContain('leave a date empty')
  })

  test("Excel's serial number is a date where the cell holds a number, and a hint where it is text", () => {
    expect(parseDate('45170', undefined, true)).toBe('2023-09-01')
    const problem = parseDate('45170')
    expect(codeOf(problem)).toBe('BAD_DATE')
    expect((problem as CellProblem).message.en).toContain('2023-09-01')
  })

  test.each(CELLS.monthDay as [string, string][])('the month and day %s is %s', (text, expected) =>
    expect(codeOf(parseMonthDay(text))).toBe(expected),
  )
})

describe('numbers', () => {
  test.each(CELLS.numbers as [string, number, number][])('%s times %i is %i', (text, factor, expected) =>
    expect(parseNumber(text, factor)).toBe(expected),
  )

  test.each(CELLS.noNumbers as [string, number, string][])('%s (in parts of %i) is %s', (text, factor, code) =>
    expect(codeOf(parseNumber(text, factor))).toBe(code),
  )

  test('a decimal comma is read where a mapping says so', () => {
    expect(parseNumber('1.234,5', 2, true)).toBe(2469)
    expect(parseNumber('12,5', 2, true)).toBe(25)
  })
})

describe('values', () => {
  const field = (type: string, name: string): Field => recordTypeOf(type).fields.find((one) => one.name === name)!
  const read = (type: string, name: string) => {
    const parse = makeCellParser(field(type, name))
    return (text: string) => codeOf(parse(text, false))
  }

  test('a choice is read by key, in Chinese, in English and by its other names', () => {
    const purpose = read('mobility', 'purpose')
    for (const text of [
      'visiting-scholar',
      'Visiting Scholar',
      '访学',
      '访问学者',
      ' ＶＩＳＩＴＩＮＧ－ＳＣＨＯＬＡＲ',
    ])
      expect(purpose(text), text).toBe('visiting-scholar')
    expect(purpose('visting scholar')).toBe('UNKNOWN_CHOICE')
  })

  test('a near miss is offered the value that was meant', () => {
    const problem = makeCellParser(field('mobility', 'purpose'))('confrence', false) as CellProblem
    expect(problem.message.en).toContain('Did you mean conference')
    expect(problem.message.zh).toMatch(/是否应为 参会？/)
  })

  test('a near miss of another name of a value is offered the value itself, once', () => {
    const problem = makeCellParser(field('mobility', 'direction'))('出去', false) as CellProblem
    expect(problem.message.zh).toBe('应为 来校、派出 之一。是否应为 派出？')
  })

  test('the country of an institution has to be known, since what is abroad is judged by it', () => {
    const home = makeCellParser(field('institution', 'country'))
    expect(
      ['中国', 'KZ', '', '无', 'unknown', '不详', 'foreign', '国外'].map((text) => codeOf(home(text, false))),
    ).toEqual([...['CN', 'KZ', null, null], ...Array<string>(4).fill('UNKNOWN_COUNTRY')])
  })

  test('a country is read by name in both languages and by both ISO codes', () => {
    const country = read('mobility', 'country')
    for (const text of ['越南', 'Viet Nam', 'Vietnam', 'VN', 'VNM', 'vn', 'ＶＮ'])
      expect(country(text), text).toBe('VN')
    for (const text of ['中国香港', '香港', 'Hong Kong', 'HK', 'HKG']) expect(country(text), text).toBe('HK')
    for (const text of ['中国澳门', 'Macao', '中国台湾', 'Taiwan']) expect(country(text), text).toMatch(/^(MO|TW)$/)
    expect(country('unknown')).toBe('unknown')
    const problem = makeCellParser(field('mobility', 'country'))('Vietnm', false) as CellProblem
    expect(problem.code).toBe('UNKNOWN_COUNTRY')
    expect(problem.message.en).toMatch(/Did you mean .*Vietnam|Viet Nam/)
    expect(makeCellParser(field('mobility', 'country'))('Korea', false)).toMatchObject({
      code: 'UNKNOWN_COUNTRY',
      message: {
        zh: '不止一个国家叫这个名称。是否应为 朝鲜、韩国？',
        en: 'more than one country goes by this name. Did you mean North Korea or South Korea?',
      },
    })
    expect((makeCellParser(field('mobility', 'country'))('柬埔赛', false) as CellProblem).message.zh).toContain(
      '柬埔寨',
    )
  })

  test('two countries in one cell are refused as several, and a region as a region', () => {
    const parse = makeCellParser(field('mobility', 'country'))
    for (const text of ['马来西亚/泰国', '泰国、老挝', 'Thailand and Laos', '泰国等3国'])
      expect((parse(text, false) as CellProblem).code, text).toBe('SEVERAL_VALUES')
    expect((parse('泰国、老挝', false) as CellProblem).message).toMatchObject({
      zh: expect.stringContaining('（泰国、老挝）') as string,
      en: expect.stringContaining('(Thailand; Laos)') as string,
    })
    for (const text of ['South America', '非洲8国', '东南亚']) {
      const problem = parse(text, false) as CellProblem
      expect(problem).toMatchObject({ code: 'UNKNOWN_COUNTRY', nearest: [] })
      expect(problem.message.zh).toMatch(/地区.*foreign.*unknown/)
      expect(problem.message.en).toMatch(/region.*foreign.*unknown/)
      expect(problem.message.en).not.toContain('Did you mean')
    }
    expect(parse('国外，国别不详', false)).toBe('foreign')
    // Spoken as 贝宁 and 荷兰 are, and elsewhere.
    for (const text of ['北宁', '贺兰', '南美洲西部', 'Lagos'])
      expect((parse(text, false) as CellProblem).nearest, text).toEqual([])
  })

  test('two persons in one cell are never one', () => {
    const parse = makeCellParser(field('competition-result', 'person'))
    for (const text of ['张伟、李娜', '2021001；2021002；2021003', 'S1;S2', 'S1\nS2'])
      expect((parse(text, false) as CellProblem).code, text).toBe('SEVERAL_VALUES')
    for (const text of ['S1', 'Table 1/3', 'IVANOVA, NATALIA', 'S1;', '75 1234567'])
      expect(parse(text, false), text).toBe(text)
  })

  test('a number beside a name is the person, and a promise of one is nobody', () => {
    const parse = read('mobility', 'person')
    for (const text of ['李敏（工号T0101）', '李敏（T0101）', '李敏(工号:T0101)', 'T0101（李敏）', 'T0101'])
      expect(parse(text), text).toBe('T0101')
    for (const text of ['LX2023（二）班', '张三（副教授）', 'Li (T0101)'])
      expect(parse(text), text).toBe(text.normalize('NFKC'))
    for (const text of ['待定', '暂无', 'TBD']) expect(parse(text), text).toBe('REQUIRED')
  })

  test('who is still studying has no outcome', () => {
    const parse = read('enrolment', 'outcome')
    for (const text of ['在读', '在籍', ' Enrolled ']) expect(parse(text), text).toBeNull()
    expect(parse('休学')).toBe('UNKNOWN_CHOICE')
    expect(parse('退学')).toBe('left')
  })

  test.each(CELLS.slips as [string, string, string, string][])(
    '%s.%s: %s is never a slip for its contrary',
    (type, name, text, contrary) => {
      const parsed = makeCellParser(field(type, name))(text, false)
      const keys = parsed instanceof CellProblem ? parsed.nearest.map(({ key }) => key) : [parsed]
      expect(keys).not.toContain(contrary)
    },
  )

  test('a flag is read as people write it', () => {
    const flag = read('enrolment', 'full_time')
    for (const text of ['1', '是', 'yes', 'Y', 'TRUE', '√', '１']) expect(flag(text), text).toBe(1)
    for (const text of ['0', '否', 'no', 'N', 'FALSE', '×', '無'.replace('無', '无')]) expect(flag(text), text).toBe(0)
    expect(flag('maybe')).toBe('BAD_FLAG')
    // Who teaches full-time or by the hour is said in the words of that; who came from outside may be either.
    const fullTime = read('staff', 'full_time')
    expect(['全职', '专职', '兼职', 'Part-time', '外聘'].map(fullTime)).toEqual([1, 1, 0, 0, 'BAD_FLAG'])
    expect(['全日制', '非全日制', '全职'].map(flag)).toEqual([1, 0, 'BAD_FLAG'])
  })

  test('无 in a count is none, and in a text nothing', () => {
    expect(read('mobility', 'headcount')('无')).toBe(0)
    expect(read('competition-result', 'award')('无')).toBeNull()
  })

  test('leading zeros of codes stay, and full-width letters become narrow', () => {
    expect(read('programme', 'code')('００７ａ')).toBe('007a')
    expect(read('mobility', 'person')('0012345')).toBe('0012345')
  })

  test('what no database and no eye can take is said', () => {
    expect(read('partner', 'name_zh')('a\u0000b')).toBe('BAD_CHARACTER')
    expect(read('partner', 'name_zh')('a\ufffdb')).toBe('BAD_CHARACTER')
    expect(read('partner', 'name_zh')('x'.repeat(5_000))).toBe('TOO_LONG')
    expect(read('partner', 'code')('x'.repeat(500))).toBe('TOO_LONG')
    expect(read('assessment-result', 'raw')('-1')).toBe('OUT_OF_RANGE')
    expect(read('training-session', 'training_days')('0')).toBe('OUT_OF_RANGE')
  })
})

test('nothing is offered where nothing is near', () => {
  expect(findNearest('zebra', ['conference', 'study'])).toEqual([])
  expect(findNearest('', ['a'])).toEqual([])
  expect(findNearest('natinality', ['nationality', 'programme', 'note'])).toEqual(['nationality'])
})

test('what was filed in words is kept as it was written, though elsewhere 无 and a dash are an empty cell', () => {
  const fieldOf = (type: string, name: string) => recordTypeOf(type).fields.find((field) => field.name === name)!
  const read = (field: Field, text: string) => makeCellParser(field)(text, false)
  for (const text of ['无', '—']) {
    expect(read(fieldOf('form-value', 'text'), text)).toBe(text)
    expect(read(fieldOf('agreement', 'subject'), text)).toBeNull()
  }
})

test.each([
  ['学期交换', '學期交換', true],
  ['学期交换', ' 学期 交换 ', true],
  ['线下（境外）', '线下(境外)', true],
  ['滨海国立农业学院', '滨海国立业农学院', true],
  ['Moskva University', 'moscva university', true],
  ['线下（境外）', '线下（国内）', false],
  ['学士学位', '硕士学位', false],
  ['黑龙江职业学院', '黑龙江农业学院', false],
  ['软件1班', '软件2班', false],
  ['一级证书', '二级证书', false],
  ['学历生', '非学历生', false],
  ['短期研学', '研学', false],
  ['Iran', 'Iraq', false],
  ['Austria', 'Australia', false],
])('%s and %s are one word in two spellings: %s', (a, b, are) => {
  expect([areSpelledAlike(a, b), areSpelledAlike(b, a)]).toEqual([are, are])
})
