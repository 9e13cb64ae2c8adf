import type { Database } from './database/database.ts'
import type { FormDefinition } from './forms/form-definition.ts'
import type { Declaration } from './indicators/definition.ts'

/** What every function that answers questions is given. */
export interface Causeway {
  database: Database
  /** Every indicator as it is now, in the catalogue's order, a college's own last. */
  indicators: readonly Declaration[]
  /** How indicators were declared before; asked for by `definitionVersion`. */
  earlier?: readonly Declaration[]
  /** Official tables of the operator, in place of those that ship with the same id; absent: there are none. */
  ownForms?: readonly FormDefinition[]
  /** CAUSEWAY_PUBLIC is not `off`. */
  publicReading: boolean
}
