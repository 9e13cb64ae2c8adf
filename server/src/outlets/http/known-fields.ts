import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  print,
  visit,
  type ASTNode,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type VariableNode,
} from 'graphql'
import { Memory } from '../../figures/memory.ts'
import type { Database } from '../../ground/database/database.ts'
import type { GraphQLParams } from 'graphql-yoga'
import type { Viewer } from '../../access/viewer.ts'
import { AnswerReads, type GraphContext } from '../graph/context.ts'
import { costOf, LIMITS } from '../graph/limits.ts'
import { keyOf } from './finish-answer.ts'
import { stampIn } from './store.ts'

/** Letters of all that are kept, and of one. */
const MOST_LETTERS = 1_500_000
const MOST_LETTERS_OF_ONE = 50_000
/** Of questions whose fields are. */
const MOST_ASKED_LETTERS = 250_000

/** A field at the top of a document, as a document that asks for nothing else. */
interface TopField {
  /** How the answer names it. */
  name: string
  /** All that it says but for the names it chose: itself, what is declared of its variables, and the fragments that it comes to use. */
  said: string
  /** In the order in which it uses them. */
  variables: string[]
  document: DocumentNode
}

/** What a field was answered, as JSON, and what it costs to ask. */
interface KnownField {
  text: string
  cost: number
  reads: AnswerReads
  stamp: string
}

/** An answer of which each field was written by itself. */
export interface WrittenAnswer {
  text: string
  /** Stamps what was not known; what is returned keeps it, once it is certain that it was read in that state. */
  stamp(state: string): Promise<() => void>
}

type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>

/**
 * Fields at the top of a question, given again in any other that asks for the same beside other fields or with other values of variables
 * that are not theirs. What is true of a known answer is true of each: its key holds who asks and all that it says, its stamp what it was made of.
 */
export class KnownFields {
  readonly #fields = new Memory<KnownField>(MOST_LETTERS)
  /** By the text of a question that was found to be lawful. */
  readonly #asked = new Memory<TopField[]>(MOST_ASKED_LETTERS)
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** The whole answer in a state, where all of it is known; null: it is not. */
  async recall(
    { query, operationName, variables = {} }: GraphQLParams,
    asker: Asker,
    state: string,
  ): Promise<string | null> {
    const fields = this.#asked.get(nameOf(query!, operationName))
    if (!fields) return null
    const known: KnownField[] = []
    let cost = 0
    for (const field of fields) {
      const found = await this.#find(keyOfField(field, variables, asker.viewer), state)
      if (!found) return null
      known.push(found)
      cost += found.cost
    }
    // Anyone who asks too much is refused, even where others asked for the parts before.
    if (cost > LIMITS.cost) return null
    for (const { reads } of known) asker.reads.add(reads)
    return write(fields, known)
  }

  /**
   * Answers what is known in a state, and executes the rest. Null: the question has one field, which is a known answer, or is no list of
   * fields. Where a field fails, the result of all.
   */
  async answer(args: ExecutionArgs, execute: Execute, state: string): Promise<WrittenAnswer | ExecutionResult | null> {
    const { schema, document, operationName, variableValues: variables = {} } = args
    const { body } = document.loc!.source
    const asked = nameOf(body, operationName)
    const fields = this.#asked.get(asked) ?? listTopFields(document, operationName)
    if (!fields) return null
    this.#asked.set(asked, fields, body.length)
    const context = args.contextValue as GraphContext
    const keys = fields.map((field) => keyOfField(field, variables!, context.viewer))
    const known = await Promise.all(keys.map((key) => this.#find(key, state)))
    const made = await Promise.all(
      fields.map(async ({ document: own }, at) => {
        if (known[at]) return null
        const reads = new AnswerReads(context.reads.released)
        const cost = costOf(schema, own, variables!, context)
        return { reads, cost, result: await execute({ ...args, document: own, contextValue: { ...context, reads } }) }
      }),
    )
    for (const one of [...known, ...made]) if (one) context.reads.add(one.reads)
    const results = made.flatMap((one) => one?.result ?? [])
    if (results.some(({ errors }) => errors)) return this.#gather(fields, known, results)
    const all = fields.map(
      ({ name }, at) => known[at] ?? { ...made[at]!, text: JSON.stringify(made[at]!.result.data![name]) },
    )
    return {
      text: write(fields, all),
      stamp: async (before) => {
        const stamps = await Promise.all(all.map(({ reads }) => stampIn(before, this.#database, reads)))
        return () => all.forEach((one, at) => known[at] || this.#keep(keys[at]!, { ...one, stamp: stamps[at]! }))
      },
    }
  }

  async #find(key: string, state: string): Promise<KnownField | null> {
    const found = this.#fields.get(key)
    return found && (await stampIn(state, this.#database, found.reads)) === found.stamp ? found : null
  }

  #keep(key: string, { text, cost, reads, stamp }: KnownField): void {
    const letters = key.length + text.length
    if (!reads.beyondRevisions && letters <= MOST_LETTERS_OF_ONE)
      this.#fields.set(key, { text, cost, reads, stamp }, letters)
  }

  /** As if all had been executed as one. */
  #gather(fields: TopField[], known: (KnownField | null)[], results: ExecutionResult[]): ExecutionResult {
    const errors = results.flatMap(({ errors = [] }) => errors)
    if (results.some(({ data }) => !data)) return { data: null, errors }
    const made = Object.assign({}, ...results.map(({ data }) => data)) as Record<string, unknown>
    const valueOf = (name: string, one: KnownField | null): unknown => (one ? JSON.parse(one.text) : made[name])
    return { data: Object.fromEntries(fields.map(({ name }, at) => [name, valueOf(name, known[at]!)])), errors }
  }
}

type Asker = Pick<GraphContext, 'viewer' | 'reads'>

const nameOf = (query: string, operationName: string | null | undefined) => `${operationName ?? ''}\n${query}`

function keyOfField({ said, variables }: TopField, values: Readonly<Record<string, unknown>>, viewer: Viewer): string {
  // What has no value is not what is `null`.
  const given = variables.map((name) => (values[name] === undefined ? [] : [values[name]]))
  return JSON.stringify([keyOf(viewer), said, given])
}

const write = (fields: readonly TopField[], texts: readonly { text: string }[]) =>
  `{"data":{${fields.map(({ name }, at) => `"${name}":${texts[at]!.text}`).join()}}}`

/** Of a question for several things, each of which is named once and asked for whatever its variables are; null: it is none. */
function listTopFields(document: DocumentNode, operationName: string | null | undefined): TopField[] | null {
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== OperationTypeNode.QUERY || operation.directives?.length) return null
  const { selections } = operation.selectionSet
  const fields = selections.filter((one) => one.kind === Kind.FIELD && !one.directives?.length) as FieldNode[]
  const names = new Set(fields.map(nameInAnswer))
  if (fields.length < 2 || names.size < selections.length) return null
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  return fields.map((field) => toTopField(operation, field, fragments))
}

const nameInAnswer = ({ alias, name }: FieldNode) => (alias ?? name).value

function toTopField(
  operation: OperationDefinitionNode,
  field: FieldNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): TopField {
  const variables = new Set<string>()
  const used = new Set<FragmentDefinitionNode>()
  const look = (node: FieldNode | FragmentDefinitionNode): void => {
    visit(node, {
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)!
        if (used.has(fragment)) return
        used.add(fragment)
        look(fragment)
      },
    })
  }
  look(field)
  const names = [...variables]
  const declared = names.map((name) =>
    operation.variableDefinitions!.find(({ variable }) => variable.name.value === name)!,
  )
  const own: OperationDefinitionNode = {
    ...{ ...operation, variableDefinitions: declared },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  }
  return {
    name: nameInAnswer(field),
    said: [{ ...field, alias: undefined }, ...declared, ...used].map((node) => printUnnamed(node, names)).join('\n'),
    variables: names,
    document: { kind: Kind.DOCUMENT, definitions: [own, ...used] },
  }
}

/** The same whatever its variables are called. */
function printUnnamed(node: ASTNode, variables: readonly string[]): string {
  const toPlace = ({ name }: VariableNode): VariableNode => ({
    kind: Kind.VARIABLE,
    name: { kind: Kind.NAME, value: String(variables.indexOf(name.value)) },
  })
  return print(visit(node, { Variable: toPlace }) as ASTNode)
}
