import { complexityFromQuery } from '@pothos/plugin-complexity'
import {
  Kind,
  Lexer,
  Source,
  TokenKind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { QuestionError } from '../../ground/question-error.ts'
import type { GraphContext } from './context.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** What one request may ask. All indicators over ten years with every field of a figure is well within it. */
export const LIMITS = {
  /** Names, numbers, signs of a document. */
  tokens: 20_000,
  /** Levels of fields, fragments followed. */
  depth: 20,
  /** Fields under another name. */
  aliases: 500,
  /** Fields as written, before fragments are followed. */
  fields: 3_000,
  /** Reckoned values in the answer, with what has to be counted for them. */
  cost: 300_000,
} as const

/** Refuses a document that is too long, before it is parsed. */
export function checkTokens(source: string): void {
  const lexer = new Lexer(new Source(source))
  for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; tokens++)
    if (tokens >= LIMITS.tokens)
      throw new QuestionError('TOO_MANY_TOKENS', {
        zh: `这个查询太长，最多 ${LIMITS.tokens} 个词。`,
        en: `This query is longer than ${LIMITS.tokens} tokens: split it into several.`,
        facts: { limit: LIMITS.tokens },
      })
}

/** Refuses a document by its shape alone, before it is validated: the validation of a monstrous one is itself costly. */
export function checkShape(document: DocumentNode): void {
  let aliases = 0
  let fields = 0
  const fragments = new Map<string, SelectionSetNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet)

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue
    const waiting: SelectionSetNode[] = [definition.selectionSet]
    for (let set = waiting.pop(); set; set = waiting.pop())
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          fields++
          if (selection.alias) aliases++
        }
        if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) waiting.push(selection.selectionSet)
      }
  }
  if (aliases > LIMITS.aliases) refuse('TOO_MANY_ALIASES', aliases, LIMITS.aliases, { zh: '别名', en: 'aliases' })
  if (fields > LIMITS.fields) refuse('TOO_MANY_FIELDS', fields, LIMITS.fields, { zh: '字段', en: 'fields' })

  const depths = new Map<SelectionSetNode, number>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const depth = depthOf(definition.selectionSet, fragments, depths, new Set())
      if (depth > LIMITS.depth) refuse('TOO_DEEP', depth, LIMITS.depth, { zh: '层', en: 'levels' })
    }
}

/** Refuses an operation that costs too much, reckoned on the values of its arguments, variables included. */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
  context: GraphContext,
): void {
  const definitions = document.definitions.filter(
    (it) => it.kind !== Kind.OPERATION_DEFINITION || !operationName || it.name?.value === operationName,
  )
  const cost = costOf(schema, { ...document, definitions }, variables, context)
  if (cost > LIMITS.cost) refuse('TOO_COSTLY', cost, LIMITS.cost, { zh: '个计算单位', en: 'units of cost' })
}

/** Of a document of one operation: the sum of what its fields cost. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  context: GraphContext,
): number {
  return (
    complexityFromQuery(document, { schema, ctx: context, variables }).complexity +
    costOfIntrospection(document, schema)
  )
}

/**
 * How often a field that the schema says of itself leads to another value, reckoned high: types that are asked for through others are
 * larger than most. A type that is asked for by its name may be the largest, and most types are of no other (`ofType`).
 */
const LEADS_TO: Record<string, number> = {
  __type: 10,
  fields: 8,
  ofType: 0.5,
  interfaces: 0.5,
  possibleTypes: 0.5,
  directives: 10,
}

/** The values that the schema says of itself: they are written like any other, and the plugin does not look into them. */
function costOfIntrospection({ definitions }: DocumentNode, schema: GraphQLSchema): number {
  const fragments = new Map(
    definitions.flatMap((it) => (it.kind === Kind.FRAGMENT_DEFINITION ? [[it.name.value, it.selectionSet]] : [])),
  )
  const times: Record<string, number> = { ...LEADS_TO, types: Object.keys(schema.getTypeMap()).length }
  const known = new Map<SelectionSetNode, number>()
  const weigh = (set: SelectionSetNode): number => {
    const found = known.get(set)
    if (found !== undefined) return found
    const cost = sum(set, (name, below) => 1 + (below ? (times[name] ?? 1) * weigh(below) : 0))
    known.set(set, cost)
    return cost
  }
  const sum = (set: SelectionSetNode, of: (name: string, below: SelectionSetNode | undefined) => number): number =>
    set.selections.reduce((total, selection) => {
      if (selection.kind === Kind.FIELD) return total + of(selection.name.value, selection.selectionSet)
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection.selectionSet
      return total + (below ? sum(below, of) : 0)
    }, 0)
  const atTop = (name: string, below: SelectionSetNode | undefined): number =>
    below && name.startsWith('__') ? (times[name] ?? 1) * weigh(below) : 0
  const operations = definitions.filter((it) => it.kind === Kind.OPERATION_DEFINITION)
  return Math.ceil(operations.reduce((total, { selectionSet }) => total + sum(selectionSet, atTop), 0))
}

/** Levels that values in variables may nest. */
const VALUE_LEVELS = 20

/** Refuses NUL bytes anywhere in what was sent: no text has them, and PostgreSQL cannot compare with one. */
export function checkCharacters(value: unknown, level = 0): void {
  if (level > VALUE_LEVELS) refuse('TOO_DEEP', level, VALUE_LEVELS, { zh: '层值', en: 'levels of values' })
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new QuestionError('BAD_CHARACTER', REFUSALS.NUL_BYTE)
  } else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) {
      checkCharacters(key, level)
      checkCharacters(part, level + 1)
    }
}

/** Refuses NUL bytes in the values that a document itself writes. */
export function checkDocumentCharacters(document: DocumentNode): void {
  visit(document, { StringValue: (node) => checkCharacters(node.value) })
}

function depthOf(
  set: SelectionSetNode,
  fragments: Map<string, SelectionSetNode>,
  known: Map<SelectionSetNode, number>,
  above: Set<SelectionSetNode>,
): number {
  // A circle of fragments is refused by validation; here it only must not turn for ever.
  if (above.has(set) || above.size > LIMITS.depth * 4) return LIMITS.depth + 1
  const found = known.get(set)
  if (found !== undefined) return found
  above.add(set)
  let deepest = 0
  for (const selection of set.selections) {
    const below = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection.selectionSet
    const own = selection.kind === Kind.FIELD ? 1 : 0
    deepest = Math.max(deepest, own + (below ? depthOf(below, fragments, known, above) : 0))
  }
  above.delete(set)
  known.set(set, deepest)
  return deepest
}

function refuse(code: string, asked: number, limit: number, thing: { zh: string; en: string }): never {
  throw new QuestionError(code, {
    zh: `这个查询有 ${asked} ${thing.zh}，最多允许 ${limit}：请分成几个查询。`,
    en: `This query has ${asked} ${thing.en} of at most ${limit}: split it into several.`,
    facts: { asked, limit },
  })
}
