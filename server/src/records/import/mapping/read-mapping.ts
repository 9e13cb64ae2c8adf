import { existsSync, readdirSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fill, type Words } from '@causeway/shared/words/words'
import { schemaCheck } from '../../../ground/schema-check.ts'
import { checkYaml, type YamlPath } from '../../../ground/checked-yaml.ts'
import { didYouMean, findNearest } from '../../../ground/nearest.ts'
import schema from '../../mappings/mapping.schema.json' with { type: 'json' }
import type { RecordType } from '../../record-type.ts'
import { checkMapping, checksOf } from './check-mapping.ts'
import { checkNamed } from './check-row-shape.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { Entry, Mapping, WrittenMapping } from './mapping.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const check = schemaCheck(schema)
const MOST_CHARACTERS = 128 * 1024
const toKb = (characters: number) => Math.ceil(characters / 1024)

export const MAPPINGS = join(import.meta.dirname, '..', '..', 'mappings')

/**
 * Reads a mapping: a file, or the name of one that ships. Throws `NO_SUCH_MAPPING`, or `BAD_MAPPING` with the place. `type`: of what
 * somebody said that the file holds.
 */
export async function readMapping(path: string, type?: RecordType): Promise<Mapping> {
  return parseMapping(basename(path), await readMappingText(path), type)
}

/** A mapping that ships, by its name and never by a path. Throws `NO_SUCH_MAPPING`. */
export async function readShippedMapping(name: string, type?: RecordType): Promise<Mapping> {
  return parseMapping(name, await readShippedText(name), type)
}

/** Names of the mappings that ship. */
export function shippedNames(): string[] {
  return readdirSync(MAPPINGS).flatMap((file) => (file.endsWith('.yaml') ? [basename(file, '.yaml')] : []))
}

/** The text of one that ships. `others`: names that could be meant too. Throws `NO_SUCH_MAPPING`. */
export async function readShippedText(name: string, others: readonly string[] = []): Promise<string> {
  const path = join(MAPPINGS, `${name}.yaml`)
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(path)) throw noSuchMapping(name, others)
  return readFile(path, 'utf8')
}

/** Reads the text of a mapping; `name` is what its refusals call it. Throws `BAD_MAPPING` with the place. */
export function parseMapping(name: string, text: string, type?: RecordType): Mapping {
  if (text.length > MOST_CHARACTERS) throw badMapping(name, 1, tooLong(text))
  const { value, problems, lineOf, lineOfText } = checkYaml<WrittenMapping>(text, check, true)
  if (value === null) throw badMapping(name, problems[0]!.line, problems[0]!.words)
  const refuse = (at: YamlPath, words: Words) => badMapping(name, lineOf(at), words)
  checkMapping(value, type, refuse)
  const mapping = { ...normalise(value), lineOf: lineOfText }
  checkNamed(mapping, refuse)
  return mapping
}

/** Everything that is wrong with the text of a mapping, with its place; none: it can be used. */
export function findMistakes(text: string): { line: number; column: number; words: Words }[] {
  if (text.length > MOST_CHARACTERS) return [{ line: 1, column: 1, words: tooLong(text) }]
  const { value, problems, placeOf } = checkYaml<WrittenMapping>(text, check, true)
  if (value === null) return problems.map(({ line, column = 1, words }) => ({ line, column, words }))
  const found: ReturnType<typeof findMistakes> = []
  const refuse = (at: YamlPath, words: Words) => new Mistake({ ...placeOf(at), words })
  const collect = (work: () => void) => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      found.push(error.found)
    }
  }
  collect(() => {
    for (const one of checksOf(value, undefined, refuse)) collect(one)
  })
  if (found.length === 0) collect(() => checkNamed(normalise(value), refuse))
  return found.sort((a, b) => a.line - b.line || a.column - b.column)
}

class Mistake extends Error {
  readonly found: { line: number; column: number; words: Words }

  constructor(found: Mistake['found']) {
    super(found.words.en)
    this.found = found
  }
}

function tooLong(text: string): Words {
  return fill(REFUSALS.MAPPING_TOO_LONG, { size: toKb(text.length), most: toKb(MOST_CHARACTERS) })
}

function normalise(written: WrittenMapping): Mapping {
  const { type, fields, when, add_up, one_per, unpivot, split_rows = [], records, ...file } = written
  const shape = (entry: Entry): Entry => ({
    ...entry,
    ...omitEmpty({ unpivot: entry.unpivot ?? unpivot }),
    split_rows: [...split_rows, ...(entry.split_rows ?? [])],
  })
  if (records) return { ...file, records: records.map(shape) as [Entry, ...Entry[]] }
  const entry: Entry = { type: type!, fields: fields!, ...omitEmpty({ when, add_up, one_per }) }
  return { ...file, records: [shape(entry)] }
}

function omitEmpty<T extends object>(some: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as never
}

/** The text of a file at that path, else of a mapping that ships, by its name. Throws `NO_SUCH_MAPPING`. */
export async function readMappingText(path: string, others: readonly string[] = []): Promise<string> {
  for (const candidate of [path, join(MAPPINGS, `${basename(path)}.yaml`), join(MAPPINGS, basename(path))]) {
    const exists = await access(candidate).then(
      () => true,
      () => false,
    )
    if (exists) return readFile(candidate, 'utf8').catch(() => '')
  }
  throw noSuchMapping(path, others)
}

function noSuchMapping(path: string, others: readonly string[]): ImportRefused {
  const near = didYouMean(findNearest(basename(path), [...others, ...shippedNames()]))
  const nears = { nearZh: near.zh || '。', nearEn: near.en || '.' }
  return new ImportRefused('NO_SUCH_MAPPING', fill(REFUSALS.NO_SUCH_MAPPING, { path, ...nears }))
}

function badMapping(name: string, line: number, words: Words): ImportRefused {
  return new ImportRefused('BAD_MAPPING', {
    ...fill(REFUSALS.BAD_MAPPING, { name, line, wordsZh: closed(words.zh, '。'), wordsEn: closed(words.en, '.') }),
    row: line,
  })
}

/** A sentence that may end in a question already. */
function closed(sentence: string, by: string): string {
  return /[?？.。]$/u.test(sentence) ? sentence : sentence + by
}
