import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import SQLite from 'better-sqlite3'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { recordColumns } from '@causeway/server/records/record-table'
import { makeRowChecker } from '@causeway/server/records/import/check-row'
import { findHeader } from '@causeway/server/records/import/find-header'
import { searchFor } from '@causeway/server/records/import/recognise-types'
import { importFile } from '@causeway/server/records/import/import-file'
import { openFile } from '@causeway/server/records/import/readers/open-file'
import { planOwnFile } from '@causeway/server/records/import/row-plan'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { hashPerson, openSecret, type Secret } from '@causeway/server/records/secret'
import { recordTable, toColumnValues } from '@causeway/server/records/store'
import { putInstitution } from '../support/put-records.ts'
import { median } from '../support/oracle/statistics.ts'
import { createRandom } from '../support/random.ts'
import { inFolder, timed } from './frame.ts'

const INSTITUTION = 'B'

/** A large CSV through the importer, beside reading and checking the same file and inserting bare rows into a table of the same key. */
export function benchImport(rows: number, rounds: number) {
  return inFolder(async (folder) => {
    const file = join(folder, 'mobility.csv')
    await writeStays(file, rows)
    const times = { import: [] as number[], read: [] as number[], insert: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      const database = await openDatabase(`file:${join(folder, `${round}.db`)}`)
      await migrate(database)
      const secret = await openSecret(database, join(folder, `${round}.key`))
      await putInstitution(database, INSTITUTION)
      const started = performance.now()
      const report = await importFile(database, secret, { path: file, as: 'mobility', institution: INSTITUTION })
      times.import.push(performance.now() - started)
      if (report.accepted !== rows) throw new Error(`${report.accepted} of ${rows} accepted`)
      await database.close()
      let prepared: unknown[][] = []
      times.read.push(await timed(async () => (prepared = await readAndCheck(file, secret))))
      times.insert.push(insertBare(join(folder, `${round}-bare.db`), prepared))
    }
    return {
      rows,
      importMs: median(times.import),
      readAndCheckMs: median(times.read),
      bareInsertMs: median(times.insert),
    }
  })
}

async function readAndCheck(path: string, secret: Secret): Promise<unknown[][]> {
  const type = recordTypeOf('mobility')
  const file = await openFile(path)
  const header = await findHeader(file.tables, searchFor(type, null))
  const { plan } = planOwnFile(type, header)
  const { check } = makeRowChecker(plan, header.row)
  const prepared: unknown[][] = []
  for await (const chunk of header.rows) {
    for (const row of chunk) {
      const { values, problems } = check(row)
      if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
      values['person'] = hashPerson(secret, INSTITUTION, String(values['person']))
      const record = {
        type: type.name,
        institution: INSTITUTION,
        key: naturalKey(type, values),
        since: 2,
        until: null,
        batch: 'bare',
        row: row.row,
        values,
      }
      prepared.push(toColumnValues(recordTable(type), record))
    }
  }
  return prepared
}

function insertBare(file: string, rows: unknown[][]): number {
  const names = recordColumns(recordTypeOf('mobility')).map(({ name }) => `"${name}"`)
  const db = new SQLite(file)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec(`create table bare (${names.join(', ')}, primary key ("institution", "key", "since")) without rowid`)
  const insert = db.prepare(`insert into bare values (${names.map(() => '?').join(', ')})`)
  const started = performance.now()
  db.transaction(() => {
    for (const row of rows) insert.run(...row)
  })()
  const took = performance.now() - started
  db.close()
  return took
}

async function writeStays(file: string, rows: number): Promise<void> {
  const random = createRandom('stays')
  const out = createWriteStream(file)
  out.write('person,direction,audience,purpose,country,start,end\n')
  for (let row = 0; row < rows; row++) {
    const year = random.whole(2012, 2024)
    const month = String(random.whole(1, 9)).padStart(2, '0')
    const line = `S${String(row).padStart(8, '0')},out,${random.pick(['student', 'staff'])},study,${random.pick(['RU', 'TH', 'Laos', '越南'])},${year}-${month}-05,${year}-${month}-${random.whole(10, 28)}\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
}
