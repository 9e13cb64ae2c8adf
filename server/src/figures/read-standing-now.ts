import type { Database } from '../database/database.ts'
import type { Standing } from './standing.ts'
import { readStanding } from './store.ts'

/** Where an institution stands now, for whoever remembers something that follows from its figures. Null: no such institution. */
export function readStandingNow({ quick }: Database, institution: string): Promise<Standing | null> {
  return readStanding(quick, institution)
}
