import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from './files.ts'
import { once } from './once.ts'

/** What the program and what is declared in files are: another build may answer the same question otherwise. */
export function hashBuild(declared: readonly object[]): string {
  program ??= hashProgram()
  const hash = createHash('sha256').update(program)
  for (const one of declared) hash.update(hashOf(one))
  return hash.digest('base64url').slice(0, 16)
}

const hashOf = once((one: object) => createHash('sha256').update(JSON.stringify(one)).digest())

/** Of the files that this process was started from. */
let program: Buffer | undefined
function hashProgram(): Buffer {
  const hash = createHash('sha256')
  for (const folder of [join(PROJECT_ROOT, 'server', 'src'), join(PROJECT_ROOT, 'shared', 'src')])
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name))
      .sort())
      hash.update(entry.slice(folder.length)).update(readFileSync(entry))
  return hash.digest()
}
