import { fill, type Words } from '@causeway/shared/words/words'
import type { YamlPath } from '../../../ground/checked-yaml.ts'
import { isLetter } from '../sheets/file-columns.ts'
import type { Entry, Mapping, WrittenMapping } from './mapping.ts'
import { namedColumns } from './named-columns.ts'
import { compilePattern } from '../ground/pattern.ts'
import { patternOf } from './split-rows.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Makes the error that says what is wrong at a place of a mapping. */
export type Refuse = (path: YamlPath, words: Words) => Error

/** Of `unpivot` and `split_rows`, wherever they are. Each throws one mistake. */
export function* checksOfShape(
  { header_rows: depth = 1 }: WrittenMapping,
  { unpivot, split_rows: splits = [] }: Pick<Entry, 'unpivot' | 'split_rows'>,
  at: YamlPath,
  refuse: Refuse,
): Generator<() => void> {
  if (unpivot) {
    const path = [...at, 'unpivot']
    const { columns, names, values } = unpivot
    yield () => {
      if (typeof columns === 'string') checkPattern(columns, [...path, 'columns'], refuse)
    }
    yield () => {
      const levels = Math.max(1, depth)
      if (names.length !== levels)
        throw refuse([...path, 'names'], fill(REFUSALS.ONE_NAME_A_LEVEL, { levels, names: names.length }))
    }
    yield () => {
      const twice = [...names, values].find((name, i, all) => all.indexOf(name) < i)
      if (twice !== undefined) throw refuse([...path, 'values'], fill(REFUSALS.NAME_TWICE, { name: twice }))
    }
  }
  for (const [i, { column, by }] of splits.entries())
    yield () => {
      const path = [...at, 'split_rows', i]
      if (splits.some((other, before) => before < i && other.column === column))
        throw refuse(path, fill(REFUSALS.NAME_TWICE, { name: column }))
      const pattern = patternOf(by)
      if (pattern === null) return
      checkPattern(pattern, [...path, 'by'], refuse)
      if (compilePattern(pattern).match('') !== null) throw refuse([...path, 'by'], REFUSALS.SPLITS_BY_NOTHING)
    }
}

export function checkSheets({ sheet, sheets }: WrittenMapping, refuse: Refuse): void {
  if (sheet !== undefined && sheets !== undefined) throw refuse(['sheets'], REFUSALS.SHEET_OR_SHEETS)
}

/** Whether the header can be found by what the mapping names. */
export function checkNamed(mapping: Mapping, refuse: Refuse): void {
  const { header_row: row, header_rows: depth = 1 } = mapping
  const named = namedColumns(mapping).map(({ name }) => name)
  const byHead = named.find((name) => !isLetter(name))
  if (depth === 0 && byHead !== undefined)
    throw refuse(['header_rows'], fill(REFUSALS.NO_NAMES_WITHOUT_HEADER, { name: byHead }))
  if (depth > 0 && row === undefined && named.length > 0 && byHead === undefined)
    throw refuse(['fields'], REFUSALS.LETTERS_ALONE)
}

export function checkPattern(pattern: string | undefined, path: YamlPath, refuse: Refuse): void {
  if (pattern === undefined) return
  try {
    compilePattern(pattern)
  } catch (error) {
    throw refuse(path, fill(REFUSALS.NO_PATTERN, { path: path.join('.'), error: (error as Error).message }))
  }
}
