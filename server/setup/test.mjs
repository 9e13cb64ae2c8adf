import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'

await prepare({ stream: 2, web: true, tools: true })
handOver(['tests/node_modules/vitest/vitest.mjs', 'run', '--root', 'tests', ...process.argv.slice(2)])
