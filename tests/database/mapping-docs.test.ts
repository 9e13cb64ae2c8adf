import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { onOneDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

/** A record that an example becomes, or what is wrong with a row of it. */
interface Becomes {
  type?: string
  row?: number
  column?: string
  problem?: string
  [field: string]: unknown
}

interface WrittenMapping {
  type?: string
  records?: { type: string }[]
}

const DOCS = join(import.meta.dirname, '../../server/docs')
const SCHEMA = join(import.meta.dirname, '../../server/src/records/mappings/mapping.schema.json')
const PAGES = ['mappings.en.md', 'mappings.zh.md'].map((name) => readFileSync(join(DOCS, name), 'utf8'))

/** Each table with its mapping and what becomes of it. */
function examplesOf(page: string): { csv: string; mapping: string; becomes: Becomes[] }[] {
  const examples = page.matchAll(/```csv\n([^`]*)```\n\n```yaml\n([^`]*)```\n\n```yaml\n([^`]*)```/g)
  return [...examples].map(([, csv, mapping, becomes]) => ({
    csv: csv!,
    mapping: mapping!,
    becomes: parse(becomes!) as Becomes[],
  }))
}

const EXAMPLES = examplesOf(PAGES[0]!)

/** Every key that a mapping may have. */
function wordsOf(part: object): string[] {
  return Object.entries(part).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return []
    return [...(key === 'properties' ? Object.keys(value) : []), ...wordsOf(value as object)]
  })
}

test('both pages have every word of a mapping, and the same examples', () => {
  const words = [...new Set(wordsOf(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object))].filter(
    (word) => word !== 'zh' && word !== 'en',
  )
  for (const page of PAGES) expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(page))).toEqual([])
  expect(examplesOf(PAGES[1]!)).toEqual(EXAMPLES)
})

onOneDatabase((_name, open) => {
  it.each(EXAMPLES.map((example) => [example.csv.split('\n')[0]!, example] as const))(
    '%s becomes what the page says',
    async (_title, { csv, mapping, becomes }) => {
      const desk = await openDeskWithCollege(await open())
      const { type, records = [] } = parse(mapping) as WrittenMapping
      const main = type ?? records[0]!.type
      const report = await desk.bring(main, csv, { mapping: desk.file('m.yaml', mapping), acceptValid: true })
      const problems = report.problems.map(({ row, column, code }) => ({ row, column, problem: code }))
      expect(problems).toEqual(becomes.filter(({ problem }) => problem !== undefined))
      const expected = Map.groupBy(
        becomes.filter(({ problem }) => problem === undefined),
        ({ type: of = main }) => of,
      )
      for (const [name, some] of expected) {
        const { fields: declared } = recordTypeOf(name)
        const stored = (await desk.records(name)).map((values) => {
          const plain = { ...values }
          // Decimals are stored in whole steps.
          for (const { name: field, factor = 1 } of declared)
            if (typeof plain[field] === 'number') plain[field] = plain[field] / factor
          return plain
        })
        expect(stored).toHaveLength(some.length)
        for (const { type: _type, ...fields } of some) expect(stored).toContainEqual(expect.objectContaining(fields))
      }
    },
  )
})
