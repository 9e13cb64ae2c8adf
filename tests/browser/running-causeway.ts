import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCauseway, startNode } from '../support/processes.ts'

export interface RunningCauseway {
  /** `http://127.0.0.1:41235` */
  address: string
  /** The token of a role, made as an administrator does when it is first asked for. */
  tokenFor(role?: string): Promise<string>
  /** Runs a command on its database, with these settings more. */
  run(args: string[], more?: Record<string, string>): Promise<string>
  /** Imports a file of these lines. */
  put(type: string, lines: string[], ...options: string[]): Promise<void>
  /** Ends the process without a word, and begins anew on the same database and address. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const LISTENS = /http:\/\/127\.0\.0\.1:\d+(?=\s)/

/** Its own server as `npm start` runs it, on its own database, filled with the demonstration college unless said not to. */
export async function startCauseway(
  settings: Record<string, string> = {},
  heap: { roomy?: boolean } = {},
): Promise<RunningCauseway> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-browser-'))
  const environment = {
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'causeway.db')}`,
    CAUSEWAY_SECRET_FILE: join(folder, 'secret.key'),
    ...settings,
  }
  const start = () => startNode('server/dist/main.js', [], environment, heap)
  let server = start()
  const [address] = await server.untilSays(LISTENS)
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
    async restart() {
      server.child.kill('SIGKILL')
      await server.ended
      environment.PORT = new URL(address).port
      server = start()
      await server.untilSays(LISTENS)
    },
    async stop() {
      server.child.kill('SIGTERM')
      await server.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The same for tests: figures that no test asks for take longer to count than those that they do, all tests come from one address, and
 * none looks at its memory.
 */
export function startForTests(settings: Record<string, string> = {}): Promise<RunningCauseway> {
  return startCauseway({ CAUSEWAY_WARM: 'off', CAUSEWAY_BUDGET_SECONDS: '3600', ...settings }, { roomy: true })
}
