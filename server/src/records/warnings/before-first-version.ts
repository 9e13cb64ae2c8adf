import { toIso } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { MOST_DOUBTS, ofTypes, type RecordWarning, type Touched, type Warning } from '../warning.ts'

export const BEFORE_FIRST_VERSION: Warning<'BEFORE_FIRST_VERSION'> = {
  codes: {
    BEFORE_FIRST_VERSION: {
      zh: '采用日期早于该标准的第一个版本',
      en: 'a standard was adopted before its first version',
    },
  },
  of: ofTypes('adoption', 'standard-version'),
  async find(db, touched, type) {
    const brought = type.name as 'adoption' | 'standard-version'
    return (await listEarlyAdoptions(db, touched, brought)).map((one) => toEarly(brought, one))
  },
}

function toEarly(
  brought: 'adoption' | 'standard-version',
  { row, standard, day, count, first }: EarlyAdoption,
): RecordWarning<'BEFORE_FIRST_VERSION'> {
  const [on, from] = [toIso(day), toIso(first)]
  const message: Words =
    brought === 'adoption'
      ? {
          zh: `标准 ${standard} 的第一个版本自 ${from} 生效，而采用日期为 ${on}。请核对日期，或补登更早的版本。`,
          en: `The first version of standard ${standard} is of ${from}, and it was adopted on ${on}. Look at the date, or register the earlier version.`,
        }
      : {
          zh: `标准 ${standard} 的第一个版本自 ${from} 生效，但有 ${count} 条采用记录在其前，最早的为 ${on}。请核对生效日期，或补登更早的版本。`,
          en: `The first version of standard ${standard} is of ${from}, but ${count === 1 ? '1 adoption is' : `${count} adoptions are`} earlier, the first of ${on}. Look at the date, or register the earlier version.`,
        }
  const field = brought === 'adoption' ? 'adopted_on' : 'from'
  return { code: 'BEFORE_FIRST_VERSION', row, field, value: on, message }
}

interface EarlyAdoption {
  /** A row of the batch: the adoption's, or that of the first version. */
  row: number | null
  standard: string
  /** The earliest day of adoption, and how many adoptions are too early. */
  day: number
  count: number
  /** First day of the first version. */
  first: number
}

/** Adoptions before their standard's first version. `of`: what the batch brought, adoptions one by one or versions. */
async function listEarlyAdoptions(
  db: Connection,
  { institution, batch }: Touched,
  of: 'adoption' | 'standard-version',
): Promise<EarlyAdoption[]> {
  const day = sql`coalesce(a.adopted_on_day, a.registered_on_day, a.in_system_on_day)`
  const row = of === 'adoption' ? sql`a.row` : sql`v.row`
  const { rows } = await sql<EarlyAdoption>`
    select ${row} as row, v.standard as standard, min(${day}) as day, count(*) as count, v.first as first
    from (
      select standard, min(from_day) as first, min(case when batch = ${batch} then row end) as row,
        sum(case when batch = ${batch} then 1 else 0 end) as brought
      from record_standard_version where institution = ${institution} and until is null group by standard
    ) v join record_adoption a on a.institution = ${institution} and a.standard = v.standard and a.until is null
    where ${day} < v.first and ${of === 'adoption' ? sql`a.batch = ${batch}` : sql`v.brought > 0`}
    group by 1, 2, 5 order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
