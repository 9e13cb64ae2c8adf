import {
  isObjectType,
  Kind,
  parse,
  print,
  printSchema,
  type DefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type NameNode,
} from 'graphql'
import { builder } from './builder.ts'
import { contextAt, type GraphContext } from './context.ts'
import './fields.ts'
import './institution.ts'
import './indicator.ts'
import './series.ts'
import './institution-series.ts'
import './change.ts'
import './why-changed.ts'
import './compare-releases.ts'
import './figure.ts'
import './record-type.ts'
import './record.ts'
import './evidence.ts'
import './batch.ts'
import './form-line.ts'
import './filled-line.ts'
import './form-definition.ts'
import './form.ts'
import './standard.ts'
import './programme-coverage.ts'
import './crosswalk.ts'
import './standard-changes.ts'
import './platform.ts'
import './subject.ts'
import './paired-scores.ts'
import './adoption.ts'
import './approval.ts'
import './target.ts'
import './quality.ts'
import './unreported.ts'
import './peer.ts'
import './mutation.ts'
import './set-target.ts'
import './import-records.ts'
import './saved-mappings.ts'
import './revert-batch.ts'
import './change-record.ts'
import './attach-evidence.ts'
import './same-as-decisions.ts'
import './tokens.ts'
import './upload-limits.ts'
import './record-history.ts'
import './fill-line.ts'
import './reports.ts'
import './fill-report.ts'
import './reconciliation.ts'
import './revision-changed.ts'
import './release.ts'

export const schema = belowMoments(builder.toSchema({ sortSchema: false }))

/** The same, in which every field is asked of the time that one above it is about. */
function belowMoments(made: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(made.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields()) as GraphQLField<unknown, GraphContext>[]) {
      const { resolve } = field
      if (resolve)
        field.resolve = (parent, args, context, info) => resolve(parent, args, contextAt(context, info.path), info)
    }
  return made
}

/**
 * The schema as `/schema.graphql` and `server/schema.graphql` hold it: types and fields by name, whatever part was loaded first;
 * arguments and values as they are declared.
 */
export function printGraph(): string {
  const document = parse(printSchema(schema))
  const definitions = (document.definitions as Named[]).map((one) =>
    one.kind === Kind.OBJECT_TYPE_DEFINITION && one.fields ? { ...one, fields: one.fields.toSorted(byName) } : one,
  )
  return `${print({ ...document, definitions: definitions.toSorted(byName) })}\n`
}

type Named = DefinitionNode & { name: NameNode }

const byName = (a: { name: NameNode }, b: { name: NameNode }) => (a.name.value < b.name.value ? -1 : 1)
