import { mkdirSync, writeFileSync } from 'node:fs'
import { CHAPTERS, TEMPLATE_NAME } from './chapter.ts'
import { templateFile } from './template-file.ts'

// Writes the templates that ship; what is committed in `templates/` is what this makes.
for (const [language, chapter] of Object.entries(CHAPTERS)) {
  const folder = new URL(`../templates/${language}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(TEMPLATE_NAME, folder), templateFile(chapter))
}
