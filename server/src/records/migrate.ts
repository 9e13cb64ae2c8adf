import type { Database } from '../ground/database/database.ts'
import { bringUpToDate } from '../ground/database/migrate.ts'
import { declaredTables } from './record-table.ts'

/**
 * Brings a database up to date with this build: migrations, tables of the declared record types, reference data. Does nothing, and
 * takes no lock, where it is.
 * @throws QuestionError OWN_FIELD_CHANGED where a column holds something else than an own field is declared as
 */
export function migrate(database: Database): Promise<void> {
  return bringUpToDate(database, declaredTables())
}
