import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fill, type Words } from '@causeway/shared/words/words'
import { SETTINGS } from './settings.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** What the environment says, checked. */
export interface Config {
  /** `file:` and an absolute path, or `postgres://…` */
  databaseUrl: string
  /** `postgres://…` of each replica that may be read. */
  replicaUrls: readonly string[]
  /** 0: any that is free. */
  port: number
  host: string
  /** Origin by which people reach it; null: whatever `Host` each request says. */
  reachedAt: string | null
  /** How many proxies are before it, each of which tells in `x-forwarded-for` whom it heard from. */
  proxies: number
  /** False: nobody reads without a token. */
  publicReading: boolean
  /** The public reads what is released. */
  publicReleases: boolean
  isRounded: boolean
  /** False: nobody signs in by a one-time address. */
  oneTimeSignIn: boolean
  /** Seconds of processor that one address may have at once without signing in. */
  budgetSeconds: number
  /** False: figures are counted when they are first asked for. */
  warm: boolean
  /** False: `/metrics` is not there. */
  metrics: boolean
  /** IANA name; for times of release and embargo only. */
  timeZone: string
  /** Absolute path of the key of personal hashes. */
  secretFile: string
  /** Fill an empty database with the demonstration college. */
  demo: boolean
  /** Absolute path of the folder of a college's own indicators; it need not be there. */
  indicators: string
  /** Absolute path of the folder of official tables of the operator's; it need not be there. */
  forms: string
  /** Absolute path of the file of own fields; it need not be there. */
  fields: string
  /** Absolute path of the file of name, logo, colours and contact; it need not be there. */
  theme: string
  /** Absolute path of the folder of the files of evidence; made when the first is attached. */
  evidence: string
  /** Bytes that may be uploaded at once. */
  mostUploadBytes: number
}

/** The environment is wrong; `problems` has all of it. */
export class ConfigProblems extends Error {
  readonly problems: readonly Words[]

  constructor(problems: readonly Words[]) {
    super(problems.map((problem) => problem.en).join('\n'))
    this.problems = problems
  }
}

/**
 * Reads the settings. An empty one counts as not set.
 * @param root where relative paths begin
 * @throws ConfigProblems
 */
export function readConfig(env: Record<string, string | undefined>, root: string): Config {
  const problems: Words[] = []
  const read = (name: string) => env[name]?.trim() || SETTINGS.find((setting) => setting.name === name)!.standard
  const refuse = (name: string, shown: string, should: Words) =>
    problems.push(fill(REFUSALS.NOT_ALLOWED, { name, shown, shouldZh: should.zh, shouldEn: should.en }))
  const readSwitch = (name: string) => {
    const text = read(name)
    if (text !== 'on' && text !== 'off') refuse(name, text, { zh: 'on 或 off', en: 'on or off' })
    return text === 'on'
  }
  const readPublic = () => {
    const text = read('CAUSEWAY_PUBLIC')
    if (!['on', 'off', 'releases'].includes(text))
      refuse('CAUSEWAY_PUBLIC', text, { zh: 'on、off 或 releases', en: 'on, off or releases' })
    return text
  }
  const readSmallCounts = () => {
    const text = read('CAUSEWAY_SMALL_COUNTS')
    if (!['hidden', 'rounded'].includes(text))
      refuse('CAUSEWAY_SMALL_COUNTS', text, { zh: 'hidden 或 rounded', en: 'hidden or rounded' })
    return text
  }
  const readNumber = (name: string, least: number, most: number, pattern = /^\d+$/) => {
    const [text, value] = [read(name), Number(read(name))]
    if (pattern.test(text) && value >= least && value <= most) return value
    refuse(name, text, { zh: `${least} 至 ${most} 的整数`, en: `a whole number from ${least} to ${most}` })
    return least
  }
  const readTheme = () => {
    const file = resolve(root, read('CAUSEWAY_THEME'))
    // One that was named and is not there was misspelt.
    if (env.CAUSEWAY_THEME?.trim() && !existsSync(file)) problems.push(fill(REFUSALS.NO_THEME_FILE, { file }))
    return file
  }

  const databaseUrl = parseDatabaseUrl(read('DATABASE_URL'), root, refuse)
  const config: Config = {
    databaseUrl,
    replicaUrls: parseReplicaUrls(read('DATABASE_REPLICA_URLS'), databaseUrl, refuse),
    port: readNumber('PORT', 0, 65_535),
    host: read('HOST'),
    reachedAt: parseAddress('CAUSEWAY_ADDRESS', read('CAUSEWAY_ADDRESS'), refuse),
    proxies: readNumber('CAUSEWAY_PROXIES', 0, 9, /^\d$/),
    publicReading: readPublic() !== 'off',
    publicReleases: read('CAUSEWAY_PUBLIC') === 'releases',
    isRounded: readSmallCounts() === 'rounded',
    oneTimeSignIn: readSwitch('CAUSEWAY_ONE_TIME_SIGN_IN'),
    budgetSeconds: readNumber('CAUSEWAY_BUDGET_SECONDS', 1, 3600),
    warm: readSwitch('CAUSEWAY_WARM'),
    metrics: readSwitch('CAUSEWAY_METRICS'),
    timeZone: parseTimeZone('CAUSEWAY_TIME_ZONE', read('CAUSEWAY_TIME_ZONE'), refuse),
    secretFile: resolve(root, env.CAUSEWAY_SECRET_FILE?.trim() || secretBeside(databaseUrl)),
    demo: readSwitch('CAUSEWAY_DEMO'),
    indicators: resolve(root, read('CAUSEWAY_INDICATORS')),
    forms: resolve(root, read('CAUSEWAY_FORMS')),
    fields: resolve(root, read('CAUSEWAY_FIELDS')),
    theme: readTheme(),
    evidence: resolve(root, env.CAUSEWAY_EVIDENCE?.trim() || evidenceBeside(databaseUrl)),
    mostUploadBytes: readNumber('CAUSEWAY_UPLOAD_MB', 1, 1024) * 1024 * 1024,
  }
  // A misspelt CAUSEWAY_PUBLIC would leave open what its owner believes closed.
  for (const name of Object.keys(env)) {
    if (name.startsWith('CAUSEWAY_') && !SETTINGS.some((setting) => setting.name === name)) {
      const known = SETTINGS.map((setting) => setting.name).join(', ')
      problems.push(fill(REFUSALS.NO_SETTING, { name, known }))
    }
  }
  if (problems.length > 0) throw new ConfigProblems(problems)
  return config
}

/** The SQLite file of a database address; null for PostgreSQL. */
export function databaseFile(databaseUrl: string): string | null {
  return databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : null
}

/** Notes that a setting is not what it must be. `should`: half a sentence. */
type Refuse = (name: string, shown: string, should: Words) => void

const isOfPostgres = (text: string) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
/** The address may hold a password: only its kind is repeated. */
const withoutPassword = (text: string) => (text.includes('@') ? `${text.split(':')[0]}:…` : text)

function parseDatabaseUrl(text: string, root: string, refuse: Refuse): string {
  if (isOfPostgres(text)) return text
  const path = text.startsWith('file:') ? text.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : ''
  if (path !== '') return `file:${isAbsolute(path) ? path : resolve(root, path)}`
  refuse('DATABASE_URL', withoutPassword(text), REFUSALS.DATABASE_ADDRESS)
  return ''
}

function parseReplicaUrls(text: string, databaseUrl: string, refuse: Refuse): string[] {
  const urls = text.split(/\s+/).filter((url) => url !== '')
  const wrong = urls.find((url) => !isOfPostgres(url))
  if (wrong !== undefined)
    refuse('DATABASE_REPLICA_URLS', withoutPassword(wrong), {
      zh: '一个或几个 postgres://用户:密码@主机/数据库，以空格分隔',
      en: 'one or more of postgres://user:password@host/database, with spaces between them',
    })
  else if (urls.length > 0 && databaseFile(databaseUrl) !== null)
    refuse('DATABASE_REPLICA_URLS', withoutPassword(urls[0]!), {
      zh: '空，因为 DATABASE_URL 是 SQLite：只有 PostgreSQL 才有只读副本',
      en: 'empty, because DATABASE_URL is SQLite: only PostgreSQL has replicas',
    })
  return urls
}

function secretBeside(databaseUrl: string): string {
  return databaseFile(databaseUrl) === null ? 'data/causeway.db.key' : `${databaseFile(databaseUrl)}.key`
}

function evidenceBeside(databaseUrl: string): string {
  const file = databaseFile(databaseUrl)
  return file === null ? 'data/evidence' : join(dirname(file), 'evidence')
}

function parseAddress(name: string, text: string, refuse: Refuse): string | null {
  if (text === '') return null
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null
  if (url && url.href === `${url.origin}/`) return url.origin
  // It may hold a password.
  refuse(name, text.replace(/\/\/.*@/, '//…@'), REFUSALS.SITE_ADDRESS)
  return null
}

function parseTimeZone(name: string, text: string, refuse: Refuse): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
  } catch {
    refuse(name, text, REFUSALS.TIME_ZONE)
  }
  return text
}
