import { enableCompileCache } from 'node:module'

enableCompileCache()
// Anyone who started this was killed outright: what it asked for must not go on behind its back.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
const { runCauseway } = await import('./commands.ts')
process.exitCode = await runCauseway(process.argv.slice(2))
