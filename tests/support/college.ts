import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parse } from 'yaml'
import type { Causeway } from '@causeway/server/figures/causeway'
import { createApp, type App } from '@causeway/server/outlets/http/app'
import { createToken } from '@causeway/server/access/tokens'
import type { Role } from '@causeway/shared/rights'
import type { Database } from '@causeway/server/ground/database/database'
import { importFile } from '@causeway/server/records/import/import-file'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { OwnIndicators } from '@causeway/server/figures/indicators/files/read-indicators'
import { openSecret } from '@causeway/server/records/secret'
import type { LogEntry } from '@causeway/server/ground/log'
import { endBeforeClosing } from './databases.ts'

export const ENROLMENT_HEADER = 'person,headcount,programme,kind,full_time,nationality,start,end,planned_days'

/** An app over a database, without a port, and what a test asks of it. */
export interface College {
  app: App
  causeway: Causeway
  log: LogEntry[]
  /** Imports lines of CSV, of the institution `X` where none is named; throws where a row is refused. */
  put(type: string, lines: string[], institution?: string, dataDate?: string): Promise<void>
  tokenFor(role: Role, institution?: string | null, name?: string): Promise<string>
  /** Signs in on the page; the cookie, as a browser sends it back. */
  signIn(token: string): Promise<string>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Asked>
  /** As somebody asks who sends these headers. */
  as(headers: Record<string, string>): (query: string, variables?: object) => Promise<Asked>
  /** Sends a text or a form as it is, anything else as JSON. */
  post(path: string, body: unknown, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response>
  /** Asks with files, as a page or curl does: each is where the variables of the address say null. */
  send(query: string, variables: object, files: Record<string, File>, headers?: Record<string, string>): Promise<Asked>
  folder: string
}

interface Asked {
  status: number
  headers: Headers
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any
  errors?: {
    message: string
    path?: (string | number)[]
    extensions: { code: string; messages?: { zh: string; en: string } } & Record<string, unknown>
  }[]
}

interface Settings {
  publicReading?: boolean
  webRoot?: string | null
  own?: OwnIndicators
  mostUploadBytes?: number
  /** The public reads what is released, of these indicators alone. */
  released?: readonly string[]
  /** Null: as of a server that only its own machine reaches. */
  oneTimeRefused?: null
  limits?: Parameters<typeof createApp>[1]['limits']
}

export async function openCollege(database: Database, settings: Settings = {}): Promise<College> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-college-'))
  const secretFile = join(folder, 'secret.key')
  // The same in every college, so that the keys of its persons and their order are the same on both databases.
  writeFileSync(secretFile, Buffer.alloc(32).toString('base64url'))
  const secret = await openSecret(database, secretFile)
  const causeway: Causeway = {
    database,
    indicators: [...CATALOGUE, ...(settings.own?.indicators ?? [])].filter(
      ({ code }) => settings.released?.includes(code) ?? true,
    ),
    publicReleases: settings.released !== undefined,
    earlier: settings.own?.earlier ?? [],
    publicReading: settings.publicReading ?? true,
    secretFile,
    evidence: join(folder, 'evidence'),
    ...(settings.mostUploadBytes !== undefined && { mostUploadBytes: settings.mostUploadBytes }),
  }
  const log: LogEntry[] = []
  const { webRoot = null, oneTimeRefused, limits } = settings
  const app = createApp(causeway, { webRoot, oneTimeRefused, limits, log: (entry) => log.push(entry) })
  endBeforeClosing(database, () => app.close())
  const asked = async (response: Response): Promise<Asked> => {
    const { data, errors } = (await response.json()) as Asked
    return { status: response.status, headers: response.headers, data, ...(errors && { errors }) }
  }
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`http://causeway.test${path}`, { headers }))
  const post: College['post'] = (path, body, more = {}, signal) => {
    const isForm = body instanceof FormData
    const headers: Record<string, string> = isForm ? more : { 'content-type': 'application/json', ...more }
    const content = isForm || typeof body === 'string' ? body : JSON.stringify(body)
    return app.fetch(
      new Request(`http://causeway.test${path}`, { method: 'POST', headers, body: content, signal: signal ?? null }),
    )
  }
  const ask: College['ask'] = async (query, variables = {}, headers = {}) =>
    asked(await post('/graphql', { query, variables }, headers))
  return {
    app,
    causeway,
    log,
    get,
    async signIn(token) {
      return (await post('/session', { token })).headers.get('set-cookie')!.split(';')[0]!
    },
    async put(type, lines, institution = type === 'institution' ? undefined : 'X', dataDate?) {
      const path = join(folder, `${type}.csv`)
      writeFileSync(path, `${lines.join('\n')}\n`)
      const report = await importFile(database, secret, { path, as: type, institution, dataDate })
      rmSync(path)
      if (report.refused) throw new Error(JSON.stringify(report.problems))
    },
    async tokenFor(role, institution = null, name) {
      return (await createToken(database, { role, institution, expires: null, name: name ?? null })).token
    },
    post,
    ask,
    as: (headers) => (query, variables) => ask(query, variables, headers),
    async send(query, variables, files, headers = {}) {
      const form = new FormData()
      form.append('operations', JSON.stringify({ query, variables }))
      form.append('map', JSON.stringify(Object.fromEntries(Object.keys(files).map((path, i) => [i, [path]]))))
      Object.values(files).forEach((file, i) => form.append(String(i), file))
      return asked(await post('/graphql', form, headers))
    },
    folder,
  }
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** What somebody sends who may read the records of X. */
export const readerOf = async (college: College) => bearer(await college.tokenFor('reader', 'X'))

/** A learner of 2022/23 more. */
export const addLearner = (college: College, person: string, institution = 'X') =>
  college.put('enrolment', [ENROLMENT_HEADER, `${person},,PA,degree,1,VN,2022-09-01,2023-07-01,300`], institution)

/** What college X is answered by somebody who may read its records. */
export async function askAsReader(college: College, query: string, variables: object = {}): Promise<Asked['data']> {
  const { data, errors } = await college.ask(query, variables, await readerOf(college))
  expect(errors).toBeUndefined()
  return data
}

/** What takes lines of CSV. */
interface Desk {
  put(type: string, lines: string[]): Promise<unknown>
}

/** Imports the records of a college of `colleges`: by type the lines of a file, in the order of the types. */
const fillFrom = (name: string) => {
  const records = parse(readFileSync(join(import.meta.dirname, `colleges/${name}.yaml`), 'utf8')) as Record<
    string,
    string[]
  >
  return async ({ put }: Desk) => {
    for (const [type, lines] of Object.entries(records)) await put(type, lines)
  }
}
export const fillCollege = fillFrom('learners')
export const fillAdoptions = fillFrom('adoptions')
export const fillCurriculum = fillFrom('curriculum')
export const fillForms = fillFrom('forms')
export const fillJointProgrammes = fillFrom('joint-programmes')
export const fillPairedScores = fillFrom('paired-scores')
export const fillPlatforms = fillFrom('platforms')
export const fillRegistered = fillFrom('registered')
export const fillReports = fillFrom('reports')
export const fillScores = fillFrom('scores')
export const fillSubjects = fillFrom('subjects')
export const fillTrained = fillFrom('trained')

/** A college that `fill` gave its records. */
export async function openFilledCollege(
  database: Database,
  fill: (college: College) => Promise<unknown> = fillCollege,
  settings?: Parameters<typeof openCollege>[1],
): Promise<College> {
  const college = await openCollege(database, settings)
  await fill(college)
  return college
}
