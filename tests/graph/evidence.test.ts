import { expect, it } from 'vitest'
import { fillCollege, openCollege, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

const HEADER = 'code,title,kind,issued_by,issued_on,expires_on,record_type,record'

async function openProvedCollege(open: () => Promise<Parameters<typeof openCollege>[0]>): Promise<College> {
  const college = await openCollege(await open())
  await fillCollege(college)
  await college.put(
    'evidence',
    [
      HEADER,
      'E2,List of learners,register,,2022-10-01,,enrolment,L0/PA/2022-09-01',
      'E1,Letter of admission,letter,International office,2022-08-01,2023-07-31,enrolment,L0/PA/2022-09-01',
      'E1,Letter of admission,letter,International office,2022-08-01,2023-07-31,enrolment,L1/PA/2022-09-01',
      'E2,List of learners,register,,2022-10-01,,enrolment,L12/PA/2022-09-01',
      'E3,Programme approval,other,,2021-01-01,,programme,PA',
    ],
    'X',
  )
  return college
}

const share = (by: string) => `query { indicator(id: "EX02") {
  series(institution: "X", basis: SCHOOL_YEAR, from: 2021, to: 2023${by}) { figures { period { year } category { key } explanation { recordCount evidenceShare } } } } }`

forEachDatabase((_name, open) => {
  it('a record is asked for its evidence, in the order of its issue, and evidence for the record it proves', async () => {
    const college = await openProvedCollege(open)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const query =
      '{ records(type: "enrolment", institution: "X") { edges { node { id evidence { id code title kind kindLabel(locale: ZH) issuedBy issuedOn expiresOn record { id } } } } } }'
    const { data, errors } = await college.ask(query, {}, { authorization })
    expect(errors).toBeUndefined()
    const nodes = data.records.edges.map((edge: { node: object }) => edge.node) as {
      id: string
      evidence: { id: string; code: string; record: { id: string } }[]
    }[]
    const proved = nodes.filter(({ evidence }) => evidence.length > 0)
    expect(proved.map(({ evidence }) => evidence.map(({ code }) => code).join('+')).sort()).toEqual([
      'E1',
      'E1+E2',
      'E2',
    ])
    for (const { id, evidence } of proved) for (const { record } of evidence) expect(record.id).toBe(id)
    const two = proved.find(({ evidence }) => evidence.length === 2)!
    expect(two.evidence[0]).toMatchObject({
      ...{ title: 'Letter of admission', kind: 'letter', kindLabel: '函件', issuedBy: 'International office' },
      ...{ issuedOn: '2022-08-01', expiresOn: '2023-07-31' },
    })
    expect(two.evidence[1]).toMatchObject({ code: 'E2', issuedBy: null, expiresOn: null })

    const node = 'query($id: ID!) { node(id: $id) { __typename ... on Evidence { code record { label } } } }'
    const one = await college.ask(node, { id: two.evidence[0]!.id }, { authorization })
    expect(one.data.node).toMatchObject({ __typename: 'Evidence', code: 'E1', record: { label: expect.any(String) } })
    expect((await college.ask(node, { id: two.evidence[0]!.id })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const other = `Bearer ${await college.tokenFor('reader', 'Y')}`
    const asked = await college.ask(node, { id: two.evidence[0]!.id }, { authorization: other })
    expect(asked.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('the share of evidence counts the records behind a figure with a document valid on its last day', async () => {
    const college = await openProvedCollege(open)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const read = async (by: string) => {
      const { data, errors } = await college.ask(share(by), {}, { authorization })
      expect(errors).toBeUndefined()
      return data.indicator.series.figures as {
        period: { year: number }
        category: { key: string } | null
        explanation: { recordCount: number; evidenceShare: number | null }
      }[]
    }
    // On 2023-08-31 the letters have expired: of 14 records L0 and L12 are in the list.
    expect((await read('')).map(({ explanation }) => explanation.evidenceShare)).toEqual([
      null,
      expect.closeTo((2 / 14) * 100, 9),
      null,
    ])
    const byCountry = (await read(', by: "country"')).filter(({ period }) => period.year === 2022)
    expect(byCountry.map(({ category, explanation }) => [category!.key, explanation.evidenceShare])).toEqual([
      ['LA', 50],
      ['VN', expect.closeTo((1 / 12) * 100, 9)],
    ])
  })

  it('who may not read the records is not said how many of them have evidence', async () => {
    const college = await openProvedCollege(open)
    const { data, errors } = await college.ask(share(''))
    expect(errors).toBeUndefined()
    for (const { explanation } of data.indicator.series.figures) expect(explanation.evidenceShare).toBeNull()
  })
})
