import { describe, expect, it } from 'vitest'
import { owedWords } from '@causeway/shared/reported-years'
import { askAsReader, openCollege, type College } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { csv, openImportCollege } from '../support/import-college.ts'

const STAY = 'person,direction,audience,purpose,country,start,end,unit'
const EVENT = 'code,title_zh,kind,country,start,unit'
const NOTHING = 'record_type,from,to,signer,unit,direction,audience'

interface Owed {
  type: { name: string }
  unit: string | null
  direction: string | null
  audience: string | null
}

async function owed(college: College, year: number): Promise<Owed[]> {
  const asked = `{ quality(institution: "X", year: ${year}) { owed { type { name } unit direction audience } } }`
  return (await askAsReader(college, asked)).quality.owed
}

const named = (all: Owed[], type: string) =>
  all
    .filter((one) => one.type.name === type)
    .map(
      ({ unit, direction, audience }) =>
        [unit, direction, audience].filter((part) => part !== null).join(' ') || 'whole',
    )

it('is said in one sentence', () => {
  const of = (...units: (string | null)[]) => owedWords(units.map((unit) => ({ unit })))
  expect(of()).toEqual({ zh: '没有待报的台账', en: 'No report is due' })
  expect(of('A')).toEqual({ zh: '1 项台账待报：1 个部门共 1 项', en: '1 report is due: 1 of 1 unit' })
  expect(of(null, 'A', 'A', 'B')).toEqual({
    zh: '4 项台账待报：全校 1 项，2 个部门共 3 项',
    en: '4 reports are due: 1 of the whole college, 3 of 2 units',
  })
})

const QUESTION = `query ($after: String, $state: ReportingState) {
  unreported(institution: "X", from: 2023, to: 2023, recordType: "mobility", unit: "A", state: $state, first: 2, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { type { name } period { label } unit direction audience state records signers } }
  }
}`

const HEADER = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期'
const COUNTS = `query ($id: ID!) { node(id: $id) { ... on Record { countsIn { indicator { code } basis periods { period { year label(locale: ZH) } parts } } } } }`
const RECORDS =
  '{ records(type: "mobility", institution: "X", first: 10) { edges { node { id fields { name value } } } } }'

onOneDatabase((_name, open) => {
  describe('what is owed for a year', () => {
    it('is of the whole college what nobody reported, and of a unit what it reported before', async () => {
      const college = await openCollege(await open())
      await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'], undefined, '2025-08-31')
      await college.put('unit', ['code,name_zh', 'A,国际处', 'B,教务处'])
      await college.put('event', [EVENT, 'V1,论坛,forum,CN,2023-12-01,A'])
      expect(named(await owed(college, 2024), 'event')).toEqual(['whole', 'A'])
      await college.put('event', [EVENT, 'V2,论坛二,forum,CN,2024-12-01,B'])
      expect(named(await owed(college, 2024), 'event')).toEqual(['A'])
      await college.put('nothing-to-report', [NOTHING, 'event,2024-09-01,2025-08-31,李,A,,'])
      expect(named(await owed(college, 2024), 'event')).toEqual([])
      // A register is reported as a whole.
      expect(named(await owed(college, 2024), 'unit')).toEqual([])
      expect(named(await owed(college, 2024), 'partner')).toEqual(['whole'])
    })

    it('names the parts of a mobility that are open, and the type alone where all are', async () => {
      const college = await openCollege(await open())
      await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'], undefined, '2025-08-31')
      expect(named(await owed(college, 2024), 'mobility')).toEqual(['whole'])
      await college.put('mobility', [STAY, 'P1,out,student,study,TH,2024-10-08,2024-10-21,'])
      await college.put('nothing-to-report', [NOTHING, 'mobility,2024-09-01,2025-08-31,李,,in,'])
      expect(named(await owed(college, 2024), 'mobility')).toEqual(['out staff'])
    })
  })

  it('what is neither reported nor declared nothing is a list with pages, for those who may read the institution', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'])
    await college.put('mobility', [
      'person,direction,audience,purpose,country,start,end,unit',
      'L1,out,student,study,VN,2023-10-01,2023-10-09,A',
    ])
    const headers = { authorization: `Bearer ${await college.tokenFor('reader')}` }
    const first = await college.as(headers)(QUESTION)
    expect(first.errors).toBeUndefined()
    expect(first.data.unreported).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
    expect(first.data.unreported.edges[0].node).toEqual({
      ...{ type: { name: 'mobility' }, period: { label: '2023/24' }, unit: 'A', direction: 'in', audience: 'student' },
      ...{ state: 'UNREPORTED', records: 0, signers: [] },
    })
    const { endCursor } = first.data.unreported.pageInfo
    const rest = await college.ask(QUESTION, { after: endCursor }, headers)
    expect(rest.data.unreported).toMatchObject({ pageInfo: { hasNextPage: false } })
    expect(rest.data.unreported.edges).toHaveLength(1)
    for (const place of ['-9', '0.5', 'mobility/A']) {
      const lost = await college.ask(QUESTION, { after: Buffer.from(place).toString('base64url') }, headers)
      expect(lost.errors?.[0]?.extensions.code, place).toBe('BAD_PAGE')
    }
    const there = await college.ask(QUESTION, { state: 'RECORDS' }, headers)
    expect(there.data.unreported.edges.map((edge: { node: { records: number } }) => edge.node.records)).toEqual([1])
    expect((await college.ask(QUESTION)).errors![0]!.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('anyone who may read a record is stated which figures it counts in, nobody else, and not of a whole page at once', async () => {
    const { college, editor, report } = await openImportCollege(await open())
    const rows = ['S1,派出,学生,学习,泰国,2022-12-20,2023-01-10', 'S2,来校,学生,学习,泰国,2022-10-01,2022-10-31']
    await report(csv('a.csv', HEADER, ...rows), { type: 'mobility' })
    const { data } = await college.as(editor)(RECORDS)
    const idOf = (direction: string): string =>
      data.records.edges.find(({ node }: any) => node.fields.some((one: any) => one.value === direction)).node.id // eslint-disable-line @typescript-eslint/no-explicit-any
    const out = idOf('out')
    const countsIn = async (id: string) => (await college.ask(COUNTS, { id }, editor)).data.node.countsIn
    const said = await countsIn(out)
    const of = (basis: string) =>
      said.filter((one: any) => one.indicator.code === 'IN17' && one.basis === basis).flatMap((one: any) => one.periods) // eslint-disable-line @typescript-eslint/no-explicit-any
    expect(of('SCHOOL_YEAR')).toEqual([{ period: { year: 2022, label: '2022—2023学年' }, parts: ['NUMERATOR'] }])
    expect(of('CALENDAR_YEAR').map((one: any) => one.period.year)).toContain(2022) // eslint-disable-line @typescript-eslint/no-explicit-any
    const incoming = await countsIn(idOf('in'))
    expect(incoming.map((one: any) => one.indicator.code)).not.toContain('IN17') // eslint-disable-line @typescript-eslint/no-explicit-any
    // No indicator counts schools.
    const school = (await college.as(editor)(RECORDS.replace('mobility', 'institution'))).data.records.edges[0].node.id
    expect(await countsIn(school)).toBeNull()

    const { errors } = await college.ask(COUNTS, { id: out }, {})
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED')
    const all = RECORDS.replace('first: 10', 'first: 100').replace(
      '{ id fields { name value } }',
      '{ countsIn { basis } }',
    )
    expect((await college.as(editor)(all)).errors![0]!.extensions.code).toBe('TOO_COSTLY')
  })
})
