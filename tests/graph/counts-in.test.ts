import { expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { csv, openImportCollege } from '../support/import-college.ts'

const HEADER = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期'
const COUNTS = `query ($id: ID!) { node(id: $id) { ... on Record { countsIn { indicator { code } basis periods { period { year label(locale: ZH) } parts } } } } }`
const RECORDS =
  '{ records(type: "mobility", institution: "X", first: 10) { edges { node { id fields { name value } } } } }'

forEachDatabase((_name, open) => {
  test('anyone who may read a record is stated which figures it counts in, nobody else, and not of a whole page at once', async () => {
    const { college, editor, report } = await openImportCollege(await open())
    const rows = ['S1,派出,学生,学习,泰国,2022-12-20,2023-01-10', 'S2,来校,学生,学习,泰国,2022-10-01,2022-10-31']
    await report(csv('a.csv', HEADER, ...rows), { type: 'mobility' })
    const { data } = await college.ask(RECORDS, {}, editor)
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
    const school = (await college.ask(RECORDS.replace('mobility', 'institution'), {}, editor)).data.records.edges[0]
      .node.id
    expect(await countsIn(school)).toBeNull()

    const { errors } = await college.ask(COUNTS, { id: out }, {})
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED')
    const all = RECORDS.replace('first: 10', 'first: 100').replace(
      '{ id fields { name value } }',
      '{ countsIn { basis } }',
    )
    expect((await college.ask(all, {}, editor)).errors![0]!.extensions.code).toBe('TOO_COSTLY')
  })
})
