import { getNamedType, isAbstractType, isLeafType, isRequiredArgument } from 'graphql'
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql'

/** What is given to an argument of this name, as GraphQL writes it; `field.argument` goes before. */
export type Given = Record<string, string>

/** The fields of one type: one document for each that leads on and one for all others, and a document that asks for all. */
interface FieldsOf {
  parts: string[]
  together: string
}

/**
 * Documents that ask for every field that a query reaches, each by the first way that leads to its type. A field that needs an argument
 * which is not given is left out.
 */
export const everyField = (schema: GraphQLSchema, given: Given): string[] =>
  everyType(schema, given).flatMap(({ parts }) => parts)

/** Their documents, type by type. */
export function everyType(schema: GraphQLSchema, given: Given): FieldsOf[] {
  const found: FieldsOf[] = []
  const reached = new Set<GraphQLObjectType>()
  const ways = [{ type: schema.getQueryType()!, wrap: (inside: string) => `{ ${inside} }` }]
  for (const { type, wrap } of ways) {
    if (reached.has(type)) continue
    reached.add(type)
    const leaves = ['__typename']
    const leading: string[] = []
    for (const field of Object.values(type.getFields())) {
      const asked = withArguments(field, given)
      const to = getNamedType(field.type)
      if (asked === null) continue
      if (isLeafType(to)) leaves.push(asked)
      else {
        leading.push(`${asked} { __typename }`)
        const types = isAbstractType(to) ? schema.getPossibleTypes(to) : [to as GraphQLObjectType]
        for (const one of types)
          ways.push({ type: one, wrap: (inside) => wrap(`${asked} { ... on ${one.name} { ${inside} } }`) })
      }
    }
    const parts = [...leading, leaves.join(' ')]
    found.push({ parts: parts.map(wrap), together: wrap(parts.join(' ')) })
  }
  return found
}

function withArguments({ name, args }: GraphQLField<unknown, unknown>, given: Given): string | null {
  const valueOf = (argument: string) => given[`${name}.${argument}`] ?? given[argument]
  if (args.some((one) => isRequiredArgument(one) && valueOf(one.name) === undefined)) return null
  const written = args.flatMap((one) => valueOf(one.name) && [`${one.name}: ${valueOf(one.name)}`])
  const filled = written.filter((one) => one !== undefined)
  return filled.length === 0 ? name : `${name}(${filled.join(', ')})`
}
