import { expect, it } from 'vitest'
import { askAsReader, openCollege } from '../support/college.ts'
import { fillCurriculum } from '../support/curriculum-college.ts'
import { forEachDatabase } from '../support/databases.ts'

const COVERAGE =
  'units counts { correspondence label(locale: ZH) count } mappedShare equivalentShare assessed assessedShare'
const counted = ({ counts }: { counts: { correspondence: string; count: number }[] }) =>
  Object.fromEntries(counts.map(({ correspondence, count }) => [correspondence, count]))

forEachDatabase((_name, open) => {
  it('the matrix of programmes and standards shows what holds on the day, and agrees with the indicators', async () => {
    const college = await openCollege(await open())
    await fillCurriculum(college)
    const query = `query($on: Date!, $standard: ID, $year: Int!) {
      programmeCoverage(institution: "X", on: $on, standard: $standard) { totalCount edges { node { programme name(locale: ZH)
        cells { standard { code direction } links { relation } versions coverage { ${COVERAGE} } } } } }
      rates: indicators { code } ST09: indicator(id: "ST09") { series(institution: "X", basis: CALENDAR_YEAR, from: $year, to: $year) { figures { numerator denominator } } }
      ST10: indicator(id: "ST10") { series(institution: "X", basis: CALENDAR_YEAR, from: $year, to: $year) { figures { numerator denominator } } }
      standards(institution: "X", on: $on) { edges { node { direction coverage { ${COVERAGE} } } } } }`
    const cells = ({ programmeCoverage }: Awaited<ReturnType<typeof askAsReader>>) =>
      programmeCoverage.edges.map(
        ({ node }: { node: { programme: string; cells: { standard: { code: string } }[] } }) => [
          node.programme,
          node.cells.map(({ standard }) => standard.code),
        ],
      )
    for (const [on, year] of [
      ['2021-12-31', 2021],
      ['2023-12-31', 2023],
      ['2024-12-31', 2024],
    ] as const) {
      const data = await askAsReader(college, query, { on, year })
      const rows = data.programmeCoverage.edges.map(({ node }: { node: object }) => node) as {
        cells: { standard: { direction: string } }[]
      }[]
      const benchmarked = rows.filter((row) => row.cells.some(({ standard }) => standard.direction === 'introduced'))
      expect(data.ST09.series.figures, on).toEqual([
        { numerator: benchmarked.length, denominator: data.programmeCoverage.totalCount },
      ])
      const own = data.standards.edges
        .map(({ node }: { node: { direction: string; coverage: object } }) => node)
        .filter(({ direction }: { direction: string }) => direction === 'own')
      expect(data.ST10.series.figures, on).toEqual([
        { numerator: counted(own[0].coverage).EQUIVALENT, denominator: own[0].coverage.units },
      ])
    }
    expect(cells(await askAsReader(college, query, { on: '2021-12-31', year: 2021 }))).toEqual([
      ['PA', ['F1', 'S1']],
      ['PB', []],
    ])
    const data = await askAsReader(college, query, { on: '2024-12-31', year: 2024 })
    expect(cells(data)).toEqual([
      ['PA', ['F1', 'S1']],
      ['PB', ['F1']],
    ])
    const [foreign, own] = data.programmeCoverage.edges[0].node.cells
    expect(own).toMatchObject({ links: [{ relation: 'implements' }], versions: ['2.0'] })
    // Learners of PB were assessed in U2, those of PA in U1 alone.
    expect(own.coverage).toMatchObject({ units: 4, mappedShare: 75, assessed: 1, assessedShare: 25 })
    // Nothing leads to K3.
    expect(counted(foreign.coverage)).toEqual({ EQUIVALENT: 1, PARTIAL: 1, NONE: 0, UNMAPPED: 1 })
    expect(cells(await askAsReader(college, query, { on: '2024-12-31', year: 2024, standard: 'S1' }))).toEqual([
      ['PA', ['S1']],
      ['PB', []],
    ])
  })

  it('the matrix is read in pages', async () => {
    const college = await openCollege(await open())
    await fillCurriculum(college)
    const query = `query($after: String) { programmeCoverage(institution: "X", first: 1, after: $after, on: "2024-12-31") {
      totalCount pageInfo { hasNextPage endCursor } edges { node { programme } } } }`
    const first = (await askAsReader(college, query)).programmeCoverage
    expect(first).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      edges: [{ node: { programme: 'PA' } }],
    })
    const next = (await askAsReader(college, query, { after: first.pageInfo.endCursor })).programmeCoverage
    expect(next).toMatchObject({ pageInfo: { hasNextPage: false }, edges: [{ node: { programme: 'PB' } }] })
  })

  it('a crosswalk gives every unit of one version with its judgements; what nobody judged is not "none"', async () => {
    const college = await openCollege(await open())
    await fillCurriculum(college)
    const query = `query($fromVersion: String, $on: Date) { crosswalk(institution: "X", from: "S1", fromVersion: $fromVersion, to: "F1", on: $on) {
      fromVersion { version } toVersion { version units { code } }
      rows { totalCount edges { node { unit { code } correspondence label(locale: ZH) cells { unit { code } mapping { toUnit relation } } } } }
      coverage { ${COVERAGE} } toCoverage { ${COVERAGE} } whole { relation } strays { unit } } }`
    const { crosswalk } = await askAsReader(college, query, { on: '2024-08-31' })
    expect(crosswalk).toMatchObject({ fromVersion: { version: '2.0' }, toVersion: { version: '2019' } })
    const rows = crosswalk.rows.edges.map(
      ({ node }: { node: { unit: { code: string }; label: string; cells: object[] } }) => [
        node.unit.code,
        node.label,
        node.cells.length,
      ],
    )
    expect(rows).toEqual([
      ['U1', '等值', 1],
      ['U2', '部分对应', 2],
      ['U4', '无对应', 1],
      ['U5', '尚未对照', 0],
    ])
    expect(counted(crosswalk.coverage)).toEqual({ EQUIVALENT: 1, PARTIAL: 1, NONE: 1, UNMAPPED: 1 })
    expect(counted(crosswalk.toCoverage)).toEqual({ EQUIVALENT: 1, PARTIAL: 1, NONE: 0, UNMAPPED: 1 })
    expect(crosswalk.whole).toEqual([{ relation: 'PARTIAL' }])
    expect(crosswalk.strays).toEqual([{ unit: 'U9' }])
    const old = (await askAsReader(college, query, { fromVersion: '1.0', on: '2022-01-01' })).crosswalk
    expect(counted(old.coverage)).toEqual({ EQUIVALENT: 1, PARTIAL: 1, NONE: 0, UNMAPPED: 2 })
    expect(old.strays).toEqual([])
  })
})
