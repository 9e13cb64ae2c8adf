import { sql, type Kysely } from 'kysely'
import type { Tables } from '../ground/database/database.ts'
import type { SystemTables } from '../ground/database/tables.ts'
import { recordColumns } from '../records/record-table.ts'
import { recordTypeOf } from '../records/record-types.ts'
import { tableOf } from '../records/record-type.ts'
import { BEFORE_EVERY_DAY, toDay, type Day } from '@causeway/shared/day'
import { holds, holdsAt, thenOf, type Then } from '../ground/database/database-then.ts'

/** An institution at one moment. Null: no such institution. `revision`: its country and school year as they were then. */
export async function readStanding(db: Kysely<Tables>, institution: string, revision: number | null = null) {
  const [standing = null] = await readStandings(db, [institution], revision)
  return standing
}

/**
 * Institutions at one moment: what their figures are made from, and how new each part of that is. In one statement, so that its parts
 * are of one moment. One that is not there is left out.
 */
export async function readStandings(db: Kysely<Tables>, institutions: readonly string[], revision?: number | null) {
  const then = thenOf(db)
  const { rows } = await sql<StandingRow>`
    select home.institution, home.country, home.school_year_start, state.revision, state.data_date, state.committed_at,
      state.epoch, change.record_type, change.revision as changed_at
    from record_institution as home
    left join institution_state as state on state.institution = home.institution
    left join record_revision as change on change.institution = home.institution
    where home.institution in (${sql.join(institutions)}) and ${revision == null ? holds(db, 'home') : holdsAt(revision, 'home')}`.execute(
    db,
  )
  const standings = [...Map.groupBy(rows, ({ institution }) => institution).values()].map(toStanding)
  return standings.map((one) => (one.institution === then?.institution ? asOf(one, then) : one))
}

function toStanding(rows: StandingRow[]) {
  const [row] = rows as [StandingRow]
  return {
    institution: row.institution,
    country: row.country,
    schoolYearStart: row.school_year_start ?? '09-01',
    dataDate: row.data_date,
    /** Another when revisions begin anew. */
    epoch: row.epoch ?? '',
    revision: row.revision ?? 0,
    /** ISO date-time. */
    committedAt: row.committed_at,
    /** The revision at the last change, by record type; `data-date` is among them. */
    changedAt: new Map(
      rows.flatMap((it) => (it.record_type === null ? [] : [[it.record_type, it.changed_at!]])),
    ) as ReadonlyMap<string, number>,
  }
}

/** Nothing is kept of then: what it is made from is of no later revision than any other. */
function asOf(standing: ReturnType<typeof toStanding>, { revision, dataDate, at }: Then): typeof standing {
  return { ...standing, revision, dataDate, committedAt: at, changedAt: new Map() }
}

interface StandingRow {
  institution: string
  country: string
  school_year_start: string | null
  revision: number | null
  data_date: string | null
  committed_at: string | null
  record_type: string | null
  changed_at: number | null
  epoch: string | null
}

export type WhereItIs = Pick<SystemTables['institution_state'], 'institution' | 'revision' | 'epoch'>

export function listRevisions(db: Kysely<Tables>): Promise<WhereItIs[]> {
  return db.selectFrom('institution_state').select(['institution', 'revision', 'epoch']).execute()
}

type FigureSet = SystemTables['figure_set']
export type KeptKey = Pick<FigureSet, (typeof KEYS)['figure_set'][number]>
export type KeptSet = Omit<FigureSet, keyof KeptKey>

export async function findKept(db: Kysely<Tables>, key: KeptKey): Promise<KeptSet | null> {
  const row = await db
    .selectFrom('figure_set')
    .select(['definition', 'revision', 'from_year', 'to_year', 'figures'])
    .where((eb) => eb.and(key))
    .executeTakeFirst()
  return row ?? null
}

/** Of what is kept once it is made: the columns that say what it is of. The others are what was made, `revision` among them. */
const KEYS = {
  figure_set: ['institution', 'indicator', 'basis', 'at', 'dimension', 'scope'],
  hidden_cells: ['institution', 'indicator', 'basis', 'year'],
  reported_years: ['institution'],
  ranked_figures: ['indicator', 'basis', 'scope', 'year', 'profile'],
} as const satisfies { [Table in keyof SystemTables]?: readonly (keyof SystemTables[Table])[] }

type KeptTable = keyof typeof KEYS

/** A row to keep, with the epoch of its institution when it was made: what is of several says it of each. */
export type Made = { epoch: string } & {
  [Table in KeptTable]: { table: Table; row: SystemTables[Table] }
}[KeptTable]

/** What two rows of one thing have in common. */
export const nameOfMade = ({ table, row }: Made): string =>
  JSON.stringify([table, ...KEYS[table].map((column) => (row as Record<string, unknown>)[column])])

/**
 * Keeps what was made, each thing once, but for that of which a newer one is kept already or whose epoch is over. What has no revision
 * says of each of its parts which it is of, and the last is kept.
 */
export async function keepAll(db: Kysely<Tables>, made: readonly Made[]): Promise<void> {
  const of = [...new Set(made.map(({ row }) => ('institution' in row ? row.institution : '')))]
  const states = db.selectFrom('institution_state').select(['institution', 'epoch']).where('institution', 'in', of)
  const now = new Map((await states.execute()).map(({ institution, epoch }) => [institution, epoch]))
  const lasting = made.filter(({ epoch, row }) => !('institution' in row) || epoch === now.get(row.institution))
  for (const [table, ofTable] of Map.groupBy(lasting, (one) => one.table)) {
    const rows = ofTable.map(({ row }) => row as SystemTables['figure_set'])
    const key = KEYS[table] as (typeof KEYS)['figure_set']
    const rest = Object.keys(rows[0]!).filter((column) => !(key as readonly string[]).includes(column))
    await db
      .insertInto(table as 'figure_set')
      .values(rows)
      .onConflict((conflict) => {
        const update = conflict
          .columns(key)
          .doUpdateSet(({ ref }) =>
            Object.fromEntries(rest.map((column) => [column, ref(`excluded.${column}` as 'excluded.figures')])),
          )
        if (!rest.includes('revision')) return update
        return update.whereRef(`${table as 'figure_set'}.revision`, '<=', 'excluded.revision')
      })
      .execute()
  }
}

/** Whether what is hidden of any figure of an institution was settled once. */
export async function isAnyKept(db: Kysely<Tables>, institution: string): Promise<boolean> {
  const found = await db
    .selectFrom('hidden_cells')
    .select('year')
    .where('institution', '=', institution)
    .limit(1)
    .execute()
  return found.length > 0
}

export type HiddenCells = SystemTables['hidden_cells']

/** What is kept of what is hidden of an indicator, year by year. */
export function listHidden(
  db: Kysely<Tables>,
  of: Pick<HiddenCells, 'institution' | 'indicator' | 'basis'>,
): Promise<Omit<HiddenCells, keyof typeof of>[]> {
  return db
    .selectFrom('hidden_cells')
    .select(['year', 'definition', 'revision', 'hidden'])
    .where((eb) => eb.and(of))
    .execute()
}

export const listAllHidden = (db: Kysely<Tables>): Promise<HiddenCells[]> =>
  db.selectFrom('hidden_cells').selectAll().orderBy('institution').orderBy('indicator').orderBy('year').execute()

type RankedFigures = SystemTables['ranked_figures']

/** What is kept of the whole of an indicator in every institution. */
export function findRanked(
  db: Kysely<Tables>,
  key: Pick<RankedFigures, 'indicator' | 'basis' | 'scope' | 'year' | 'profile'>,
): Promise<Pick<RankedFigures, 'definition' | 'figures'> | undefined> {
  return db
    .selectFrom('ranked_figures')
    .select(['definition', 'figures'])
    .where((eb) => eb.and(key))
    .executeTakeFirst()
}

export const listRanked = (db: Kysely<Tables>): Promise<RankedFigures[]> =>
  db.selectFrom('ranked_figures').selectAll().orderBy('indicator').orderBy('year').execute()

/** Every kept set, in the order of its key. */
export function listKept(db: Kysely<Tables>): Promise<(KeptKey & KeptSet)[]> {
  return db
    .selectFrom('figure_set')
    .selectAll()
    .orderBy('institution')
    .orderBy('indicator')
    .orderBy('basis')
    .orderBy('at')
    .orderBy('dimension')
    .orderBy('scope')
    .execute()
}

/** What a type's records begin with. */
export interface Beginning {
  /** The earliest day that any of them names; null: none does. */
  day: number | null
  /** One of them has no first day, and is there in every period. */
  endless: boolean
}

/** One walk over the records of a type that hold. */
export async function readBeginning(db: Kysely<Tables>, institution: string, name: string): Promise<Beginning> {
  const { has, days, classes } = dayColumnsOf(name)
  const filled = (column: string) =>
    sql`min(case when ${sql.ref(column)} > ${sql.lit(BEFORE_EVERY_DAY)} then ${sql.ref(column)} end)`
  const endless = [
    sql`first_day = ${sql.lit(BEFORE_EVERY_DAY)}`,
    ...(has.has('from_day') ? [sql`from_day is null`] : []),
  ]
  const { rows } = await sql<Record<string, number | null>>`
    select ${sql.join([
      ...[...days, ...classes].map((column) => sql`${filled(column)} as ${sql.ref(column)}`),
      sql`max(case when ${sql.join(endless, sql` or `)} then 1 else 0 end) as endless`,
    ])} from ${sql.table(tableOf(name))} where institution = ${institution} and until is null`.execute(db)
  const [row] = rows as [Record<string, number | null>]
  const named = [
    ...days.map((column) => row[column]),
    ...classes.map((column) => row[column] && firstDayOfClass(row[column])),
  ].filter((day): day is number => day != null)
  return { day: named.length === 0 ? null : Math.min(...named.map(Number)), endless: Number(row.endless ?? 0) === 1 }
}

/** A class leaves in the school year before its name. */
const firstDayOfClass = (year: number): Day => toDay(`${year - 1}-01-01`)

/** The columns of a type that hold days, and those that hold classes. */
function dayColumnsOf(name: string) {
  const type = recordTypeOf(name)
  const has = new Set(recordColumns(type).map((column) => column.name))
  return {
    has,
    days: [...has].filter((column) => column.endsWith('_day')),
    classes: type.fields.filter(({ kind }) => kind === 'year').map((field) => field.name),
  }
}

/** The least and the most of a column of several records, as days, and whether it is empty in any of them. */
export interface Stretch {
  least: Day | null
  most: Day | null
  empty: boolean
}

/** What the versions name that a revision began or ended, by column. */
export interface Changed {
  revision: number
  days: Record<string, Stretch>
}

/** The versions of a type that revisions after this one began or ended, each at its last. */
export async function listChanged(
  db: Kysely<Tables>,
  institution: string,
  name: string,
  since: number,
): Promise<Changed[]> {
  const { days, classes } = dayColumnsOf(name)
  const columns = [...days, ...classes]
  const selects = columns.flatMap((column, at) => [
    sql`min(${sql.ref(column)}) as ${sql.ref(`least_${at}`)}`,
    sql`max(${sql.ref(column)}) as ${sql.ref(`most_${at}`)}`,
    sql`max(case when ${sql.ref(column)} is null then 1 else 0 end) as ${sql.ref(`empty_${at}`)}`,
  ])
  const { rows } = await sql<Record<string, number | null>>`
    select coalesce(until, since) as revision, ${sql.join(selects)} from ${sql.table(tableOf(name))}
    where institution = ${institution} and coalesce(until, since) > ${sql.lit(since)} group by 1`.execute(db)
  return rows.map((row) => {
    const stretches = columns.map((column, at): [string, Stretch] => {
      const [least, most] = [row[`least_${at}`] ?? null, row[`most_${at}`] ?? null]
      const isClass = classes.includes(column)
      return [
        column,
        {
          least: least !== null && isClass ? firstDayOfClass(least) : least,
          most: most !== null && isClass ? toDay(`${most}-12-31`) : most,
          empty: Number(row[`empty_${at}`]) === 1,
        },
      ]
    })
    return { revision: Number(row['revision']), days: Object.fromEntries(stretches) }
  })
}
