import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plugin } from '@graphql-codegen/typescript-operations'
import {
  buildASTSchema,
  concatAST,
  parse,
  validate,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { PROJECT_ROOT } from '../../ground/files.ts'

const HEAD = '// Written by `npm run generate` from the documents of web/src and server/schema.graphql.\n\n'

/** A document of the page, as it is given to `graph` of web/src/graph/graph.ts. */
const DOCUMENT = /\bgraph\(\s*`([^`]*)`/g

const SETTINGS = {
  enumsAsTypes: true,
  skipTypename: true,
  arrayInputCoercion: false,
  scalars: { ID: 'string', Date: 'string', DateTime: 'string', Upload: 'File' },
}

/** What each document of the page takes and is answered, as types. Throws where one is not in the schema. */
export async function writeQuestionTypes(): Promise<string> {
  const schema = readSchema()
  const documents = readDocuments(schema)
  const { content } = await plugin(
    schema,
    documents.map((document) => ({ document })),
    SETTINGS,
    { outputFile: 'generated.ts' },
  )
  const types = typesOf(content)
  const names = namesOf(documents, types)
  return HEAD + [...types].map(([name, type]) => `export type ${name} = ${type}\n`).join('') + '\n' + names
}

function readSchema(): GraphQLSchema {
  const written = parse(readFileSync(join(PROJECT_ROOT, 'server', 'schema.graphql'), 'utf8'))
  // The descriptions are in the schema, and need not be in the types again.
  return buildASTSchema(
    visit(written, { enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined) }),
  )
}

function readDocuments(schema: GraphQLSchema): DocumentNode[] {
  const documents = globSync('web/src/**/*.{ts,tsx}', { cwd: PROJECT_ROOT })
    .toSorted()
    .flatMap((path) => [...readFileSync(join(PROJECT_ROOT, path), 'utf8').matchAll(DOCUMENT)])
    .map(([, text]) => parse(text!))
  const errors = validate(schema, concatAST(documents))
  if (errors.length > 0) throw new Error(errors.map(String).join('\n\n'))
  return documents
}

/** The types, each in one line, by the names that the page uses. One that is in parts has them before it. */
function typesOf(content: string): Map<string, string> {
  const written = content
    .replace(/\/\*\*.*?\*\//gs, '')
    .replace(/(\w)Fragment\b/g, '$1')
    .replace(/Exact<(.*?)>;/gs, '$1;')
    .split(/\n(?=(?:export )?type )/)
    .flatMap((type) => [...type.matchAll(/^(?:export )?type (\w+) =(.*)$/gs)])
    .filter(([, name]) => !name!.startsWith('Incremental'))
  return new Map(
    written.map(([, name, type]) => [name!, type!.replace(/\s+/g, ' ').trim().replace(/;$/, '').replace(/^\| /, '')]),
  )
}

/**
 * What each document is answered and takes, by its name, which is that of its first definition, with the documents whose fragments it
 * needs. The types of questions and changes are said here alone: they are taken out of `types`.
 */
function namesOf(documents: DocumentNode[], types: Map<string, string>): string {
  const taken = (name: string) => {
    const type = types.get(name)!
    types.delete(name)
    return type
  }
  const holder = new Map(
    documents.flatMap((document) =>
      document.definitions.map((one) => [nameOf(one), nameOf(document.definitions[0]!)] as const),
    ),
  )
  const lines = documents.map((document) => {
    const definition = document.definitions[0]!
    const name = nameOf(definition)
    const needed = new Set<string>()
    visit(document, { FragmentSpread: (node) => void needed.add(holder.get(node.name.value)!) })
    needed.delete(name)
    const kind = definition.kind === 'OperationDefinition' && (definition.operation === 'query' ? 'Query' : 'Mutation')
    const types = kind
      ? `answer: ${taken(name + kind)}; variables: ${taken(`${name}${kind}Variables`)}`
      : `answer: ${name}; variables: never`
    const fragments = [...needed].map((one) => `'${one}'`).join(' | ')
    return `  ${name}: { ${types}${fragments && `; fragments: ${fragments}`} }`
  })
  return `export interface Documents {\n${lines.join('\n')}\n}\n`
}

function nameOf(definition: DefinitionNode): string {
  return (definition as OperationDefinitionNode | FragmentDefinitionNode).name!.value
}
