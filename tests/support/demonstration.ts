import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@causeway/server/ground/database/database'
import { openDatabase } from '@causeway/server/ground/database/open'
import { openSecret, type Secret } from '@causeway/server/records/secret'
import { startNode } from './processes.ts'

const DATABASE = 'causeway.db'
const SECRET = 'secret.key'

/** Settings of a server that has the demonstration college already: a copy of one that was filled once in this run. */
export async function filledSettings(): Promise<Record<string, string>> {
  const filled = join(tmpdir(), 'causeway-demonstration')
  if (!existsSync(filled)) await fill(filled)
  const folder = mkdtempSync(`${filled}-copy-`)
  for (const name of [DATABASE, SECRET]) copyFileSync(join(filled, name), join(folder, name))
  return settingsIn(folder)
}

/** A copy of it to read or change in this process. Close it after the tests. */
export async function openDemonstration(): Promise<{ database: Database; secret: Secret }> {
  const { DATABASE_URL, CAUSEWAY_SECRET_FILE } = await filledSettings()
  const database = await openDatabase(DATABASE_URL!)
  return { database, secret: await openSecret(database, CAUSEWAY_SECRET_FILE!) }
}

/** Two may begin at once: each fills a folder beside, and the first that is done gives it. */
async function fill(folder: string): Promise<void> {
  const beside = mkdtempSync(`${folder}-`)
  const { code, err } = await startNode('tests/support/fill-demonstration.ts', [], settingsIn(beside)).ended
  if (code !== 0) throw new Error(`the demonstration college was not made: ${err}`)
  try {
    renameSync(beside, folder)
  } catch (error) {
    rmSync(beside, { recursive: true })
    if (!existsSync(folder)) throw error
  }
}

function settingsIn(folder: string): Record<string, string> {
  return { DATABASE_URL: `file:${join(folder, DATABASE)}`, CAUSEWAY_SECRET_FILE: join(folder, SECRET) }
}
