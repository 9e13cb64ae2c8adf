import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'

// `run.mjs FILE.ts …` runs a file of ours, `run.mjs --bin NAME …` a program of a package.
const [first, ...rest] = process.argv.slice(2)
await prepare({ stream: 2, web: false })
if (first === '--bin') handOver(rest.slice(1), { command: `node_modules/.bin/${rest[0]}` })
else handOver([first, ...rest])
