import type { Connection } from '../../ground/database/database.ts'
import type { SystemTables } from '../../ground/database/tables.ts'

export type ReleaseRow = SystemTables['release']
export type FiguresRow = SystemTables['release_figures']

/** All of some institutions, or (null) of all, as they were made. */
export async function selectReleases(db: Connection, institutions: readonly string[] | null): Promise<ReleaseRow[]> {
  if (institutions?.length === 0) return []
  const all = db.selectFrom('release').selectAll().orderBy('created_at').orderBy('id')
  return (institutions === null ? all : all.where('institution', 'in', [...institutions])).execute()
}

/** How far the published releases of all institutions have come out. */
export interface ReleaseTimes {
  /** How many are stored as out. */
  out: number
  /** The minutes of all others, ISO date-times: past ones that no reader has noticed yet, and those to come. */
  minutes: string[]
}

export async function selectReleaseTimes(db: Connection): Promise<ReleaseTimes> {
  const rows = await db
    .selectFrom('release')
    .select(['publish_at', 'came_out_at'])
    .where('publish_at', 'is not', null)
    .execute()
  const waiting = rows.filter(({ came_out_at }) => came_out_at === null)
  return { out: rows.length - waiting.length, minutes: waiting.flatMap(({ publish_at }) => publish_at ?? []) }
}

export async function insertRelease(db: Connection, row: ReleaseRow, figures: readonly FiguresRow[]): Promise<void> {
  await db.insertInto('release').values(row).execute()
  for (const one of figures) await db.insertInto('release_figures').values(one).execute()
}

export async function deleteRelease(db: Connection, { institution, id }: Pick<ReleaseRow, 'institution' | 'id'>) {
  await db.deleteFrom('release_figures').where('institution', '=', institution).where('release', '=', id).execute()
  await db.deleteFrom('release').where('institution', '=', institution).where('id', '=', id).execute()
}

export async function updateRelease(
  db: Connection,
  { institution, id }: Pick<ReleaseRow, 'institution' | 'id'>,
  change: Partial<ReleaseRow>,
): Promise<void> {
  await db.updateTable('release').set(change).where('institution', '=', institution).where('id', '=', id).execute()
}

export type FiguresOf = Omit<FiguresRow, 'figures' | 'exact'>

export async function selectFigures(db: Connection, of: FiguresOf, which: 'figures' | 'exact'): Promise<string | null> {
  const row = await db
    .selectFrom('release_figures')
    .select(`${which} as text`)
    .where((e) => e.and(of))
    .executeTakeFirst()
  return row?.text ?? null
}
