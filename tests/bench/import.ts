import { once as heard } from 'node:events'
import { chmodSync, createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import SQLite from 'better-sqlite3'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { importFile } from '@causeway/server/records/import/import-file'
import { openSecret } from '@causeway/server/records/secret'
import { median } from '../support/oracle/statistics.ts'
import { startNode } from '../support/processes.ts'
import { putInstitution } from '../support/put-records.ts'
import { createRandom } from '../support/random.ts'
import { residentMegabytes } from '../support/watch-memory.ts'
import { newFolder, newPostgres, once, onPostgres, timed, rowOf, type Row, type Size } from './frame.ts'

const INSTITUTION = 'B'
const LOOK_EVERY_MS = 50

/** Where a large file goes, and how the rows of it that are in the database go bare into a table of the same columns and key. */
interface Place {
  /** Of an empty database. */
  newUrl(name: string): Promise<string>
  putBare(url: string): Promise<number>
}

/** A large CSV through the importer, beside its rows alone; and the most memory that its process took at the command line. */
async function measureImport(size: Size, place: Place, folder: string) {
  const [rows, rounds] = size.small ? [20_000, 1] : [500_000, 3]
  const file = join(folder, 'mobility.csv')
  await writeStays(file, rows)
  const times = { import: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const url = await place.newUrl(`round_${round}`)
    const { database, secret } = await openCollege(url, join(folder, `${round}.key`))
    const asked = { path: file, as: 'mobility', institution: INSTITUTION }
    times.import.push(
      await timed(async () => {
        const { accepted } = await importFile(database, secret, asked)
        if (accepted !== rows) throw new Error(`${accepted} of ${rows} accepted`)
      }),
    )
    await database.close()
    times.bare.push(await place.putBare(url))
  }
  const [took, bare] = [median(times.import), median(times.bare)]
  return {
    speed: {
      value: bare / took,
      note: `${rows.toLocaleString('en')} rows: ${took.toFixed(0)} ms beside ${bare.toFixed(0)}`,
    },
    memory: { value: await measureMemory(await place.newUrl('memory'), join(folder, 'memory.key'), file) },
  }
}

const measured = {
  sqlite: once((size) => {
    const folder = newFolder()
    return measureImport(size, filePlace(folder), folder)
  }),
  postgres: once((size) => {
    const folder = newFolder()
    return measureImport(size, serverPlace(folder, size), folder)
  }),
}

async function openCollege(url: string, key: string) {
  const database = await openDatabase(url, { threaded: true })
  await migrate(database)
  const secret = await openSecret(database, key)
  await putInstitution(database, INSTITUTION)
  return { database, secret }
}

async function measureMemory(url: string, key: string, file: string): Promise<number> {
  const { database } = await openCollege(url, key)
  await database.close()
  const asked = ['import', file, '--as', 'mobility', '--institution', INSTITUTION]
  const settings = { DATABASE_URL: url, CAUSEWAY_SECRET_FILE: key }
  const run = startNode('server/dist/command.js', asked, settings)
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, residentMegabytes(run.child.pid!, 'VmHWM'))), LOOK_EVERY_MS)
  const { code, err } = await run.ended
  clearInterval(watch)
  if (code !== 0) throw new Error(err)
  return peak
}

/** By a prepared insert. */
function filePlace(folder: string): Place {
  return {
    newUrl: async (name) => `file:${join(folder, name)}.db`,
    async putBare(url) {
      const path = url.slice('file:'.length)
      const from = new SQLite(path)
      const select = from.prepare('select * from record_mobility order by row').raw()
      const names = select.columns().map(({ name }) => `"${name}"`)
      const rows = select.all() as unknown[][]
      from.close()
      const db = new SQLite(`${path}.bare`)
      db.pragma('journal_mode = wal')
      db.pragma('synchronous = full')
      db.exec(`create table bare (${names.join(', ')}, primary key ("institution", "key", "since")) without rowid`)
      const insert = db.prepare(`insert into bare values (${names.map(() => '?').join(', ')})`)
      const took = await timed(async () => db.transaction(() => rows.forEach((row) => insert.run(...row)))())
      db.close()
      return took
    },
  }
}

/** By COPY, from a file that the server itself reads. */
function serverPlace(folder: string, size: Size): Place {
  // The server may be another user's.
  chmodSync(folder, 0o777)
  return {
    newUrl: (name) => newPostgres(size, name),
    putBare: (url) =>
      onPostgres(url, async (client) => {
        const text = join(folder, 'rows.txt')
        await client.query(`copy (select * from record_mobility order by row) to '${text}'`)
        await client.query('create table bare (like record_mobility including all)')
        return timed(() => client.query(`copy bare from '${text}'`))
      }),
  }
}

/** Rows in columns of a college's own beside the same in ours, each in a dry run. */
const mapped = once(async (size) => {
  const [rows, rounds] = size.small ? [20_000, 1] : [200_000, 3]
  const folder = newFolder()
  const [ours, theirs, mapping] = ['ours.csv', 'theirs.csv', 'theirs.yaml'].map((name) => join(folder, name))
  await writeStays(ours!, rows)
  await writeStays(theirs!, rows, THEIRS)
  writeFileSync(mapping!, THEIR_MAPPING)
  const { database, secret } = await openCollege(`file:${join(folder, 'mapped.db')}`, join(folder, 'mapped.key'))
  const times = { ours: [] as number[], theirs: [] as number[] }
  const asked = { as: 'mobility', institution: INSTITUTION, dryRun: true }
  const run = (more: { path: string; mapping?: string }) =>
    timed(async () => {
      const { accepted } = await importFile(database, secret, { ...asked, ...more })
      if (accepted !== rows) throw new Error(`${accepted} of ${rows} accepted`)
    })
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await run({ path: ours! }))
    times.theirs.push(await run({ path: theirs!, mapping: mapping! }))
  }
  await database.close()
  const [own, other] = [median(times.ours), median(times.theirs)]
  return {
    value: other / own,
    note: `${rows.toLocaleString('en')} rows: ${other.toFixed(0)} ms beside ${own.toFixed(0)}`,
  }
})

interface Stay {
  person: string
  audience: string
  country: string
  start: string
  end: string
}

interface Written {
  header: string
  line(stay: Stay): string
}

const OURS: Written = {
  header: 'person,direction,audience,purpose,country,start,end',
  line: ({ person, audience, country, start, end }) => `${person},out,${audience},study,${country},${start},${end}`,
}

/** Both dates in one cell, with dots, and words of a college's own. */
const THEIRS: Written = {
  header: '证件号,人员,国家地区,起止时间',
  line: ({ person, audience, country, start, end }) =>
    `${person},${audience === 'staff' ? '本校教工' : '本校学生'},${country},${start.replaceAll('-', '.')}-${end.replaceAll('-', '.')}`,
}

const THEIR_MAPPING = `type: mobility
fields:
  person: 证件号
  direction: { constant: out }
  audience: { column: 人员, values: { 本校教工: staff, 本校学生: student } }
  purpose: { constant: study }
  country: 国家地区
  start: { column: 起止时间, range: start }
  end: { column: 起止时间, range: end }
`

export async function writeStays(file: string, rows: number, { header, line }: Written = OURS): Promise<void> {
  const random = createRandom('stays')
  const out = createWriteStream(file)
  out.write(`${header}\n`)
  for (let row = 0; row < rows; row++) {
    const year = random.whole(2012, 2024)
    const month = String(random.whole(1, 9)).padStart(2, '0')
    const person = `S${String(row).padStart(8, '0')}`
    const [audience, country] = [random.pick(['student', 'staff']), random.pick(['RU', 'TH', 'Laos', '越南'])]
    const [start, end] = [`${year}-${month}-05`, `${year}-${month}-${random.whole(10, 28)}`]
    if (!out.write(`${line({ person, audience, country, start, end })}\n`)) await heard(out, 'drain')
  }
  out.end()
  await finished(out)
}

export const importRows: Row[] = [
  rowOf('import beside prepared inserts, SQLite', '≥ 0.7', measured.sqlite, 'speed'),
  rowOf('import beside COPY, PostgreSQL', '≥ 0.6', measured.postgres, 'speed'),
  { name: 'import by a mapping beside our own columns', limit: '≤ 1.33', measure: mapped },
  rowOf('memory of the import, SQLite', '≤ 400 MB', measured.sqlite, 'memory'),
  rowOf('memory of the import, PostgreSQL', '≤ 400 MB', measured.postgres, 'memory'),
]
