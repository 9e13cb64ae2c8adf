import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAGES } from './pages.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs')
mkdirSync(folder, { recursive: true })
for (const [name, write] of Object.entries(PAGES)) {
  writeFileSync(join(folder, name), write())
  process.stdout.write(`server/docs/${name}\n`)
}
