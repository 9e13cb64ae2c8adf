import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import type { Database } from '@causeway/server/ground/database/database'
import { forEachDatabase } from '../support/databases.ts'
import { folderOfFile } from '../support/folders.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'
import { mutate } from '../support/mutate.ts'
import { seededRandom } from '../support/random.ts'

const folder = folderOfFile()
const ODD_LINES = parse(readFileSync(join(import.meta.dirname, 'odd-lines.yaml'), 'utf8')) as Record<string, string[]>

const at = (name: string) => join(folder, name)
const TIMES = Number(process.env['CAUSEWAY_MUTATIONS'] ?? 25)
const REFUSED = /^(DAMAGED_FILE|FILE_TOO_LARGE|NOT_A_BACKUP|BACKUP_TOO_NEW|SECRET_MISSING|EVIDENCE_FOLDER_MISSING)$/

async function openFilled(open: () => Promise<Database>): Promise<{ database: Database; whole: Buffer }> {
  const database = await open()
  const desk = await openDeskWithCollege(database)
  await desk.put('partner', ['code,name_zh,country', 'P1,合作方,VN', 'P2,Приморский колледж,RU'])
  const secret = at('secret')
  writeFileSync(secret, readFileSync(join(desk.folder, 'secret.key')))
  await writeBackup(database, secret, at('whole'))
  return { database, whole: readFileSync(at('whole')) }
}

/** What came of restoring: null, or the code that it was refused with. */
async function restored(database: Database, bytes: Uint8Array): Promise<string | null> {
  writeFileSync(at('b'), bytes)
  writeFileSync(at('b.key'), readFileSync(at('whole.key')))
  return restoreBackup(database, at('other-secret'), at('b'), at('evidence')).then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  )
}

const partners = (database: Database) =>
  database.quick.selectFrom('record_partner').selectAll().orderBy('key').execute() as Promise<unknown[]>

/** The lines of a backup, changed, with a closing line that says that all is as it should be. */
function resealed(bytes: Buffer, change: (lines: string[]) => string[]): Buffer {
  const lines = change(gunzipSync(bytes).toString('utf8').trimEnd().split('\n').slice(0, -1))
  const hash = createHash('sha256')
  for (const line of lines) hash.update(`${line}\n`)
  const rows = lines.filter((line) => line.startsWith('[')).length
  return gzipSync(`${lines.join('\n')}\n${JSON.stringify({ end: true, rows, sha256: hash.digest('hex') })}\n`)
}

forEachDatabase((name, open) => {
  describe('a backup that is not what Causeway wrote', () => {
    test(
      'is refused with a code, and changes nothing, whatever became of its bytes',
      { timeout: 600_000 },
      async () => {
        const { database, whole } = await openFilled(open)
        const before = await partners(database)
        for (let seed = 0; seed < TIMES; seed++) {
          const outcome = await restored(database, mutate(whole, seededRandom(seed)))
          // What harm leaves the text as it was (in the time of the gzip header, say) is restored.
          if (outcome !== null) expect(outcome, `mutation ${seed}`).toMatch(REFUSED)
          expect(await partners(database), `mutation ${seed}`).toEqual(before)
        }
      },
    )

    test(
      'is refused with a code where its text was changed and its closing line made to fit',
      { timeout: 600_000 },
      async () => {
        const { database, whole } = await openFilled(open)
        for (let seed = 0; seed < TIMES; seed++) {
          const random = seededRandom(seed)
          const spoilt = resealed(whole, (lines) => {
            const line = Math.floor(random() * lines.length)
            return lines.with(line, mutate(Buffer.from(lines[line]!), random).toString('utf8').replaceAll('\n', ' '))
          })
          const before = await partners(database)
          const outcome = await restored(database, spoilt)
          if (outcome === null) continue
          expect(outcome, `mutation ${seed}`).toMatch(REFUSED)
          expect(await partners(database), `mutation ${seed}`).toEqual(before)
        }
      },
    )

    const odd: [what: string, change: (lines: string[]) => string[]][] = [
      ...Object.entries(ODD_LINES).map(([what, more]): (typeof odd)[number] => [what, (lines) => [...lines, ...more]]),
      ['no version', (lines) => lines.with(0, '{"format":"causeway-backup"}')],
      ['a line of ten megabytes', (lines) => [...lines, JSON.stringify(['x'.repeat(10_000_000)])]],
    ]
    test.each(odd)('is refused where it has %s', async (_what, change) => {
      const { database, whole } = await openFilled(open)
      const before = await partners(database)
      expect(await restored(database, resealed(whole, change))).toBe('DAMAGED_FILE')
      expect(await partners(database)).toEqual(before)
    })

    // It is refused while it is read, before the database is asked.
    if (name === 'sqlite')
      test('is refused where it unpacks to more than any backup would', async () => {
        const { database } = await openFilled(open)
        const line = `${JSON.stringify({ table: 'setting', columns: ['name', 'value'] }).padEnd(1_000_000)}\n`
        const bomb = gzipSync(
          Buffer.concat([
            Buffer.from('{"format":"causeway-backup","version":1}\n'),
            Buffer.alloc(300 * 1024 * 1024, line),
          ]),
        )
        expect(await restored(database, bomb)).toBe('FILE_TOO_LARGE')
        expect(await restored(database, gzipSync(Buffer.alloc(300 * 1024 * 1024)))).toBe('DAMAGED_FILE')
      })
  })
})
