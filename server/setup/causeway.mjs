import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'
import { SMALL_HEAP } from './project.mjs'

// Only publishing writes pages.
await prepare({ stream: 2, built: process.argv.includes('publish') ? ['server', 'web'] : ['server'] })
handOver([...SMALL_HEAP, 'server/dist/command.js', ...process.argv.slice(2)])
