import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, print, validate } from 'graphql'
import { expect, test } from 'vitest'
import { BreakdownQuery, IndicatorQuery } from '../../web/src/features/indicator/indicator-query.ts'
import { RecordsQuery } from '../../web/src/features/indicator/records-query.ts'
import { InstitutionsQuery } from '../../web/src/features/institutions/institutions-query.ts'
import { DutiesQuery, OverviewQuery, OverviewRestQuery } from '../../web/src/features/overview/overview-query.ts'
import { ThemeQuery } from '../../web/src/features/theme/theme-query.ts'
import { InstitutionQuery } from '../../web/src/setting/setting-query.ts'
import { ROOT } from '../architecture/source-files.ts'

const DOCUMENTS = {
  BreakdownQuery,
  DutiesQuery,
  IndicatorQuery,
  InstitutionQuery,
  InstitutionsQuery,
  OverviewQuery,
  OverviewRestQuery,
  RecordsQuery,
  ThemeQuery,
}

test.each(Object.entries(DOCUMENTS))('what the page asks with %s is in the committed schema', (_name, document) => {
  const schema = buildSchema(readFileSync(join(ROOT, 'server', 'schema.graphql'), 'utf8'))
  // Parsed anew: the page keeps its documents as its own copy of the parser made them.
  const errors = validate(schema, parse(print(document as never)))
  expect(errors.map((error) => error.message)).toEqual([])
})
