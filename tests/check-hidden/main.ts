import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadDemonstration } from '@causeway/server/desk/demonstration/load-demonstration'
import type { Database } from '@causeway/server/ground/database/database'
import { openDatabase } from '@causeway/server/ground/database/open'
import { migrate } from '@causeway/server/records/migrate'
import { openSecret } from '@causeway/server/records/secret'
import type { Attack } from '../support/attacker/attack.ts'
import { attackDatabase } from '../support/attacker/attack-database.ts'
import { makeBatches } from '../support/oracle/nasty-records.ts'
import { putRecords } from '../support/put-records.ts'
import { measurePrice } from './price.ts'

const USAGE = `npm run check:hidden -- [parts] [--count N] [--seed N] [--list N]

Tries to work out what is hidden from the public, with a solver and all that anybody may ask, and ends with 1 where a hidden count can be
narrowed to fewer than four numbers. Parts, all of them where none is named:

demonstration  the demonstration college
colleges       random colleges of small numbers (--count, 20)
price          hidden cells beside the fewest persons that a solver can do with (--count, 200 families)
`
const PARTS = ['demonstration', 'colleges', 'price']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ count: { type: 'string' }, seed: { type: 'string' }, list: { type: 'string' }, help: { type: 'boolean' } },
  },
})
if (values.help || positionals.some((part) => !PARTS.includes(part))) {
  process.stdout.write(USAGE)
  process.exit(values.help ? 0 : 2)
}
const parts = positionals.length > 0 ? positionals : PARTS
const seed = Number(values.seed ?? 1)
const listed = Number(values.list ?? 10)
let isSafe = true

if (parts.includes('demonstration'))
  await withDatabase(async (database, folder) => {
    await loadDemonstration(database, await openSecret(database, join(folder, 'key')))
    say('the demonstration', await attackDatabase(database, { institution: 'demo', years: [2010, 2026] }))
  })
if (parts.includes('colleges'))
  for (let n = seed; n < seed + Number(values.count ?? 20); n++)
    await withDatabase(async (database) => {
      const place = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15' }
      for (const { type, rows, dataDate } of makeBatches(`hidden ${n}`, { ...place, size: 0.4 }))
        await putRecords(database, type, type === 'institution' ? null : 'X', rows, { dataDate })
      say(`college ${n}`, await attackDatabase(database, { institution: 'X', years: [2012, 2026] }))
    })
if (parts.includes('price')) {
  const { own, best, families, late } = await measurePrice(Number(values.count ?? 200), seed)
  const [cells, persons] = [own.cells / best.cells, own.persons / best.persons]
  process.stdout.write(
    `price: ${own.cells} cells of ${own.persons} persons hidden in ${families} families, at best ${best.cells} of ${best.persons}: ` +
      `${cells.toFixed(3)} times the cells (1.15), ${persons.toFixed(3)} times the persons; ${late} not solved in time\n`,
  )
  isSafe &&= cells <= 1.15
}
process.exit(isSafe ? 0 : 1)

function say(what: string, { shown, hidden, persons, narrowed, few, asked }: Attack): void {
  const solved = narrowed.filter(({ least, most }) => most - least < 0.5).length
  process.stdout.write(
    `${what}: ${asked} figures asked, ${shown} shown, ${hidden} hidden (${persons} persons), ${narrowed.length} counts narrowed, ${solved} of them solved, ${few.length} of them few\n`,
  )
  for (const { secret, least, most } of narrowed.slice(0, listed))
    process.stdout.write(`  ${secret.name} is ${secret.count}: from ${least} to ${most}\n`)
  isSafe &&= narrowed.length === 0
}

async function withDatabase(work: (database: Database, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-hidden-'))
  const database = await openDatabase(`file:${join(folder, 'causeway.db')}`, { threaded: false })
  try {
    await migrate(database)
    await work(database, folder)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
