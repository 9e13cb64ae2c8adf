import { describe, expect, it } from 'vitest'
import { LONG_STAYS, readOwn } from '../../support/own-indicators.ts'

describe("a college's own indicators", () => {
  it('take from their file what counts, and the rest from what is usual', () => {
    const { indicators, earlier, problems } = readOwn({ 'one.yaml': LONG_STAYS, 'notes.txt': 'not an indicator' })
    expect(problems).toEqual([])
    expect(earlier).toEqual([])
    expect(indicators).toMatchObject([
      {
        id: 'own-foreign-learners',
        code: 'own-foreign-learners',
        version: 1,
        decimals: 0,
        betterWhen: null,
        unit: { zh: '人', en: 'people' },
        example: null,
      },
    ])
    expect(indicators[0]!.definition.zh).toContain('国籍')
  })

  it('are none where the folder is not there', () => {
    expect(readOwn({})).toEqual({ indicators: [], earlier: [], problems: [] })
  })

  it('say every problem of every file, each with the line it stands in', () => {
    const { indicators, problems } = readOwn({
      'a.yaml': LONG_STAYS.replace('kind: FLOW', 'kind: FLUX').replace('of: enrolment', 'of: enrollment'),
      'b.yaml': LONG_STAYS.replace('field: kind', 'field: sort'),
      'e.yaml': LONG_STAYS.replace('own-foreign-learners', 'foreign-learners'),
      'c.yaml': 'id: [',
      'd.yaml': '- 1',
    })
    expect(indicators).toEqual([])
    const said = problems.map(({ file, line, words }) => [file.slice(-6), line, words.en] as const)
    expect(said).toContainEqual(['a.yaml', 4, expect.stringContaining('must be one of STOCK')])
    expect(said).toContainEqual(['e.yaml', 1, expect.stringContaining('own-')])
    expect(said).toContainEqual(['b.yaml', 12, expect.stringContaining('sort')])
    expect(said.some(([file]) => file === 'c.yaml')).toBe(true)
    expect(said).toContainEqual(['d.yaml', 1, expect.any(String)])
    for (const { words } of problems) expect(words.zh).toMatch(/\p{Script=Han}/u)
  })

  it('have a unit of their own in both languages, and are told how', () => {
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
