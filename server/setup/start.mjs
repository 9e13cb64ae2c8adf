import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'
import { SERVER_HEAP } from './project.mjs'

await prepare({ stream: 1, built: ['server', 'web'] })
handOver([...SERVER_HEAP, 'server/dist/main.js'])
