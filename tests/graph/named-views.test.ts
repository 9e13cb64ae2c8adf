import { expect, it } from 'vitest'
import {
  type College,
  fillAdoptions,
  fillPlatforms,
  fillScores,
  openFilledCollege,
  readerOf,
} from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { fillPeers, rowsOf, saidIn, VIEW_FORMATS } from '../support/view-college.ts'

const jsonOf = async (college: College, path: string, headers = {}) =>
  (await (await college.get(path, headers)).json()) as { rows: Record<string, unknown>[]; summary: string }
const number = (text: string | undefined) => (text === '' || text === undefined ? null : Number(text))
const STATES = ['proposed', 'adapted', 'adopted', 'registered', 'in_system', 'lapsed', 'not_begun']
const OUTPUTS = [
  ['trainingSessions', 'training_sessions'],
  ['stays', 'stays'],
  ['placements', 'placements'],
  ['events', 'events'],
  ['adoptions', 'adoptions'],
  ['outputs', 'outputs'],
  ['onlineLearners', 'online_learners'],
] as const
interface Counts {
  states: { count: number }[]
  total: number
  inForce: number
  used: number
  live: number
}

/** The cells of the rows of the table in an embedded page. */
function tableIn(page: string): string[][] {
  const body = /<tbody>([^]*)<\/tbody>/.exec(page)![1]!
  return body
    .split('</tr>')
    .slice(0, -1)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>([^<]*)/g)].map(([, text]) => text!))
}

onOneDatabase((_name, open) => {
  it('scores before and after are those of the graph, in every form, for anyone who may read them', async () => {
    const college = await openFilledCollege(await open(), fillScores)
    const headers = await readerOf(college)
    const path = (format: string) => `/i/scores-before-and-after.${format}?institution=X&year=2022&lang=en`
    const { data } = await college.as(headers)(
      '{ pairedScores(institution: "X", from: 2022, to: 2022) { instrument version pairs before after } }',
    )
    const rows = await rowsOf(college, path('csv'), headers)
    expect(
      rows.map(({ instrument, version, pairs, before, after }) => ({
        ...{ instrument, version, pairs: number(pairs), before: number(before), after: number(after) },
      })),
    ).toEqual(data.pairedScores)
    expect(data.pairedScores).toHaveLength(2)
    expect((await jsonOf(college, path('json'), headers)).rows[0]).toMatchObject({
      ...data.pairedScores[0],
      year: 2022,
    })
    const svg = await (await college.get(path('svg'), headers)).text()
    expect(saidIn(svg)).toBe(
      'Greenhouse / 1: 2 people, from 55 to 70.8 points; Tractor / 2: 1 person, from 10 to 40 points.',
    )
    const embedded = await (await college.get(`/embed/scores-before-and-after?institution=X&year=2022`, headers)).text()
    expect(embedded).toMatch(/<th scope="row">Greenhouse \/ 1<\/th><td class="number">55<\/td>/)
    expect(embedded).toContain('href="/skills?institution=X&amp;year=2022"')
    for (const format of VIEW_FORMATS) expect([format, (await college.get(path(format))).status]).toEqual([format, 401])
  })

  it('the comparison with peers is that of the graph: what may not be compared is in the files and not in the picture', async () => {
    const college = await openFilledCollege(await open(), fillPeers)
    const path = (format: string, lang = 'zh') =>
      `/i/peers.${format}?institution=X&indicator=EX02&year=2022&scope=abroad&lang=${lang}`
    const { data } = await college.ask(`{ peers(indicator: "EX02", institution: "X", year: 2022, scope: ABROAD) {
      own { value } peers { edges { node { peer status value compared } } } } }`)
    const [own, ...others] = await rowsOf(college, path('csv'))
    expect([own!['peer'], own!['status'], number(own!['value'])]).toEqual(['X', 'OWN', data.peers.own.value])
    expect(
      others.map(({ peer, status, value, compared }) => ({
        ...{ peer, status, value: number(value), compared: compared === '1' },
      })),
    ).toEqual(data.peers.peers.edges.map(({ node }: { node: object }) => node))
    const svg = await (await college.get(path('svg'))).text()
    expect(saidIn(svg)).toBe('A 30人，甲学院 14人。')
    const page = await (await college.get('/embed/peers?institution=X&indicator=EX02&year=2022&scope=abroad')).text()
    expect(page).toContain('href="/indicator/EX02?institution=X&amp;scope=abroad&amp;year=2022&amp;tab=peers"')
    const oembed = await college.get(
      `/oembed?url=${encodeURIComponent('http://causeway.test/embed/peers?institution=X&indicator=EX02&year=2022')}`,
    )
    expect(await oembed.json()).toMatchObject({ title: expect.stringMatching(/what can be compared, College X$/) })
  })

  it('who learns from whom can be had of one country, and says of which', async () => {
    const college = await openFilledCollege(await open())
    const headers = await readerOf(college)
    const said = async (query: string, sent = {}) =>
      saidIn(await (await college.get(`/i/who-learns-from-whom.svg?institution=X&year=2022${query}`, sent)).text())
    expect(await said('')).toMatch(/^People on the introduction side.*: 14 people in 2022/s)
    expect(await said('&filter=country:VN', headers)).toMatch(/^country or region: Viet.*: 12 people in 2022/s)
    // Of the two of Laos who are the rest.
    expect(await said('&filter=country:VN')).toMatch(/Too few people to publish/)
    const rows = await rowsOf(college, '/i/who-learns-from-whom.csv?institution=X&year=2022&filter=country:VN', headers)
    expect(rows.map(({ indicator, value }) => [indicator, value])).toContainEqual(['people-carrying-out', '12'])
    const page = await (await college.get('/embed/who-learns-from-whom?institution=X&filter=country:VN')).text()
    expect(page).toMatch(/href="\/country\/VN\?/)
  })

  it('both sides by country or region are the figures of the graph, hidden where few people are behind them', async () => {
    const college = await openFilledCollege(await open())
    const query = 'institution=X&year=2022&lang=en'
    for (const headers of [{}, await readerOf(college)]) {
      const ask = college.as(headers)
      const { data } =
        await ask(`{ indicator(id: "DN03") { series(institution: "X", from: 2022, to: 2022, by: "country") {
          figures { category { key } value gap } } } }`)
      const figures = data.indicator.series.figures as { category: { key: string }; value: number; gap: string }[]
      const rows = await rowsOf(college, `/i/who-learns-by-country.csv?${query}`, headers)
      expect(rows.map((row) => [row['country'], number(row['export']), row['export_gap'] || null]).toSorted()).toEqual(
        figures.map(({ category, value, gap }) => [category.key, value, gap]).toSorted(),
      )
      // Nothing is known of that side: it has no records.
      expect(new Set(rows.map((row) => row['introduction_gap']))).toEqual(new Set(['NO_RECORDS']))
      const table = tableIn(await (await college.get(`/embed/who-learns-by-country?${query}`, headers)).text())
      expect(table.map(([, , cell]) => cell).toSorted()).toEqual(
        figures.map(({ value }) => (value === null ? '*' : String(value))).toSorted(),
      )
    }
  })

  it('how far adoption has come, by country, is what the graph counts, and nothing for the public', async () => {
    const college = await openFilledCollege(await open(), fillAdoptions)
    const headers = await readerOf(college)
    const query = 'institution=X&on=2023-06-30'
    const ask = college.as(headers)
    const { data } =
      await ask(`{ adoptionStates(institution: "X", on: "2023-06-30") { total inForce live used states { state count }
        countries { country total inForce live used states { state count } } } }`)
    const counted = ({ states, total, inForce, live, used }: Counts) => [
      ...states.map(({ count }) => count),
      ...[total, inForce, live, used],
    ]
    const rows = await rowsOf(college, `/i/adoptions-by-country.csv?${query}`, headers)
    expect(
      rows.map((row) => [
        row['country'],
        ...STATES.map((state) => Number(row[state])),
        ...['total', 'in_force', 'live', 'used'].map((name) => Number(row[name])),
      ]),
    ).toEqual([
      ...data.adoptionStates.countries.map((one: Counts & { country: string }) => [one.country, ...counted(one)]),
      ['', ...counted(data.adoptionStates)],
    ])
    // The picture has no column for a state that none is in but for the stages.
    const table = tableIn(await (await college.get(`/embed/adoptions-by-country?${query}`, headers)).text())
    const { states, total, live } = data.adoptionStates as Counts
    expect(table.at(-1)).toEqual(['all', ...states.map(({ count }) => count), total, live].map(String))
    expect(data.adoptionStates.countries.length).toBeGreaterThan(2)
    for (const name of ['adoptions-by-country', 'adoption-lives'])
      for (const format of VIEW_FORMATS)
        expect([name, format, (await college.get(`/i/${name}.${format}?${query}`)).status]).toEqual([name, format, 401])
  })

  it('the life of each adoption has the days that the graph has, up to the day that is asked for', async () => {
    const college = await openFilledCollege(await open(), fillAdoptions)
    const headers = await readerOf(college)
    const ask = college.as(headers)
    const { data } = await ask(`{ adoptions(institution: "X", on: "2023-06-30", country: "TZ") { edges { node {
        standard title country adopter state since inForce live usedSince stages { date } record { id } } } } }`)
    const [{ node: life }] = data.adoptions.edges
    const path = '/i/adoption-lives.csv?institution=X&on=2023-06-30&country=TZ&lang=en'
    const rows = await rowsOf(college, path, headers)
    expect(rows).toHaveLength(1)
    const [row] = rows as [Record<string, string>]
    for (const field of ['standard', 'title', 'country', 'adopter', 'state', 'since'])
      expect([field, row[field]]).toEqual([field, life[field]])
    expect(row['used']).toBe(life.usedSince)
    expect(STATES.slice(0, 6).map((stage) => row[stage] || null)).toEqual(
      life.stages.map(({ date }: { date: string | null }) => date),
    )
    expect(row['record']).toBe(life.record.id)
    const page = await (
      await college.get('/embed/adoption-lives?institution=X&on=2023-06-30&standard=S1&lang=en', headers)
    ).text()
    expect(page).toContain('href="/standard/S1?institution=X&amp;lang=en&amp;on=2023-06-30"')
    const moshi = tableIn(page).find((cells) => cells.includes('Moshi'))!
    expect(moshi).toContain('10 January 2021')
    // It lapses on the last day of 2024: after the day asked for.
    expect(moshi.at(-1)).toBe('—')
    const everyone = saidIn(await (await college.get('/i/adoption-lives.svg?institution=X&lang=zh', headers)).text())
    expect(everyone).toMatch(/共5项采用：/)
  })

  it('outputs of platforms by year are those of the graph, of all or of one by kinds; one that did not run is marked', async () => {
    const college = await openFilledCollege(await open(), fillPlatforms)
    const headers = await readerOf(college)
    const ask = college.as(headers)
    const { data } = await ask(`{ platforms(institution: "X") { edges { node { code outputs(from: 2021, to: 2023) {
        period { year } counted trainingSessions stays placements events adoptions outputs onlineLearners } } } } }`)
    const query = 'institution=X&from=2021&to=2023&lang=en'
    const rows = await rowsOf(college, `/i/platform-outputs.csv?${query}`, headers)
    expect(
      rows.map((row) => ({
        code: row['platform'],
        year: Number(row['year']),
        counted: row['counted'] === '1',
        ...Object.fromEntries(OUTPUTS.map(([field, column]) => [field, number(row[column])])),
      })),
    ).toEqual(
      data.platforms.edges.flatMap(({ node }: { node: { code: string; outputs: { period: { year: number } }[] } }) =>
        node.outputs.map(({ period, ...counts }) => ({ code: node.code, year: period.year, ...counts })),
      ),
    )
    // Whatever is not known says so; a count of 0 is a count.
    const later = await rowsOf(college, '/i/platform-outputs.csv?institution=X&from=2021&to=2090&lang=en', headers)
    for (const row of later)
      for (const column of [...OUTPUTS.map(([, column]) => column), 'counted'])
        expect([row['year'], column, row[`${column}_gap`]]).toEqual([
          row['year'],
          column,
          row[column] === '' ? 'NO_RECORDS' : '',
        ])
    expect(later.filter(({ year }) => year === '2022').map(({ placements_gap }) => placements_gap)).toContain(
      'NO_RECORDS',
    )
    // Whether a platform will run nobody knows.
    expect(later.at(-1)).toMatchObject({
      year: '2090',
      outputs_gap: 'NO_RECORDS',
      counted: '',
      counted_gap: 'NO_RECORDS',
    })
    const table = tableIn(await (await college.get(`/embed/platform-outputs?${query}`, headers)).text())
    expect(table.map(([name]) => name)).toEqual(['Consortium', 'Centre', 'Old centre'])
    // It closed in June 2023: one output in 2022/23, when it did not run at the end.
    expect(table[2]![2]).toBe('1‡')
    const one = await (await college.get(`/embed/platform-outputs?${query}&platform=A`, headers)).text()
    expect(one).toContain('href="/platform/A?')
    const kinds = tableIn(one)
    expect(kinds.find(([kind]) => kind === 'Training sessions')![2]).toBe('1')
    expect(kinds.find(([kind]) => kind === 'Outputs')![2]).toBe('4')
    expect((await college.get(`/i/platform-outputs.png?${query}&platform=NONE`, headers)).status).toBe(404)
    expect((await college.get(`/i/platform-outputs.png?${query}`)).status).toBe(401)
  })
})
