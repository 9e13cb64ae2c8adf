import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'
import { SMALL_HEAP } from './project.mjs'

const given = process.argv.slice(2)
// `publish` alone writes pages; `release publish` does not.
const writesPages = given.find((word) => !word.startsWith('-')) === 'publish'
await prepare({ stream: 2, built: writesPages ? ['server', 'web'] : ['server'] })
handOver([...SMALL_HEAP, 'server/dist/command.js', ...given])
