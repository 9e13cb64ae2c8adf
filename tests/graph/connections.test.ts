import { expect, it } from 'vitest'
import { ENROLMENT_HEADER, openFilledCollege, askAsReader, openCollege, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import STANDARDS_THERE from './standards-there.json' with { type: 'json' }

interface Page {
  totalCount: number | null
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  edges: { cursor: string; node: { id: string; label: string; row: number } }[]
}

const PAGE =
  'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id label row } }'

async function readRecords(
  college: College,
  authorization: string,
  first: number,
  after: string | null,
): Promise<Page> {
  const query = `query($first: Int, $after: String) { records(type: "enrolment", institution: "X", first: $first, after: $after) { ${PAGE} } }`
  const { data, errors } = await college.ask(query, { first, after }, { authorization })
  expect(errors).toBeUndefined()
  return data.records as Page
}

const POINTERS = `query($locale: Locale!) { records(type: "programme", institution: "X") { edges { node {
  institution { code } fields { name value }
  pointers { type { name } field(locale: $locale) total records { type { name } fields { name value } } } } } } }`

interface Node {
  institution: { code: string }
  fields: { name: string; value: string | null }[]
  pointers: {
    type: { name: string }
    field: string
    total: number
    records: { type: { name: string }; fields: { name: string; value: string | null }[] }[]
  }[]
}

const valueOf = (fields: Node['fields'], name: string) => fields.find((field) => field.name === name)?.value

forEachDatabase((_name, open) => {
  it('pages follow each other without a gap or a repeat, though records are added in between', async () => {
    const college = await openFilledCollege(await open())
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const before = (await readRecords(college, authorization, 100, null)).edges.map((edge) => edge.node.id)
    expect(before).toHaveLength(14)
    const first = await readRecords(college, authorization, 5, null)
    expect(first).toMatchObject({
      totalCount: 14,
      pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: first.edges[4]!.cursor },
    })
    const added = Array.from({ length: 20 }, (_, i) => `N${i},,PA,degree,1,VN,2022-09-01,2023-07-01,300`)
    await college.put('enrolment', [ENROLMENT_HEADER, ...added])
    const seen = first.edges.map((edge) => edge.node.id)
    for (let page = first; page.pageInfo.hasNextPage;) {
      page = await readRecords(college, authorization, 5, page.pageInfo.endCursor)
      seen.push(...page.edges.map((edge) => edge.node.id))
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => before.includes(id))).toEqual(before)
  })

  it('a filter takes values that no record can have, and not more than a statement has room for', async () => {
    const college = await openFilledCollege(await open())
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const count = async (dimension: string, keys: string[]) => {
      const query =
        'query($filter: [DimensionFilter!]) { records(type: "enrolment", institution: "X", filter: $filter) { totalCount } }'
      const { data, errors } = await college.ask(query, { filter: [{ dimension, in: keys }] }, { authorization })
      return errors?.[0]?.extensions.code ?? data.records.totalCount
    }
    expect(await count('full_time', ['1'])).toBe(14)
    expect(await count('full_time', ['', '0.5', '3000000000', 'x'])).toBe(0)
    expect(await count('planned_days', ['300', '1e30'])).toBe(14)
    expect(await count('country', ['VN', 'LA'])).toBe(14)
    expect(
      await count(
        'country',
        Array.from({ length: 501 }, () => 'VN'),
      ),
    ).toBe('FILTER_TOO_LONG')
    const { errors } = await college.ask(
      'query($filter: [DimensionFilter!]) { indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022, filter: $filter) { revision } } }',
      { filter: Array.from({ length: 21 }, () => ({ dimension: 'country', in: ['VN'] })) },
      { authorization },
    )
    expect(errors?.[0]?.extensions.code).toBe('FILTER_TOO_LONG')
  })

  it('a page of nothing, of too many, and after a cursor that is none are distinguished', async () => {
    const college = await openFilledCollege(await open())
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    expect(await readRecords(college, authorization, 0, null)).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: true, startCursor: null, endCursor: null },
    })
    for (const [first, after] of [
      [-1, null],
      [501, null],
      [5, '!!'],
      [5, Buffer.from('a\0b').toString('base64url')],
    ] as const) {
      const query =
        'query($first: Int, $after: String) { records(type: "enrolment", institution: "X", first: $first, after: $after) { totalCount } }'
      const { data, errors } = await college.ask(query, { first, after }, { authorization })
      expect([data, errors?.map((it) => it.extensions.code)]).toEqual([{ records: null }, ['BAD_PAGE']])
    }
    const { edges } = await readRecords(college, authorization, 1, null)
    const others =
      'query($after: String) { batches(institution: "X", after: $after) { totalCount } indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022) { figures { records(after: $after) { totalCount } } } } }'
    const mixed = await college.ask(others, { after: edges[0]!.cursor.slice(0, 4) }, { authorization })
    expect(mixed.errors?.map((it) => it.extensions.code)).toEqual(['BAD_PAGE', 'BAD_PAGE'])
    const list = '{ institutions(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node { code } } } }'
    const { data } = await college.ask(list)
    expect(data.institutions).toMatchObject({
      totalCount: 2,
      edges: [{ node: { code: 'X' } }],
      pageInfo: { hasNextPage: true },
    })
    const next = await college.ask(
      list.replace('first: 1', `first: 1, after: "${data.institutions.pageInfo.endCursor}"`),
    )
    expect(next.data.institutions).toMatchObject({ edges: [{ node: { code: 'Y' } }], pageInfo: { hasNextPage: false } })
  })

  it('a figure leads to the records it was counted from, their fields in words, their file and row', async () => {
    const college = await openFilledCollege(await open())
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const { data, errors } = await college.as({
      authorization,
    })(`{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022, by: "country") { figures { category { key label zh: label(locale: ZH) } value
        records(first: 3) { totalCount pageInfo { hasNextPage } edges { node { id type { name label(locale: ZH) } label row
          fields { name label value text zh: text(locale: ZH) } batch { id fileName recordType { name } } } } } } } } }`)
    expect(errors).toBeUndefined()
    const [laos, vietnam] = data.indicator.series.figures
    expect(laos).toMatchObject({
      category: { key: 'LA', label: 'Laos', zh: '老挝' },
      value: 2,
      records: { totalCount: 2, pageInfo: { hasNextPage: false } },
    })
    expect(vietnam).toMatchObject({ value: 12, records: { totalCount: 12, pageInfo: { hasNextPage: true } } })
    const { node } = laos.records.edges[0]
    expect(node).toMatchObject({
      type: { name: 'enrolment' },
      batch: { fileName: 'enrolment.csv', recordType: { name: 'enrolment' } },
      row: expect.any(Number),
    })
    const fields = Object.fromEntries(node.fields.map((field: { name: string }) => [field.name, field])) as Record<
      string,
      { value: string; text: string; zh: string }
    >
    expect(fields['nationality']).toMatchObject({ value: 'LA', text: 'Laos', zh: '老挝' })
    expect(fields['start']).toMatchObject({ value: '2022-09-01' })
    expect(fields['programme']!.zh).toContain('数控')
    expect(JSON.stringify(node)).not.toMatch(/"L1[23]"/)
  })

  it('the registers and the record types are served in one shape', async () => {
    const college = await openFilledCollege(await open())
    await college.put('standard', [
      'code,title_zh,title_en,type,direction,country',
      'S1,标准一,Standard one,course,introduced,DE',
    ])
    await college.put('platform', ['code,name_zh,type,founded_on', 'P1,园区一,park,2019-05-20'])
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const { data, errors } = await college.as({
      authorization,
    })(`{ standards(institution: "X") { totalCount edges { node { code title zh: title(locale: ZH) type direction country version localisedOn record { label } } } }
         platforms(institution: "X") { edges { node { code name type role foundedOn closedOn parent } } }
         recordTypes { name label(locale: ZH) description fields { name label kind required choices } key } }`)
    expect(errors).toBeUndefined()
    expect(data.standards).toEqual(STANDARDS_THERE)
    expect(data.platforms.edges).toEqual([
      {
        node: {
          ...{ code: 'P1', name: '园区一', type: 'park', role: null, foundedOn: '2019-05-20', closedOn: null },
          parent: null,
        },
      },
    ])
    expect(data.recordTypes.map((it: { name: string }) => it.name)).toEqual(
      expect.arrayContaining(['institution', 'enrolment', 'nothing-to-report']),
    )
  })

  it('a record tells what points to it, by type and field, the first ten by name, to anyone who may read it', async () => {
    const college = await openFilledCollege(await open())
    const data = await askAsReader(college, POINTERS, { locale: 'ZH' })
    const nodes = (data.records.edges as { node: Node }[]).map(({ node }) => node)
    const enrolments = nodes.flatMap(({ fields, pointers }) =>
      pointers
        .filter(({ type }) => type.name === 'enrolment')
        .map((pointing) => ({ code: valueOf(fields, 'code'), ...pointing })),
    )
    expect(enrolments.length).toBeGreaterThan(0)
    for (const { code, field, total, records } of enrolments) {
      expect(field).toBe('专业编号')
      expect(records).toHaveLength(Math.min(10, total))
      for (const record of records) expect(valueOf(record.fields, 'programme')).toBe(code)
    }
    expect(nodes.every(({ institution }) => institution.code === 'X')).toBe(true)
    expect((await college.ask(POINTERS, { locale: 'ZH' })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('what may be in a field is listed by key and name: choices, countries, yes and no; of a text nothing', async () => {
    const college = await openCollege(await open())
    const { data, errors } = await college.ask(
      '{ recordTypes { name fields { name kind options { key zh: label(locale: ZH) en: label } } } }',
    )
    expect(errors).toBeUndefined()
    const types = data.recordTypes as {
      name: string
      fields: { name: string; kind: string; options: { key: string; zh: string; en: string }[] }[]
    }[]
    const field = (type: string, name: string) =>
      types.find((one) => one.name === type)!.fields.find((one) => one.name === name)!
    expect(field('mobility', 'direction').options).toEqual([
      { key: 'in', zh: '来校', en: 'in' },
      { key: 'out', zh: '派出', en: 'out' },
    ])
    expect(field('mobility', 'country').options).toContainEqual({ key: 'TH', zh: '泰国', en: 'Thailand' })
    expect(field('enrolment', 'full_time').options.map(({ key }) => key)).toEqual(['1', '0'])
    expect(field('mobility', 'note').options).toEqual([])
    for (const { kind, options } of types.flatMap(({ fields }) => fields))
      expect(options.length > 0).toBe(['choice', 'country', 'flag'].includes(kind))
  })
})
