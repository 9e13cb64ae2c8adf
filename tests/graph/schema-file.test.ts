import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printGraph } from '@causeway/server/graph/schema'
import { ROOT } from '../architecture/source-files.ts'

test('the committed schema is the one that is served (npm run schema writes it)', () => {
  expect(readFileSync(join(ROOT, 'server', 'schema.graphql'), 'utf8')).toBe(printGraph())
})
