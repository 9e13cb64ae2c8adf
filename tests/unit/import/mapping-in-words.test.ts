import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fill, type Words } from '@causeway/shared/words/words'
import { toPageWords } from '@causeway/server/outlets/graph/page-words'
import { mappingInWords } from '@causeway/server/outlets/graph/mapping-in-words'

const read = <Content>(path: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../server/src', path), 'utf8')) as Content
const WORDS = read<Record<string, Words>>('outlets/graph/mapping-words.json')
const REFUSALS = read<Record<string, Words>>('records/import/ground/refusals.json')
const SCHEMA = read<Part & { $defs: Record<string, Part> }>('records/mappings/mapping.schema.json')

interface Part {
  $ref?: string
  properties?: Record<string, Part>
  additionalProperties?: Part | boolean
  items?: Part
  anyOf?: Part[]
  enum?: unknown[]
  const?: unknown
}

/** Every key of the language, and every value that it lists. */
function listWords(): Set<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const look = (part: Part | boolean | undefined, key: string) => {
    if (typeof part !== 'object') return
    if (part.$ref !== undefined && !seen.has(`${part.$ref} ${key}`)) {
      seen.add(`${part.$ref} ${key}`)
      look(SCHEMA.$defs[part.$ref.split('/').at(-1)!], key)
    }
    for (const value of [...(part.enum ?? []), ...('const' in part ? [part.const] : [])])
      found.add(`${key}: ${String(value)}`)
    for (const [name, of] of Object.entries(part.properties ?? {})) {
      found.add(name)
      look(of, name)
    }
    for (const of of [part.items, part.additionalProperties, ...(part.anyOf ?? [])]) look(of, key)
  }
  look(SCHEMA, '')
  return found
}

test('every key and value of the language has its words, and no other', () => {
  expect(Object.keys(WORDS).sort()).toEqual([...listWords()].sort())
})

test('what is wrong with a cell is said on the page without the language, and what is quoted stays', () => {
  for (const code of [
    'MONTH_ONLY',
    'YEAR_ONLY',
    'TWO_DATES',
    'ONE_DATE',
    'UNKNOWN_TERM',
    'SEVERAL_VALUES',
    'NOTHING_CALLED_SO',
    'SEVERAL_NUMBERS',
    'SEVERAL_NAMES',
    'SEVERAL_DATES',
    'NO_NUMBER',
    'IN_TEN_THOUSANDS',
    'NO_AMOUNT',
    'AMOUNT_IS_DATE',
    'OTHER_UNIT_OF_TIME',
    'NOT_WHOLE',
    'PERSON_WITHOUT_BIRTH',
  ] as const) {
    const { zh, en } = mappingInWords(toPageWords(fill(REFUSALS[code]!, { nearZh: '', nearEn: '', name: 'programme' })))
    expect(zh.replaceAll(/\{\w+\}|programme|2023/g, '')).not.toMatch(/[a-z]{2}/)
    expect(en).not.toMatch(/\w_\w|: (?:first|last|start|end|\[)/)
  }
  expect(mappingInWords({ zh: '“split” 与「terms」：对照用 split_rows', en: '"split_rows" by split_rows' })).toEqual({
    zh: '“split” 与「terms」：对照用 每项一行',
    en: '"split_rows" by a row for each part',
  })
  // A code of the file that is called as a key is.
  const near = { zh: '没有这个编号。是否应为 terms？', en: 'there is none. Did you mean terms?' }
  expect(mappingInWords(near)).toEqual(near)
})
