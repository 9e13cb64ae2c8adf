import { spawnSync } from 'node:child_process'
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
import { attackDatabase, release } from '../support/attacker/attack-database.ts'
import { attackSingleChanges, PERSON_TYPES } from '../support/attacker/single-changes.ts'
import { putRandomCollege, RELEASES, SMALL } from '../support/attacker/small-college.ts'
import { putRecords } from '../support/put-records.ts'
import { FAULTS } from './plant.ts'
import { measurePrice } from './price.ts'

const USAGE = `npm run check:hidden -- [parts] [--count N] [--seed N] [--list N] [--each N] [--rounded]

Reads all that anybody may of two releases, in every outlet, and tries to work out what is hidden with a solver. Ends with 1 where a hidden
count can be narrowed to fewer than four numbers, or where one outlet tells what another hides. What official tables alone give away is
counted apart: they are published exact. Parts, all of them where none is named:

demonstration  the demonstration college, before and after some records
colleges       random colleges of small numbers, before and after corrections (--count, 20)
singles        random colleges with a release after each single addition and removal of each record type of persons (--count, 3)
live, releases the college of the test, of eight indicators: what is live, or two releases of it
faults         faults put into the program on purpose (tests/check-hidden/faults.yaml): each has to make the attack on it fail
price          hidden cells beside the fewest persons that a solver can do with (--count, 200 families)

--seed N       the first random college, or family
--list N       so many of what was found are listed (10)
--rounded      of a program that rounds to 5 instead of hiding
--each N       of what other outlets than GraphQL are asked one in N (1)
`
const SMALL_PARTS = ['live', 'releases']
const PARTS = ['demonstration', 'colleges', 'singles', ...SMALL_PARTS, 'faults', 'price']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ count: { type: 'string' }, seed: { type: 'string' }, list: { type: 'string' }, each: { type: 'string' } },
    ...{ rounded: { type: 'boolean', default: false }, help: { type: 'boolean' } },
  },
})
if (values.help || positionals.some((part) => !PARTS.includes(part))) {
  process.stdout.write(USAGE)
  process.exit(values.help ? 0 : 2)
}
const parts = positionals.length > 0 ? positionals : PARTS
const seed = Number(values.seed ?? 1)
const listed = Number(values.list ?? 10)
const isRounded = values.rounded!
let isSafe = true

/** What is found of the small college, or the second random one, with a fault in the program, in a new process. */
function attackWith(of: string, fault: string | null): { narrowed: number; revealed: number } {
  const one = of === 'colleges' ? ['--count=1', '--seed=2'] : of === 'singles' ? ['--count=1'] : []
  const given = [
    '--import',
    './tests/check-hidden/plant.ts',
    'tests/check-hidden/main.ts',
    of,
    ...one,
    `--each=${each}`,
  ]
  const env = { ...process.env, ...(fault !== null && { PLANTED_FAULT: fault }) }
  const { stdout, stderr } = spawnSync(process.execPath, given, { env, encoding: 'utf8' })
  if (stderr !== '') throw new Error(stderr)
  const sum = (pattern: RegExp) => [...stdout.matchAll(pattern)].reduce((all, [, count]) => all + Number(count), 0)
  return { narrowed: sum(/(\d+) counts narrowed/g), revealed: sum(/(\d+) of them tell/g) }
}

/** Records that come after the first release: enough of one year for its breakdowns to move, too few of another. */
const LATE = [
  [2023, 26],
  [2022, 3],
] as const

const each = Number(values.each ?? 1)

if (parts.includes('demonstration'))
  await withDatabase(async (database, folder) => {
    await loadDemonstration(database, await openSecret(database, join(folder, 'key')))
    await release(database, 'demo', 'first', isRounded)
    for (const [year, count] of LATE) await putRecords(database, 'enrolment', 'demo', late(year, count))
    await release(database, 'demo', 'second', isRounded)
    const asked = { institution: 'demo', years: [2010, 2026] as const, releases: RELEASES, each, isRounded }
    say('the demonstration', await attackDatabase(database, asked))
  })
if (parts.includes('colleges'))
  for (let n = seed; n < seed + Number(values.count ?? 20); n++)
    await withDatabase(async (database) => {
      await putRandomCollege(database, { seed: `hidden ${n}`, size: 0.4, released: true, isRounded })
      const asked = { institution: 'X', years: [2012, 2026] as const, releases: RELEASES, each, isRounded }
      say(`college ${n}`, await attackDatabase(database, asked))
    })
if (parts.includes('singles'))
  for (let n = seed; n < seed + Number(values.count ?? 3); n++)
    for (const type of PERSON_TYPES)
      await withDatabase(async (database) => {
        const asked = { seed: `singles ${n}`, size: 0.4, type, years: [2016, 2025] as const, least: 10 }
        const { breakdowns, leaks } = await attackSingleChanges(database, asked)
        process.stdout.write(
          [
            `college ${n}, ${type}: ${breakdowns} breakdowns, ${leaks.length} of them tell who came or left`,
            ...leaks.slice(0, listed).map((one) => `  ${one}`),
            '',
          ].join('\n'),
        )
        isSafe &&= leaks.length === 0
      })
for (const of of SMALL_PARTS)
  if (parts.includes(of))
    await withDatabase(async (database) => {
      const released = of === 'releases'
      await putRandomCollege(database, { seed: 'attacker', size: 0.5, released, isRounded })
      const asked = { ...SMALL, each, isRounded, ...(released && { releases: RELEASES }) }
      say(`the small college, ${of}`, await attackDatabase(database, asked))
    })
if (parts.includes('faults'))
  for (const of of [...SMALL_PARTS, 'colleges', 'singles']) {
    const without = attackWith(of, null)
    process.stdout.write(`${of}, without a fault: ${without.narrowed} narrowed, ${without.revealed} revealed\n`)
    for (const { fault } of FAULTS.filter((one) => (one.of ?? 'live') === of)) {
      const { narrowed, revealed } = attackWith(of, fault)
      const isFound = narrowed > without.narrowed || revealed > without.revealed
      process.stdout.write(
        `${of}, ${fault}: ${isFound ? 'found' : 'NOT FOUND'}, ${narrowed} narrowed, ${revealed} revealed\n`,
      )
      isSafe &&= isFound
    }
  }
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

function late(year: number, count: number) {
  const countries = ['VN', 'LA', 'TH', 'ID', 'KH']
  return Array.from({ length: count }, (_, at) => ({
    ...{ person: `LATE${year}${at}`, kind: 'degree', full_time: 1, nationality: countries[at % countries.length]! },
    ...{ start: `${year}-09-01`, end: `${year + 1}-07-01` },
  }))
}

function say(what: string, { of, read, said, revealed, narrowed, few, byReleases, byTables }: Attack): void {
  const solved = narrowed.filter(({ least, most }) => most - least < 0.5).length
  const lines = of.map(
    ({ release: name, asked, shown, hidden, persons }) =>
      `  ${name ?? 'live'}: ${asked} figures asked, ${shown} shown, ${hidden} hidden (${persons} persons)`,
  )
  const listOf = (ranges: Attack['narrowed']) =>
    ranges
      .slice(0, listed)
      .map(({ secret, least, most }) => `  ${secret.name} is ${secret.count}: from ${least} to ${most}`)
  process.stdout.write(
    [
      `${what}:`,
      ...lines,
      `  ${said} figures in ${read} other answers, ${revealed.length} of them tell what is hidden or another number`,
      ...revealed.slice(0, listed).map((one) => `  ${one}`),
      `  ${narrowed.length} counts narrowed, ${solved} of them solved, ${few.length} of them few`,
      ...listOf(narrowed),
      `  ${byReleases.length} of them by two releases together`,
      ...listOf(byReleases),
      `  ${byTables.length} more by official tables alone`,
      ...listOf(byTables),
      '',
    ].join('\n'),
  )
  isSafe &&= narrowed.length === 0 && revealed.length === 0
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
