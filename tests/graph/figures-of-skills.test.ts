import { expect, it } from 'vitest'
import { askAsReader, fillCurriculum, fillPairedScores, openFilledCollege } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'

const QUERY = `query ($from: Int!, $to: Int!) {
  pairedScores(institution: "X", from: $from, to: $to) { instrument version period { year } pairs before after }
  indicator(id: "SK11") { series(institution: "X", from: $from, to: $to, by: "instrument") {
    figures { period { year } category { key } value size }
  } }
}`

const COVERAGE =
  'units counts { correspondence label(locale: ZH) count } mappedShare equivalentShare assessed assessedShare'

const counted = ({ counts }: { counts: { correspondence: string; count: number }[] }) =>
  Object.fromEntries(counts.map(({ correspondence, count }) => [correspondence, count]))

onOneDatabase((_name, open) => {
  it('the two ends of a gain are paired as the gain is, and lie as far apart', async () => {
    const college = await openFilledCollege(await open(), fillPairedScores)
    const data = await askAsReader(college, QUERY, { from: 2022, to: 2023 })
    expect(data.pairedScores).toEqual([
      { instrument: 'Greenhouse', version: '1', period: { year: 2022 }, pairs: 2, before: 55, after: 70.25 },
      { instrument: 'Greenhouse', version: '2', period: { year: 2022 }, pairs: 1, before: 10, after: 40 },
      { instrument: 'Tractor', version: '1', period: { year: 2023 }, pairs: 1, before: 30, after: 60 },
    ])
    for (const { instrument, version, period, pairs, before, after } of data.pairedScores) {
      const gain = data.indicator.series.figures.find(
        (figure: { period: { year: number }; category: { key: string } | null }) =>
          figure.period.year === period.year && figure.category?.key === `${instrument}/${version}`,
      )
      expect(gain).toMatchObject({ size: pairs })
      expect(after - before).toBeCloseTo(gain.value, 10)
    }
  })

  it('says nothing of scores to the public', async () => {
    const college = await openFilledCollege(await open(), fillPairedScores)
    const { data, errors } = await college.ask('{ pairedScores(institution: "X", from: 2022, to: 2022) { before } }')
    expect(data.pairedScores).toBeNull()
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('the matrix of programmes and standards shows what holds on the day, and agrees with the indicators', async () => {
    const college = await openFilledCollege(await open(), fillCurriculum)
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
    const college = await openFilledCollege(await open(), fillCurriculum)
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
    const college = await openFilledCollege(await open(), fillCurriculum)
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
