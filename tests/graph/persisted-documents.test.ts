import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { fillCollege, openCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

const QUERY =
  'query Year($year: Int!) { indicator(id: "EX02") { series(institution: "X", from: $year, to: $year) { figures { value } } } }'
const extensions = JSON.stringify({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(QUERY).digest('hex') },
})

forEachDatabase((_name, open) => {
  it('a document is sent once and asked for by its hash from then on, so that a cache between may keep the answer', async () => {
    const college = await openCollege(await open())
    await fillCollege(college)
    const ask = async (parameters: Record<string, string>) => {
      const response = await college.get(`/graphql?${new URLSearchParams(parameters)}`)
      return { status: response.status, etag: response.headers.get('etag'), body: await response.json() }
    }
    const variables = JSON.stringify({ year: 2022 })
    const unknown = await ask({ extensions, variables })
    expect(unknown).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    })
    const first = await ask({ query: QUERY, extensions, variables })
    const again = await ask({ extensions, variables })
    expect(again).toEqual(first)
    expect(again.body).toEqual({ data: { indicator: { series: { figures: [{ value: 14 }] } } } })
    const wrong = await ask({ query: `${QUERY} `, extensions, variables })
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } })
    expect(await ask({ query: QUERY, variables: '{"year":' })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_JSON' } }] },
    })
  })
})
