import { isLetter } from '../sheets/file-columns.ts'
import type { Entry, Mapping, Source } from './mapping.ts'

/** A column that a mapping names. */
interface NamedColumn {
  name: string
  /** The file may lack it. */
  isOptional: boolean
}

/** Every column of the file that a mapping names, each once; not those that `unpivot` makes. */
export function namedColumns(mapping: Mapping): NamedColumn[] {
  const named = new Map<string, NamedColumn>()
  const add = (name: string, isOptional = false) => {
    named.set(name, { name, isOptional: isOptional && (named.get(name)?.isOptional ?? true) })
  }
  const ofTheFile = [mapping.institution, ...conditionsOf(mapping.skip), ...conditionsOf(mapping.where)]
  for (const source of ofTheFile) addSource(source, add)
  if (mapping.section) add(mapping.section.column)
  for (const name of Object.keys(mapping.corrections ?? {})) add(name, true)
  for (const entry of mapping.records) addEntry(entry, add)
  const made = new Set(mapping.records.flatMap(({ unpivot }) => (unpivot ? [...unpivot.names, unpivot.values] : [])))
  const ofTheRow: Add = (name, isOptional) => void (made.has(name) || add(name, isOptional))
  for (const fields of Object.values(mapping.create_with ?? {}))
    for (const source of Object.values(fields)) addSource(source, ofTheRow)
  return [...named.values()]
}

/** Headers that the file must have for this mapping. */
export function requiredHeaders(mapping: Mapping): string[] {
  return namedColumns(mapping).flatMap(({ name, isOptional }) => (isOptional ? [] : [name]))
}

export function lettersNamed(mapping: Mapping): string[] {
  return namedColumns(mapping).flatMap(({ name }) => (isLetter(name) ? [name] : []))
}

type Add = (name: string, isOptional?: boolean) => void

function addEntry({ fields, when, unpivot, split_rows: splits = [] }: Entry, add: Add): void {
  const made = new Set(unpivot ? [...unpivot.names, unpivot.values] : [])
  const addOfFile: Add = (name, isOptional) => {
    if (!made.has(name)) add(name, isOptional)
  }
  for (const source of [...Object.values(fields), ...conditionsOf(when)]) addSource(source, addOfFile)
  for (const { column } of splits) addOfFile(column)
  if (unpivot && typeof unpivot.columns !== 'string') for (const name of unpivot.columns) add(name)
}

function addSource(source: string | Source | undefined, add: Add): void {
  if (source === undefined) return
  if (typeof source === 'string') return add(source)
  for (const name of [source.column, source.made_from].flat()) if (name !== undefined) add(name, source.optional)
  for (const name of source.columns ?? []) add(name)
  for (const { column } of source.when ?? []) add(column)
  for (const name of [source.name, source.birth]) if (name !== undefined) add(name)
  for (const said of Object.values(source.plus ?? {})) if (typeof said === 'object') add(said.column)
}

function conditionsOf(conditions: Entry['when']): Source[] {
  return (conditions ?? []).map(({ column }) => ({ column }))
}
