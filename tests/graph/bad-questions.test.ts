import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { getIntrospectionQuery } from 'graphql'
import { parse } from 'yaml'
import { openCollege, openFilledCollege, type College } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'

const series = (more: string) => `{ indicator(id: "EX02") { series(institution: "X", ${more}) { figures { value } } } }`

/** What every GraphQL tool asks first, so many times in one question. */
function askSchema(times: number): string {
  const [whole, ...fragments] = getIntrospectionQuery().split(/\}\s+(?=fragment )/)
  const field = whole!.replace('query IntrospectionQuery {', '')
  return `{ ${Array.from({ length: times }, (_, at) => `schema${at}: ${field}`).join(' ')} } ${fragments.join('} ')}`
}

interface Bad {
  what: string
  query: string
  code: string
  variables?: object
}

/** What is sent, and the code it gets. */
const BAD: Bad[] = [
  {
    what: '10,000 aliases',
    query: `{ ${Array.from({ length: 10_000 }, (_, i) => `a${i}: indicator(id: "EX02") { id }`).join(' ')} }`,
    code: 'TOO_MANY_TOKENS',
  },
  {
    what: '600 aliases',
    query: `{ ${Array.from({ length: 600 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
    code: 'TOO_MANY_ALIASES',
  },
  { what: 'the same field 5,000 times', query: `{ ${'__typename '.repeat(5_000)} }`, code: 'TOO_MANY_FIELDS' },
  { what: '100 levels', query: `${'{ indicators '.repeat(100)}{ id }${' }'.repeat(100)}`, code: 'TOO_DEEP' },
  { what: '6,000 levels', query: `${'{a'.repeat(6_000)}${'}'.repeat(6_000)}`, code: 'TOO_DEEP' },
  {
    what: 'levels hidden in fragments',
    query: `{ ...F0 } ${Array.from({ length: 30 }, (_, i) => `fragment F${i} on Query { a { ...F${i + 1} } }`).join(' ')} fragment F30 on Query { b }`,
    code: 'TOO_DEEP',
  },
  {
    what: 'fragments that multiply',
    query: `{ ...F0 } ${Array.from({ length: 18 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} x${i}: __typename ...F${i + 1} }`).join(' ')} fragment F18 on Query { indicators { series(institution: "X", from: 2000, to: 2020) { figures { value } } } }`,
    code: 'TOO_COSTLY',
  },
  {
    what: 'every official table of ten years',
    query: `{ ${Array.from({ length: 10 }, (_, at) => `y${at}: formsOfYear(institution: "X", year: ${2014 + at}) { name }`).join(' ')} }`,
    code: 'TOO_COSTLY',
  },
  { what: 'the whole schema 20 times', query: askSchema(20), code: 'TOO_COSTLY' },
  {
    what: 'types of the schema through one another',
    query: `{ ${['a', 'b'].map((name) => `${name}: __schema { types { fields { type { fields { name description type { kind name } args { name description type { kind name } } } } } } }`).join(' ')} }`,
    code: 'TOO_COSTLY',
  },
  {
    what: 'an id of another kind',
    query: `{ node(id: "${Buffer.from('Token:1').toString('base64url')}") { id } }`,
    code: 'BAD_ID',
  },
  {
    what: 'a NUL byte hidden in an id',
    query: `{ node(id: "${Buffer.from('Record:enrolment/X/a\0b').toString('base64url')}") { id } }`,
    code: 'BAD_ID',
  },
  ...(parse(readFileSync(join(import.meta.dirname, 'bad-questions.yaml'), 'utf8')) as Bad[]),
]

const KNOWN_STATUS = [200, 400, 413]

onOneDatabase((_name, open) => {
  it('every official table of a year is asked for beside that of the year before', async () => {
    const college = await openFilledCollege(await open())
    const lines = '{ id edition reportYear publishedOn lines { source gap value last { value } } }'
    const years = [2022, 2023].map((year) => `y${year}: formsOfYear(institution: "X", year: ${year}) ${lines}`)
    expect((await college.ask(`{ ${years.join(' ')} }`)).errors).toBeUndefined()
  })

  it('the whole schema is asked for once and twice', async () => {
    const college = await openCollege(await open())
    for (const times of [1, 2]) {
      const { data, errors } = await college.ask(askSchema(times))
      expect(errors).toBeUndefined()
      expect(Object.keys(data)).toHaveLength(times)
    }
  })

  it('a bad question gets a clear code in both languages, never a failure of the server, never a stack trace', async () => {
    const college = await openFilledCollege(await open())
    for (const { what, query, code, variables } of BAD) {
      const response = await send(college, {
        query,
        variables,
        ...(what.includes('another operation') ? { operationName: 'Dear' } : {}),
      })
      const text = await response.text()
      expect(KNOWN_STATUS, `${what}: ${response.status} ${text.slice(0, 200)}`).toContain(response.status)
      const { errors } = JSON.parse(text) as {
        errors?: { message: string; extensions: { code: string; messages: { zh: string; en: string } } }[]
      }
      expect(errors?.[0]?.extensions.code, `${what}: ${text.slice(0, 300)}`).toBe(code)
      expect(errors![0]!.extensions.messages.zh, what).toMatch(/\p{Script=Han}/u)
      expect(text, what).not.toMatch(/\bat .*\.[jt]s:\d+|node_modules/)
    }
    expect(college.log.filter((entry) => entry.level === 'error')).toEqual([])
    expect((await college.ask('{ indicator(id: "EX02") { id } }')).data.indicator.id).toBe('foreign-students')
  })

  it('what is refused before it runs says its sentence and its facts in both languages', async () => {
    const database = await open()
    const college = await openCollege(database)
    const { query, variables } = BAD.find(({ what }) => what === 'a cost that is in variables')!
    const { extensions } = (await college.ask(query, variables)).errors![0]!
    expect(extensions).toMatchObject({ asked: expect.any(Number), limit: expect.any(Number) })
    expect(extensions.messages?.zh).toMatch(/^这个查询/)
    const closed = await openCollege(database, { publicReading: false })
    expect((await closed.ask('{ indicators { id } }')).errors![0]!.extensions.messages?.zh).toMatch(/^需要登录/)
  })

  it('an unknown id names the nearest that there are', async () => {
    const college = await openFilledCollege(await open())
    const { errors } = await college.ask('{ indicator(id: "foreign-studnets") { id } }')
    expect(errors![0]!.extensions).toMatchObject({
      code: 'UNKNOWN_INDICATOR',
      nearest: expect.arrayContaining(['foreign-students']),
    })
    const dimension = await college.ask(series('from: 2022, to: 2022, by: "contry"'))
    expect(dimension.errors![0]!.extensions).toMatchObject({ nearest: expect.arrayContaining(['country']) })
  })

  it('one wrong part of a query costs only itself', async () => {
    const college = await openFilledCollege(await open())
    const { data, errors } = await college.ask(`{
      a: indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022, by: "no-such") { revision } }
      b: indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022) { figures { value } } }
      c: indicator(id: "EX99") { id }
      d: institution(code: "X") { name zh: name(locale: ZH) }
      e: records(type: "enrolment", institution: "X") { totalCount }
    }`)
    expect(data).toEqual({
      ...{ a: { series: null }, b: { series: { figures: [{ value: 14 }] } }, c: null },
      ...{ d: { name: 'College X', zh: '甲学院' }, e: null },
    })
    expect(errors!.map(({ path, extensions }) => [path!.join('.'), extensions.code]).sort()).toEqual([
      ['a.series', 'UNKNOWN_DIMENSION'],
      ['c', 'UNKNOWN_INDICATOR'],
      ['e', 'UNAUTHENTICATED'],
    ])
  })

  it('all indicators over ten years, with all that a figure says, are within the limits', async () => {
    const college = await openFilledCollege(await open())
    const { data, errors } = await college.ask(
      `query($i: ID!) { indicators {
      id code name zh: name(locale: ZH) definition formula unit bases dimensions { id name } mappings { form label }
      series(institution: $i, from: 2014, to: 2023) {
        basis scope revision computedAt summary institution { code name }
        figures { period { basis year label start end partial } category { key label } value gap numerator denominator size
          interval { low high level method } coverage lost effect explanation { formula definitionVersion recordCount groupHeadcount } }
      } } }`,
      { i: 'X' },
    )
    expect(errors).toBeUndefined()
    expect(data.indicators.length).toBeGreaterThan(20)
    for (const { series: it } of data.indicators) expect(it.figures).toHaveLength(10)
  })

  it('a body that is too large, cut short, empty, no JSON, a list, or of another kind is refused by name', async () => {
    const college = await openCollege(await open())
    const cases: [body: BodyInit, type: string, status: number, code: string][] = [
      [JSON.stringify({ query: `{ __typename } # ${'x'.repeat(600_000)}` }), 'application/json', 413, 'TOO_LARGE'],
      ['{"query":"{ __typen', 'application/json', 400, 'BAD_JSON'],
      ['', 'application/json', 400, 'BAD_JSON'],
      ['[{"query":"{ __typename }"}]', 'application/json', 400, 'BAD_REQUEST'],
      ['{"query":7}', 'application/json', 400, 'BAD_REQUEST'],
      ['{"query":"{ __typename }","variables":"x"}', 'application/json', 400, 'BAD_REQUEST'],
      ['{}', 'application/json', 400, 'BAD_REQUEST'],
      [
        `{"query":"{ __typename }","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
        'application/json',
        400,
        'TOO_DEEP',
      ],
      ['query={__typename}', 'application/x-www-form-urlencoded', 400, 'BAD_REQUEST'],
      [new Uint8Array([0x7b, 0xff, 0xfe]), 'application/json', 400, 'BAD_REQUEST'],
    ]
    for (const [body, type, status, code] of cases) {
      const response = await college.post('/graphql', body, { 'content-type': type })
      const answer = (await response.json()) as { errors: { extensions: { code: string } }[] }
      expect([response.status, answer.errors[0]!.extensions.code]).toEqual([status, code])
    }
  })

  it('an unexpected error is masked, and logged under the id that the asker is said', async () => {
    const database = await open()
    const college = await openFilledCollege(database)
    const broken = {
      ...college.causeway,
      indicators: college.causeway.indicators.map((it) => ({ ...it, measure: {} as never })),
    }
    const { createApp } = await import('@causeway/server/outlets/http/app')
    const log: { level: string; requestId?: string; error?: string }[] = []
    const app = createApp(broken, { webRoot: null, log: (entry) => log.push(entry) })
    const response = await app.fetch(
      new Request('http://causeway.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: series('from: 2022, to: 2022') }),
      }),
    )
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { code: string; requestId: string } }[]
    }
    expect(errors[0]!.extensions.code).toBe('INTERNAL')
    expect(errors[0]!.extensions.requestId).toBe(response.headers.get('x-request-id'))
    expect(log.find((entry) => entry.level === 'error')).toMatchObject({ requestId: errors[0]!.extensions.requestId })
    expect(JSON.stringify(errors)).not.toContain(log.find((entry) => entry.level === 'error')!.error)
    expect(response.headers.get('etag')).toBeNull()
  })
})

function send(college: College, body: object): Promise<Response> {
  return college.post('/graphql', body)
}
