import type { Database } from './database/database.ts'
import type { Declaration } from './indicators/definition.ts'

/** What every function that answers questions is given. */
export interface Causeway {
  database: Database
  /** Every indicator, in the catalogue's order. */
  indicators: readonly Declaration[]
  /** CAUSEWAY_PUBLIC is not `off`. */
  publicReading: boolean
}
