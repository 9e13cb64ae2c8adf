import { gql, type TypedDocumentNode } from 'urql'

export interface TypeName {
  kind: string
  name: string | null
  ofType: TypeName | null
}

export interface SchemaArgument {
  name: string
  description: string | null
  type: TypeName
}

interface SchemaField extends SchemaArgument {
  args: SchemaArgument[]
}

export interface SchemaType {
  kind: 'OBJECT' | 'INTERFACE' | 'UNION' | 'ENUM' | 'INPUT_OBJECT' | 'SCALAR'
  name: string
  description: string | null
  fields: SchemaField[] | null
  inputFields: SchemaArgument[] | null
  enumValues: { name: string; description: string | null }[] | null
  possibleTypes: { name: string }[] | null
}

export const SchemaQuery: TypedDocumentNode<{ __schema: { types: SchemaType[] } }, Record<string, never>> = gql`
  query SchemaInWords {
    __schema {
      types {
        kind
        name
        description
        fields {
          name
          description
          args {
            name
            description
            type {
              ...TypeName
            }
          }
          type {
            ...TypeName
          }
        }
        inputFields {
          name
          description
          type {
            ...TypeName
          }
        }
        enumValues {
          name
          description
        }
        possibleTypes {
          name
        }
      }
    }
  }
  fragment TypeName on __Type {
    kind
    name
    ofType {
      kind
      name
      ofType {
        kind
        name
        ofType {
          kind
          name
        }
      }
    }
  }
`
