import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { holds } from '../../ground/database/database-then.ts'
import { inParts } from '../../ground/in-parts.ts'
import type { Connection } from '../../ground/database/database.ts'

export interface PeerFigureRow {
  institution: string
  key: string
  peer: string
  basis: string | null
  scope: string | null
  edition: string | null
  /** As stored: times the field's factor. */
  value: number | null
  status: string | null
  numerator: number | null
  denominator: number | null
  source: string
  page: string | null
}

/** Peer figures of an indicator, under any of its names, for a year; of one institution's records, or of all. */
export function selectPeerFigures(
  db: Connection,
  { institution, names, year, at }: { institution: string | null; names: readonly string[]; year: number; at: HeldAt },
): Promise<PeerFigureRow[]> {
  let query = db
    .selectFrom('record_peer_figure')
    .select(['institution', 'key', 'peer', 'basis', 'scope', 'edition'])
    .select(['value', 'status', 'numerator', 'denominator', 'source', 'page'])
    .where(heldAt(db, 'record_peer_figure', at))
    .where('indicator', 'in', [...names])
    .where('year', '=', year)
  if (institution !== null) query = query.where('institution', '=', institution)
  return query.orderBy('peer').orderBy('institution').orderBy('key').execute() as Promise<PeerFigureRow[]>
}

/** Revisions of institutions at which their records are read, and no record of any other; null: all as they are. */
export type HeldAt = ReadonlyMap<string, number> | null

function heldAt(db: Connection, table: string, at: HeldAt): RawBuilder<SqlBool> {
  if (at === null) return holds(db, table)
  if (at.size === 0) return sql<SqlBool>`1 = 0`
  const rows = sql.join([...at].map(([institution, revision]) => sql`(${institution}, ${sql.lit(revision)})`))
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<SqlBool>`exists (with held (institution, revision) as (values ${rows}) select 1 from held
    where held.institution = ${column('institution')} and ${column('since')} <= held.revision
      and (${column('until')} is null or ${column('until')} > held.revision))`
}

export interface InstitutionRow {
  code: string
  name_zh: string | null
  name_en: string | null
}

/** What of an institution's own record may define a group. */
export const GROUP_FIELDS = ['region', 'type', 'level', 'country'] as const
export type GroupField = (typeof GROUP_FIELDS)[number]

/** Institutions all of whose fields have one of the values asked for. */
export function selectInstitutionsWith(
  db: Connection,
  conditions: readonly { field: GroupField; in: readonly string[] }[],
  at: HeldAt,
): Promise<InstitutionRow[]> {
  let query = db
    .selectFrom('record_institution')
    .select(['institution as code', 'name_zh', 'name_en'])
    .where(heldAt(db, 'record_institution', at))
  for (const condition of conditions) query = query.where(condition.field, 'in', [...condition.in])
  return query.orderBy('institution').execute() as Promise<InstitutionRow[]>
}

const AT_ONCE = 500

/** Institutions that have one of these texts as their code or as a name. */
export async function selectInstitutionsNamed(
  db: Connection,
  names: readonly string[],
  at: HeldAt,
): Promise<InstitutionRow[]> {
  const found: InstitutionRow[] = []
  for (const some of inParts(names, AT_ONCE)) {
    found.push(
      ...((await db
        .selectFrom('record_institution')
        .select(['institution as code', 'name_zh', 'name_en'])
        .where(heldAt(db, 'record_institution', at))
        .where((e) => e.or([e('institution', 'in', some), e('name_zh', 'in', some), e('name_en', 'in', some)]))
        .execute()) as InstitutionRow[]),
    )
  }
  return found
}

/** Codes of the institutions that ever had a record of one of the types. */
export async function selectInstitutionsHolding(db: Connection, types: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('record_revision')
    .select('institution')
    .distinct()
    .where('record_type', 'in', [...types])
    .orderBy('institution')
    .execute()
  return rows.map(({ institution }) => institution)
}
