import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's own database, `postgres://…/postgres`. */
    postgresAddress: string
  }
}

/**
 * One PostgreSQL server for the whole run; one that cannot start ends the run: a failure, not a skip. What tests lay in the
 * temporary folder goes when the run ends.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgresAddress', server.address)
  process.env.BROWSER_FOLDER ??= tmpdir()
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'causeway-run-'))
  // Hundreds of processes run the same sources: the first to compile one does it for all.
  process.env.NODE_COMPILE_CACHE ??= join(process.env.TMPDIR, 'compiled')
  return async () => {
    await server.stop()
    rmSync(process.env.TMPDIR!, { recursive: true, force: true })
  }
}
