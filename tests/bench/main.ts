import { cpus } from 'node:os'
import { benchDashboard } from './dashboard.ts'
import { benchDisclosure } from './disclosure.ts'
import { benchFirstRead } from './first-read.ts'
import { benchImport } from './import.ts'
import { benchKnownAnswers } from './known-answers.ts'
import { benchPictures } from './pictures.ts'
import { benchWholeCatalogue } from './whole-catalogue.ts'

const ROWS = 500_000
const ROUNDS = 3
const RECORDS_IN_ALL = 1_000_000
const SIZES = [6_000, 20_000]

const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`

console.log(`Node ${process.version}, ${cpus().length} cores, SQLite\n`)

console.log(`Import of ${ROWS.toLocaleString('en')} rows of CSV, median of ${ROUNDS}\n`)
console.log(
  '| | import | its rows alone, bare | **the one of the other** | memory (at most 400 MB) |\n|---|---|---|---|---|',
)
for (const { kind, by, atLeast } of [
  { kind: 'sqlite', by: 'SQLite, prepared inserts', atLeast: 0.7 },
  { kind: 'postgres', by: 'PostgreSQL, COPY', atLeast: 0.6 },
] as const) {
  const { importMs, bareMs, megabytes } = await benchImport(kind, ROWS, ROUNDS)
  const ratio = `**${(bareMs / importMs).toFixed(2)}** (at least ${atLeast})`
  console.log(`| ${by} | ${ms(importMs)} | ${ms(bareMs)} | ${ratio} | ${megabytes.toFixed(0)} MB |`)
}

console.log(
  `\nThe first reading after a change, and the next, ${RECORDS_IN_ALL.toLocaleString('en')} records in all, ten years\n`,
)
console.log('| records of the institution | indicator | by | first | kept |\n|---|---|---|---|---|')
for (const { records, indicator, by, firstMs, keptMs } of await benchFirstRead(RECORDS_IN_ALL, SIZES)) {
  console.log(`| ${records.toLocaleString('en')} | ${indicator} | ${by ?? ''} | ${ms(firstMs)} | ${ms(keptMs)} |`)
}

const { records, firsts } = await benchWholeCatalogue(27_000)
const sum = (of: (one: (typeof firsts)[number]) => number) => firsts.reduce((all, one) => all + of(one), 0)
console.log(
  `\nThe first reading of each of ${firsts.length} indicators, and the next, ${records.toLocaleString('en')} records of all types, ten years\n`,
)
console.log('| indicators | first | kept |\n|---|---|---|')
for (const { code, firstMs, keptMs } of firsts.slice(0, 5)) console.log(`| ${code} | ${ms(firstMs)} | ${ms(keptMs)} |`)
const middle = firsts[Math.floor(firsts.length / 2)]!
console.log(`| the middle one, ${middle.code} | ${ms(middle.firstMs)} | ${ms(middle.keptMs)} |`)
console.log(`| all, one after another | ${ms(sum((one) => one.firstMs))} | ${ms(sum((one) => one.keptMs))} |`)

console.log(
  '\nKnown answers over HTTP, beside bare `node:http` with the same bytes: processor of the server, by request\n',
)
console.log('| asked | connections | served | bare | **bare : served** | at least |\n|---|---|---|---|---|---|')
for (const { name, connections, servedUs, bareUs, least } of await benchKnownAnswers()) {
  const times = [servedUs, bareUs].map((us) => `${us.toFixed(1)} µs`).join(' | ')
  console.log(`| ${name} | ${connections} | ${times} | **${(bareUs / servedUs).toFixed(2)}** | ${least} |`)
}

const { servedMs, bareMs } = await benchDashboard()
console.log('\nA kept dashboard of 12 indicators and ten years over HTTP\n')
console.log('| | |\n|---|---|')
console.log(`| served | ${ms(servedMs)} |`)
console.log(`| the same sets by bare SQL, stringified, over HTTP | ${ms(bareMs)} |`)
console.log(`| **the one of the other** (at most 1.8) | **${(servedMs / bareMs).toFixed(2)}** |`)

console.log('\nHiding small cells of 15 years, 65 countries, 12 dimensions and 3 scopes, milliseconds of this thread\n')
console.log('| figures | |\n|---|---|')
for (const { what, milliseconds } of benchDisclosure()) console.log(`| ${what} | ${ms(milliseconds)} |`)

const drawn = await benchPictures()
console.log(
  `\nA picture of a view, ${drawn.pictures} of them, each asked for the first time, thread and figures warm\n`,
)
console.log('| | |\n|---|---|')
console.log(`| PNG, 1,600 pixels wide | ${ms(drawn.pngMs)} |`)
console.log(`| the slowest of them (at most 300 ms) | ${ms(drawn.slowestPngMs)} |`)
console.log(`| SVG | ${ms(drawn.svgMs)} |`)
console.log(`| the chart alone by Chart.js, as a PNG of that size | ${ms(drawn.bareMs)} |`)
console.log(`| **the first of the last** (at most 3) | **${(drawn.pngMs / drawn.bareMs).toFixed(2)}** |`)
