import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the address of the PostgreSQL server's own database, `postgres://…/postgres`. */
    postgresDoor: string
  }
}

/**
 * One PostgreSQL server for the whole run, started when a file first asks for it, so that a run of files that need none waits for
 * none. One that cannot start fails every test that asks. What tests lay in the temporary folder goes when the run ends.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const outside = tmpdir()
  let server: ReturnType<typeof startPostgres> | undefined
  const door = createServer((_request, response) => {
    server ??= startPostgres(outside)
    server.then(
      ({ address }) => response.end(address),
      (error: Error) => response.writeHead(500).end(error.stack),
    )
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  project.provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  process.env.BROWSER_FOLDER ??= outside
  process.env.TMPDIR = mkdtempSync(join(outside, 'causeway-run-'))
  // Hundreds of processes run the same sources: the first to compile one does it for all.
  process.env.NODE_COMPILE_CACHE ??= join(process.env.TMPDIR, 'compiled')
  return async () => {
    door.close()
    door.closeAllConnections()
    const started = await server?.catch(() => undefined)
    await started?.stop()
    rmSync(process.env.TMPDIR!, { recursive: true, force: true })
  }
}
