import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { Words } from '@causeway/shared/words/words'

/** What the environment says, checked. */
export interface Config {
  /** `file:` and an absolute path, or `postgres://…` */
  databaseUrl: string
  /** 0: any that is free. */
  port: number
  host: string
  /** How many proxies stand before it, each of which tells in `x-forwarded-for` whom it heard from. */
  proxies: number
  /** False: nobody reads without a token. */
  publicReading: boolean
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

interface Setting {
  name: string
  standard: string
  words: Words
}

/** Every setting, in the order in which they are documented. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'DATABASE_URL',
    standard: 'file:data/causeway.db',
    words: {
      zh: '数据库：`file:路径`（SQLite，相对路径从项目目录算起）或 `postgres://…`',
      en: 'the database: `file:PATH` (SQLite; a relative path begins at the project) or `postgres://…`',
    },
  },
  {
    name: 'PORT',
    standard: '4000',
    words: { zh: '监听端口；0 为任一空闲端口', en: 'port to listen on; 0: any free one' },
  },
  { name: 'HOST', standard: '127.0.0.1', words: { zh: '监听地址', en: 'address to listen on' } },
  {
    name: 'CAUSEWAY_PROXIES',
    standard: '0',
    words: {
      zh: '前面有几层反向代理，0 至 9；据此从 X-Forwarded-For 取访问者地址（用于按地址的限制），从 X-Forwarded-Host 取本站地址',
      en: 'how many reverse proxies stand before it, 0 to 9: limits for each address then take it from X-Forwarded-For, and links to this site its name from X-Forwarded-Host',
    },
  },
  {
    name: 'CAUSEWAY_PUBLIC',
    standard: 'on',
    words: { zh: '`off`：没有令牌不能读取任何数字', en: '`off`: no figure is read without a token' },
  },
  {
    name: 'CAUSEWAY_DEMO',
    standard: 'on',
    words: {
      zh: '`off`：空数据库不装入演示院校',
      en: '`off`: an empty database is not filled with the demonstration college',
    },
  },
  {
    name: 'CAUSEWAY_SECRET_FILE',
    standard: 'data/causeway.db.key',
    words: {
      zh: '个人标识散列密钥的文件；默认在 SQLite 文件旁，须另行保存，丢失无法补救',
      en: 'file of the key of personal hashes; by default beside the SQLite file. Keep a copy apart: nothing replaces it',
    },
  },
  {
    name: 'CAUSEWAY_INDICATORS',
    standard: 'data/indicators',
    words: {
      zh: '本校自定指标的文件夹，一个 YAML 文件一个指标；可以没有',
      en: "folder of a college's own indicators, a YAML file each; there need be none",
    },
  },
  {
    name: 'CAUSEWAY_FORMS',
    standard: 'data/forms',
    words: {
      zh: '本校报表定义的文件夹，一个 YAML 文件一张报表；与随附报表同名的以此为准；可以没有',
      en: 'folder of official tables as YAML, a file each; one with the id of a table that ships takes its place. There need be none',
    },
  },
  {
    name: 'CAUSEWAY_FIELDS',
    standard: 'data/fields.yaml',
    words: {
      zh: '本校自定字段的文件（YAML），按台账类型列出；可以没有',
      en: "file of a college's own fields (YAML), by record type; there need be none",
    },
  },
  {
    name: 'CAUSEWAY_EVIDENCE',
    standard: 'data/evidence',
    words: {
      zh: '佐证材料文件的文件夹；默认为 SQLite 文件旁的 evidence。备份包含其中的文件',
      en: 'folder of the files of evidence; by default `evidence` beside the SQLite file. A backup holds them',
    },
  },
  {
    name: 'CAUSEWAY_UPLOAD_MB',
    standard: '64',
    words: {
      zh: '网页上传文件的上限，单位 MB，1 至 1024；命令行导入不受此限',
      en: 'what may be uploaded at once, in MB, 1 to 1024; imports by command have no such limit',
    },
  },
  {
    name: 'CAUSEWAY_THEME',
    standard: 'data/theme.yaml',
    words: {
      zh: '本校名称、徽标、主题颜色和联系方式的文件（YAML 或 JSON）；颜色对比度在启动时检查；可以没有',
      en: "file of a college's name, logo, theme colours and contact (YAML or JSON), its contrast checked at the start; there need be none",
    },
  },
  {
    name: 'CAUSEWAY_TIME_ZONE',
    standard: 'Asia/Shanghai',
    words: { zh: '时区，仅用于发布与解禁时间', en: 'time zone, for times of release and embargo only' },
  },
]

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

  const databaseUrl = parseDatabaseUrl(read('DATABASE_URL'), root, problems)
  const config: Config = {
    databaseUrl,
    port: parsePort(read('PORT'), problems),
    host: read('HOST'),
    proxies: parseProxies('CAUSEWAY_PROXIES', read('CAUSEWAY_PROXIES'), problems),
    publicReading: parseSwitch('CAUSEWAY_PUBLIC', read('CAUSEWAY_PUBLIC'), problems),
    timeZone: parseTimeZone(read('CAUSEWAY_TIME_ZONE'), problems),
    secretFile: resolve(root, env.CAUSEWAY_SECRET_FILE?.trim() || secretBeside(databaseUrl)),
    demo: parseSwitch('CAUSEWAY_DEMO', read('CAUSEWAY_DEMO'), problems),
    indicators: resolve(root, read('CAUSEWAY_INDICATORS')),
    forms: resolve(root, read('CAUSEWAY_FORMS')),
    fields: resolve(root, read('CAUSEWAY_FIELDS')),
    theme: parseTheme(env, root, read('CAUSEWAY_THEME'), problems),
    evidence: resolve(root, env.CAUSEWAY_EVIDENCE?.trim() || evidenceBeside(databaseUrl)),
    mostUploadBytes: parseMegabytes('CAUSEWAY_UPLOAD_MB', read('CAUSEWAY_UPLOAD_MB'), problems),
  }
  // A misspelt CAUSEWAY_PUBLIC would leave open what its owner believes closed.
  for (const name of Object.keys(env)) {
    if (name.startsWith('CAUSEWAY_') && !SETTINGS.some((setting) => setting.name === name)) {
      const known = SETTINGS.map((setting) => setting.name).join(', ')
      problems.push({
        zh: `没有名为 ${name} 的设置。可用的有：${known}。`,
        en: `There is no setting ${name}. There are: ${known}.`,
      })
    }
  }
  if (problems.length > 0) throw new ConfigProblems(problems)
  return config
}

/** The SQLite file of a database address; null for PostgreSQL. */
export function databaseFile(databaseUrl: string): string | null {
  return databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : null
}

function parseDatabaseUrl(text: string, root: string, problems: Words[]): string {
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text
  const path = text.startsWith('file:') ? text.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : ''
  if (path !== '') return `file:${isAbsolute(path) ? path : resolve(root, path)}`
  // The address may hold a password: only its kind is repeated.
  const shown = text.includes('@') ? `${text.split(':')[0]}:…` : text
  problems.push({
    zh: `DATABASE_URL 为“${shown}”，应为 file:路径 或 postgres://用户:密码@主机/数据库。`,
    en: `DATABASE_URL is “${shown}”; it must be file:PATH or postgres://user:password@host/database.`,
  })
  return ''
}

/** One that was named and is not there was misspelt. */
function parseTheme(env: Record<string, string | undefined>, root: string, text: string, problems: Words[]): string {
  const file = resolve(root, text)
  if (env.CAUSEWAY_THEME?.trim() && !existsSync(file))
    problems.push({
      zh: `CAUSEWAY_THEME 指向的文件 ${file} 不存在。`,
      en: `CAUSEWAY_THEME names ${file}, and there is no such file.`,
    })
  return file
}

function secretBeside(databaseUrl: string): string {
  return databaseFile(databaseUrl) === null ? 'data/causeway.db.key' : `${databaseFile(databaseUrl)}.key`
}

function evidenceBeside(databaseUrl: string): string {
  const file = databaseFile(databaseUrl)
  return file === null ? 'data/evidence' : join(dirname(file), 'evidence')
}

function parseMegabytes(name: string, text: string, problems: Words[]): number {
  const megabytes = Number(text)
  if (!/^\d+$/.test(text) || megabytes < 1 || megabytes > 1024)
    problems.push({
      zh: `${name} 为“${text}”，应为 1 至 1024 的整数。`,
      en: `${name} is “${text}”; it must be a whole number from 1 to 1024.`,
    })
  return megabytes * 1024 * 1024
}

function parseProxies(name: string, text: string, problems: Words[]): number {
  if (/^\d$/.test(text)) return Number(text)
  problems.push({
    zh: `${name} 为“${text}”，应为 0 至 9 的整数。`,
    en: `${name} is “${text}”; it must be a whole number from 0 to 9.`,
  })
  return 0
}

function parsePort(text: string, problems: Words[]): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  problems.push({
    zh: `PORT 为“${text}”，应为 0 至 65535 的整数。`,
    en: `PORT is “${text}”; it must be a whole number from 0 to 65535.`,
  })
  return 0
}

function parseSwitch(name: string, text: string, problems: Words[]): boolean {
  if (text !== 'on' && text !== 'off') {
    problems.push({ zh: `${name} 为“${text}”，应为 on 或 off。`, en: `${name} is “${text}”; it must be on or off.` })
  }
  return text === 'on'
}

function parseTimeZone(text: string, problems: Words[]): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
  } catch {
    problems.push({
      zh: `CAUSEWAY_TIME_ZONE 为“${text}”，应为 IANA 时区名，如 Asia/Shanghai。`,
      en: `CAUSEWAY_TIME_ZONE is “${text}”; it must be the IANA name of a time zone, such as Asia/Shanghai.`,
    })
  }
  return text
}
