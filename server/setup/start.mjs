import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'
import { SMALL_HEAP } from './project.mjs'

await prepare({ stream: 1, built: ['server', 'web'] })
handOver([...SMALL_HEAP, 'server/dist/main.js'])
