import type { Kysely } from 'kysely'
import type { Tables } from '../../ground/database/database.ts'
import type { Identity } from '../../records/identity/identity.ts'
import { kept } from '../../ground/kept.ts'
import type { AskedTogether } from './evaluate-together.ts'
import type { Sql } from './compile/compilation.ts'
import type { PlacingRow } from './compile/left-out.ts'
import type { Covered } from './observe/observe.ts'

/** What evaluations of one institution at one moment and without filters have in common: read once for all. */
export interface SharedReads {
  identity: Identity | null
  /** By indicator, basis and years: scopes and dimensions do not matter to it. */
  covered: Map<string, Promise<Map<number, Covered>>>
  /** And by dimensions: what one scope cannot place no other can. */
  placings: Map<string, Promise<PlacingRow[][]>>
  /** What asks the same of other institutions at once; absent: the institution is asked alone. */
  together?: AskedTogether
  /** The record types of which the institution ever had any. */
  types?: ReadonlyMap<string, unknown>
  /** What each statement said, by its text: indicators that count the same are asked once. Absent: nothing of it is kept. */
  said?: Map<string, Promise<unknown[]>>
}

export const sharedReads = (
  identity: Identity | null,
  more: Pick<SharedReads, 'together' | 'types' | 'said'> = {},
): SharedReads => ({ identity, covered: new Map(), placings: new Map(), ...more })

/** Names that statements give by themselves, as `"r1"`: of two that say the same they may be other ones. */
const OWN_NAMES = /"([a-z])\d+"/g

/** Of a statement that is asked once of all that share what is said, where that is kept. */
export function rowsOnce<Row>(db: Kysely<Tables>, said: SharedReads['said'], statement: Sql): Promise<Row[]> {
  return said ? madeOnce<Row, Row>(db, said, statement, (rows) => rows) : rowsOf(db, statement)
}

/** What is made of its rows, made once; `name`: of two that are made of the same rows it tells which. */
export function madeOnce<Row, Made>(
  db: Kysely<Tables>,
  said: NonNullable<SharedReads['said']>,
  statement: Sql,
  make: (rows: Row[]) => Made[],
  name = '',
): Promise<Made[]> {
  const query = statement.compile(db)
  const names = new Map<string, string>()
  const text = query.sql.replace(OWN_NAMES, (given, stem: string) => kept(names, given, () => `${stem}${names.size}`))
  const ask = async () => make((await db.executeQuery(query)).rows as Row[])
  return kept(said, JSON.stringify([text, query.parameters, name]), ask) as Promise<Made[]>
}

export async function rowsOf<Row>(db: Kysely<Tables>, statement: Sql): Promise<Row[]> {
  return (await statement.execute(db)).rows as Row[]
}
