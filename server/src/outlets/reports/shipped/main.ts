import { mkdirSync, writeFileSync } from 'node:fs'
import { CHAPTERS } from './chapter.ts'
import { templateFile } from './template-file.ts'

// Writes the templates that ship; what is committed in `templates/` is what this makes.
for (const [name, chapter] of Object.entries(CHAPTERS)) {
  const file = new URL(`../templates/${name}`, import.meta.url)
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, templateFile(chapter))
}
