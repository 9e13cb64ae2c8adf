import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, print, validate } from 'graphql'
import { expect, test } from 'vitest'
import { listSourceFiles, ROOT } from '../architecture/source-files.ts'

/** Every document of the page: what its files named `…-query.ts` give under a name that ends in Query. */
const DOCUMENTS: [string, object][] = []
for (const file of listSourceFiles().filter((file) => /^web\/src\/.*-query\.tsx?$/.test(file))) {
  const given = (await import(join(ROOT, file))) as Record<string, unknown>
  for (const [name, value] of Object.entries(given))
    if (name.endsWith('Query') && typeof value === 'object') DOCUMENTS.push([`${name} of ${file}`, value as object])
}

test('the documents of the page were found', () => {
  expect(DOCUMENTS.length).toBeGreaterThan(15)
})

test.each(DOCUMENTS)('what the page asks with %s is in the committed schema', (_name, document) => {
  const schema = buildSchema(readFileSync(join(ROOT, 'server', 'schema.graphql'), 'utf8'))
  // Parsed anew: the page keeps its documents as its own copy of the parser made them.
  const errors = validate(schema, parse(print(document as never)))
  expect(errors.map((error) => error.message)).toEqual([])
})
