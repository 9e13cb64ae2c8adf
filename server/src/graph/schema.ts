import { printSchema } from 'graphql'
import './scalars.ts'
import './institution.ts'
import './indicator.ts'
import './series.ts'
import './figure.ts'
import './record-type.ts'
import './record.ts'
import './evidence.ts'
import './batch.ts'
import './form-line.ts'
import './filled-line.ts'
import './form.ts'
import './standard.ts'
import './programme-coverage.ts'
import './crosswalk.ts'
import './standard-changes.ts'
import './platform.ts'
import './platform-outputs.ts'
import './country.ts'
import './subject.ts'
import './adoption.ts'
import './adoption-states.ts'
import './approval.ts'
import './target.ts'
import './quality.ts'
import './unreported.ts'
import './peer.ts'
import './mutation.ts'
import './set-target.ts'
import './reconciliation.ts'
import { builder } from './builder.ts'

export const schema = builder.toSchema({ sortSchema: false })

/** The schema as `/schema.graphql` and `server/schema.graphql` hold it. */
export function printGraph(): string {
  return `${printSchema(schema)}\n`
}
