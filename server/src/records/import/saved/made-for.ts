import { parseDocument, type Document, type YAMLSeq } from 'yaml'

const MOST_HEADS = 500
const LONGEST_HEAD = 200

/** The YAML of a mapping, comments and all, with the heads of the file that it is for. */
export function withHeads(text: string, heads: readonly string[]): string {
  const document = parseDocument(text) as Document
  setHeads(document, heads)
  return document.toString({ lineWidth: 120 })
}

export function setHeads(document: Document, heads: readonly string[]): void {
  const list = document.createNode(heads) as YAMLSeq
  list.flow = true
  document.set('made_for', list)
}

/** Heads as a mapping remembers them: of the columns that have one, each once. */
export function toHeads(headers: readonly string[]): string[] {
  const named = headers.map((head) => head.trim().slice(0, LONGEST_HEAD)).filter((head) => head !== '')
  return [...new Set(named)].slice(0, MOST_HEADS)
}
