import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startForTests } from '../browser/running-causeway.ts'
import { copyDemonstration, fillDemonstration } from './demonstration.ts'
import { startPostgres } from './postgres-server.ts'
import { ROOMY_ARENAS } from './processes.ts'
import { quickFolder } from './quick-folder.ts'

/**
 * What the files of a run share is made when one first asks for it, so that a run of files that need none waits for none; the
 * demonstration at once where all are run. What cannot be made fails every test that asks. What tests leave in the temporary folder goes when the run ends.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const quick = quickFolder()
  process.env.BROWSER_FOLDER ??= tmpdir()
  const folder = mkdtempSync(join(quick, 'causeway-run-'))
  process.env.TMPDIR = folder
  Object.assign(process.env, ROOMY_ARENAS)
  // Also after a run that is broken off.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

  const postgres = once(() => startPostgres(quick))
  const demonstration = once(fillDemonstration)
  const causeway = once(async () => startForTests(copyDemonstration(await demonstration.get())))
  // Those who ask for it hear what went wrong.
  if (process.env.WHOLE_RUN) demonstration.get().catch(() => {})
  const door = createServer((request, response) => {
    const [, what, role] = request.url!.split('/')
    const asked: Record<string, () => Promise<string>> = {
      postgres: async () => (await postgres.get()).address,
      demonstration: demonstration.get,
      causeway: async () => (await causeway.get()).address,
      token: async () => (await causeway.get()).tokenFor(role),
    }
    asked[what!]!().then(
      (answer) => response.end(answer),
      (error: Error) => response.writeHead(500).end(error.stack),
    )
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  project.provide('door', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.close()
    door.closeAllConnections()
    for (const started of [causeway, postgres]) await (await started.made()?.catch(() => undefined))?.stop()
  }
}

function once<Made>(make: () => Promise<Made>): { get(): Promise<Made>; made(): Promise<Made> | undefined } {
  let made: Promise<Made> | undefined
  return { get: () => (made ??= make()), made: () => made }
}
