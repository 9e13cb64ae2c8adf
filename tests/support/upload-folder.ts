import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { openImportCollege } from './import-college.ts'

/** Where the uploads of one test file lie, and nobody else's. */
export interface UploadFolder {
  /** Folder of a file that the system keeps for a while. */
  tmp: string
  /** Uploads that are still there. */
  left(): string[]
  /** A college whose database is in it, and which takes files. */
  openDesk(settings?: { mostUploadBytes?: number }): ReturnType<typeof openImportCollege>
}

export function openUploadFolder(): UploadFolder {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-uploads-test-'))
  const tmp = join(folder, 'tmp')
  const before = process.env['TMPDIR']
  beforeAll(() => {
    process.env['TMPDIR'] = tmp
    mkdirSync(tmp)
  })
  afterAll(() => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    tmp,
    left: () => readdirSync(tmp).filter((name) => name.startsWith('causeway-upload-')),
    async openDesk(settings = {}) {
      const database = await openDatabase(`file:${join(folder, `${Math.random()}.db`)}`)
      await migrate(database)
      return openImportCollege(database, settings)
    },
  }
}
