import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@causeway/server/ground/database/database'
import { openDatabase } from '@causeway/server/ground/database/open'
import { openSecret, type Secret } from '@causeway/server/records/secret'
import { askDoor } from './door.ts'
import { startNode } from './processes.ts'

const DATABASE = 'causeway.db'
const SECRET = 'secret.key'

/** Settings of a server that has the demonstration college already: a copy of one that was filled once in this run. */
export async function filledSettings(): Promise<Record<string, string>> {
  return copyDemonstration(await askDoor('/demonstration'))
}

/** A copy of it to read or change in this process. Close it after the tests. */
export async function openDemonstration(): Promise<{ database: Database; secret: Secret }> {
  const { DATABASE_URL, CAUSEWAY_SECRET_FILE } = await filledSettings()
  const database = await openDatabase(DATABASE_URL!)
  return { database, secret: await openSecret(database, CAUSEWAY_SECRET_FILE!) }
}

/** @returns the folder of a database that has the demonstration college, and its figures. */
export async function fillDemonstration(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-demonstration-'))
  const { code, err } = await startNode('tests/support/fill-demonstration.ts', [], settingsIn(folder), { roomy: true })
    .ended
  if (code !== 0) throw new Error(`the demonstration college was not made: ${err}`)
  return folder
}

export function copyDemonstration(filled: string): Record<string, string> {
  const folder = mkdtempSync(`${filled}-copy-`)
  for (const name of [DATABASE, SECRET]) copyFileSync(join(filled, name), join(folder, name))
  return settingsIn(folder)
}

function settingsIn(folder: string): Record<string, string> {
  return { DATABASE_URL: `file:${join(folder, DATABASE)}`, CAUSEWAY_SECRET_FILE: join(folder, SECRET) }
}
