import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCauseway, startNode } from '../support/processes.ts'

export interface RunningCauseway {
  /** `http://127.0.0.1:41235` */
  address: string
  /** Makes a token as an administrator does. */
  newToken(role?: string): Promise<string>
  /** Runs a command on its database. */
  run(args: string[]): Promise<string>
  /** Imports a file of these lines. */
  put(type: string, lines: string[], ...options: string[]): Promise<void>
  /** Ends the process without a word, and begins anew on the same database and address. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const LISTENS = /http:\/\/127\.0\.0\.1:\d+/

/** A server of its own as `npm start` runs it, on a database of its own, filled with the demonstration college unless told not to. */
export async function startCauseway(settings: Record<string, string> = {}): Promise<RunningCauseway> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-browser-'))
  const environment = {
    PORT: String(await freePort()),
    DATABASE_URL: `file:${join(folder, 'causeway.db')}`,
    CAUSEWAY_SECRET_FILE: join(folder, 'secret.key'),
    ...settings,
  }
  const start = () => startNode('server/src/main.ts', [], environment)
  let server = start()
  const [address] = await server.untilSays(LISTENS)
  const run = async (args: string[]) => {
    const { code, out, err } = await runCauseway(args, environment)
    if (code !== 0) throw new Error(`causeway ${args.join(' ')} ended with ${code}: ${out}${err}`)
    return out
  }
  return {
    address,
    run,
    async put(type, lines, ...options) {
      const file = join(folder, `${type}.csv`)
      writeFileSync(file, `${lines.join('\n')}\n`)
      await run(['import', file, '--as', type, ...options])
    },
    async newToken(role = 'reader') {
      return (JSON.parse(await run(['token', 'create', '--role', role, '--json'])) as { token: string }).token
    },
    async restart() {
      server.child.kill('SIGKILL')
      await server.ended
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
