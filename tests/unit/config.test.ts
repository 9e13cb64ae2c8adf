import { describe, expect, test } from 'vitest'
import { ConfigProblems, readConfig } from '@causeway/server/ground/config'
import CONFIG from './config.json' with { type: 'json' }

const ROOT = '/srv/causeway'

function problemsOf(env: Record<string, string>): readonly { zh: string; en: string }[] {
  try {
    readConfig(env, ROOT)
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems
    throw error
  }
  return []
}

describe('settings', () => {
  test('nothing has to be set', () => {
    expect(readConfig({}, ROOT)).toEqual({
      ...{ databaseUrl: 'file:/srv/causeway/data/causeway.db', replicaUrls: [], port: 4000, host: '127.0.0.1' },
      ...{
        reachedAt: null,
        proxies: 0,
        publicReading: true,
        publicReleases: true,
        isRounded: false,
        oneTimeSignIn: true,
      },
      ...{ budgetSeconds: 30, warm: true, metrics: true, timeZone: 'Asia/Shanghai' },
      ...{ secretFile: '/srv/causeway/data/causeway.db.key', demo: true },
      ...{ indicators: '/srv/causeway/data/indicators', forms: '/srv/causeway/data/forms' },
      ...{ fields: '/srv/causeway/data/fields.yaml', evidence: '/srv/causeway/data/evidence' },
      ...{ mostUploadBytes: 256 * 1024 * 1024, theme: '/srv/causeway/data/theme.yaml' },
    })
  })

  test('an empty setting counts as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' }, ROOT)).toEqual(readConfig({}, ROOT))
  })

  test('a relative file begins at the project, and the key is beside the database', () => {
    const config = readConfig({ DATABASE_URL: 'file:elsewhere/one.db' }, ROOT)
    expect(config.databaseUrl).toBe('file:/srv/causeway/elsewhere/one.db')
    expect(config.secretFile).toBe('/srv/causeway/elsewhere/one.db.key')
  })

  test('an absolute file is taken as it is, with or without the two slashes of an address', () => {
    expect(readConfig({ DATABASE_URL: 'file:/tmp/a.db' }, ROOT).databaseUrl).toBe('file:/tmp/a.db')
    expect(readConfig({ DATABASE_URL: 'file:///tmp/a.db' }, ROOT).databaseUrl).toBe('file:/tmp/a.db')
  })

  test('PostgreSQL is taken under both names of its address', () => {
    for (const url of ['postgres://u:p@db/causeway', 'postgresql://db/causeway']) {
      expect(readConfig({ DATABASE_URL: url }, ROOT).databaseUrl).toBe(url)
    }
  })

  test('replicas are of PostgreSQL, any number of them', () => {
    const of = (DATABASE_URL: string, urls: string) => ({ DATABASE_URL, DATABASE_REPLICA_URLS: urls })
    const two = of('postgres://db/causeway', ' postgres://a/causeway  postgresql://u:p@b/causeway ')
    expect(readConfig(two, ROOT).replicaUrls).toEqual(['postgres://a/causeway', 'postgresql://u:p@b/causeway'])
    expect(problemsOf(of('', 'postgres://a/causeway'))).toMatchObject([{ en: expect.stringContaining('SQLite') }])
    const wrong = problemsOf(of('postgres://db/causeway', 'postgres://a/causeway mysql://u:geheim@b/x'))
    expect(wrong).toMatchObject([{ en: expect.stringContaining('DATABASE_REPLICA_URLS is “mysql:…”') }])
    expect(JSON.stringify(wrong)).not.toContain('geheim')
  })

  test('every problem is listed at once, in Chinese and in English', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://db',
      PORT: '70000',
      CAUSEWAY_PUBLIC: 'no',
      CAUSEWAY_SMALL_COUNTS: 'round',
      CAUSEWAY_DEMO: 'false',
      CAUSEWAY_TIME_ZONE: 'Mars/Olympus',
      CAUSEWAY_ADDRESS: 'zhishu.example.edu',
      CAUSEWAY_PROXIES: 'nginx',
    })
    expect(problems).toHaveLength(8)
    for (const { zh, en } of problems) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/must be/)
    }
  })

  test('a misspelt setting is a problem: closed reading must not stay open by mistake', () => {
    expect(problemsOf({ CAUSEWAY_PUBLC: 'off' })[0]!.en).toContain('CAUSEWAY_PUBLC')
  })

  test('a wrong database address is not repeated with the password in it', () => {
    const [problem] = problemsOf({ DATABASE_URL: 'mysql://root:geheim@db/x' })
    expect(JSON.stringify(problem)).not.toContain('geheim')
  })

  test.each(['-1', '1.5', '4e3', 'http', '65536', '0x10'])('%s is no port', (port) => {
    expect(problemsOf({ PORT: port })).toHaveLength(1)
  })

  test.each(CONFIG.sites as [string, string][])('people reach the site at %s', (text, origin) => {
    expect(readConfig({ CAUSEWAY_ADDRESS: text }, ROOT).reachedAt).toBe(origin)
  })

  test.each(CONFIG.noSites)('%s is no address of a site', (text) => {
    const problems = problemsOf({ CAUSEWAY_ADDRESS: text })
    expect(problems).toHaveLength(1)
    expect(problems[0]!.en).toContain(`CAUSEWAY_ADDRESS is “${text}”`)
  })

  test('an address of the site with a password in it is refused without it', () => {
    const problems = problemsOf({ CAUSEWAY_ADDRESS: 'https://admin:geheim@zhishu.example.edu' })
    expect(problems).toHaveLength(1)
    expect(JSON.stringify(problems)).not.toContain('geheim')
  })
})
