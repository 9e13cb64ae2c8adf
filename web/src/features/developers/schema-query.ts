import { graph } from '../../graph/graph.ts'

export const SchemaQuery = graph(`
  query SchemaInWords { __schema { types { ...SchemaType } } }
  fragment SchemaType on __Type {
    kind name description
    fields { name description args { ...SchemaArgument } type { ...TypeName } }
    inputFields { ...SchemaArgument } enumValues { name description } possibleTypes { name }
  }
  fragment SchemaArgument on __InputValue { name description type { ...TypeName } }
  fragment TypeName on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
`)
