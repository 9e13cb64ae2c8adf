import { createToken } from '@causeway/server/access/tokens'
import { OPERATOR } from '@causeway/server/access/viewer'
import { createRelease, publishRelease } from '@causeway/server/desk/releases/make-release'
import type { Causeway } from '@causeway/server/figures/causeway'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import type { Database } from '@causeway/server/ground/database/database'
import { createApp, type App } from '@causeway/server/outlets/http/app'
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
  /** By name, the first first; none: what is live. */
  releases?: readonly string[]
  /** Of what other outlets are asked one in so many; absent: all. */
  each?: number
  /** Whether the public sees numbers of persons rounded to 5. */
  isRounded?: boolean
}

/** Makes a release of a college and publishes it. */
export async function release(database: Database, institution: string, name: string, isRounded = false): Promise<void> {
  const causeway: Causeway = { database, indicators: CATALOGUE, publicReading: true, publicReleases: true, isRounded }
  await createRelease(causeway, OPERATOR, { institution, name })
  await publishRelease(causeway, OPERATOR, { institution, release: name })
}

const MOST_TRIES = 20

/** Asks again where it took too long: what was counted before is found by the next who asks it. */
const patient = (app: App): Pick<App, 'fetch'> => ({
  async fetch(request) {
    for (let tries = 1; ; tries++) {
      const response = await app.fetch(request.clone())
      if (response.status !== 503 || tries === MOST_TRIES) return response
    }
  },
})

const asker =
  (app: Pick<App, 'fetch'>, headers: Record<string, string>): Ask =>
  async (query) => {
    const body = JSON.stringify({ query })
    const asked = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
    return (await app.fetch(new Request('http://causeway.test/graphql', asked))).json() as ReturnType<Ask>
  }

/** Asks as anybody may who reads what is released. */
export function askingPublic(database: Database): { ask: Ask; close: () => Promise<void> } {
  const causeway: Causeway = { database, indicators: CATALOGUE, publicReading: true, publicReleases: true }
  const app = createApp(causeway, { webRoot: null, limits: { ofOne: ANY, ofAll: ANY }, log: () => {} })
  const close = async () => {
    await app.close()
    await settleKeeping(database)
  }
  return { ask: asker(patient(app), {}), close }
}

/** Attacks a college of China over HTTP, as the public reads what is live, or what is released. */
export async function attackDatabase(
  database: Database,
  {
    institution,
    years,
    schoolYearStart = '09-01',
    indicators = CATALOGUE,
    releases = [],
    each,
    isRounded = false,
  }: Attacked,
): Promise<Attack> {
  const publicReleases = releases.length > 0
  const causeway: Causeway = { database, indicators: CATALOGUE, publicReading: true, publicReleases, isRounded }
  const app = createApp(causeway, { webRoot: null, limits: { ofOne: ANY, ofAll: ANY }, log: () => {} })
  const asking = patient(app)
  const { token } = await createToken(database, { role: 'reader', institution, expires: null, name: null })
  const { records } = await listRecords(database, { type: 'programme', institution, first: 500 })
  const outerOf = new Map(
    records.flatMap(({ values: { code, department } }) =>
      department ? [[String(code), String(department)] as const] : [],
    ),
  )
  try {
    const asReader = asker(asking, { authorization: `Bearer ${token}` })
    return await attack(
      { app: asking, asPublic: asker(asking, {}), asReader },
      {
        ...{ institution, years, schoolYearStart, indicators, releases, isRounded, home: 'CN' },
        ...(each && { each }),
        nested: [{ inner: 'programme', outer: 'department', outerOf }],
      },
    )
  } finally {
    await app.close()
  }
}
