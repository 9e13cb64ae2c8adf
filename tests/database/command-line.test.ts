import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '@causeway/server/outlets/cli/commands'
import { openDatabase } from '@causeway/server/ground/database/open'
import { forEachDatabase } from '../support/databases.ts'
import { folderOfEachTest } from '../support/folders.ts'
import { runAlone, runCauseway, type Run } from '../support/processes.ts'
import WRONG_USAGE from './wrong-usage.json' with { type: 'json' }

const at = folderOfEachTest()
const HAN = /\p{Script=Han}/u

/** Settings of a database of the test's own. */
const settings = (url = `file:${at('one.db')}`) => ({ DATABASE_URL: url, CAUSEWAY_SECRET_FILE: at('secret') })

/** The answer of a command that must succeed. */
async function answer(args: string[], url?: string): Promise<Run & { json: Record<string, unknown> }> {
  const run = await runCauseway([...args, '--json'], settings(url), at())
  expect(run, args.join(' ')).toMatchObject({ code: 0, err: '' })
  return { ...run, json: JSON.parse(run.out) as Record<string, unknown> }
}

/** A college with three stays abroad of 10 days each, a year apart. */
async function importCollege(url?: string): Promise<void> {
  writeFileSync(at('me.csv'), 'code,name_zh,country\nx,学院,CN\n')
  const stays = [2021, 2022, 2023].map((year) => `T${year},out,staff,guide,TH,${year}-10-01,${year}-10-10`)
  writeFileSync(at('stays.csv'), ['person,direction,audience,purpose,country,start,end', ...stays].join('\n'))
  await answer(['import', 'me.csv', '--as', 'institution', '--data-date', '2024-08-31'], url)
  await answer(['import', 'stays.csv', '--as', 'mobility', '--institution', 'x', '--data-date', '2024-08-31'], url)
}

describe('every command', () => {
  const levels = [
    [],
    ...Object.keys(COMMANDS).map((name) => [name]),
    ['indicator', 'check'],
    ['token', 'create'],
    ['token', 'revoke'],
    ['demo', 'remove'],
  ]
  test.each(levels.map((level) => [level.join(' ') || 'causeway', level] as const))(
    '%s explains itself in both languages',
    async (_name, level) => {
      const english = await runCauseway([...level, '--help'], {})
      expect(english).toMatchObject({ code: 0, err: '' })
      expect(english.out).toContain('Usage: causeway')
      expect(english.out).not.toMatch(HAN)
      const chinese = await runCauseway([...level, '--help'], { LANG: 'zh_CN.UTF-8' })
      expect(chinese.code).toBe(0)
      const prose = chinese.out.split('\n').filter((line) => /^ {2}-|^ {2}[a-z]/.test(line))
      expect(prose.length).toBeGreaterThan(0)
      for (const line of prose) expect(line).toMatch(HAN)
    },
  )
})

describe('wrong usage ends with 2 and says what is wrong', () => {
  test.each(WRONG_USAGE)('causeway %s', async (line, says) => {
    const run = await runCauseway(line!.split(' ').filter(Boolean), settings())
    expect(run.code).toBe(2)
    expect(run.out).toBe('')
    expect(run.err).toMatch(new RegExp(says!))
    expect(run.err).not.toMatch(/\n\s+at /)
  })

  test('a wrong setting too', async () => {
    const run = await runAlone(['verify'], { DATABASE_URL: 'oracle:db' })
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.err).toContain('DATABASE_URL')
  })

  test('in Chinese where Chinese is asked for', async () => {
    const run = await runAlone(['token', 'create', '--lang', 'zh'], settings())
    expect(run.err).toContain('缺少必填选项')
  })
})

describe('a refusal ends with 1 and a sentence, as JSON with its code', () => {
  const refused: [string, string[], string][] = [
    ['an unknown token', ['token', 'revoke', 'nope'], 'UNKNOWN_TOKEN'],
    ['an unknown indicator', ['series', 'EX99', '--institution', 'x'], 'UNKNOWN_INDICATOR'],
    ['an unknown institution', ['series', 'EX11', '--institution', 'nope'], 'UNKNOWN_INSTITUTION'],
    ['a backup that is not there', ['restore', 'nope.backup'], 'ENOENT'],
  ]
  test.each(refused)('%s', async (_what, args, code) => {
    const run = await runCauseway([...args, '--json'], settings(), at())
    expect(run.code).toBe(1)
    expect(JSON.parse(run.out)).toMatchObject({
      error: { code, message: { en: expect.any(String), zh: expect.stringMatching(HAN) } },
    })
    expect(run.err).not.toMatch(/\n\s+at /)
  })

  test('a folder to write to that is not there is called a folder', async () => {
    const args = ['template', 'mobility', '--lang', 'zh', '--out', join('nowhere', 'x.xlsx'), '--json']
    const run = await runCauseway(args, settings(), at())
    expect(run.code).toBe(1)
    expect(JSON.parse(run.out).error.message.en).toMatch(/^There is no folder .*nowhere\./)
  })

  test('a database that is no database', async () => {
    writeFileSync(at('one.db'), 'no database'.repeat(500))
    const run = await runAlone(['verify', '--json'], settings(), at())
    expect(run.code).toBe(1)
    expect(JSON.parse(run.out)).toMatchObject({ error: { code: 'DATABASE_UNREACHABLE' } })
  })
})

forEachDatabase((_name, _open, newUrl) => {
  test('figures are answered as a table, as CSV and as JSON, the last complete years where none are named', async () => {
    const url = await newUrl()
    await importCollege(url)
    const { json } = await answer(['series', 'EX11', '--institution', 'x', '--from', '2021', '--to', '2023'], url)
    expect((json.figures as { value: number }[]).map(({ value }) => value)).toEqual([10, 10, 10])
    const csv = await runCauseway(
      ['series', 'EX11', '--institution', 'x', '--from', '2022', '--to', '2022', '--format', 'csv'],
      settings(url),
    )
    const [header, row] = csv.out.replace('\uFEFF', '').split('\r\n')
    expect(header).toContain('indicator,institution,basis,year')
    expect(row).toContain(',2022,')
    const asked = ['series', 'EX11', '--institution', 'x', '--from', '2021', '--to', '2023']
    const values = async (...more: string[]) =>
      ((await answer([...asked, ...more], url)).json.figures as { value: number | null }[]).map(({ value }) => value)
    expect(await values('--cumulative-from', '2021')).toEqual([10, 20, 30])
    expect(await values('--filter', 'country=TH,VN')).toEqual([10, 10, 10])
    expect(await values('--filter', 'country=VN', '--filter', 'country:TH')).toEqual([0, 0, 0])
    expect(await values('--by', 'country', '--across', 'unit', '--heads', 'zh')).toEqual([10, 10, 10])
    const heads = await runCauseway([...asked, '--format', 'csv', '--heads', 'zh'], settings(url))
    expect(heads.out).toContain('指标,院校,统计时段类型')
    const table = await runCauseway(['series', 'EX11', '--institution', 'x', '--lang', 'zh'], settings(url))
    expect(table.out).toContain('2023—2024学年')
    expect(table.out).not.toContain('2024—2025学年')
  })

  test('a token is shown once, and works until it is revoked', async () => {
    const url = await newUrl()
    await importCollege(url)
    const { json } = await answer(
      ['token', 'create', '--role', 'reader', '--institution', 'x', '--expires', '2099-01-01'],
      url,
    )
    expect(json).toEqual({ id: expect.any(String), token: expect.any(String) })
    const database = await openDatabase(url)
    const stored = await database.quick.selectFrom('token').selectAll().execute()
    await database.close()
    expect(stored).toMatchObject([
      { id: json.id, role: 'reader', institution: 'x', expires_on: '2099-01-01', revoked_at: null },
    ])
    expect(JSON.stringify(stored)).not.toContain(json.token)
    await answer(['token', 'revoke', json.id as string], url)
  })

  test('a token for an institution that is not there is made, and its maker said so', async () => {
    const url = await newUrl()
    const run = await runAlone(['token', 'create', '--role', 'reader', '--institution', 'nowhere'], settings(url))
    expect(run).toMatchObject({ code: 0, out: expect.stringMatching(/^cw_\S+\n$/) })
    expect(run.err).toContain('there is no institution nowhere yet')
  })

  test('verify finds every kept figure true, and names those that their records do not bear out', async () => {
    const url = await newUrl()
    await importCollege(url)
    await answer(['series', 'EX11', '--institution', 'x', '--from', '2021', '--to', '2023'], url)
    const { json } = await answer(['verify'], url)
    expect(json.checked).toBeGreaterThan(0)
    expect(json.differences).toEqual([])

    const database = await openDatabase(url) // past the one door
    await database.write((db) => db.deleteFrom('record_mobility').where('start', '=', '2022-10-01').execute())
    await database.close()
    const run = await runCauseway(['verify', '--json'], settings(url))
    expect(run.code).toBe(1)
    const { differences } = JSON.parse(run.out) as {
      differences: { indicator: string; year: number; kept: { value: number } }[]
    }
    expect(differences).toContainEqual(
      expect.objectContaining({ institution: 'x', year: 2022, kept: expect.objectContaining({ value: 10 }) }),
    )
    expect(differences.some(({ year }) => year === 2023)).toBe(false)
  })

  test('backup and restore take files from where the user is, and bring back what was there', async () => {
    const url = await newUrl()
    await importCollege(url)
    mkdirSync(at('safe'))
    await answer(['backup', 'safe/causeway.backup'], url)
    expect(readFileSync(at('safe/causeway.backup.key'))).toEqual(readFileSync(at('secret')))
    await answer(['import', 'me.csv', '--as', 'institution', '--data-date', '2025-08-31'], url)
    await answer(['restore', 'safe/causeway.backup'], url)
    const { json } = await answer(['series', 'EX11', '--institution', 'x', '--from', '2021', '--to', '2023'], url)
    expect((json.figures as { value: number }[]).map(({ value }) => value)).toEqual([10, 10, 10])
  })
})
