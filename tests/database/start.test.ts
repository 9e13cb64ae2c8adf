import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BUILT } from '../../server/setup/set-up.mjs'
import { hashFiles } from '../../server/setup/stamp.mjs'
import { ROOT } from '../architecture/source-files.ts'
import { forEachDatabase } from '../support/databases.ts'
import { folderOfEachTest } from '../support/folders.ts'
import { freePort } from '../support/postgres-server.ts'
import { plainEnv, startNode, type RunningProcess } from '../support/processes.ts'

const at = folderOfEachTest()
let running: RunningProcess[]
beforeEach(() => {
  running = []
})
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
})

const secret = () => ({ CAUSEWAY_SECRET_FILE: at('secret') })

function start(settings: Record<string, string>): RunningProcess {
  const server = startNode('server/dist/main.js', [], {
    PORT: '0',
    CAUSEWAY_DEMO: 'off',
    DATABASE_URL: `file:${at('one.db')}`,
    ...settings,
  })
  running.push(server)
  return server
}

const READY = /Causeway is ready: (http:\/\/127\.0\.0\.1:\d+)\n$/

/** What a start that must not succeed says on standard error. */
async function refusal(settings: Record<string, string>): Promise<string[]> {
  const { code, out, err } = await start(settings).ended
  expect(code).toBe(2)
  expect(out).not.toMatch(READY)
  expect(err).not.toMatch(/\n\s+at /) // no stack trace
  return err.trimEnd().split('\n')
}

test('threads and processes of what is built run what is built, and read neither sources nor the YAML that ships', () => {
  const folder = join(ROOT, 'server', 'dist')
  const built = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(built).toEqual(
    expect.arrayContaining(['sqlite-worker.js', 'picture-worker.js', 'report-worker.js', 'workbook-child.js']),
  )
  const READS = /new URL\(.\.\/[\w-]+\.ts\b|\breadShipped(?:Folder)?\(/
  const reading = built.filter((name) => READS.test(readFileSync(join(folder, name), 'utf8')))
  expect(reading).toEqual([])
})

test('what is built is no source: nothing is built a second time', () => {
  mkdirSync(at('web', 'src'), { recursive: true })
  writeFileSync(at('web', 'src', 'main.ts'), 'source')
  const before = hashFiles(at(), ['web'])
  const folders = Object.values(BUILT).flatMap((part) => Object.keys(part.folders))
  for (const folder of folders) {
    mkdirSync(at('web', folder), { recursive: true })
    writeFileSync(at('web', folder, 'main.js'), 'built')
  }
  expect(hashFiles(at(), ['web'])).toBe(before)
  writeFileSync(at('web', 'src', 'main.ts'), 'another source')
  expect(hashFiles(at(), ['web'])).not.toBe(before)
})

forEachDatabase((_name, _open, newUrl) => {
  test('it starts on an empty database, ends what it says with the address, and answers there', async () => {
    const server = start({ DATABASE_URL: await newUrl(), ...secret() })
    const [, address] = await server.untilSays(READY)
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })

  test('two that start at once on one empty database both come up', async () => {
    const url = await newUrl()
    const servers = [start({ DATABASE_URL: url, ...secret() }), start({ DATABASE_URL: url, ...secret() })]
    for (const server of servers) {
      const [, address] = await server.untilSays(READY)
      expect((await fetch(`${address}/readyz`)).status).toBe(200)
    }
  })
})

describe('stopping', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it cleanly, even when it comes twice', async (signal) => {
    const server = start({})
    await server.untilSays(READY)
    server.child.kill(signal)
    server.child.kill(signal)
    const { code, out, err } = await server.ended
    expect({ code, err: err.replace(/^\{.*\}\n/gm, '') }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Stopping')
  })
})

describe('anyone who reads what it says goes away', () => {
  test.each(['server/dist/main.js', 'server/setup/start.mjs'])('%s goes on, and answers', async (file) => {
    const settings = { PORT: '0', CAUSEWAY_DEMO: 'off', DATABASE_URL: `file:${at('one.db')}` }
    const server = startNode(file, [], settings)
    running.push(server)
    const [, address] = await server.untilSays(READY)
    server.child.stdout!.destroy()
    server.child.stderr!.destroy()
    for (let asked = 0; asked < 20; asked++) {
      expect((await fetch(`${address}/graphql?query={indicators{id}}`)).status).toBe(200)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect([server.child.exitCode, server.child.signalCode]).toEqual([null, null])
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })

  test('a command goes on where nobody hears what it says beside its answer', async () => {
    const settings = { DATABASE_URL: `file:${at('one.db')}`, ...secret() }
    // Beside the token it says, on standard error, that it is shown once.
    const command = startNode('server/dist/command.js', ['token', 'create', '--role', 'reader'], settings)
    running.push(command)
    command.child.stderr!.destroy()
    const { code, out } = await command.ended
    expect([code, out]).toEqual([0, expect.stringMatching(/^cw_/)])
    const heard = startNode('server/dist/command.js', ['token', 'create', '--role', 'reader'], settings)
    expect((await heard.ended).err).not.toBe('')
  })
})

describe('started as npm start does', () => {
  const startAll = () => {
    const all = startNode('server/setup/start.mjs', [], {
      PORT: '0',
      CAUSEWAY_DEMO: 'off',
      DATABASE_URL: `file:${at('one.db')}`,
    })
    running.push(all)
    return all
  }

  test('it ends as the server ends', async () => {
    const all = startAll()
    await all.untilSays(READY)
    all.child.kill('SIGTERM')
    expect(await all.ended).toMatchObject({ code: 0, out: expect.stringContaining('Stopping') })
  })

  test('the server does not outlive anyone who started it, even when that one is killed', async () => {
    const all = startAll()
    const [, address] = await all.untilSays(READY)
    all.child.kill('SIGKILL')
    await all.ended // both ends of the pipe are closed: the server has ended too
    await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  })

  test('nor does it outlive npm, whose shell lives on when npm is killed', async ({ skip }) => {
    if (!existsSync('/proc')) skip('this machine does not tell of processes in /proc')
    const settings = { PORT: '0', CAUSEWAY_DEMO: 'off', DATABASE_URL: `file:${at('one.db')}` }
    const npm = spawn('npm', ['start'], { cwd: ROOT, env: plainEnv(settings), stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    let address: string | undefined
    npm.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk)
      address ??= READY.exec(said)?.[1]
      if (address !== undefined) npm.kill('SIGKILL')
    })
    await once(npm, 'close') // the pipe is closed by the last who holds it: the server
    expect(address).toBeDefined()
    await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  })
})

describe('what stops a start, in one sentence and with exit code 2', () => {
  test('a taken port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    try {
      expect(await refusal({ PORT: String(port) })).toEqual([
        `端口 ${port} 已被占用。请停止占用它的程序，或用 PORT 另设端口。`,
        `Port ${port} is taken. Stop the program that has it, or set PORT to another.`,
      ])
    } finally {
      other.close()
    }
  })

  test('colours that cannot be read and a logo that is not there, all of them', async () => {
    const theme = at('theme.yaml')
    writeFileSync(theme, 'logo: none.svg\ncolors: { light: { export: "#ffcc00", skills: "#ffcc01" } }\n')
    const lines = await refusal({ CAUSEWAY_THEME: theme })
    expect(lines).toHaveLength(8)
    expect(lines[0]).toMatch(/theme\.yaml 第 1 行：找不到徽标文件/)
    expect(lines[1]).toMatch(/theme\.yaml, line 1: there is no logo file/)
    for (const key of ['colors.light.export', 'colors.light.skills'])
      expect(lines.filter((line) => line.includes(`${key} is`) && line.includes('needs 4.5:1'))).toHaveLength(1)
    expect(lines.at(-1)).toMatch(/almost equally light/)
    expect((await refusal({ CAUSEWAY_THEME: at('nowhere.yaml') }))[1]).toMatch(/there is no such file/)
  })

  test('a folder that cannot be written', async () => {
    writeFileSync(at('file'), '')
    const [zh, en, ...more] = await refusal({ DATABASE_URL: `file:${at('file', 'below', 'one.db')}` })
    expect(more).toEqual([])
    expect(zh).toContain('无法写入')
    expect(en).toContain('cannot be written')
  })

  test('a folder in a file system that makes none', async ({ skip }) => {
    if (!existsSync('/proc')) skip('this machine has no /proc')
    const [, en, ...more] = await refusal({ DATABASE_URL: 'file:/proc/causeway/one.db' })
    expect(more).toEqual([])
    expect(en).toContain('cannot be written')
  })

  test('a folder where the database file should be', async () => {
    mkdirSync(at('one.db'))
    expect((await refusal({}))[1]).toContain('is a folder')
  })

  test('a file that is no database', async () => {
    writeFileSync(at('one.db'), 'This is a letter, and not a database at all.'.repeat(100))
    const [zh, en, ...more] = await refusal({})
    expect(more).toEqual([])
    expect(zh).toContain('不是数据库')
    expect(en).toContain('no database')
  })

  test('a database server that is not there', async () => {
    const [zh, en, ...more] = await refusal({
      DATABASE_URL: `postgres://user:geheim@127.0.0.1:${await freePort()}/causeway`,
      ...secret(),
    })
    expect(more).toEqual([])
    expect(zh).toContain('没有数据库在运行')
    expect(en).toContain('no database answers')
    expect(`${zh}${en}`).not.toContain('geheim')
  })

  test('wrong settings, all of them at once', async () => {
    const lines = await refusal({ DATABASE_URL: 'mysql://db', PORT: 'http', CAUSEWAY_PUBLIC: 'nein' })
    expect(lines.filter((line) => /[一-龥]/.test(line))).toHaveLength(3)
    expect(lines).toHaveLength(6)
  })
})

test('the key of the personal hashes is readable by its owner only', async () => {
  const server = start(secret())
  await server.untilSays(READY)
  expect(statSync(at('secret')).mode & 0o777).toBe(0o600)
})
