import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { listSourceFiles, ROOT } from '../architecture/source-files.ts'

/** Every document of the page as it is sent, with its fragments: what a file of web/src gives as a text that asks or changes. */
const DOCUMENTS: [string, string][] = []
for (const file of listSourceFiles().filter((file) => /^web\/src\/.*-query\.ts$/.test(file))) {
  const given = (await import(join(ROOT, file))) as Record<string, unknown>
  for (const [name, value] of Object.entries(given))
    if (typeof value === 'string' && /^\s*(query|mutation) /.test(value)) DOCUMENTS.push([`${name} of ${file}`, value])
}

test('the documents of the page were found', () => {
  expect(DOCUMENTS.length).toBeGreaterThan(40)
})

test.each(DOCUMENTS)('what the page asks with %s is in the committed schema', (_name, document) => {
  const schema = buildSchema(readFileSync(join(ROOT, 'server', 'schema.graphql'), 'utf8'))
  const errors = validate(schema, parse(document))
  expect(errors.map((error) => error.message)).toEqual([])
})
