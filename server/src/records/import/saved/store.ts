import type { Connection } from '../../../ground/database/database.ts'
import type { SystemTables } from '../../../ground/database/tables.ts'

export type SavedRow = SystemTables['saved_mapping']
/** Without the YAML, which is long. */
export type SavedFacts = Omit<SavedRow, 'mapping'>

const FACTS = [
  ...(['institution', 'name', 'version', 'unit', 'record_types', 'heads'] as const),
  ...(['saved_by', 'saved_at', 'removed_at', 'removed_by'] as const),
] as const

/** Every version of every mapping of an institution, or of one of that name, the newest of each first. */
export function selectVersions(db: Connection, institution: string, name?: string): Promise<SavedFacts[]> {
  let query = db.selectFrom('saved_mapping').select(FACTS).where('institution', '=', institution)
  if (name !== undefined) query = query.where('name', '=', name)
  return query.orderBy('name').orderBy('version', 'desc').execute()
}

/** The mappings in use: the latest versions that nobody removed; null: of every institution. */
export function selectInUse(db: Connection, institution: string | null): Promise<SavedFacts[]> {
  let query = db.selectFrom('saved_mapping as m').select(FACTS.map((name) => `m.${name}` as const))
  if (institution !== null) query = query.where('m.institution', '=', institution)
  return query
    .where('m.removed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('saved_mapping as later')
            .select('later.version')
            .whereRef('later.institution', '=', 'm.institution')
            .whereRef('later.name', '=', 'm.name')
            .whereRef('later.version', '>', 'm.version'),
        ),
      ),
    )
    .orderBy('m.institution')
    .orderBy('m.name')
    .execute() as Promise<SavedFacts[]>
}

export async function selectMapping(
  db: Connection,
  institution: string,
  name: string,
  version?: number,
): Promise<SavedRow | null> {
  let query = db.selectFrom('saved_mapping').selectAll().where('institution', '=', institution).where('name', '=', name)
  if (version !== undefined) query = query.where('version', '=', version)
  return (await query.orderBy('version', 'desc').limit(1).executeTakeFirst()) ?? null
}

export async function insertMapping(db: Connection, row: SavedRow): Promise<void> {
  await db.insertInto('saved_mapping').values(row).execute()
}

export async function markRemoved(
  db: Connection,
  { institution, name, version }: Pick<SavedRow, 'institution' | 'name' | 'version'>,
  by: { removed_at: string; removed_by: string | null },
): Promise<void> {
  await db
    .updateTable('saved_mapping')
    .set(by)
    .where('institution', '=', institution)
    .where('name', '=', name)
    .where('version', '=', version)
    .execute()
}
