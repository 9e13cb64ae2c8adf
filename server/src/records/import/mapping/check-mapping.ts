import { fill, type Words } from '@causeway/shared/words/words'
import type { YamlPath } from '../../../ground/checked-yaml.ts'
import { didYouMean, findNearest } from '../../../ground/nearest.ts'
import type { RecordType } from '../../record-type.ts'
import { findRecordType } from '../../record-types.ts'
import { checksOfCreated } from './check-created.ts'
import { unknownType } from '../ground/find-type.ts'
import { checkPattern, checkSheets, checksOfShape, type Refuse } from './check-row-shape.ts'
import type { Condition, Entry, Source, WrittenMapping } from './mapping.ts'
import { INSTITUTION_COLUMN, listColumns } from '../sheets/match-header.ts'
import { checkConstant, checkTerms, checkValueWords } from './check-value-words.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What a text may come from: one of them. */
const SOURCES = 'column columns constant row section title sheet file name made_from'.split(' ') as (keyof Source)[]

/** What they say holds of all that comes after them. */
const ALONE = ['institution', 'same-as']

/** What the schema cannot say of a mapping. `asked`: the type of what the file is said to hold. */
export function checkMapping(mapping: WrittenMapping, asked: RecordType | undefined, refuse: Refuse): void {
  for (const check of checksOf(mapping, asked, refuse)) check()
}

/** Each looks for one mistake, and throws it. */
export function* checksOf(
  mapping: WrittenMapping,
  asked: RecordType | undefined,
  refuse: Refuse,
): Generator<() => void> {
  const entries = entriesOf(mapping, refuse)
  yield () => {
    if (asked && !entries.some(({ entry }) => entry.type === asked.name))
      throw refuse(
        entries[0]!.at.concat('type'),
        fill(REFUSALS.OTHER_TYPE, { type: entries.map(({ entry }) => entry.type).join(', '), name: asked.name }),
      )
  }
  for (const { entry, at } of entries) {
    yield* checksOfEntry(mapping, entry, at, refuse)
    yield* checksOfShape(mapping, entry, at, refuse)
    yield () => {
      if (entries.length > 1 && ALONE.includes(entry.type))
        throw refuse([...at, 'type'], fill(REFUSALS.ALONE, { type: entry.type }))
    }
  }
  yield* checksOfCreated(
    mapping,
    entries.map(({ entry }) => entry),
    refuse,
  )
  for (const [name, fields] of Object.entries(mapping.create_with ?? {}))
    for (const [field, source] of Object.entries(fields))
      if (typeof source !== 'string') yield () => checkSource(mapping, source, ['create_with', name, field], refuse)
  if (mapping.records) yield* checksOfShape(mapping, mapping, [], refuse)
  yield () => checkSheets(mapping, refuse)
  const { institution } = mapping
  if (institution && typeof institution !== 'string')
    yield () => checkSource(mapping, institution, ['institution'], refuse)
  yield () => checkConditions(mapping.skip, ['skip'], refuse)
  yield () => checkConditions(mapping.where, ['where'], refuse)
  yield () => checkPattern(mapping.section?.pattern, ['section', 'pattern'], refuse)
  yield () => checkTerms(mapping, refuse)
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

function* checksOfEntry(mapping: WrittenMapping, entry: Entry, at: YamlPath, refuse: Refuse): Generator<() => void> {
  const type = findRecordType(entry.type)
  if (!type) throw refuse([...at, 'type'], unknownType(entry.type))
  const fields = new Map(listColumns(type).map((field) => [field.name, field]))
  fields.delete(INSTITUTION_COLUMN.name)
  const names = [...fields.keys()]
  for (const [name, source] of Object.entries(entry.fields)) {
    const path = [...at, 'fields', name]
    yield () => {
      const field = fields.get(name)
      if (!field) throw refuse(path, noField(type, name, names))
      if (typeof source === 'string') return
      checkSource(mapping, source, path, refuse)
      checkValueWords(field, source, path, refuse)
      checkConstant(field, source, path, refuse)
      const isReference = field.kind === 'reference' && !Array.isArray(source.made_from)
      if (source.made_from !== undefined && !isReference && field.kind !== 'code')
        throw refuse([...path, 'made_from'], fill(REFUSALS.MADE_FROM_OF, { path: path.join('.') }))
    }
  }
  for (const name of entry.one_per?.fields ?? [])
    yield () => {
      if (!(name in entry.fields))
        throw refuse([...at, 'one_per', 'fields'], fill(REFUSALS.ONE_PER_NOT_MAPPED, { name }))
    }
  yield () => {
    if (entry.add_up && !fields.has(entry.add_up))
      throw refuse([...at, 'add_up'], fill(REFUSALS.NOTHING_TO_ADD_UP, { name: type.name, add_up: entry.add_up }))
    if (entry.add_up && entry.one_per) throw refuse([...at, 'one_per'], REFUSALS.ADD_UP_OR_ONE_PER)
  }
  yield () => checkConditions(entry.when, [...at, 'when'], refuse)
}

function noField({ name: type }: RecordType, name: string, names: readonly string[]): Words {
  const near = didYouMean(findNearest(name, names))
  return { zh: `${type} 没有字段「${name}」${near.zh}`, en: `${type} has no field "${name}"${near.en}` }
}

function checkSource(mapping: WrittenMapping, source: Source, path: YamlPath, refuse: Refuse): void {
  const given = SOURCES.filter((key) => source[key] !== undefined)
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
