import { createToken } from '@causeway/server/access/tokens'
import type { Causeway } from '@causeway/server/figures/causeway'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import type { Database } from '@causeway/server/ground/database/database'
import { createApp } from '@causeway/server/outlets/http/app'
import { listRecords } from '@causeway/server/records/list-records'
import { attack, type Attack } from './attack.ts'
import type { Ask } from './collect.ts'

/** More than anybody may ask. */
const ANY = { most: 1e9, perSecond: 1e6 }

interface Attacked {
  institution: string
  years: readonly [number, number]
  schoolYearStart?: string
  indicators?: readonly Declaration[]
  released?: boolean
}

/** Attacks a college of China over HTTP, as the public reads what is live, or what is released. */
export async function attackDatabase(
  database: Database,
  { institution, years, schoolYearStart = '09-01', indicators = CATALOGUE, released = false }: Attacked,
): Promise<Attack> {
  const causeway: Causeway = { database, indicators: CATALOGUE, publicReading: true, publicReleases: released }
  const app = createApp(causeway, { webRoot: null, limits: { ofOne: ANY, ofAll: ANY }, log: () => {} })
  const { token } = await createToken(database, { role: 'reader', institution, expires: null, name: null })
  const ask =
    (headers: Record<string, string>): Ask =>
    async (query) => {
      const body = JSON.stringify({ query })
      const asked = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
      return (await app.fetch(new Request('http://causeway.test/graphql', asked))).json() as ReturnType<Ask>
    }
  const { records } = await listRecords(database, { type: 'programme', institution, first: 500 })
  const outerOf = new Map(
    records.flatMap(({ values: { code, department } }) =>
      department ? [[String(code), String(department)] as const] : [],
    ),
  )
  try {
    return await attack(ask({}), ask({ authorization: `Bearer ${token}` }), {
      ...{ institution, years, schoolYearStart, indicators, home: 'CN' },
      nested: [{ inner: 'programme', outer: 'department', outerOf }],
    })
  } finally {
    await app.close()
  }
}
