import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../ground/project-root.ts'

/** What the program and what is declared in files are: another build may answer the same question otherwise. */
export function hashBuild(declared: readonly object[]): string {
  const hash = createHash('sha256')
  for (const folder of [join(PROJECT_ROOT, 'server', 'src'), join(PROJECT_ROOT, 'shared', 'src')])
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name))
      .sort())
      hash.update(entry.slice(folder.length)).update(readFileSync(entry))
  return hash.update(JSON.stringify(declared)).digest('base64url').slice(0, 16)
}
