import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { checkDeclaration } from '@causeway/server/figures/indicators/check-paths'
import { describe, expect, it } from 'vitest'

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any

function broken(code: string, mutate: (declaration: Loose) => void): string[] {
  const declaration: Loose = structuredClone(CATALOGUE.find((one) => one.code === code))
  mutate(declaration)
  return checkDeclaration(declaration).map((problem) => `${problem.place}: ${problem.words.en}`)
}

describe('the vocabulary of indicators', () => {
  it.each(CATALOGUE.map((declaration) => [declaration.code, declaration] as const))(
    '%s is written in it',
    (_, declaration) => {
      expect(checkDeclaration(declaration)).toEqual([])
      expect(checkDeclaration(JSON.parse(JSON.stringify(declaration)))).toEqual([])
    },
  )

  it.each<[string, string, (declaration: Loose) => void, string]>([
    ['a key that it does not list', 'EX02', (d) => (d.set.sql = 'select 1'), 'set: the vocabulary has no sql here'],
    ['a missing time rule', 'EX02', (d) => delete d.set.time, 'set: time is missing'],
    [
      'an unknown measure',
      'EX02',
      (d) => (d.measure = { count: 'rows' }),
      'measure.count: must be one of records, participations',
    ],
    [
      'two conditions in one',
      'EX02',
      (d) => (d.set.where[0].in = ['joint']),
      'set.where[0]: the vocabulary has no notIn here',
    ],
    [
      'a set beside a ratio',
      'EX02',
      (d) =>
        (d.measure = {
          ratio: { numerator: { set: d.set, measure: d.measure }, denominator: { set: d.set, measure: d.measure } },
        }),
      'set: the vocabulary has no such word here',
    ],
    ['no set without a ratio', 'EX02', (d) => delete d.set, ': set is missing'],
    [
      'a dimension that does not exist',
      'EX02',
      (d) => (d.dimensions.colour = 'sex'),
      'dimensions: colour: must be one of country, continent',
    ],
    ['a unit in Chinese only', 'EX02', (d) => (d.unit = { zh: '人', en: '人' }), 'unit.en: must be English'],
    [
      'coverage by anything but direction and audience',
      'EX11',
      (d) => (d.base[0].where[0].field = 'purpose'),
      'base[0].where[0].field: must be one of direction, audience',
    ],
    ['a gain without a maximum', 'SK11', (d) => (d.measure.gain = 'normalised'), 'measure: max is missing'],
  ])('refuses %s', (_, code, mutate, problem) => {
    expect(broken(code, mutate).join('\n')).toContain(problem)
  })

  it.each<[string, string, (declaration: Loose) => void, string]>([
    [
      'a record type',
      'EX02',
      (d) => (d.set.of = 'enrolments'),
      'set.of: there is no record type enrolments; there are',
    ],
    [
      'a field',
      'EX02',
      (d) => (d.set.where[0].field = 'knd'),
      'set.where[0].field: enrolment has no field knd; it has person,',
    ],
    [
      'a field behind a reference',
      'EX02',
      (d) => (d.measure = { distinct: 'programme.dept' }),
      'measure.distinct: programme has no field dept',
    ],
    [
      'a reference',
      'EX02',
      (d) => (d.measure = { distinct: 'kind.code' }),
      'measure.distinct: kind points to no other record',
    ],
    ['a value', 'EX02', (d) => (d.set.where[0].notIn = ['abroad']), 'kind has no value abroad; it has degree,'],
    [
      'a stage',
      'ST01',
      (d) => (d.set.time.inForce[0][0].stage = 'blessed'),
      'there is no stage blessed; there are proposed, adapted,',
    ],
    [
      'a name in every branch of a union',
      'DN03',
      (d) => (d.dimensions.purpose = 'purpose'),
      'dimensions.purpose: not every branch has purpose',
    ],
    [
      'a category of its example',
      'EX02',
      (d) => (d.example.ask.by = 'partner'),
      'example.ask.by: the indicator has no dimension partner',
    ],
    [
      'a column of its example',
      'EX02',
      (d) => (d.example.records.enrolment[0].colour = 'red'),
      'example.records.enrolment: enrolment has no field colour',
    ],
  ])('refuses a declaration that names %s that is not there', (_, code, mutate, problem) => {
    expect(broken(code, mutate).join('\n')).toContain(problem)
  })

  it.each<[string, string, (declaration: Loose) => void, string]>([
    [
      'a stretch that ends in no date',
      'EX02',
      (d) => (d.set.time = { overlaps: ['start', 'kind'] }),
      'set.time.overlaps[1]: kind is not a date',
    ],
    [
      'a country that is none',
      'EX02',
      (d) => (d.dimensions.country = 'programme'),
      'dimensions.country: programme is not a country',
    ],
    [
      'a scope on what is no country',
      'EX02',
      (d) => (d.scope.numerator = 'programme'),
      'scope: programme is not a country',
    ],
    ['the sum of a text', 'EX07', (d) => (d.measure = { sum: 'session' }), 'measure.sum: session is not a number'],
    [
      'persons where there are none',
      'PF01',
      (d) => (d.measure = { distinct: 'persons' }),
      'measure.distinct: platform has no field person',
    ],
    [
      'a percentage for every thousand',
      'SK21',
      (d) => (d.measure.forEvery = 1000),
      'measure.forEvery: a figure in % is for every hundred as it is',
    ],
  ])('refuses %s', (_, code, mutate, problem) => {
    expect(broken(code, mutate).join('\n')).toContain(problem)
  })

  it('says every problem in both languages', () => {
    const declaration: Loose = structuredClone(CATALOGUE[0])
    declaration.set.of = 'nothing'
    declaration.measure = { distinct: 'persons' }
    const problems = checkDeclaration(declaration)
    expect(problems.length).toBeGreaterThan(0)
    for (const { words } of problems) {
      expect(words.zh).toMatch(/\p{Script=Han}/u)
      expect(words.en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})
