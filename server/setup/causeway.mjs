import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'
import { SMALL_HEAP } from './project.mjs'

// Only publishing writes pages.
await prepare({ stream: 2, web: process.argv.includes('publish') })
handOver([...SMALL_HEAP, 'server/src/outlets/cli/main.ts', ...process.argv.slice(2)])
