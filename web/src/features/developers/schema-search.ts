import type { __TypeKind, SchemaType as AnsweredType } from '../../graph/generated.ts'
import rootWords from './root-words.json' with { type: 'json' }

/** A type of the schema: it has a name, which a list of something has not. */
export type SchemaType = AnsweredType & { name: string }

export interface TypeName {
  kind: __TypeKind
  name: string | null
  ofType?: TypeName | null
}

/** As the schema writes it: `[Figure!]!`. */
export function typeText({ kind, name, ofType }: TypeName): string {
  if (kind === 'NON_NULL') return `${ofType ? typeText(ofType) : ''}!`
  if (kind === 'LIST') return `[${ofType ? typeText(ofType) : ''}]`
  return name ?? ''
}

export interface FoundType {
  type: SchemaType
  /** Only these of its fields were found; null: the type itself was. */
  only: ReadonlySet<string> | null
}

/**
 * Types by what was typed: of that name, whose name has it, of which a field has it, whose description has it. Without it all, in their
 * order.
 */
export function searchSchema(types: readonly SchemaType[], typed: string): FoundType[] {
  const word = typed.trim().toLowerCase()
  if (word === '') return types.map((type) => ({ type, only: null }))
  const holds = (...texts: (string | null | undefined)[]) => texts.some((text) => text?.toLowerCase().includes(word))
  const found: (FoundType & { rank: number })[] = []
  for (const type of types) {
    const parts = [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])]
    const said = ({ name, description }: (typeof parts)[number]) =>
      holds(name, description, ROOT_WORDS[`${type.name}.${name}`])
    const only = new Set(parts.filter(said).map(({ name }) => name))
    if (type.name.toLowerCase() === word) found.push({ type, only: null, rank: 0 })
    else if (holds(type.name)) found.push({ type, only: null, rank: 1 })
    else if (only.size > 0) found.push({ type, only, rank: 2 })
    else if (holds(type.description)) found.push({ type, only: null, rank: 3 })
  }
  return found.toSorted((a, b) => a.rank - b.rank)
}

const ROOTS = ['Query', 'Mutation', 'Subscription']

/** Where a document begins. */
export function isRoot({ name }: SchemaType): boolean {
  return ROOTS.includes(name)
}

/** What can be asked and changed first; the language's own types left out. */
export function inReadingOrder(types: readonly AnsweredType[]): SchemaType[] {
  const own = types.filter(
    (type): type is SchemaType => type.name !== null && !type.name.startsWith('__') && type.kind !== 'SCALAR',
  )
  const rank = ({ name }: SchemaType) => (ROOTS.includes(name) ? ROOTS.indexOf(name) : ROOTS.length)
  return own.toSorted((a, b) => rank(a) - rank(b) || (rank(a) < ROOTS.length ? 0 : a.name < b.name ? -1 : 1))
}

/** What can be asked and changed, in Chinese; the schema itself says it in English. */
export const ROOT_WORDS: Record<string, string> = rootWords
