import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's own database, `postgres://…/postgres`. */
    postgresAddress: string
  }
}

/** One PostgreSQL server for the whole run. One that cannot start ends the run: a failure, not a skip. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgresAddress', server.address)
  return server.stop
}
