import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { OwnIndicators } from '@causeway/server/figures/indicators/files/read-indicators'
import { describe, expect, it } from 'vitest'
import { LONG_STAYS, readOwn } from '../../support/own-indicators.ts'

const SHARE = '{ share: [{ field: kind, in: [degree] }], per: persons }'
const LEARNERS = '{ of: enrolment, time: { overlaps: [start, end] } }'
const STAFF = '{ of: staff, time: { overlaps: [from, to] } }'

describe("a college's own indicators", () => {
  it('take from their file what counts, and the rest from what is usual', () => {
    const { indicators, earlier, problems } = readOwn({ 'one.yaml': LONG_STAYS, 'notes.txt': 'not an indicator' })
    expect(problems).toEqual([])
    expect(earlier).toEqual([])
    expect(indicators).toMatchObject([
      {
        ...{ id: 'own-foreign-learners', code: 'own-foreign-learners', version: 1, decimals: 0 },
        ...{ betterWhen: null, unit: { zh: '人', en: 'people' }, example: null },
      },
    ])
    expect(indicators[0]!.definition.zh).toContain('国籍')
  })

  it('are the same, said in full or with what is usual left out', () => {
    const [one, other] = ['said-short', 'said-in-full'].map((name) =>
      readOwn({ 'a.yaml': readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8') }),
    ) as [OwnIndicators, OwnIndicators]
    expect(one.problems).toEqual([])
    expect(one.indicators).toEqual(other.indicators)
  })

  it.each([
    ['STOCK', 3, ['agreement'], 0, '{ of: agreement, time: { inForce: [[from, to]] } }', '{ count: records }'],
    ['RATIO', 2, ['enrolment'], 1, '{ of: enrolment, time: { overlaps: [start, end] } }', SHARE],
    ['MEAN', 2, ['graduate-outcome'], 1, '{ of: graduate-outcome, time: { fallsIn: class } }', '{ mean: pay }'],
    ['FLOW', 2, ['enrolment', 'staff'], 0, `{ union: [${LEARNERS}, ${LEARNERS}, ${STAFF}] }`, '{ count: records }'],
  ])('that are a %s have its bases, base and decimals', (kind, bases, base, decimals, set, measure) => {
    const text = `id: own-one\nname: { zh: 一, en: One }\ntheme: EXPORT\nset: ${set}\nmeasure: ${measure}\n`
    const { indicators, problems } = readOwn({ 'a.yaml': kind === 'RATIO' ? text : `${text}unit: people\n` })
    expect(problems).toEqual([])
    expect(indicators).toMatchObject([{ kind, base, decimals, unit: { en: kind === 'RATIO' ? '%' : 'people' } }])
    expect(indicators[0]!.bases).toHaveLength(bases)
  })

  it('are like another but for what they say', () => {
    const { indicators, problems } = readOwn({
      // Read before the one that it is like.
      'a.yaml': `id: own-long-stays
like: own-foreign-learners
name: { zh: 非学历学习者人数, en: Learners without a degree }
set: { where: [{ field: kind, in: [non-degree] }] }
`,
      'b.yaml': LONG_STAYS,
      'c.yaml': 'id: own-resources\nlike: EX20\nname: { zh: 资源, en: Resources }\n',
    })
    expect(problems).toEqual([])
    const [learners, , resources] = [indicators[0]!, indicators[1]!, indicators[2]!]
    expect(indicators.map(({ id, code }) => [id, code])).toEqual([
      ['own-foreign-learners', 'own-foreign-learners'],
      ['own-long-stays', 'own-long-stays'],
      ['own-resources', 'own-resources'],
    ])
    expect(indicators[1]!.set).toEqual({ ...learners.set, where: [{ field: 'kind', in: ['non-degree'] }] })
    expect(indicators[1]!.measure).toEqual(learners.measure)
    // What is said of the other alone is not taken: its words, its version, its example.
    const { definition, example: _example, ...shipped } = CATALOGUE.find(({ code }) => code === 'EX20')!
    expect(resources).toMatchObject({ ...shipped, id: 'own-resources', code: 'own-resources', name: resources.name })
    expect(resources.example).toBe(null)
    expect(resources.definition).not.toEqual(definition)
  })

  it('like none that there is say so', () => {
    const { indicators, problems } = readOwn({
      'a.yaml': `like: EX99\n${LONG_STAYS}`,
      'b.yaml': `like: own-b\n${LONG_STAYS.replace('own-foreign-learners', 'own-b')}`,
    })
    expect(indicators).toEqual([])
    expect(problems.map(({ line, words }) => [line, words.en])).toEqual([
      [1, 'like: no indicator has the code or id EX99'],
      [1, 'like: no indicator has the code or id own-b'],
    ])
  })

  it('are none where the folder is not there', () => {
    expect(readOwn({})).toEqual({ indicators: [], earlier: [], problems: [] })
  })

  it('say every problem of every file, each with the line it is in', () => {
    const { indicators, problems } = readOwn({
      'a.yaml': LONG_STAYS.replace('kind: FLOW', 'kind: FLUX').replace('of: enrolment', 'of: enrollment'),
      'b.yaml': LONG_STAYS.replace('field: kind', 'field: sort'),
      'e.yaml': LONG_STAYS.replace('own-foreign-learners', 'foreign-learners'),
      'c.yaml': 'id: [',
      'd.yaml': '- 1',
      'f.yaml': LONG_STAYS.replace('theme:', 'themes: EXPORT\ntheme:'),
    })
    expect(indicators).toEqual([])
    const said = problems.map(({ file, line, words }) => [file.slice(-6), line, words.en] as const)
    expect(said).toContainEqual(['a.yaml', 4, expect.stringContaining('must be one of STOCK')])
    expect(said).toContainEqual(['e.yaml', 1, expect.stringContaining('own-')])
    expect(said).toContainEqual(['b.yaml', 12, expect.stringContaining('sort')])
    expect(said.some(([file]) => file === 'c.yaml')).toBe(true)
    expect(said).toContainEqual(['d.yaml', 1, expect.any(String)])
    expect(said).toContainEqual(['f.yaml', 3, expect.stringContaining('themes')])
    for (const { words } of problems) expect(words.zh).toMatch(/\p{Script=Han}/u)
  })

  it('have a unit of their own in both languages, and are stated how', () => {
    const unit = LONG_STAYS.match(/^unit: .*$/m)![0]
    const { problems } = readOwn({ 'a.yaml': LONG_STAYS.replace(unit, 'unit: 车次') })
    expect(problems.map(({ words }) => words.zh)).toEqual([expect.stringContaining('{ zh: 车次, en: … }')])
  })

  it('never take the name that a view has in an address', () => {
    const { indicators, problems } = readOwn({ 'a.yaml': `code: adoption-lives\n${LONG_STAYS}` })
    expect(indicators).toEqual([])
    expect(problems).toMatchObject([{ line: 1, words: { en: expect.stringContaining('/i/adoption-lives.png') } }])
  })

  it('never take the code of an indicator that ships, nor the id and version of each other', () => {
    const shipped = readOwn({ 'a.yaml': `code: EX02\n${LONG_STAYS}` })
    expect(shipped.problems).toMatchObject([{ line: 1, words: { en: expect.stringContaining('EX02') } }])
    const twice = readOwn({ 'a.yaml': LONG_STAYS, 'b.yaml': LONG_STAYS })
    expect(twice.indicators).toHaveLength(1)
    expect(twice.problems).toMatchObject([{ words: { en: expect.stringContaining('own-foreign-learners') } }])
  })

  it('hold in their highest version, and keep the ones before', () => {
    const { indicators, earlier } = readOwn({
      'a.yaml': LONG_STAYS,
      'b.yaml': `version: 2\nchange: { zh: 不限类别, en: Of every kind. }\n${LONG_STAYS}`,
    })
    expect(indicators.map(({ version }) => version)).toEqual([2])
    expect(earlier.map(({ version }) => version)).toEqual([1])
  })
})
