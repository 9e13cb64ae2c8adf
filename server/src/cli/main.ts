import { enableCompileCache } from 'node:module'

enableCompileCache()
const { runCauseway } = await import('./run-causeway.ts')
process.exitCode = await runCauseway(process.argv.slice(2))
