import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { fieldOf, type Declaration } from '@causeway/server/figures/indicators/definition'
import { fieldsOf, RECORD_TYPES, recordTypeOf } from '@causeway/server/records/record-types'
import { coverageWords, meetsThreshold } from '@causeway/server/figures/indicators/counted-in'
import { definitionHash, hashOf } from '@causeway/server/figures/definition-hash'
import { isWithinNoise, rateDifference } from '@causeway/server/figures/indicators/observe/interval'

const HAN = /\p{Script=Han}/u

/** What a filling note may put in quotes: a record type, a column, a value of one, another indicator. */
const NAMES = (['zh', 'en'] as const).reduce<Record<'zh' | 'en', Set<string>>>(
  (names, locale) => {
    const yesAndNo = { zh: ['是', '否'], en: ['yes', 'no'] }[locale]
    const columns = RECORD_TYPES.flatMap(fieldsOf)
    const words = [...RECORD_TYPES, ...columns, ...columns.flatMap((field) => field.choices ?? [])]
    const all = [...words.map(({ label }) => label[locale]), ...CATALOGUE.map(({ name }) => name[locale]), ...yesAndNo]
    return { ...names, [locale]: new Set(all) }
  },
  { zh: new Set(), en: new Set() },
)

describe('the catalogue', () => {
  it('gives every indicator an id, a code and a name that no other has', () => {
    for (const of of [
      (d: Declaration) => d.id,
      (d: Declaration) => d.code,
      (d: Declaration) => d.name.zh,
      (d: Declaration) => d.name.en,
    ]) {
      const all = CATALOGUE.map(of)
      expect(new Set(all).size).toBe(all.length)
    }
  })

  it('is in the order of its themes, the picture of the whole first', () => {
    const order = ['DN', 'IN', 'EX', 'ST', 'PF', 'SK']
    const ranks = CATALOGUE.map(({ code }) => order.indexOf(code.slice(0, 2)) * 1000 + Number(code.slice(2, 4)))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  })

  it.each(CATALOGUE.map((declaration) => [declaration.code, declaration] as const))(
    '%s says all of its words in both languages',
    (_, declaration) => {
      const words = [declaration.name, declaration.definition, declaration.example!.words]
      for (const { zh, en } of words) {
        expect(zh).toMatch(HAN)
        expect(en).not.toMatch(HAN)
      }
      expect(declaration.definition.en.match(/\.( |$)/g)?.length).toBeGreaterThanOrEqual(2)
      expect(declaration.definition.zh.match(/。/g)?.length).toBeGreaterThanOrEqual(2)
      expect(declaration.unit.en).not.toMatch(HAN)
    },
  )

  it.each(CATALOGUE.map((declaration) => [declaration.code, declaration] as const))(
    '%s tells the clerk what to fill in, by the names that record types and columns have',
    (_, { fillingNote }) => {
      const { zh, en } = fillingNote!
      expect(zh).toMatch(HAN)
      expect(en).not.toMatch(HAN)
      for (const [, name] of zh.replaceAll('“走出去”', '「走出去」').matchAll(/“([^”]+)”/g))
        expect(NAMES.zh).toContain(name!.replaceAll('「走出去」', '“走出去”'))
      for (const [, name] of en.matchAll(/“([^”]+)”/g)) expect(NAMES.en).toContain(name)
    },
  )
})

it('calls the coverage of a survey its response rate and that of attainment its units, and of nothing else', () => {
  const named = CATALOGUE.flatMap((it) => {
    const words = coverageWords(it)
    return words ? [[it.code, words.zh]] : []
  })
  expect(Object.fromEntries(named)).toEqual({
    SK09: '能力单元覆盖率',
    SK19: '回收率',
    SK21: '回收率',
    SK22: '回收率',
  })
})

const foreignStudents = CATALOGUE.find(({ code }) => code === 'EX02')!

it('a record type that is added leaves the figures of every indicator true', () => {
  const more = [{ ...recordTypeOf('event'), name: 'library-loan' }, ...RECORD_TYPES]
  for (const declaration of CATALOGUE) expect(hashOf(declaration, more)).toBe(definitionHash(declaration))
})

it('words, places after the point and the theme of an indicator define no figure', () => {
  const words = { zh: '别的话', en: 'Other words' }
  const said = {
    ...foreignStudents,
    ...{ name: words, definition: words, decimals: 2, theme: 'SKILLS' as const, betterWhen: null },
  }
  expect(definitionHash(said)).toBe(definitionHash(foreignStudents))
})

it('what a figure is counted by does: its measure, and how the types that it reads are in time', () => {
  expect(definitionHash({ ...foreignStudents, measure: { count: 'records' } })).not.toBe(
    definitionHash(foreignStudents),
  )
  const open = RECORD_TYPES.map((type) => (type.name === 'enrolment' ? { ...type, register: true as const } : type))
  expect(hashOf(foreignStudents, open)).not.toBe(definitionHash(foreignStudents))
  const others = RECORD_TYPES.map((type) => (type.name === 'adoption' ? { ...type, register: undefined } : type))
  expect(hashOf(foreignStudents, others)).toBe(definitionHash(foreignStudents))
})

const named = (code: string): Declaration => CATALOGUE.find((it) => it.code === code)!
const figure = (numerator: number, denominator: number) => ({
  value: (100 * numerator) / denominator,
  numerator,
  denominator,
})

it('exactly one third is enough, and what only rounds to it is not', () => {
  expect(meetsThreshold(named('IN04'), figure(1, 3))).toBe(true)
  expect(meetsThreshold(named('IN04'), figure(333, 1000))).toBe(false)
  // 33.333 % both, and only one of them is a third.
  expect(meetsThreshold(named('IN04'), figure(33_333, 99_999))).toBe(true)
  expect(meetsThreshold(named('IN04'), figure(33_333, 100_000))).toBe(false)
})

it('hours with parts are compared as the whole numbers that are stored', () => {
  // 3 × 0.15 is 0.45 on paper and less than it in floating point.
  expect(3 * 0.15 >= 0.45).toBe(false)
  expect(meetsThreshold(named('IN07'), figure(0.15, 0.45))).toBe(true)
  expect(meetsThreshold(named('IN07'), figure(0.15, 0.46))).toBe(false)
})

it('says nothing where no rule asks, or where there is no figure', () => {
  expect(meetsThreshold(named('IN15'), figure(1, 2))).toBe(null)
  expect(meetsThreshold(named('IN04'), { value: null, numerator: 0, denominator: 0 })).toBe(null)
})

const rounded = (one: [number, number], other: [number, number]) => {
  const { value, interval } = rateDifference({ k: one[0], n: one[1] }, { k: other[0], n: other[1] })
  return [value, interval.low, interval.high].map((it) => (it / 100).toFixed(4))
}

describe('the difference of two rates', () => {
  it('has the interval of the textbook', () => {
    expect(rounded([56, 70], [48, 80])).toEqual(['0.2000', '0.0524', '0.3339'])
  })

  it('turned round is the same with the other sign', () => {
    expect(rounded([48, 80], [56, 70])).toEqual(['-0.2000', '-0.3339', '-0.0524'])
  })

  it('of nobody against everybody stays within 100 points', () => {
    const { interval } = rateDifference({ k: 10, n: 10 }, { k: 0, n: 20 })
    expect(interval.high).toBeCloseTo(100, 9)
    expect(rounded([10, 10], [0, 20])).toEqual(['1.0000', '0.6791', '1.0000'])
  })

  it('is within the noise where it could be none', () => {
    expect(isWithinNoise(rateDifference({ k: 56, n: 70 }, { k: 48, n: 80 }))).toBe(false)
    expect(isWithinNoise(rateDifference({ k: 9, n: 10 }, { k: 7, n: 10 }))).toBe(true)
  })
})

it('a field or a key of several is that of both parts', () => {
  for (const side of ['country', ['instrument', 'version']]) {
    expect(fieldOf(side, 'numerator')).toBe(side)
    expect(fieldOf(side, 'denominator')).toBe(side)
  }
})

it('a part without its own field stays whole', () => {
  expect(fieldOf({ numerator: 'country' }, 'numerator')).toBe('country')
  expect(fieldOf({ numerator: 'country' }, 'denominator')).toBeNull()
  expect(fieldOf({ numerator: 'country', denominator: 'nationality' }, 'denominator')).toBe('nationality')
})
