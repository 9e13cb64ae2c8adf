import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { IndicatorQuery } from '../../../web/src/features/indicator/indicator-query.ts'
import { OverviewQuery } from '../../../web/src/features/overview/overview-query.ts'
import { FiguresOfOneQuery } from '../../../web/src/graph/subject-query.ts'
import { ROOT } from '../../architecture/source-files.ts'

const schema = buildSchema(readFileSync(join(ROOT, 'server', 'schema.graphql'), 'utf8'))

// That every document is in the schema is found when their types are written (generated-files.test.ts).
test.each([
  ['with fragments that name others', IndicatorQuery],
  ['with a fragment that two of its fragments name', OverviewQuery],
  ['with fragments of another file', FiguresOfOneQuery],
])('a question %s is sent with each of them once', (_, document) => {
  expect(document).toMatch(/^\s*query /)
  expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([])
})
