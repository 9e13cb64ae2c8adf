import { fill } from '@causeway/shared/words/words'
import { toIso } from '@causeway/shared/day'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { COMPETITION_SCALES, findLanguageScale } from '../../ground/reference/scales.ts'
import { tableOf } from '../record-type.ts'
import { MOST_DOUBTS, type RecordWarning, type Touched, type Warning } from '../warning.ts'
import { isBrought, warningOf } from './doubt.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** First and last day; null: still. */
interface InForce {
  from: number
  to: number | null
}

/** How results of a type name a scale and its version. */
interface Scales {
  scale: string
  version: string
  /** When a version was in force; null: nobody knows it; undefined: it is not ours to know. */
  inForce(scale: string, version: string): InForce | null | undefined
}

const SCALES: Record<string, Scales> = {
  'language-result': {
    ...{ scale: 'scale', version: 'scale_version' },
    inForce(scale, version) {
      const found = findLanguageScale(scale)?.versions.find((one) => one.version === version)
      return found ? { from: found.from, to: null } : null
    },
  },
  'competition-result': {
    ...{ scale: 'series', version: 'scale' },
    inForce(series, version) {
      const scales = COMPETITION_SCALES.filter((one) => one.series === series)
      return scales.length === 0 ? undefined : (scales.find(({ scale }) => scale === version) ?? null)
    },
  },
}

/** Scales that were not in force on the day, or of which no such version is known. */
export const SCALE_IN_FORCE: Warning = {
  of: ({ name }) => name in SCALES,
  async find(db, touched, { name }) {
    const scales = SCALES[name]!
    const warnings: RecordWarning[] = []
    for (const used of await listScales(db, touched, tableOf(name), scales)) {
      const { scale, version } = used
      const at = { field: scales.version, value: version }
      const inForce = scales.inForce(scale, version)
      if (inForce === null) {
        const words = fill(REFUSALS.UNKNOWN_SCALE_VERSION, { scale, version })
        warnings.push(warningOf(used.row, { code: 'UNKNOWN_SCALE_VERSION', ...at, ...words }))
      }
      if (!inForce || (used.first >= inForce.from && (inForce.to === null || used.last <= inForce.to))) continue
      for (const { row, day } of await listOffScale(db, touched, tableOf(name), scales, used, inForce)) {
        const early = day < inForce.from
        const words = {
          zh: `${toIso(day)} 时 ${scale} ${version} ${early ? `尚未启用（${toIso(inForce.from)} 起）` : `已停用（至 ${toIso(inForce.to!)}）`}。请核对日期和版本。`,
          en: `On ${toIso(day)} ${scale} ${version} was ${early ? `not in force yet (from ${toIso(inForce.from)})` : `no longer in force (until ${toIso(inForce.to!)})`}. Look at the date and the version.`,
        }
        warnings.push(warningOf(row, { code: 'SCALE_NOT_IN_FORCE', ...at, ...words }))
      }
    }
    return warnings
  },
}

interface UsedScale {
  row: number | null
  scale: string
  version: string
  /** The first and last days on which it was used. */
  first: number
  last: number
}

/** Which scales the batch's results are on. */
async function listScales(db: Connection, touched: Touched, table: string, scales: Scales): Promise<UsedScale[]> {
  const [scale, version] = [sql.ref(scales.scale), sql.ref(scales.version)]
  const { rows } = await sql<UsedScale>`
    select min(row) as row, ${scale} as scale, ${version} as version, min(date_day) as first, max(date_day) as last
    from ${sql.table(table)} where ${isBrought(touched)} and ${scale} is not null and ${version} is not null
    group by 2, 3 order by 1`.execute(db)
  return rows
}

/** Rows of the batch on a scale, of days before its first or after its last. */
async function listOffScale(
  db: Connection,
  touched: Touched,
  table: string,
  { scale, version }: Scales,
  used: UsedScale,
  inForce: InForce,
): Promise<{ row: number | null; day: number }[]> {
  const after = inForce.to === null ? sql`` : sql`or date_day > ${sql.lit(inForce.to)}`
  const { rows } = await sql<{ row: number | null; day: number }>`
    select row, date_day as day from ${sql.table(table)}
    where ${isBrought(touched)} and ${sql.ref(scale)} = ${used.scale} and ${sql.ref(version)} = ${used.version}
      and (date_day < ${sql.lit(inForce.from)} ${after})
    order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
