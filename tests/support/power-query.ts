import { DefaultSettings, Language, TaskUtils } from '@microsoft/powerquery-parser'
import { parse } from 'csv-parse/sync'

/** A table as Power Query has it: names of columns, and rows of texts, numbers and null. */
export interface QueryTable {
  columns: string[]
  rows: (string | number | null)[][]
}

/**
 * Carries out code of Power Query against the running server. The tree is Microsoft's own parser's; of the library it has the few
 * functions that our code calls, written after their reference, and refuses any other name, argument and option. What only Excel
 * can show stays untried: its dialogs for access and privacy, and how its own reader of CSV leaves the byte order mark away.
 */
export async function runPowerQuery(code: string): Promise<QueryTable> {
  const task = await TaskUtils.tryLexParse(DefaultSettings, code)
  if (!TaskUtils.isParseStageOk(task)) throw new Error(`no M: ${(task as { error?: Error }).error?.message}`)
  return (await evaluate(task.ast as unknown as Node, new Map())) as QueryTable
}

interface Node {
  kind: string
  [key: string]: unknown
}
type Scope = Map<string, Node | undefined>

async function evaluate(node: Node, scope: Scope): Promise<unknown> {
  const { NodeKind } = Language.Ast
  switch (node.kind) {
    case NodeKind.LetExpression: {
      const names: Scope = new Map(scope)
      for (const { key, value } of partsOf(node.variableList)) names.set(textOf(key), value as Node)
      return evaluate(node.expression as Node, names)
    }
    case NodeKind.RecursivePrimaryExpression: {
      const [call, ...more] = elementsOf(node.recursiveExpressions)
      if (call?.kind !== NodeKind.InvokeExpression || more.length > 0) throw new Error('more than a call')
      const name = textOf((node.head as Node).identifier)
      const given: unknown[] = []
      for (const part of partsOf(call.content)) given.push(await evaluate(part, scope))
      if (!Object.hasOwn(LIBRARY, name)) throw new Error(`not a function of ours: ${name}`)
      return LIBRARY[name]!(...(given as never[]))
    }
    case NodeKind.IdentifierExpression: {
      const name = textOf(node.identifier)
      const meant = scope.get(name)
      if (meant) return evaluate(meant, scope)
      if (!CONSTANTS.has(name)) throw new Error(`a name of nothing: ${name}`)
      return name
    }
    case NodeKind.RecordExpression: {
      const record: Record<string, unknown> = {}
      for (const { key, value } of partsOf(node.content)) {
        if (Object.hasOwn(record, textOf(key))) throw new Error(`twice: ${textOf(key)}`)
        record[textOf(key)] = await evaluate(value as Node, scope)
      }
      return record
    }
    case NodeKind.ListExpression: {
      const list: unknown[] = []
      for (const part of partsOf(node.content)) list.push(await evaluate(part, scope))
      return list
    }
    case NodeKind.TypePrimaryType:
      return `type ${String((node.paired as Node).primitiveTypeKind)}`
    case NodeKind.LiteralExpression: {
      const literal = node.literal as string
      return literal.startsWith('"') ? Language.TextUtils.unescape(literal.slice(1, -1)) : JSON.parse(literal)
    }
  }
  throw new Error(`a kind of expression that our code does not need: ${node.kind}`)
}

const CONSTANTS = new Set(['QuoteStyle.Csv', 'Replacer.ReplaceValue', 'Int64.Type'])

const LIBRARY: Record<string, (...given: never[]) => unknown> = {
  async 'Web.Contents'(origin: string, options: { RelativePath: string; Query: object; Headers?: object }) {
    const { RelativePath, Query, Headers = {}, ...others } = options
    refuse(others)
    const url = new URL(RelativePath, `${origin}/`)
    for (const [name, value] of Object.entries(Query)) {
      if (typeof value !== 'string') throw new Error(`Query takes texts: ${name}`)
      url.searchParams.set(name, value)
    }
    const answer = await fetch(url, { headers: Headers as Record<string, string> })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return new Uint8Array(await answer.arrayBuffer())
  },

  'Csv.Document'(bytes: Uint8Array, options: { Delimiter: string; Encoding: number; QuoteStyle: string }): QueryTable {
    const { Delimiter, Encoding, QuoteStyle, ...others } = options
    refuse(others)
    if (Encoding !== 65001 || QuoteStyle !== 'QuoteStyle.Csv') throw new Error('another way to read a file')
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const rows = parse(text, { delimiter: Delimiter }) as unknown as string[][]
    return { columns: rows[0]!.map((_, at) => `Column${at + 1}`), rows }
  },

  'Table.PromoteHeaders'({ rows }: QueryTable, options: { PromoteAllScalars: boolean }): QueryTable {
    const { PromoteAllScalars, ...others } = options
    refuse(others)
    if (typeof PromoteAllScalars !== 'boolean') throw new Error('PromoteAllScalars is yes or no')
    return { columns: rows[0]!.map(String), rows: rows.slice(1) }
  },

  'Table.ReplaceValue'(table: QueryTable, old: unknown, by: string | null, how: string, names: string[]): QueryTable {
    if (how !== 'Replacer.ReplaceValue') throw new Error(`another way to replace: ${how}`)
    const places = new Set(names.map((name) => placeOf(table, name)))
    const rows = table.rows.map((row) => row.map((cell, at) => (places.has(at) && cell === old ? by : cell)))
    return { ...table, rows }
  },

  'Table.TransformColumnTypes'(table: QueryTable, types: [string, string][], culture: string): QueryTable {
    if (culture !== 'en-US') throw new Error(`numbers are written otherwise in ${culture}`)
    const typeAt = new Map(types.map(([name, type]) => [placeOf(table, name), type]))
    const rows = table.rows.map((row) => row.map((cell, at) => (typeAt.has(at) ? typed(cell, typeAt.get(at)!) : cell)))
    return { ...table, rows }
  },
}

function typed(cell: string | number | null, type: string): number | null {
  if (cell === null) return null
  const isNumber = type === 'Int64.Type' ? /^-?\d+$/ : type === 'type number' ? /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i : null
  if (!isNumber) throw new Error(`a type that our code does not need: ${type}`)
  // As Power Query has it: an empty text is no number, and no nothing either.
  if (!isNumber.test(String(cell))) throw new Error(`DataFormat.Error: ${JSON.stringify(cell)} is no ${type}`)
  return Number(cell)
}

function placeOf({ columns }: QueryTable, name: string): number {
  const at = columns.indexOf(name)
  if (at < 0) throw new Error(`The column '${name}' of the table wasn't found.`)
  return at
}

function refuse(options: object): void {
  const [name] = Object.keys(options)
  if (name) throw new Error(`an option that our code does not need: ${name}`)
}

function elementsOf(wrapper: unknown): Node[] {
  return (wrapper as { elements: Node[] }).elements
}

function partsOf(wrapper: unknown): Node[] {
  return elementsOf(wrapper).map(({ node }) => node as Node)
}

function textOf(identifier: unknown): string {
  return (identifier as { literal: string }).literal
}
