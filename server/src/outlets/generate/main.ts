import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ConfigProblems } from '../../ground/config.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { GENERATORS, outdated } from './generators.ts'

// `npm run generate` runs every generator, each in a separate process, so that it reads what the ones before it wrote;
// `npm run generate -- docs` runs one.
const [name] = process.argv.slice(2)
const chosen = name === undefined ? GENERATORS : GENERATORS.filter((generator) => generator.name === name)

if (chosen.length === 0) {
  process.stderr.write(`${name}? ${GENERATORS.map((generator) => generator.name).join(', ')}\n`)
  process.exit(2)
}
if (name === undefined) {
  for (const generator of chosen) {
    const { status } = spawnSync(process.execPath, [import.meta.filename, generator.name], { stdio: 'inherit' })
    if (status !== 0) process.exit(status ?? 1)
  }
} else {
  try {
    const files = await chosen[0]!.write()
    for (const path of outdated(files)) {
      const file = join(PROJECT_ROOT, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, files[path]!)
      process.stdout.write(`${path}\n`)
    }
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
