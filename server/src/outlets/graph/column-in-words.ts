import { fill, type Words } from '@causeway/shared/words/words'
import { listColumns } from '../../records/import/sheets/match-header.ts'
import { readingOf } from '../../records/import/moves/looked-table.ts'
import { columnsOf, nameOf } from '../../records/import/moves/column-names.ts'
import { BLANK_BETWEEN_NAMES } from '../../records/import/moves/several-moves.ts'
import type { Entry, Source, WrittenMapping } from '../../records/import/mapping/mapping.ts'
import type { ImportPreview, ShownColumn } from '../../records/import/report/import-preview.ts'
import type { Field } from '../../records/record-type.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import KEYS from './mapping-words.json' with { type: 'json' }
import WORDS from './column-words.json' with { type: 'json' }

/** A column, and what a mapping makes of its cells beside taking them as they are. */
export interface ReadColumn extends ShownColumn {
  how: Words
}

/** Said of a source, and not of how a cell is read. */
const PLACES = ['column', 'columns', 'name', 'made_from', 'join', 'optional', 'constant', 'said']
const NOTHING: Words = { zh: '', en: '' }
const BETWEEN: Words = { zh: '；', en: '; ' }

export function columnsInWords(preview: ImportPreview): ReadColumn[] {
  const mapping = preview.reading?.text == null ? null : readingOf(preview)
  const headers = preview.reading?.headers ?? []
  return preview.columns.map((column) => ({
    ...column,
    how: mapping ? howRead(mapping, nameOf(headers, column.index)) : NOTHING,
  }))
}

function howRead(mapping: WrittenMapping, name: string): Words {
  const entries = mapping.records ?? [mapping as Entry]
  const said = [...ofTheFile(mapping, name), ...entries.flatMap((entry) => ofEntry(entry, mapping, name))]
  return join(
    said.filter(({ zh }, at) => said.findIndex((other) => other.zh === zh) === at),
    BETWEEN,
  )
}

/** What becomes of the rows by it. */
function ofTheFile({ section, unpivot, split_rows: splits, skip = [], where = [] }: WrittenMapping, name: string) {
  const isOf = ({ column }: { column: string }) => column === name
  return [
    ...(section?.column === name ? [KEYS.section] : []),
    ...ofShape({ unpivot, split_rows: splits }, name),
    ...(skip.some(isOf) ? [WORDS.skip] : []),
    ...(where.some(isOf) ? [WORDS.where] : []),
  ]
}

function ofShape({ unpivot, split_rows: splits = [] }: Pick<Entry, 'unpivot' | 'split_rows'>, name: string): Words[] {
  const isAcross = Array.isArray(unpivot?.columns) && unpivot.columns.includes(name)
  return [
    ...(isAcross ? [KEYS.unpivot] : []),
    ...splits.flatMap(({ column, by }) => (column === name ? [sayMarks(by)] : [])),
  ]
}

/** One of these marks, as a page writes it where a column has several. */
const ONE_OF = /^\/\[((?:[^\]\\]|\\n)+)\]/u

function sayMarks(by: string): Words {
  const hasBlanks = by.includes(BLANK_BETWEEN_NAMES)
  const marks = ONE_OF.exec(by)?.[1]?.match(/\\n|./gsu) ?? (hasBlanks ? [] : [by])
  const say = (locale: keyof Words) =>
    [
      ...marks.map((mark) => (mark === String.raw`\n` ? WORDS.line_break[locale] : mark)),
      ...(hasBlanks ? [WORDS.blank[locale]] : []),
    ].join(WORDS.or[locale])
  return { zh: WORDS.split_rows.zh.replace('{by}', say('zh')), en: WORDS.split_rows.en.replace('{by}', say('en')) }
}

function ofEntry(entry: Entry, mapping: WrittenMapping, name: string): Words[] {
  const fields = listColumns(recordTypeOf(entry.type))
  const ofFields = Object.entries(entry.fields).flatMap(([key, source]) => {
    const field = fields.find((one) => one.name === key)
    return field ? ofField(field, source, mapping, name) : []
  })
  return [...(mapping.records ? ofShape(entry, name) : []), ...ofFields]
}

/** What is read of it for one field; none: the cell as it is, or nothing. */
function ofField(field: Field, said: string | Source, mapping: WrittenMapping, name: string): Words[] {
  const source: Source = typeof said === 'string' ? { column: said } : said
  const made = field.to !== undefined && mapping.create?.includes(field.to) ? [KEYS.create] : []
  const parts = columnsOf(said).includes(name)
    ? [...Object.entries(source).flatMap(([key, value]) => ofKey(key, value, mapping)), ...made]
    : Object.values(source.plus ?? {}).some((one) => typeof one === 'object' && one.column === name)
      ? [WORDS.plus_of]
      : []
  if (parts.length === 0) return []
  const { zh, en } = join(parts, { zh: '，', en: ', ' })
  return [{ zh: `${field.label.zh}：${zh}`, en: `${field.label.en}: ${en}` }]
}

function ofKey(key: string, value: unknown, { terms = {} }: WrittenMapping): Words[] {
  if (PLACES.includes(key)) return key === 'made_from' ? [KEYS.made_from] : []
  if (key === 'values' || key === 'cases') return [fill(WORDS[key], { n: Object.keys(value as object).length })]
  if (key === 'plus') return [plusOf(value as NonNullable<Source['plus']>)]
  const n = Object.keys(terms).length
  const ofTerms = key === 'range' && n > 0 ? [fill(WORDS.terms, { n })] : []
  const known = KEYS as Record<string, Words>
  const words = known[`${key}: ${String(value)}`] ?? known[key]
  return words ? [words, ...ofTerms] : []
}

function plusOf(plus: NonNullable<Source['plus']>): Words {
  const [[unit, amount]] = Object.entries(plus) as [['years' | 'months' | 'days', number | { column: string }]]
  if (typeof amount === 'object') return fill(WORDS.plus_column, { column: amount.column })
  return fill(WORDS[unit], { n: amount })
}

function join(some: readonly Words[], between: Words): Words {
  return { zh: some.map(({ zh }) => zh).join(between.zh), en: some.map(({ en }) => en).join(between.en) }
}
