import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'

// `run.mjs FILE.ts …` runs a file of ours, with server and page built where `--web` is before it; `run.mjs --bin NAME …` a program
// of a package.
const given = process.argv.slice(2)
const web = given[0] === '--web'
const [first, ...rest] = web ? given.slice(1) : given
await prepare({ stream: 2, built: web ? ['server', 'web'] : [], tools: true })
if (first === '--bin') handOver(rest.slice(1), { command: `node_modules/.bin/${rest[0]}` })
else handOver([first, ...rest])
