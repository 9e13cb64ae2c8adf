import { existsSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fill, type Words } from '@causeway/shared/words/words'
import { schemaCheck } from '../../ground/schema-check.ts'
import { checkYaml, type YamlPath } from '../../ground/checked-yaml.ts'
import schema from '../mappings/mapping.schema.json' with { type: 'json' }
import type { RecordType } from '../record-type.ts'
import { recordTypeOf } from '../record-types.ts'
import { ImportRefused } from './import-refused.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import { INSTITUTION_COLUMN, listColumns } from './match-header.ts'
import { compilePattern } from './pattern.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const check = schemaCheck(schema)
export const MAPPINGS = join(import.meta.dirname, '..', 'mappings')

/** Holds of a row, by one of its cells. Exactly one test. */
export interface Condition {
  column: string
  in?: (string | number)[]
  not_in?: (string | number)[]
  matches?: string
  not_matches?: string
  filled?: boolean
}

/** Where a field's text comes from: a column by its header, or what is made of columns. */
export interface Source {
  column?: string
  columns?: string[]
  /** Between the columns joined. */
  join?: string
  constant?: string | number
  /** The row's number in the file. */
  row?: true
  /** The name in the section heading above. */
  section?: true
  /** Only where all of these hold; else the field is empty. */
  when?: Condition[]
  split?: { by: string; part: number }
  extract?: string
  remove?: string
  values?: Record<string, string | number>
  cases?: { matches: string; value: string | number }[]
  /** Where neither values, cases nor extract fit. */
  otherwise?: string | number
  /** The file may lack the column. */
  optional?: boolean
}

/** How a file that is not ours becomes records of one type. Its JSON Schema is `mappings/mapping.schema.json`. */
export interface Mapping {
  name?: Words
  about?: Words
  type: string
  sheet?: string | number
  header_row?: number
  empty?: string[]
  date_format?: 'D/M/Y' | 'M/D/Y' | 'Y/M/D'
  decimal_comma?: boolean
  data_date?: string
  skip?: Condition[]
  where?: Condition[]
  section?: { column: string; pattern: string; name?: number; count?: number }
  institution?: string | Source
  fields: Record<string, string | Source>
  add_up?: 'headcount'
  one_per?: { fields: string[]; keep: 'first' | 'last' }
}

/** Reads a mapping: a file, or the name of one that ships. Throws `NO_SUCH_MAPPING` or `BAD_MAPPING` with the place. */
export async function readMapping(path: string, type: RecordType): Promise<Mapping> {
  return parseMapping(basename(path), await readText(path), type)
}

/** A mapping that ships, by its name and never by a path. Throws `NO_SUCH_MAPPING`. */
export async function readShippedMapping(name: string, type?: RecordType): Promise<Mapping> {
  const path = join(MAPPINGS, `${name}.yaml`)
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(path)) throw noSuchMapping(name)
  return parseMapping(name, await readFile(path, 'utf8'), type)
}

function parseMapping(name: string, text: string, type?: RecordType): Mapping {
  const { value, problems, lineOf } = checkYaml<Mapping>(text, check)
  if (value === null) throw badMapping(name, problems[0]!.line, problems[0]!.words)
  checkMeaning(value, type ?? recordTypeOf(value.type), (at, words) => badMapping(name, lineOf(at), words))
  return value
}

/** A file at that path, else a mapping that ships, by its name. */
async function readText(path: string): Promise<string> {
  for (const candidate of [path, join(MAPPINGS, `${basename(path)}.yaml`), join(MAPPINGS, basename(path))]) {
    const exists = await access(candidate).then(
      () => true,
      () => false,
    )
    if (exists) return readFile(candidate, 'utf8').catch(() => '')
  }
  throw noSuchMapping(path)
}

function noSuchMapping(path: string): ImportRefused {
  return new ImportRefused('NO_SUCH_MAPPING', fill(REFUSALS.NO_SUCH_MAPPING, { path }))
}

function checkMeaning(
  mapping: Mapping,
  type: RecordType,
  refuse: (path: YamlPath, words: Words) => ImportRefused,
): void {
  if (mapping.type !== type.name) {
    throw refuse(['type'], fill(REFUSALS.OTHER_TYPE, { type: mapping.type, name: type.name }))
  }
  const names = listColumns(type)
    .filter((field) => field !== INSTITUTION_COLUMN)
    .map((field) => field.name)
  for (const name of Object.keys(mapping.fields)) {
    if (names.includes(name)) continue
    const near = didYouMean(findNearest(name, names))
    throw refuse(['fields', name], {
      zh: `${type.name} 没有字段「${name}」${near.zh}`,
      en: `${type.name} has no field "${name}"${near.en}`,
    })
  }
  for (const name of mapping.one_per?.fields ?? []) {
    if (!(name in mapping.fields)) throw refuse(['one_per', 'fields'], fill(REFUSALS.ONE_PER_NOT_MAPPED, { name }))
  }
  if (mapping.add_up && !names.includes(mapping.add_up))
    throw refuse(['add_up'], fill(REFUSALS.NOTHING_TO_ADD_UP, { name: type.name, add_up: mapping.add_up }))
  if (mapping.add_up && mapping.one_per)
    throw refuse(['one_per'], { zh: 'add_up 与 one_per 不能同时使用', en: 'add_up and one_per exclude each other' })
  const sources: [YamlPath, Source][] = Object.entries(mapping.fields).flatMap(([name, source]) =>
    typeof source === 'string' ? [] : [[['fields', name], source] as [YamlPath, Source]],
  )
  if (mapping.institution && typeof mapping.institution !== 'string')
    sources.push([['institution'], mapping.institution])
  for (const [path, source] of sources) {
    const given = (['column', 'columns', 'constant', 'row', 'section'] as const).filter(
      (key) => source[key] !== undefined,
    )
    if (given.length !== 1) {
      throw refuse(path, {
        ...fill(REFUSALS.ONE_SOURCE, { path: path.join('.') }),
      })
    }
    if (source.section && !mapping.section)
      throw refuse(path, {
        ...fill(REFUSALS.NO_SECTION, { path: path.join('.') }),
      })
    checkPattern(source.extract, [...path, 'extract'], refuse)
    checkPattern(source.remove, [...path, 'remove'], refuse)
    source.cases?.forEach((one, i) => checkPattern(one.matches, [...path, 'cases', i, 'matches'], refuse))
    checkConditions(source.when, [...path, 'when'], refuse)
  }
  checkConditions(mapping.skip, ['skip'], refuse)
  checkConditions(mapping.where, ['where'], refuse)
  checkPattern(mapping.section?.pattern, ['section', 'pattern'], refuse)
}

function checkConditions(
  conditions: Condition[] | undefined,
  path: YamlPath,
  refuse: (path: YamlPath, words: Words) => ImportRefused,
): void {
  conditions?.forEach((condition, i) => {
    const tests = (['in', 'not_in', 'matches', 'not_matches', 'filled'] as const).filter(
      (key) => condition[key] !== undefined,
    )
    if (tests.length !== 1) {
      throw refuse([...path, i], {
        ...fill(REFUSALS.ONE_TEST, { path: path.join('.') }),
      })
    }
    checkPattern(condition.matches ?? condition.not_matches, [...path, i], refuse)
  })
}

function checkPattern(
  pattern: string | undefined,
  path: YamlPath,
  refuse: (path: YamlPath, words: Words) => ImportRefused,
): void {
  if (pattern === undefined) return
  try {
    compilePattern(pattern)
  } catch (error) {
    throw refuse(path, {
      ...fill(REFUSALS.NO_PATTERN, { path: path.join('.'), error: (error as Error).message }),
    })
  }
}

function badMapping(name: string, line: number, words: Words): ImportRefused {
  return new ImportRefused('BAD_MAPPING', {
    ...fill(REFUSALS.BAD_MAPPING, { name, line, wordsZh: words.zh, wordsEn: words.en }),
    row: line,
  })
}
