import { describe, expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { bearer, openFilledCollege, fillCollege } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { putRecords, type Values } from '../support/put-records.ts'

const PEER = `peer name(locale: ZH) status value gap edition source page basis scope compared incomparable { code message(locale: ZH) } numerator denominator`
const PEERS = (
  indicator: string,
  more = '',
  peers = PEER,
) => `{ peers(indicator: "${indicator}", institution: "X", year: 2022${more}) {
  own { value gap } ownIncomparable { code } basis scope editions editionsFound mean meanOf rankedOf
  rank { rank tied from to withinNoise }
  peers { totalCount nodes: edges { node { ${peers} difference { value withinNoise interval { low high method } } } } } } }`

async function putPeers(database: Database, rows: Values[], institution = 'X'): Promise<void> {
  await putRecords(
    database,
    'peer-figure',
    institution,
    rows.map(({ value = null, ...row }) => ({
      ...{ indicator: 'EX02', edition: '2022', year: 2022, source: '年报', page: '12', ...row },
      value: value === null ? null : Number(value) * 1_000_000,
    })),
  )
}

/** Rates of the class of 2023 at the end of the year, for `X` and `Y`. */
async function putGraduates(database: Database, institution: string, employed: number, all: number): Promise<void> {
  const rows = Array.from({ length: all }, (_, i) => ({
    ...{ person: `G${i}`, class: 2023, observation: '12-31' },
    status: i < employed ? 'employed' : 'not-employed',
  }))
  await putRecords(database, 'graduate-outcome', institution, rows)
}

onOneDatabase((_name, open) => {
  async function openWithPeers(rows: Values[], settings: { publicReading?: boolean } = {}) {
    const database = await open()
    const college = await openFilledCollege(database, fillCollege, settings)
    await putPeers(database, rows)
    const token = await college.tokenFor('reader', 'X')
    const peers = async (query: string, headers: Record<string, string> = bearer(token)) => {
      const { data, errors } = await college.as(headers)(query)
      expect(errors).toBeUndefined()
      const { peers: page, ...rest } = data.peers as { peers: { nodes: { node: Record<string, unknown> }[] } } & Record<
        string,
        unknown
      >
      return { ...rest, peers: page.nodes.map(({ node }) => node) } as { peers: Record<string, unknown>[] } & Record<
        string,
        unknown
      >
    }
    return { database, college, token, peers }
  }

  describe('peers', () => {
    it('keep 0, a blank, 无 and a dash apart, and only numbers are in the mean', async () => {
      const { peers } = await openWithPeers([
        { peer: 'A', value: 0 },
        { peer: 'B', status: 'blank' },
        { peer: 'C', status: 'none' },
        { peer: 'D', status: 'dash' },
        { peer: 'E', value: 30 },
      ])
      const answer = await peers(PEERS('EX02', ', scope: ABROAD'))
      expect(answer.peers.map((it) => [it['peer'], it['status'], it['value'], it['compared']])).toEqual([
        ['A', 'PUBLISHED', 0, true],
        ['E', 'PUBLISHED', 30, true],
        ['B', 'BLANK', null, false],
        ['C', 'NONE', null, false],
        ['D', 'DASH', null, false],
      ])
      expect(answer).toMatchObject({
        own: { value: 14 },
        mean: 15,
        meanOf: 2,
        rank: { rank: 2, tied: false },
        rankedOf: 3,
      })
    })

    it('are compared in the edition of the year only, in its scope and its basis, and it is said why not', async () => {
      const { peers } = await openWithPeers([
        { peer: 'A', value: 10 },
        { peer: 'B', value: 20, edition: '2019' },
        { peer: 'C', value: 20, edition: null },
        { peer: 'D', value: 20, basis: 'CALENDAR_YEAR' },
        { peer: 'E', value: 20, scope: 'BORDER' },
        { peer: 'F', value: 20, edition: 'international-influence/2022' },
      ])
      const answer = await peers(PEERS('EX02', ', scope: ABROAD'))
      expect(answer.editions).toEqual(expect.arrayContaining(['2022', 'international-influence/2022']))
      expect(answer.editionsFound).toEqual(['', '2019', '2022', 'international-influence/2022'])
      const why = Object.fromEntries(
        answer.peers.map((it) => [it['peer'], (it['incomparable'] as { code: string }[]).map(({ code }) => code)]),
      )
      expect(why).toEqual({
        ...{ A: [], F: [], B: ['OTHER_EDITION', 'SCOPE_NOT_SAID'], C: ['EDITION_NOT_SAID', 'SCOPE_NOT_SAID'] },
        ...{ D: ['OTHER_BASIS'], E: ['OTHER_SCOPE'] },
      })
      expect(answer).toMatchObject({ mean: 15, meanOf: 2 })
      expect(answer.peers.find((it) => it['peer'] === 'E')!['incomparable']).toEqual([
        { code: 'OTHER_SCOPE', message: '统计范围为国（境）外，比较的是国外。' },
      ])
    })

    it('in an edition that no table has are compared with each other and not with the own figure', async () => {
      const { peers } = await openWithPeers([
        { peer: 'A', value: 10, edition: 'ranking agency', scope: 'ABROAD' },
        { peer: 'B', value: 20 },
      ])
      const answer = await peers(PEERS('EX02', ', scope: ABROAD, edition: "ranking agency"'))
      expect(answer).toMatchObject({
        ...{ ownIncomparable: [{ code: 'OTHER_EDITION' }], mean: 10, meanOf: 1, rank: null, rankedOf: 1 },
      })
      expect(answer.peers.map((it) => it['difference'])).toEqual([null, null])
    })

    it('that published a number twice are compared once', async () => {
      const { peers } = await openWithPeers([
        { peer: 'A', value: 10 },
        { peer: 'A', value: 12, edition: 'international-influence/2022' },
      ])
      const answer = await peers(PEERS('EX02', ', scope: ABROAD'))
      expect(answer).toMatchObject({ mean: 10, meanOf: 1 })
      expect(answer.peers[1]).toMatchObject({ value: 12, incomparable: [{ code: 'COUNTED_ALREADY' }] })
    })

    it('known as institutions have their names, and are counted from their own records where they have some', async () => {
      const { database, peers } = await openWithPeers([
        { peer: '乙学院', indicator: 'SK15.dec', edition: null, value: 70 },
      ])
      await putGraduates(database, 'X', 56, 70)
      await putGraduates(database, 'Y', 48, 80)
      const answer = await peers(PEERS('SK15.dec'))
      expect(answer.peers[0]).toMatchObject({
        ...{ peer: 'Y', name: '乙学院', status: 'COMPUTED', value: 60, numerator: 48, denominator: 80, compared: true },
        difference: { withinNoise: false, interval: { method: 'newcombe' } },
      })
      const { value, interval } = answer.peers[0]!['difference'] as {
        value: number
        interval: { low: number; high: number }
      }
      expect([value, interval.low, interval.high].map((it) => it.toFixed(2))).toEqual(['20.00', '5.24', '33.39'])
      expect(answer.rank).toEqual({ rank: 1, tied: false, from: 1, to: 1, withinNoise: false })
    })

    it('of a group are all its institutions, also those of which nothing was recorded', async () => {
      const { college, peers } = await openWithPeers([
        { peer: 'R1', value: 10 },
        { peer: 'Z9', value: 20 },
      ])
      await college.put('institution', [
        'code,name_zh,country,region,level',
        'R1,丙学院,CN,黑龙江省,专科',
        'R2,丁学院,CN,黑龙江省,专科',
        'R3,戊大学,CN,黑龙江省,本科',
        'R4,己学院,CN,吉林省,专科',
      ])
      const region = await peers(PEERS('EX02', ', scope: ABROAD, group: "region:黑龙江省;level:专科"'))
      expect(region.peers.map((it) => [it['peer'], it['name'], it['status']])).toEqual([
        ['R1', '丙学院', 'PUBLISHED'],
        ['R2', '丁学院', 'NOT_COLLECTED'],
      ])
      const list = await peers(PEERS('EX02', ', scope: ABROAD, group: "list:Z9,己学院"'))
      expect(list.peers.map((it) => [it['peer'], it['status']])).toEqual([
        ['Z9', 'PUBLISHED'],
        ['R4', 'NOT_COLLECTED'],
      ])
      const { errors } = await college.ask(PEERS('EX02', ', group: "province:黑龙江省"'))
      expect(errors![0]!.extensions).toMatchObject({
        code: 'UNKNOWN_GROUP',
        fields: expect.arrayContaining(['region']),
      })
    })

    it('listed twice, or by code and by name, are one', async () => {
      const { peers } = await openWithPeers([])
      const answer = await peers(PEERS('EX02', ', group: "list:Z9,Y,Z9,乙学院"'))
      expect(answer.peers.map((it) => it['peer'])).toEqual(['Z9', 'Y'])
    })

    it('known by a name that two institutions have are neither of them', async () => {
      const { college, peers } = await openWithPeers([{ peer: '丙学院', value: 10 }])
      await college.put('institution', ['code,name_zh,country', 'R1,丙学院,CN', 'R2,丙学院,CN'])
      const answer = await peers(PEERS('EX02', ', scope: ABROAD', 'peer name(locale: ZH) institution { code }'))
      expect(answer.peers).toMatchObject([{ peer: '丙学院', name: '丙学院', institution: null }])
    })

    it('are counted from their records only for anyone who may ask for their figures', async () => {
      const { database, college, peers } = await openWithPeers(
        [{ peer: 'Y', indicator: 'SK15.dec', edition: null, value: 70 }],
        { publicReading: false },
      )
      await putGraduates(database, 'X', 56, 70)
      await putGraduates(database, 'Y', 48, 80)
      const values = async (institution: string | null) => {
        const answer = await peers(PEERS('SK15.dec'), bearer(await college.tokenFor('reader', institution)))
        return answer.peers.map((it) => [it['status'], it['value']])
      }
      expect(await values('X')).toEqual([['PUBLISHED', 70]])
      expect(await values(null)).toEqual([
        ['COMPUTED', 60],
        ['PUBLISHED', 70],
      ])
    })

    it('are beside the public figure for somebody without a token', async () => {
      const { database, peers } = await openWithPeers([{ peer: 'A', indicator: 'SK15.dec', edition: null, value: 70 }])
      await putGraduates(database, 'X', 2, 5)
      expect((await peers(PEERS('SK15.dec'), {})).own).toEqual({ value: null, gap: 'SUPPRESSED' })
      expect((await peers(PEERS('SK15.dec'))).own).toEqual({ value: 40, gap: null })
    })

    it('come in pages that keep their place', async () => {
      const { college, token } = await openWithPeers(['A', 'B', 'C'].map((peer, at) => ({ peer, value: at })))
      const page = async (more: string) =>
        (
          await college.as(bearer(token))(
            `{ peers(indicator: "EX02", institution: "X", year: 2022, scope: ABROAD) { peers(${more}) { pageInfo { hasNextPage endCursor } edges { node { peer } } } } }`,
          )
        ).data.peers.peers
      const first = await page('first: 2')
      expect(first.pageInfo.hasNextPage).toBe(true)
      const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`)
      expect(second.edges.map((it: { node: { peer: string } }) => it.node.peer)).toEqual(['C'])
    })
  })

  describe('a ranking', () => {
    const RANKING = (indicator: string, more = '') => `{ ranking(indicator: "${indicator}", year: 2022${more}) {
      totalCount rankedCount editions pageInfo { hasNextPage endCursor }
      edges { node { rank { rank tied } figure { peer status value gap compared incomparable { code } } } } } }`
    const rows = (answer: {
      data: { ranking: { edges: { node: { rank: { rank: number } | null; figure: { peer: string } } }[] } }
    }) => answer.data.ranking.edges.map(({ node }) => [node.rank?.rank ?? null, node.figure.peer])

    it('has the comparable first, with ties, then numbers of other things, last those without one, named', async () => {
      const { college } = await openWithPeers([
        { peer: 'A', value: 14 },
        { peer: 'B', value: 50 },
        { peer: 'C', value: 99, edition: '2019' },
        { peer: 'D', status: 'dash' },
      ])
      const answer = await college.ask(RANKING('EX02', ', scope: ABROAD'))
      expect(answer.data.ranking).toMatchObject({ totalCount: 5, rankedCount: 3 })
      expect(rows(answer)).toEqual([
        [1, 'B'],
        [2, 'A'],
        [2, 'X'],
        [null, 'C'],
        [null, 'D'],
      ])
    })

    it('takes what several institutions recorded of one publication once, and pages through', async () => {
      const { college, database } = await openWithPeers([{ peer: 'A', value: 20 }])
      await putPeers(database, [{ peer: 'A', value: 20 }], 'Y')
      const first = await college.ask(RANKING('EX02', ', scope: ABROAD, first: 1'))
      expect(first.data.ranking.totalCount).toBe(2)
      const { endCursor } = first.data.ranking.pageInfo
      const second = await college.ask(RANKING('EX02', `, scope: ABROAD, first: 1, after: "${endCursor}"`))
      expect([...rows(first), ...rows(second)]).toEqual([
        [1, 'A'],
        [2, 'X'],
      ])
      const lost = await college.ask(RANKING('EX02', ', scope: ABROAD, after: "bm93aGVyZQ"'))
      expect(lost.errors![0]!.extensions.code).toBe('BAD_PAGE')
    })

    it('shows hidden figures as hidden, last', async () => {
      const { college, database } = await openWithPeers([])
      await putGraduates(database, 'X', 2, 5)
      await putGraduates(database, 'Y', 30, 60)
      const answer = await college.ask(RANKING('SK15.dec'))
      expect(answer.data.ranking.edges.map(({ node }: { node: object }) => node)).toMatchObject([
        { rank: { rank: 1 }, figure: { peer: 'Y', value: 50 } },
        { rank: null, figure: { peer: 'X', value: null, gap: 'SUPPRESSED' } },
      ])
    })
  })
})
