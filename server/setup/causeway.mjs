import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'

await prepare({ stream: 2, web: false })
handOver(['server/src/cli/main.ts', ...process.argv.slice(2)])
