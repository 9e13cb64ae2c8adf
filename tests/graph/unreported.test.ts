import { expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { openCollege } from '../support/college.ts'

const QUESTION = `query ($after: String, $state: ReportingState) {
  unreported(institution: "X", from: 2023, to: 2023, recordType: "mobility", unit: "A", state: $state, first: 2, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { type { name } period { label } unit direction audience state records signers } }
  }
}`

forEachDatabase((_name, open) => {
  test('what is neither reported nor declared nothing is a list with pages, for those who may read the institution', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'])
    await college.put(
      'mobility',
      ['person,direction,audience,purpose,country,start,end,unit', 'L1,out,student,study,VN,2023-10-01,2023-10-09,A'],
      'X',
    )
    const headers = { authorization: `Bearer ${await college.tokenFor('reader')}` }
    const first = await college.ask(QUESTION, {}, headers)
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
})
