import { expect, it } from 'vitest'
import { askAsReader, fillCurriculum, openFilledCollege } from '../support/college.ts'
import { countStatements } from '../support/count-statements.ts'
import { onOneDatabase } from '../support/databases.ts'
import UNITS_COMPARED from './units-compared.json' with { type: 'json' }

const COVERAGE =
  'units counts { correspondence label(locale: ZH) count } mappedShare equivalentShare assessed assessedShare'
const counted = ({ counts }: { counts: { correspondence: string; count: number }[] }) =>
  Object.fromEntries(counts.map(({ correspondence, count }) => [correspondence, count]))

onOneDatabase((_name, open) => {
  it('a standard is said with its versions, units, judgements, programmes, adoptions and certificates on a day', async () => {
    const college = await openFilledCollege(await open(), fillCurriculum)
    const { standard } = await askAsReader(
      college,
      `{ standard(institution: "X", code: "S1", on: "2024-08-31") { code on
        versions { version from to reviewDue reviewedOn inForce overdue weightSum units { code title(locale: ZH) weight eqfLevel escoUri record { id } } record { id } }
        mappings { version unit toStandard toUnit relation relationLabel(locale: ZH) assessor assessedOn } mappedFrom { unit }
        coverage { ${COVERAGE} } programmes { programme programmeName relation relationLabel(locale: ZH) from to }
        adoptions { adopter state } adoptionStates { total inForce countries { country } } resources { label }
        certificates { instrument level standardVersion results passed persons first last } } }`,
    )
    expect(standard.versions).toMatchObject([
      // Reviewed after it was due.
      { version: '1.0', inForce: false, overdue: false, weightSum: 1, units: [{}, {}, {}, {}] },
      {
        ...{ version: '2.0', from: '2023-09-01', to: null, inForce: true, overdue: true, weightSum: 1 },
        units: [
          { code: 'U1', title: '育苗', weight: 0.3, eqfLevel: 4, escoUri: 'http://data.europa.eu/esco/skill/1' },
          { code: 'U2', weight: 0.5, eqfLevel: 5 },
          { code: 'U4', weight: null },
          { code: 'U5', weight: 0.2, escoUri: null },
        ],
      },
    ])
    // Of one pair the later judgement governs.
    const ofU2 = standard.mappings.filter(
      ({ unit, toUnit }: { unit: string; toUnit: string }) => unit === 'U2' && toUnit,
    )
    expect(ofU2).toEqual([
      {
        ...{
          ...{ version: '2.0', unit: 'U2', toStandard: 'F1', toUnit: 'K2', relation: 'PARTIAL' },
          relationLabel: '部分对应',
        },
        ...{ assessor: 'Board', assessedOn: '2024-03-01' },
      },
    ])
    expect(standard.mappings).toHaveLength(9)
    expect(standard.mappedFrom).toEqual([])
    expect(standard.coverage).toMatchObject({ units: 4, mappedShare: 75, equivalentShare: 25, assessed: 2 })
    expect(counted(standard.coverage)).toEqual({ EQUIVALENT: 1, PARTIAL: 1, NONE: 1, UNMAPPED: 1 })
    expect(standard.programmes).toEqual([
      {
        ...{ programme: 'PA', programmeName: 'Protected agriculture', relation: 'implements', relationLabel: '执行' },
        ...{ from: '2020-09-01', to: null },
      },
    ])
    expect(standard.adoptions.map((it: object) => Object.values(it))).toEqual([
      ['Vientiane', 'LAPSED'],
      ['Moshi', 'ADOPTED'],
      ['Hanoi', 'ADOPTED'],
    ])
    expect(standard.adoptionStates).toMatchObject({ total: 3, inForce: 2 })
    expect(standard.resources).toHaveLength(2)
    expect(standard.certificates).toEqual([
      {
        ...{ instrument: 'X greenhouse', level: 'junior', standardVersion: '1.0', results: 2, passed: 2, persons: 2 },
        ...{ first: '2024-05-10', last: '2024-05-10' },
      },
      expect.objectContaining({ level: 'senior', standardVersion: '2.0', results: 1 }),
    ])
    const before = await askAsReader(
      college,
      `{ standard(institution: "X", code: "S1", on: "2023-12-31") { mappings { unit toUnit relation } certificates { level } coverage { assessed } } }`,
    )
    expect(before.standard.mappings).toContainEqual({ unit: 'U2', toUnit: 'K2', relation: 'NONE' })
    expect(before.standard).toMatchObject({ certificates: [], coverage: { assessed: 0 } })
  })

  it('a change of version names each unit, and what it touches on the day it takes effect', async () => {
    const college = await openFilledCollege(await open(), fillCurriculum)
    const query = `{ standardChanges(institution: "X", standard: "S1", from: "1.0", to: "2.0", on: "2024-08-31") { effective unchanged
      units { code kinds before { weight } after { weight } summary zh: summary(locale: ZH) }
      programmes { programme } adoptions { adopter } certificates { level standardVersion } resources { label(locale: ZH) }
      mappingsToRenew { unit } } }`
    const { standardChanges } = await askAsReader(college, query)
    expect(standardChanges).toMatchObject({
      effective: '2023-09-01',
      unchanged: 2,
      units: UNITS_COMPARED,
      programmes: [{ programme: 'PA' }],
      // Vientiane lapsed the day before, Hanoi came later.
      adoptions: [{ adopter: 'Moshi' }],
      certificates: [{ level: 'junior', standardVersion: '1.0' }],
      resources: [{ label: '教材' }],
      // U1 was judged anew.
      mappingsToRenew: [{ unit: 'U3' }],
    })
  })

  it('a standard or version that is not there is refused with those that are, and other readers are refused', async () => {
    const college = await openFilledCollege(await open(), fillCurriculum)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const fields = `standard(institution: "X", code: "S2") { code }
      standardChanges(institution: "X", standard: "S1", from: "1", to: "2.0") { unchanged }
      crosswalk(institution: "X", from: "S1", to: "F1", toVersion: "2020") { on }`
    const { errors } = await college.as({ authorization })(`{ ${fields} }`)
    const said = errors?.map(({ extensions: { code, standard, versions } }) => [code, standard, versions])
    expect(said?.sort((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['UNKNOWN_STANDARD', 'S2', undefined],
      ['UNKNOWN_STANDARD_VERSION', 'F1', ['2019']],
      ['UNKNOWN_STANDARD_VERSION', 'S1', ['1.0', '2.0']],
    ])
    const all = `{ ${fields} programmeCoverage(institution: "X") { totalCount } }`
    expect((await college.ask(all)).errors?.map(({ extensions }) => extensions.code)).toEqual(
      Array(4).fill('UNAUTHENTICATED'),
    )
    const stranger = `Bearer ${await college.tokenFor('administrator', 'Y')}`
    const refused = await college.as({ authorization: stranger })(all)
    expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(Array(4).fill('FORBIDDEN'))
  })

  it('two codes of one standard are one, everywhere', async () => {
    const college = await openFilledCollege(await open(), fillCurriculum)
    await college.put('standard', ['code,title_zh,type,direction,country', 'F1B,德国园艺,occupational,introduced,DE'])
    await college.put('programme-standard', ['programme,standard,relation,from', 'PB,F1B,implements,2021-09-01'])
    await college.put('standard-mapping', [
      'standard,version,unit_code,to_standard,to_unit_code,relation,assessed_on',
      'S1,2.0,U5,F1B,K3,equivalent,2024-01-01',
    ])
    await college.put('same-as', ['record_type,code,same_as,relation,decided_by', 'standard,F1B,F1,same,Office'])
    const data = await askAsReader(
      college,
      `{ standards(institution: "X") { totalCount edges { node { code } } } standard(institution: "X", code: "F1B") { code programmes { programme relation standard } }
        crosswalk(institution: "X", from: "S1", to: "F1B", on: "2024-08-31") { to { code } toCoverage { ${COVERAGE} } } }`,
    )
    expect(data.standards.edges.map(({ node }: { node: { code: string } }) => node.code)).toEqual(['F1', 'F2', 'S1'])
    expect(data.standards.totalCount).toBe(3)
    expect(data.standard.code).toBe('F1')
    expect(data.standard.programmes).toContainEqual({ programme: 'PB', relation: 'implements', standard: 'F1' })
    expect(data.crosswalk.to.code).toBe('F1')
    expect(counted(data.crosswalk.toCoverage)).toEqual({ EQUIVALENT: 2, PARTIAL: 1, NONE: 0, UNMAPPED: 0 })
  })

  it('a standard that was renamed stays in the register, and says which represents it', async () => {
    const college = await openFilledCollege(await open(), fillCurriculum)
    await college.put('same-as', [
      'record_type,code,same_as,relation,from,decided_by',
      'standard,F2,F1,renamed,2024-01-01,Office',
    ])
    const data = await askAsReader(
      college,
      '{ standards(institution: "X", on: "2024-08-31") { edges { node { code successor mappedFrom { unit } } } } standard(institution: "X", code: "F2") { code } }',
    )
    const said = data.standards.edges.map(
      ({ node }: { node: { code: string; successor: string; mappedFrom: object[] } }) => [
        node.code,
        node.successor,
        node.mappedFrom.length,
      ],
    )
    expect(said).toEqual([
      ['F1', null, 9],
      ['F2', 'F1', 0],
      ['S1', null, 0],
    ])
    expect(data.standard.code).toBe('F1')
  })

  it('a page of standards takes as many statements as one of them', async () => {
    const { database, count } = countStatements(await open())
    const college = await openFilledCollege(database, fillCurriculum)
    const query = `query($first: Int!) { standards(institution: "X", first: $first, on: "2024-08-31") { edges { node {
      versions { version units { record { label } } } mappings { record { label } } coverage { units } programmes { programmeName }
      adoptions { title stages { documents { code } } } resources { label } certificates { level } record { label evidence { code } } } } } }`
    const statements: number[] = []
    for (const first of [1, 3]) {
      const before = count()
      await askAsReader(college, query, { first })
      statements.push(count() - before)
    }
    // F1, the first, has no adoption and no resource, of which there is then nothing to look up.
    expect(statements[1]! - statements[0]!).toBeLessThanOrEqual(8)
    expect(statements[0]).toBeLessThan(60)
  })
})
