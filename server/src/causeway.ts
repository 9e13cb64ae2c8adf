import type { Database } from './database/database.ts'
import type { FormDefinition } from './forms/form-definition.ts'
import type { Declaration } from './indicators/definition.ts'

/** What every function that answers questions is given. */
export interface Causeway {
  database: Database
  /** Every indicator, in the catalogue's order. */
  indicators: readonly Declaration[]
  /** Official tables of the operator, in place of those that ship with the same id; absent: there are none. */
  ownForms?: readonly FormDefinition[]
  /** CAUSEWAY_PUBLIC is not `off`. */
  publicReading: boolean
}
