import type { ExecutionArgs, ExecutionResult } from 'graphql'
import { Memory } from '../../figures/memory.ts'
import type { Database } from '../../ground/database/database.ts'
import type { GraphQLParams } from 'graphql-yoga'
import type { Viewer } from '../../access/viewer.ts'
import { AnswerReads, type GraphContext } from '../graph/context.ts'
import { costOf, LIMITS } from '../graph/limits.ts'
import { keyOf } from './finish-answer.ts'
import { stampIn } from './store.ts'
import { listTopFields, type TopField, type Years } from './top-fields.ts'

/** Letters of all that are kept, and of one. */
const MOST_LETTERS = 1_500_000
const MOST_LETTERS_OF_ONE = 50_000
/** Of questions whose fields are. */
const MOST_ASKED_LETTERS = 250_000

/** What a field was answered, as JSON. Of one that has years: what is before and after its figures, and these by the year. */
interface KnownField {
  text: string
  figures: Map<number, string> | null
  after: string
  /** What it costs to ask, by how many years. */
  costs: Map<number, number>
  reads: AnswerReads
  stamp: string
}

/** The years that a field is asked for. */
interface Span {
  from: number
  to: number
}

const lengthOf = (span: Span | null) => (span ? span.to - span.from + 1 : 0)

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
 * A series that is not broken down is known year by year, and given for any years that are.
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
    const texts: string[] = []
    const known: KnownField[] = []
    let cost = 0
    for (const field of fields) {
      const span = spanOf(field, variables)
      const found = await this.#find(keyOfField(field, variables, asker.viewer), state)
      const text = found && write(found, span)
      const own = found?.costs.get(lengthOf(span))
      if (text === null || own === undefined) return null
      known.push(found!)
      texts.push(text)
      cost += own
    }
    // Anyone who asks too much is refused, even where others asked for the parts before.
    if (cost > LIMITS.cost) return null
    for (const { reads } of known) asker.reads.add(reads)
    return join(fields, texts)
  }

  /**
   * Answers what is known in a state, and executes the rest. Null: the question is no list of fields that are known one by one. Where a
   * field fails, the result of all.
   */
  async answer(args: ExecutionArgs, execute: Execute, state: string): Promise<WrittenAnswer | ExecutionResult | null> {
    const { schema, document, operationName, variableValues } = args
    const variables = variableValues ?? {}
    const { body } = document.loc!.source
    const asked = nameOf(body, operationName)
    const fields = this.#asked.get(asked) ?? listTopFields(document, operationName)
    if (!fields) return null
    this.#asked.set(asked, fields, body.length)
    const context = args.contextValue as GraphContext
    const spans = fields.map((field) => spanOf(field, variables))
    const keys = fields.map((field) => keyOfField(field, variables, context.viewer))
    const found = await Promise.all(keys.map((key) => this.#find(key, state)))
    const texts = found.map((one, at) => one && write(one, spans[at]!))
    const made = await Promise.all(
      fields.map(async ({ document: own }, at) => {
        if (texts[at] !== null) return null
        const reads = new AnswerReads(context.reads.released)
        return { reads, result: await execute({ ...args, document: own, contextValue: { ...context, reads } }) }
      }),
    )
    for (const one of [...found, ...made]) if (one) context.reads.add(one.reads)
    const results = made.flatMap((one) => one?.result ?? [])
    if (results.some(({ errors }) => errors)) return gather(fields, texts, results)
    const parts = fields.map((field, at): KnownField => {
      const [one, span] = [made[at], spans[at]!]
      const part = one ? split(one.result.data![field.name], field.years, span) : found[at]!
      const cost = part.costs.get(lengthOf(span)) ?? costOf(schema, field.document, variables, context)
      part.costs.set(lengthOf(span), cost)
      return one ? { ...part, reads: one.reads } : part
    })
    return {
      text: join(
        fields,
        parts.map((part, at) => texts[at] ?? write(part, spans[at]!)!),
      ),
      stamp: async (before) => {
        const stamps = await Promise.all(parts.map(({ reads }) => stampIn(before, this.#database, reads)))
        return () =>
          parts.forEach((part, at) => {
            // Under its key it would be given for other years.
            const isOfUnknown = fields[at]!.years !== null && part.figures === null
            if (made[at] && !isOfUnknown) this.#keep(keys[at]!, { ...part, stamp: stamps[at]! })
          })
      },
    }
  }

  async #find(key: string, state: string): Promise<KnownField | null> {
    const found = this.#fields.get(key)
    return found && (await stampIn(state, this.#database, found.reads)) === found.stamp ? found : null
  }

  #keep(key: string, made: KnownField): void {
    if (made.reads.beyondRevisions) return
    const before = this.#fields.get(key)
    const isOfSame = before?.stamp === made.stamp && before.text === made.text && before.after === made.after
    const all = isOfSame ? merge(before, made) : made
    const letters = [all.text, all.after, ...(all.figures?.values() ?? [])].reduce((sum, { length }) => sum + length, 0)
    if (letters <= MOST_LETTERS_OF_ONE) this.#fields.set(key, all, key.length + letters)
  }
}

type Asker = Pick<GraphContext, 'viewer' | 'reads'>

const nameOf = (query: string, operationName: string | null | undefined) => `${operationName ?? ''}\n${query}`

function keyOfField({ said, variables }: TopField, values: Readonly<Record<string, unknown>>, viewer: Viewer): string {
  // What has no value is not what is `null`.
  const given = variables.map((name) => (values[name] === undefined ? [] : [values[name]]))
  return JSON.stringify([keyOf(viewer), said, given])
}

const join = (fields: readonly TopField[], texts: readonly string[]) =>
  `{"data":{${fields.map(({ name }, at) => `"${name}":${texts[at]}`).join()}}}`

/** As if all had been executed as one. `texts`: of the fields that were known. */
function gather(fields: TopField[], texts: (string | null)[], results: ExecutionResult[]): ExecutionResult {
  const errors = results.flatMap(({ errors = [] }) => errors)
  if (results.some(({ data }) => !data)) return { data: null, errors }
  const made = Object.assign({}, ...results.map(({ data }) => data)) as Record<string, unknown>
  const valueOf = (name: string, text: string | null): unknown => (text === null ? made[name] : JSON.parse(text))
  return { data: Object.fromEntries(fields.map(({ name }, at) => [name, valueOf(name, texts[at]!)])), errors }
}

function spanOf({ years }: TopField, values: Readonly<Record<string, unknown>>): Span | null {
  if (!years) return null
  const [from, to] = [years.from, years.to].map(({ variable, usual }) =>
    variable === null || values[variable] === undefined ? usual : values[variable],
  )
  return Number.isInteger(from) && Number.isInteger(to) ? { from: from as number, to: to as number } : null
}

/** Stands for the figures; no text that was taken in has it. */
const MARK = '\0'

/** What a field was answered, and its figures by the year where each year that was asked for has one. */
function split(value: unknown, years: Years | null, span: Span | null): KnownField {
  const unstamped = { costs: new Map<number, number>(), reads: new AnswerReads(), stamp: '' }
  const series = years && (value as Answered<Answered<unknown>> | null)?.[years.series]
  const figures = series?.[years!.figures]
  if (!span || !Array.isArray(figures) || figures.length !== lengthOf(span))
    return { text: JSON.stringify(value), figures: null, after: '', ...unstamped }
  const frame = { ...(value as object), [years!.series]: { ...series, [years!.figures]: MARK } }
  const [text, after] = JSON.stringify(frame).split(JSON.stringify(MARK)) as [string, string]
  const byYear = new Map(figures.map((figure, at) => [span.from + at, JSON.stringify(figure)]))
  return { text, figures: byYear, after, ...unstamped }
}

type Answered<Part> = Record<string, Part>

/** Null: not all of its years are known. */
function write({ text, figures, after }: KnownField, span: Span | null): string | null {
  if (!figures) return text
  if (!span || span.from > span.to) return null
  const found: string[] = []
  for (let year = span.from; year <= span.to; year++) {
    const figure = figures.get(year)
    if (figure === undefined) return null
    found.push(figure)
  }
  return `${text}[${found.join()}]${after}`
}

/** What was known of some years, and of others in the same state. */
function merge(before: KnownField, made: KnownField): KnownField {
  const figures = made.figures && new Map([...before.figures!, ...made.figures])
  return { ...made, figures, costs: new Map([...before.costs, ...made.costs]) }
}
