import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PAGES } from '@causeway/server/docs/pages'

it.each(Object.entries(PAGES))('%s is what the declarations say (npm run docs writes it)', (name, write) => {
  const file = join(import.meta.dirname, '..', '..', '..', 'server', 'docs', name)
  expect(readFileSync(file, 'utf8')).toBe(write())
})
