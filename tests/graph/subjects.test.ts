import { expect, it } from 'vitest'
import { fillSubjects, openCollege, openFilledCollege, type College } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'

const MENTIONS = `mentions(first: 2) {
  recordType { name } field fieldLabel(locale: ZH)
  records { totalCount pageInfo { hasNextPage endCursor } edges { node { label } } }
}`

async function ask(college: College, query: string, variables: object = {}) {
  const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
  return college.ask(query, variables, { authorization })
}

const said = (mentions: { recordType: { name: string }; field: string; records: { totalCount: number } }[]) =>
  mentions.map(({ recordType, field, records }) => `${recordType.name}.${field} ${records.totalCount}`)

onOneDatabase((_name, open) => {
  it('gathers what names a partner, under whichever of its codes, by type and field', async () => {
    const college = await openFilledCollege(await open(), fillSubjects)
    const query = `query ($code: ID!) { subject(institution: "X", kind: PARTNER, code: $code) { code name record { label } ${MENTIONS} } }`
    const { data, errors } = await ask(college, query, { code: 'P1B' })
    expect(errors).toBeUndefined()
    expect(data.subject).toMatchObject({ code: 'P1', name: 'Hanoi College' })
    expect(said(data.subject.mentions)).toEqual(['agreement.partner 2', 'event.partner 1', 'placement.partner 1'])
    expect(data.subject.mentions[0].fieldLabel).toBe('合作机构编号')
  })

  it('tells a country where people come from apart from where they go', async () => {
    const college = await openFilledCollege(await open(), fillSubjects)
    const query = `{ subject(institution: "X", kind: COUNTRY, code: "VN") { name record { id } ${MENTIONS} } }`
    const { data, errors } = await ask(college, query)
    expect(errors).toBeUndefined()
    expect(data.subject.record).toBeNull()
    expect(said(data.subject.mentions)).toEqual([
      // The partner that is the same as another is not said twice.
      'partner.country 1',
      'event.country 1',
      'enrolment.nationality 7',
      'placement.nationality 1',
    ])
  })

  it('goes on after a cursor in one field of one type', async () => {
    const college = await openFilledCollege(await open(), fillSubjects)
    const page = `query ($after: String) { subject(institution: "X", kind: PROGRAMME, code: "PA") {
      mentions(type: "enrolment", field: "programme", first: 4, after: $after) {
        records { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } }
      } } }`
    const first = (await ask(college, page)).data.subject.mentions[0].records
    const second = (await ask(college, page, { after: first.pageInfo.endCursor })).data.subject.mentions[0].records
    const ids = [first, second].flatMap(({ edges }) => edges.map((edge: { node: { id: string } }) => edge.node.id))
    expect([first.totalCount, first.edges.length, second.edges.length, new Set(ids).size]).toEqual([7, 4, 3, 7])
    expect(second.pageInfo.hasNextPage).toBe(false)
  })

  it('refuses an unknown one with the nearest codes, and everyone without the right', async () => {
    const college = await openFilledCollege(await open(), fillSubjects)
    const asked = '{ subject(institution: "X", kind: PROGRAMME, code: "PAA") { code } }'
    expect((await ask(college, asked)).errors![0]!.extensions).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
      nearest: expect.arrayContaining(['PA']),
    })
    expect((await college.ask(asked)).errors![0]!.extensions.code).toBe('UNAUTHENTICATED')
    const other = { authorization: `Bearer ${await college.tokenFor('reader', 'Y')}` }
    expect((await college.as(other)(asked)).errors![0]!.extensions.code).toBe('FORBIDDEN')
    const place = '{ subject(institution: "X", kind: COUNTRY, code: "ZZ") { code } }'
    expect((await ask(college, place)).errors![0]!.extensions.code).toBe('UNKNOWN_SUBJECT')
  })

  it('finds one platform by whichever of its codes, and refuses an unknown one', async () => {
    const college = await openFilledCollege(await open(), fillSubjects)
    const platform = (code: string) => ask(college, `{ platform(institution: "X", code: "${code}") { code name on } }`)
    expect((await platform('PLAT')).data.platform).toMatchObject({ code: 'PLAT', name: 'Consortium' })
    expect((await platform('PLATT')).errors![0]!.extensions).toMatchObject({
      code: 'UNKNOWN_PLATFORM',
      nearest: ['PLAT'],
    })
  })

  it('names a country to anybody, with the blocs that it is in on the day', async () => {
    const college = await openCollege(await open())
    const country = (code: string, on: string) =>
      college.ask(`{ country(code: "${code}", on: "${on}") { name(locale: ZH) continent { key } blocs { key } } }`)
    expect((await country('ET', '2023-12-31')).data.country.blocs).not.toContainEqual({ key: 'brics' })
    expect((await country('ET', '2024-01-01')).data.country.blocs).toContainEqual({ key: 'brics' })
    expect((await country('HK', '2024-01-01')).data.country).toMatchObject({
      name: '中国香港',
      continent: { key: 'asia' },
    })
    expect((await country('XX', '2024-01-01')).data.country).toBeNull()
  })

  it('lists the indicators that a dimension filters, and no others', async () => {
    const college = await openCollege(await open())
    const { data } = await college.ask(
      '{ indicators(dimension: "partner") { id dimensions { id } } all: indicators { id } }',
    )
    expect(data.indicators.length).toBeGreaterThan(10)
    expect(data.indicators.length).toBeLessThan(data.all.length)
    for (const { dimensions } of data.indicators) expect(dimensions).toContainEqual({ id: 'partner' })
    expect((await college.ask('{ indicators(dimension: "nothing") { id } }')).data.indicators).toEqual([])
  })
})
