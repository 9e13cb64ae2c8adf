import { fill, type Words } from '@causeway/shared/words/words'
import type { YamlPath } from '../../ground/checked-yaml.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import type { RecordType } from '../record-type.ts'
import { findRecordType } from '../record-types.ts'
import { unknownType } from './check-request.ts'
import type { ImportRefused } from './import-refused.ts'
import type { Condition, Entry, Source, WrittenMapping } from './mapping.ts'
import { INSTITUTION_COLUMN, listColumns } from './match-header.ts'
import { checkTerms, checkValueWords } from './values/check-value-words.ts'
import { compilePattern } from './pattern.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

export type Refuse = (path: YamlPath, words: Words) => ImportRefused

/** What the schema cannot say of a mapping. `asked`: the type of what the file is said to hold. */
export function checkMapping(mapping: WrittenMapping, asked: RecordType | undefined, refuse: Refuse): void {
  const entries = entriesOf(mapping, refuse)
  if (asked && !entries.some(({ entry }) => entry.type === asked.name))
    throw refuse(
      entries[0]!.at.concat('type'),
      fill(REFUSALS.OTHER_TYPE, { type: entries.map(({ entry }) => entry.type).join(', '), name: asked.name }),
    )
  for (const { entry, at } of entries) checkEntry(mapping, entry, at, refuse)
  if (mapping.institution && typeof mapping.institution !== 'string')
    checkSource(mapping, mapping.institution, ['institution'], refuse)
  checkConditions(mapping.skip, ['skip'], refuse)
  checkConditions(mapping.where, ['where'], refuse)
  checkPattern(mapping.section?.pattern, ['section', 'pattern'], refuse)
  checkTerms(mapping, refuse)
}

/** The entries with where each is in the file. */
function entriesOf(mapping: WrittenMapping, refuse: Refuse): { entry: Entry; at: YamlPath }[] {
  const { records, type, fields } = mapping
  if (records) {
    const both = (['type', 'fields', 'when', 'add_up', 'one_per'] as const).find((key) => mapping[key] !== undefined)
    if (both) throw refuse([both], fill(REFUSALS.IN_AN_ENTRY, { key: both }))
    return records.map((entry, i) => ({ entry, at: ['records', i] }))
  }
  for (const [key, value] of Object.entries({ type, fields }))
    if (value === undefined) throw refuse([], { zh: `缺少“${key}”`, en: `it lacks "${key}"` })
  return [{ entry: mapping as Entry, at: [] }]
}

function checkEntry(mapping: WrittenMapping, entry: Entry, at: YamlPath, refuse: Refuse): void {
  const type = findRecordType(entry.type)
  if (!type) throw refuse([...at, 'type'], unknownType(entry.type))
  const fields = listColumns(type).filter((field) => field !== INSTITUTION_COLUMN)
  const names = fields.map((field) => field.name)
  for (const name of Object.keys(entry.fields)) {
    if (names.includes(name)) continue
    const near = didYouMean(findNearest(name, names))
    throw refuse([...at, 'fields', name], {
      zh: `${type.name} 没有字段「${name}」${near.zh}`,
      en: `${type.name} has no field "${name}"${near.en}`,
    })
  }
  for (const name of entry.one_per?.fields ?? []) {
    if (!(name in entry.fields)) throw refuse([...at, 'one_per', 'fields'], fill(REFUSALS.ONE_PER_NOT_MAPPED, { name }))
  }
  if (entry.add_up && !names.includes(entry.add_up))
    throw refuse([...at, 'add_up'], fill(REFUSALS.NOTHING_TO_ADD_UP, { name: type.name, add_up: entry.add_up }))
  if (entry.add_up && entry.one_per)
    throw refuse([...at, 'one_per'], {
      zh: 'add_up 与 one_per 不能同时使用',
      en: 'add_up and one_per exclude each other',
    })
  for (const [name, source] of Object.entries(entry.fields)) {
    if (typeof source === 'string') continue
    checkSource(mapping, source, [...at, 'fields', name], refuse)
    checkValueWords(
      fields.find((field) => field.name === name)!,
      source,
      [...at, 'fields', name],
      refuse,
    )
  }
  checkConditions(entry.when, [...at, 'when'], refuse)
}

function checkSource(mapping: WrittenMapping, source: Source, path: YamlPath, refuse: Refuse): void {
  const given = (['column', 'columns', 'constant', 'row', 'section', 'name'] as const).filter(
    (key) => source[key] !== undefined,
  )
  if (given.length !== 1) throw refuse(path, fill(REFUSALS.ONE_SOURCE, { path: path.join('.') }))
  if (source.section && !mapping.section) throw refuse(path, fill(REFUSALS.NO_SECTION, { path: path.join('.') }))
  checkPattern(source.extract, [...path, 'extract'], refuse)
  checkPattern(source.remove, [...path, 'remove'], refuse)
  source.cases?.forEach((one, i) => checkPattern(one.matches, [...path, 'cases', i, 'matches'], refuse))
  checkConditions(source.when, [...path, 'when'], refuse)
}

function checkConditions(conditions: Condition[] | undefined, path: YamlPath, refuse: Refuse): void {
  conditions?.forEach((condition, i) => {
    const tests = (['in', 'not_in', 'matches', 'not_matches', 'filled'] as const).filter(
      (key) => condition[key] !== undefined,
    )
    if (tests.length !== 1) throw refuse([...path, i], fill(REFUSALS.ONE_TEST, { path: path.join('.') }))
    checkPattern(condition.matches ?? condition.not_matches, [...path, i], refuse)
  })
}

function checkPattern(pattern: string | undefined, path: YamlPath, refuse: Refuse): void {
  if (pattern === undefined) return
  try {
    compilePattern(pattern)
  } catch (error) {
    throw refuse(path, fill(REFUSALS.NO_PATTERN, { path: path.join('.'), error: (error as Error).message }))
  }
}
