import { handOver } from './hand-over.mjs'
import { prepare } from './prepare.mjs'

const given = process.argv.slice(2)
const paths = given.filter((argument) => !argument.startsWith('-'))
/** Files of these folders never show the built page. */
const isWithoutPage = (path) => /^(tests\/)?(unit|database|architecture)(\/|$)/.test(path)
const web = paths.length === 0 || !paths.every(isWithoutPage)

await prepare({ stream: 2, web, tools: true })
handOver(['tests/node_modules/vitest/vitest.mjs', 'run', '--root', 'tests', ...given])
