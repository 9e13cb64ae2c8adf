import { existsSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { folderOfEachTest } from '../support/folders.ts'
import { runCauseway, startNode, type RunningProcess } from '../support/processes.ts'

const at = folderOfEachTest()
const running: RunningProcess[] = []
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
})

/** What a terminal is to a program; that it is one is all that a start asks of it. */
const ON_A_TERMINAL = { NODE_OPTIONS: '--import=data:text/javascript,process.stdout.isTTY=true' }
const READY = /(?:is ready: |已就绪：)(http:\/\/127\.0\.0\.1:(\d+))\n/
const ONE_TIME = /^(http:\/\/127\.0\.0\.1:\d+)\/sign-in\?once=(once_[0-9a-f]{12}_[\w-]{22})$/m

const database = () => ({ DATABASE_URL: `file:${at('one.db')}` })
function start(settings: Record<string, string>): RunningProcess {
  const server = startNode('server/dist/main.js', [], { PORT: '0', CAUSEWAY_DEMO: 'off', ...database(), ...settings })
  running.push(server)
  return server
}

async function enter(address: string): Promise<Response> {
  const [, origin, once] = ONE_TIME.exec(address)!
  const headers = { 'content-type': 'application/json', origin: origin! }
  return fetch(`${origin}/session`, { method: 'POST', headers, body: JSON.stringify({ once }) })
}

test('a start on a terminal ends with an address that signs in once, and `sign-in` makes another', async () => {
  const server = start({ ...ON_A_TERMINAL, LANG: 'zh_CN.UTF-8' })
  const [said] = await server.untilSays(ONE_TIME)
  const [, origin, port] = READY.exec(server.out())!
  expect(server.out()).toMatch(/Causeway 已就绪：.*\n以管理员登录（15 分钟内有效，只能用一次）：\nhttp/)
  expect(said).toContain(`${origin}/sign-in?once=`)
  expect(await (await enter(said)).json()).toMatchObject({ signedIn: true, role: 'administrator' })
  expect((await enter(said)).status).toBe(401)

  const another = await runCauseway(['sign-in', '--role', 'reader'], { ...database(), PORT: port! })
  expect([another.code, another.err]).toEqual([0, expect.stringMatching(/^Open it in a browser on this machine/)])
  expect(await (await enter(another.out)).json()).toMatchObject({ role: 'reader' })
  server.child.kill('SIGTERM')
  expect((await server.ended).err).not.toContain('once')
  const alone = await runCauseway(['sign-in', '--json'], { ...database(), PORT: port! })
  expect(JSON.parse(alone.out)).toEqual({
    address: expect.stringMatching(ONE_TIME),
    until: expect.stringMatching(/Z$/),
  })
  expect(alone.err).toContain(`Nothing answers at ${origin}`)
})

test.each([
  ['no terminal', {}],
  ['switched off', { ...ON_A_TERMINAL, CAUSEWAY_ONE_TIME_SIGN_IN: 'off' }],
  ['behind a proxy', { ...ON_A_TERMINAL, CAUSEWAY_PROXIES: '1' }],
] as const)('a start shows none: %s', async (_why, settings) => {
  const server = start(settings)
  await server.untilSays(READY)
  server.child.kill('SIGTERM')
  const { out } = await server.ended
  expect(out).toMatch(/ready.*\nStopping …\n$/)
})

test('where nobody could sign in, `sign-in` says why and makes nothing', async () => {
  const refused = async (settings: Record<string, string>) => {
    const { code, out, err } = await runCauseway(['sign-in'], { ...database(), ...settings })
    expect([code, out, existsSync(at('one.db'))]).toEqual([1, '', false])
    return err
  }
  expect(await refused({})).toContain('There is no database')
  expect(await refused({ HOST: '0.0.0.0' })).toContain('token create')
  expect(await refused({ CAUSEWAY_ONE_TIME_SIGN_IN: 'off' })).toContain('CAUSEWAY_ONE_TIME_SIGN_IN=off')
  const postgres = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
  expect(await refused({ ...postgres, PORT: '0' })).toContain('set PORT')
})
