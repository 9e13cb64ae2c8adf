import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml'

/** What names one column, wherever it is in a mapping. */
const NAMES = ['column', 'name', 'birth', 'made_from', 'institution']
/** What holds words of cells, or names that a mapping makes itself. */
const NO_COLUMNS = ['values', 'cases', 'terms', 'names', 'made_for', 'about', 'said']

/** The text of a mapping for a file whose columns go by other names now. `renamed`: by the former name. */
export function withRenamed(text: string, renamed: ReadonlyMap<string, string>): string {
  const document = parseDocument(text) as Document
  rename(document.contents, (name) => renamed.get(name) ?? name)
  return document.toString({ lineWidth: 120 })
}

type Rename = (name: string) => string

function rename(node: unknown, to: Rename): void {
  if (isSeq(node)) for (const item of node.items) rename(item, to)
  if (!isMap(node)) return
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (NO_COLUMNS.includes(name)) continue
    if (NAMES.includes(name)) renameScalar(value, to)
    if (name === 'corrections' && isMap(value)) for (const { key: column } of value.items) renameScalar(column, to)
    else if ((name === 'columns' || name === 'made_from') && isSeq(value))
      for (const item of value.items) renameScalar(item, to)
    else if (name === 'fields') renameSources(value, to)
    else if (name === 'create_with' && isMap(value)) for (const { value: of } of value.items) renameSources(of, to)
    else rename(value, to)
  }
}

/** A source is a column's name, or says what is made of which. */
function renameSources(fields: unknown, to: Rename): void {
  if (!isMap(fields)) return
  for (const { value } of fields.items) {
    renameScalar(value, to)
    rename(value, to)
  }
}

function renameScalar(node: unknown, to: Rename): void {
  if (!isScalar(node)) return
  if (typeof node.value === 'string') node.value = to(node.value)
  // 2023 is a head too.
  if (typeof node.value !== 'number') return
  const name = node.source ?? String(node.value)
  if (to(name) !== name) node.value = to(name)
}
