import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql'

/** What the public may ask where it reads releases alone: of types that are not here everything, of these no other field. */
const OPEN: Record<string, readonly string[]> = {
  Query: ['indicator', 'indicators', 'releases'],
  Institution: ['code', 'name', 'country', 'demonstration'],
  Mutation: [],
  Subscription: [],
}

/** Whether all that a document asks for is answered by releases, or hangs on no college. */
export function asksForReleased(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema)
  let isOpen = true
  const look = visitWithTypeInfo(types, {
    Field({ name: { value } }) {
      const fields = OPEN[types.getParentType()?.name ?? '']
      if (fields && !value.startsWith('__') && !fields.includes(value)) isOpen = false
    },
  })
  visit(document, look)
  return isOpen
}
