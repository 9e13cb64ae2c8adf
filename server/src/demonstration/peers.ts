import type { Row } from './csv-file.ts'

const PEERS = {
  sunny: '南滨农林职业学院（虚构） South Shore College',
  river: '三江农业职业学院（虚构） Three Rivers College',
  gate: '边门职业技术学院（虚构） Border Gate College',
  hills: '青岭农业工程职业学院（虚构） Green Hills College',
  port: '海港国际职业学院（虚构） Seaport College',
} as const
type Peer = keyof typeof PEERS

/** What a cell of the published table said: a number, nothing, a word for none, a dash. */
type Cell = number | '' | '无' | '—'

interface Published {
  peer: Peer
  edition: string
  year: number
  page: string
  cells: Record<string, Cell>
}

/** Indicators of the international influence table of 2022 and later; before, another scope and other lines. */
const SCOPES: Record<string, string> = { '2022': 'ABROAD', '2019': 'BORDER' }
const WITHOUT_SCOPE = ['EX12']

/** Tables that invented colleges annexed to their reports: nobody's cells are all numbers. */
// prettier-ignore
const PUBLISHED: Published[] = [
  { peer: 'sunny', edition: '2022', year: 2023, page: '112', cells: { EX03: 9, EX02: 143, EX11: 512, IN11: 26, PF06: 14, ST01: 9, ST02: 12, EX20: 11, SK01: 12 } },
  { peer: 'river', edition: '2022', year: 2023, page: '96', cells: { EX03: 5, EX02: 61, EX11: 288, IN11: 8, PF06: 9, ST01: 4, ST02: 6, EX20: '', SK01: 5 } },
  { peer: 'gate', edition: '2022', year: 2023, page: '84', cells: { EX03: 2, EX02: 17, EX11: 0, IN11: '无', PF06: 3, ST01: '无', ST02: 2, EX20: 3, SK01: '—' } },
  { peer: 'hills', edition: '2022', year: 2023, page: '101', cells: { EX03: 6, EX02: 88, EX11: 340, IN11: 12, PF06: '', ST01: 7, ST02: 9, EX20: 8, SK01: 9 } },
  { peer: 'port', edition: '2022', year: 2023, page: '127', cells: { EX03: 14, EX02: 265, EX11: 430, IN11: 31, PF06: 17, ST01: 8, ST02: 10, EX20: 14, SK01: 6 } },
  { peer: 'sunny', edition: '2022', year: 2022, page: '109', cells: { EX02: 98, EX11: 160, ST01: 8, SK01: 9 } },
  { peer: 'river', edition: '2022', year: 2022, page: '93', cells: { EX02: 40, EX11: 96, ST01: 4, SK01: 4 } },
  { peer: 'hills', edition: '2022', year: 2022, page: '97', cells: { EX02: 52, EX11: 118, ST01: 6, SK01: '无' } },
  { peer: 'sunny', edition: '2019', year: 2020, page: '77', cells: { EX07: 1260, EX11: 0, ST01: 6, SK01: 2, EX12: 3 } },
  { peer: 'port', edition: '2019', year: 2020, page: '88', cells: { EX07: 905, EX11: '—', ST01: 5, SK01: 1, EX12: 4 } },
]

/** Rates published with their counts: how many of how many. */
const RATES: [peer: Peer, indicator: string, year: number, k: number, n: number, page: string][] = [
  ['sunny', 'SK15.dec', 2023, 1892, 1987, '31'],
  ['river', 'SK15.dec', 2023, 1104, 1201, '28'],
  ['hills', 'SK15.dec', 2023, 2210, 2302, '30'],
  ['port', 'SK15.dec', 2023, 1630, 1744, '35'],
  ['sunny', 'SK05', 2023, 402, 488, '46'],
  ['gate', 'SK05', 2023, 118, 141, '39'],
]

const source = (peer: Peer, year: number) => `${PEERS[peer].split('（')[0]}职业教育质量年度报告（${year + 1}年度）`

/** What invented colleges published: numbers, and cells that hold none. */
export const PEER_FIGURES: Row[] = [
  ...PUBLISHED.flatMap(({ peer, edition, year, page, cells }) =>
    Object.entries(cells).map(([indicator, value]) => ({
      peer: PEERS[peer],
      indicator,
      basis: 'SCHOOL_YEAR',
      scope: WITHOUT_SCOPE.includes(indicator) ? undefined : SCOPES[edition],
      edition,
      year,
      value,
      source: source(peer, year),
      page,
    })),
  ),
  ...RATES.map(([peer, indicator, year, numerator, denominator, page]) => ({
    peer: PEERS[peer],
    indicator,
    basis: indicator.startsWith('SK15') ? 'COHORT' : 'SCHOOL_YEAR',
    year,
    value: Math.round((numerator / denominator) * 10_000) / 100,
    numerator,
    denominator,
    source: source(peer, year),
    page,
  })),
]
