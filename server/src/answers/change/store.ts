import { sql } from 'kysely'
import type { Standing } from '../../figures/standing.ts'
import type { Connection } from '../../ground/database/database.ts'
import { kept } from '../../ground/kept.ts'
import { once } from '../../ground/once.ts'
import { tableOf } from '../../records/record-type.ts'

/** What became of records, in the order in which it is said. */
export const RECORD_STEPS = ['LATE', 'CORRECTED', 'WITHDRAWN'] as const
export type RecordStep = (typeof RECORD_STEPS)[number]

const memoryOf = once((_now: Standing) => new Map<string, Promise<RecordStep[]>>())

/** What became of records of these types between two revisions; asked of each type once while an institution is where it is now. */
export async function stepsOfRecords(
  db: Connection,
  now: Standing,
  types: readonly string[],
  from: number,
  to: number,
): Promise<RecordStep[]> {
  const found = new Set<RecordStep>()
  for (const type of new Set(types)) {
    if ((now.changedAt.get(type) ?? 0) <= from) continue
    const known = memoryOf(now)
    const steps = await kept(known, `${type} ${from} ${to}`, () => readSteps(db, now.institution, type, from, to))
    for (const step of steps) found.add(step)
  }
  return RECORD_STEPS.filter((step) => found.has(step))
}

async function readSteps(
  db: Connection,
  institution: string,
  type: string,
  from: number,
  to: number,
): Promise<RecordStep[]> {
  const table = sql.table(tableOf(type))
  const heldAt = (alias: string, revision: number) => sql`${sql.ref(`${alias}.since`)} <= ${sql.lit(revision)}
    and (${sql.ref(`${alias}.until`)} is null or ${sql.ref(`${alias}.until`)} > ${sql.lit(revision)})`
  const sameAt = (revision: number) => sql`exists (select 1 from ${table} as o
    where o.institution = v.institution and o.key = v.key and ${heldAt('o', revision)})`
  const any = (condition: ReturnType<typeof sql>) =>
    sql`case when exists (select 1 from ${table} as v where v.institution = ${institution} and ${condition}) then 1 else 0 end`
  const isNew = sql`v.since > ${sql.lit(from)} and ${heldAt('v', to)}`
  const isOver = sql`v.until <= ${sql.lit(to)} and ${heldAt('v', from)}`
  const { rows } = await sql<Record<RecordStep, number>>`select
    ${any(sql`${isNew} and not ${sameAt(from)}`)} as ${sql.ref('LATE')},
    ${any(sql`${isNew} and ${sameAt(from)}`)} as ${sql.ref('CORRECTED')},
    ${any(sql`${isOver} and not ${sameAt(to)}`)} as ${sql.ref('WITHDRAWN')}`.execute(db)
  return RECORD_STEPS.filter((step) => Number(rows[0]![step]) === 1)
}
