import { join } from 'node:path'
import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'
import { ROOT } from './project.mjs'

const given = process.argv.slice(2)
const paths = given.filter((argument) => !argument.startsWith('-'))
const isIn = (...folders) =>
  paths.length > 0 && paths.every((path) => folders.includes(path.replace(/^tests\//, '').split('/')[0]))
/** Files of these folders start no process of ours, or never show the built page. */
const built = isIn('unit', 'architecture')
  ? []
  : isIn('unit', 'architecture', 'database')
    ? ['server']
    : ['server', 'web']

// What most files of a whole run wait for is begun with it: `tests/support/global-setup.ts`.
if (paths.length === 0) process.env.WHOLE_RUN = 'yes'
await prepare({ stream: 2, built, tools: true })
// Hundreds of processes run the same sources: the first to compile one does it for all, and for the next run. Not before there are modules to be beside.
process.env.NODE_COMPILE_CACHE ??= join(ROOT, 'node_modules', '.cache', 'compiled')
handOver(['tests/node_modules/vitest/vitest.mjs', 'run', '--root', 'tests', ...given])
