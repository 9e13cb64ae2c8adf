import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainEnv, ROOMY_ARENAS, runCauseway, SHORT_LIVED, startNode } from '../support/processes.ts'
import type { Answer, Order } from '../support/server-desk.ts'

export interface RunningCauseway {
  /** `http://127.0.0.1:41235` */
  address: string
  /** The token of a role, made as an administrator does when it is first asked for. */
  tokenFor(role?: string): Promise<string>
  /** Runs a command on its database, with these settings more. */
  run(args: string[], more?: Record<string, string>): Promise<string>
  /** Imports a file of these lines. */
  put(type: string, lines: string[], ...options: string[]): Promise<void>
  stop(): Promise<void>
}

export interface RestartedCauseway extends RunningCauseway {
  /** Ends the process without a word, and begins anew on the same database and address. */
  restart(): Promise<void>
}

const LISTENS = /http:\/\/127\.0\.0\.1:\d+(?=\s)/

/** Its own server as `npm start` runs it, on its own database, filled with the demonstration college unless said not to. */
export async function startCauseway(
  settings: Record<string, string> = {},
  heap: { roomy?: boolean } = {},
): Promise<RestartedCauseway> {
  const here = settle(settings)
  const start = () => startNode('server/dist/main.js', [], here.environment, heap)
  let server = start()
  const [address] = await server.untilSays(LISTENS)
  const end = async (signal: NodeJS.Signals) => {
    server.child.kill(signal)
    await server.ended
  }
  return {
    ...withCommands(address, here),
    async restart() {
      await end('SIGKILL')
      here.environment.PORT = new URL(address).port
      server = start()
      await server.untilSays(LISTENS)
    },
    async stop() {
      await end('SIGTERM')
      rmSync(here.folder, { recursive: true, force: true })
    },
  }
}

/** All tests come from one address, and figures that none asks for take longer to count than those that they do. */
const FOR_TESTS = { CAUSEWAY_WARM: 'off', CAUSEWAY_BUDGET_SECONDS: '3600' }

/** The same for a test that ends it and lets it begin anew. */
export function startToRestart(settings: Record<string, string> = {}): Promise<RestartedCauseway> {
  return startCauseway({ ...FOR_TESTS, ...settings }, { roomy: true })
}

/** The built server for tests, in a process that stays: to begin one and to read the program takes as long as what most files ask of it. */
export async function startForTests(settings: Record<string, string> = {}): Promise<RunningCauseway> {
  const here = settle({ ...FOR_TESTS, ...settings })
  const { address } = await askDesk({ open: plainEnv(here.environment) })
  return {
    ...withCommands(address!, here),
    async stop() {
      await askDesk({ stop: address! })
      rmSync(here.folder, { recursive: true, force: true })
    },
  }
}

interface Settled {
  /** What it keeps, where the settings name no other. */
  folder: string
  environment: Record<string, string>
}

function settle(settings: Record<string, string>): Settled {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-browser-'))
  const usual = {
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'causeway.db')}`,
    CAUSEWAY_SECRET_FILE: join(folder, 'secret.key'),
  }
  return { folder, environment: { ...usual, ...settings } }
}

function withCommands(address: string, { folder, environment }: Settled): Omit<RunningCauseway, 'stop'> {
  const run = async (args: string[], more?: Record<string, string>) => {
    const { code, out, err } = await runCauseway(args, { ...environment, ...more })
    if (code !== 0) throw new Error(`causeway ${args.join(' ')} ended with ${code}: ${out}${err}`)
    return out
  }
  const tokens = new Map<string, Promise<string>>()
  const makeToken = async (role: string) =>
    (JSON.parse(await run(['token', 'create', '--role', role, '--json'])) as { token: string }).token
  return {
    address,
    run,
    async put(type, lines, ...options) {
      const file = join(folder, `${type}.csv`)
      writeFileSync(file, `${lines.join('\n')}\n`)
      await run(['import', file, '--as', type, ...options])
    },
    tokenFor(role = 'reader') {
      let token = tokens.get(role)
      if (!token) tokens.set(role, (token = makeToken(role)))
      return token
    },
  }
}

/** Of this process. Nobody stays for it, and it ends with its channel. */
let desk: ChildProcess | undefined
const waiting = new Map<number, (answer: Answer) => void>()
let asked = 0

async function askDesk(order: Order): Promise<Answer> {
  desk ??= openDesk()
  const id = asked++
  desk.send({ id, order })
  const answer = await new Promise<Answer>((resolve) => waiting.set(id, resolve))
  waiting.delete(id)
  if (answer.error !== undefined) throw new Error(answer.error)
  return answer
}

function openDesk(): ChildProcess {
  const opened = fork(join(import.meta.dirname, '../support/server-desk.ts'), {
    execArgv: SHORT_LIVED,
    env: plainEnv(ROOMY_ARENAS),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  opened.on('message', ({ id, ...answer }: Answer & { id: number }) => waiting.get(id)!(answer))
  opened.once('exit', (code) => {
    desk = undefined
    for (const answer of waiting.values()) answer({ error: `the process of the servers ended with ${code}` })
  })
  opened.unref()
  opened.channel!.unref()
  return opened
}
