import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'

await prepare({ stream: 1, web: true })
handOver(['server/src/main.ts'])
