import type { SchemaType, TypeName } from './schema-query.ts'

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

/** Types whose name or description has what was typed, then those of which a field has; without it all, in their order. */
export function searchSchema(types: readonly SchemaType[], typed: string): FoundType[] {
  const word = typed.trim().toLowerCase()
  if (word === '') return types.map((type) => ({ type, only: null }))
  const holds = (...texts: (string | null)[]) => texts.some((text) => text?.toLowerCase().includes(word))
  const found: FoundType[] = []
  const byField: FoundType[] = []
  for (const type of types) {
    const parts = [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])]
    const only = new Set(parts.filter(({ name, description }) => holds(name, description)).map(({ name }) => name))
    if (holds(type.name)) found.push({ type, only: null })
    else if (only.size > 0) byField.push({ type, only })
    else if (holds(type.description)) found.push({ type, only: null })
  }
  return [...found, ...byField]
}

const ROOTS = ['Query', 'Mutation', 'Subscription']

/** Where a document begins. */
export function isRoot({ name }: SchemaType): boolean {
  return ROOTS.includes(name)
}

/** What can be asked and changed first; the language's own types left out. */
export function inReadingOrder(types: readonly SchemaType[]): SchemaType[] {
  const own = types.filter(({ name, kind }) => !name.startsWith('__') && kind !== 'SCALAR')
  const rank = ({ name }: SchemaType) => (ROOTS.includes(name) ? ROOTS.indexOf(name) : ROOTS.length)
  return own.toSorted((a, b) => rank(a) - rank(b) || (rank(a) < ROOTS.length ? 0 : a.name < b.name ? -1 : 1))
}
