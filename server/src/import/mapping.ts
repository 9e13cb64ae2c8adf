import { readFileSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { LineCounter, parseDocument, type Document } from 'yaml'
import type { Words } from '@causeway/shared/words/words'
import type { RecordType } from '../records/record-type.ts'
import { fieldsOf } from '../records/record-types.ts'
import { ImportRefused } from './import-refused.ts'
import { findNearest } from '../nearest.ts'
import { didYouMean } from './parse-cell.ts'
import { compilePattern } from './pattern.ts'

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
  const text = await readText(path)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const name = basename(path)
  const syntax = document.errors[0]
  if (syntax) {
    const line = lines.linePos(syntax.pos[0]).line
    throw badMapping(name, line, { zh: `YAML 语法错误：${syntax.message}`, en: `YAML: ${syntax.message}` })
  }
  let value: unknown
  try {
    // A handful of anchors can unfold into billions of nodes.
    value = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw badMapping(name, 1, { zh: (error as Error).message, en: (error as Error).message })
  }
  const check = schemaCheck()
  if (!check(value)) {
    const { path: at, words } = explain(check.errors ?? [])
    throw badMapping(name, lineOf(document, lines, at), words)
  }
  const mapping = value as unknown as Mapping
  checkMeaning(mapping, type, (at, words) => badMapping(name, lineOf(document, lines, at), words))
  return mapping
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
  throw new ImportRefused('NO_SUCH_MAPPING', {
    zh: `找不到对照文件「${path}」。请给出 YAML 文件的路径，或随系统提供的对照名称。`,
    en: `There is no mapping "${path}". Give the path of a YAML file, or the name of one that ships.`,
  })
}

let compiled: ValidateFunction | undefined
function schemaCheck(): ValidateFunction {
  compiled ??= new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true }).compile(
    JSON.parse(readFileSync(join(MAPPINGS, 'mapping.schema.json'), 'utf8')) as object,
  )
  return compiled
}

type Path = (string | number)[]

/** The one finding that most likely is the mistake: an unknown key before a missing one, the deepest first. */
function explain(errors: ErrorObject[]): { path: Path; words: Words } {
  const weight = (error: ErrorObject) =>
    (error.keyword === 'additionalProperties' ? 1000 : ['anyOf', 'oneOf', 'if'].includes(error.keyword) ? -1000 : 0) +
    error.instancePath.split('/').length
  const error = [...errors].sort((a, b) => weight(b) - weight(a))[0]!
  const path: Path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const where = path.join('.') || '(root)'
  if (error.keyword === 'additionalProperties') {
    const key = String((error.params as { additionalProperty: string }).additionalProperty)
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {})
    const near = didYouMean(findNearest(key, known))
    return {
      path: [...path, key],
      words: {
        zh: `${where} 中没有「${key}」这一项；可用：${known.join('、')}${near.zh}`,
        en: `${where} has no key "${key}"; it takes ${known.join(', ')}${near.en}`,
      },
    }
  }
  if (error.keyword === 'enum') {
    const allowed = (error.params as { allowedValues: unknown[] }).allowedValues.map(String)
    const near = didYouMean(findNearest(String(error.data), allowed))
    return {
      path,
      words: {
        zh: `${where} 应为 ${allowed.join('、')} 之一${near.zh}`,
        en: `${where} must be one of ${allowed.join(', ')}${near.en}`,
      },
    }
  }
  if (error.keyword === 'required') {
    const key = String((error.params as { missingProperty: string }).missingProperty)
    return { path, words: { zh: `${where} 缺少「${key}」`, en: `${where} lacks "${key}"` } }
  }
  return {
    path,
    words: {
      zh: `${where} 不符合要求（${error.message ?? error.keyword}）`,
      en: `${where} ${error.message ?? error.keyword}`,
    },
  }
}

function checkMeaning(mapping: Mapping, type: RecordType, refuse: (path: Path, words: Words) => ImportRefused): void {
  if (mapping.type !== type.name) {
    throw refuse(['type'], {
      zh: `该对照用于 ${mapping.type}，而导入的是 ${type.name}`,
      en: `this mapping is for ${mapping.type}, and the import is as ${type.name}`,
    })
  }
  const names = [...fieldsOf(type), ...(type.companion?.columns ?? [])].map((field) => field.name)
  for (const name of Object.keys(mapping.fields)) {
    if (names.includes(name)) continue
    const near = didYouMean(findNearest(name, names))
    throw refuse(['fields', name], {
      zh: `${type.name} 没有字段「${name}」${near.zh}`,
      en: `${type.name} has no field "${name}"${near.en}`,
    })
  }
  for (const name of mapping.one_per?.fields ?? []) {
    if (!(name in mapping.fields))
      throw refuse(['one_per', 'fields'], {
        zh: `one_per 中的「${name}」未在 fields 中对照`,
        en: `one_per names "${name}", which fields does not map`,
      })
  }
  if (mapping.add_up && !names.includes(mapping.add_up))
    throw refuse(['add_up'], {
      zh: `${type.name} 没有「${mapping.add_up}」，无法合计`,
      en: `${type.name} has no ${mapping.add_up} to add up`,
    })
  if (mapping.add_up && mapping.one_per)
    throw refuse(['one_per'], { zh: 'add_up 与 one_per 不能同时使用', en: 'add_up and one_per exclude each other' })
  const sources: [Path, Source][] = Object.entries(mapping.fields).flatMap(([name, source]) =>
    typeof source === 'string' ? [] : [[['fields', name], source] as [Path, Source]],
  )
  if (mapping.institution && typeof mapping.institution !== 'string')
    sources.push([['institution'], mapping.institution])
  for (const [path, source] of sources) {
    const given = (['column', 'columns', 'constant', 'row', 'section'] as const).filter(
      (key) => source[key] !== undefined,
    )
    if (given.length !== 1) {
      throw refuse(path, {
        zh: `${path.join('.')} 应恰好写明 column、columns、constant、row、section 之一`,
        en: `${path.join('.')} takes exactly one of column, columns, constant, row, section`,
      })
    }
    if (source.section && !mapping.section)
      throw refuse(path, {
        zh: `${path.join('.')} 用到 section，但对照中没有定义 section`,
        en: `${path.join('.')} reads a section, and the mapping defines none`,
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
  path: Path,
  refuse: (path: Path, words: Words) => ImportRefused,
): void {
  conditions?.forEach((condition, i) => {
    const tests = (['in', 'not_in', 'matches', 'not_matches', 'filled'] as const).filter(
      (key) => condition[key] !== undefined,
    )
    if (tests.length !== 1) {
      throw refuse([...path, i], {
        zh: `${path.join('.')} 的每个条件应恰好写明 in、not_in、matches、not_matches、filled 之一`,
        en: `each condition of ${path.join('.')} takes exactly one of in, not_in, matches, not_matches, filled`,
      })
    }
    checkPattern(condition.matches ?? condition.not_matches, [...path, i], refuse)
  })
}

function checkPattern(
  pattern: string | undefined,
  path: Path,
  refuse: (path: Path, words: Words) => ImportRefused,
): void {
  if (pattern === undefined) return
  try {
    compilePattern(pattern)
  } catch (error) {
    throw refuse(path, {
      zh: `${path.join('.')} 不是有效的正则表达式：${(error as Error).message}`,
      en: `${path.join('.')} is no regular expression: ${(error as Error).message}`,
    })
  }
}

function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true) as
      { items?: { key?: { value?: unknown; range?: [number, number, number] } }[] } | undefined
    const key = parent?.items?.find((item) => String(item.key?.value) === String(path[length - 1]))?.key
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined
    const at = key?.range?.[0] ?? node?.range?.[0]
    if (at !== undefined) return lines.linePos(at).line
  }
  return 1
}

function badMapping(name: string, line: number, words: Words): ImportRefused {
  return new ImportRefused(
    'BAD_MAPPING',
    { zh: `对照文件「${name}」第 ${line} 行：${words.zh}。`, en: `Mapping "${name}", line ${line}: ${words.en}.` },
    { row: line },
  )
}
