import { toIso } from '@causeway/shared/day'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { COMPETITION_SCALES } from '../../ground/reference/competition-scales.ts'
import { findLanguageScale } from '../../ground/reference/language-scales.ts'
import { tableOf } from '../record-type.ts'
import { MOST_DOUBTS, ofTypes, type RecordWarning, type Touched, type Warning } from '../warning.ts'

type Code = 'SCALE_NOT_IN_FORCE' | 'UNKNOWN_SCALE_VERSION'

/** Scales that were not in force on the day, or of which no such version is known. */
export const SCALE_IN_FORCE: Warning<Code> = {
  codes: {
    SCALE_NOT_IN_FORCE: { zh: '量表版本当日不在用', en: 'the version of the scale was not in force on the day' },
    UNKNOWN_SCALE_VERSION: { zh: '量表没有已知的这一版本', en: 'no such version of the scale is known' },
  },
  of: ofTypes('language-result', 'competition-result'),
  async find(db, touched, { name }) {
    const table = tableOf(name)
    return findScales(
      db,
      touched,
      name === 'language-result'
        ? {
            ...{ table, scale: 'scale', version: 'scale_version', field: 'scale_version' },
            inForce: languageScaleInForce,
          }
        : { ...{ table, scale: 'series', version: 'scale', field: 'scale' }, inForce: competitionScaleInForce },
    )
  },
}

interface Scales extends ScaledTable {
  /** Where a doubt is shown. */
  field: string
  /** When a version was in force; null: nobody knows it; undefined: it is not ours to know. */
  inForce(used: UsedScale): { from: number; to: number | null } | null | undefined
}

function languageScaleInForce({ scale, version }: UsedScale) {
  const found = findLanguageScale(scale)?.versions.find((one) => one.version === version)
  return found ? { from: found.from, to: null } : null
}

function competitionScaleInForce({ scale, version }: UsedScale) {
  const scales = COMPETITION_SCALES.filter(({ series }) => series === scale)
  if (scales.length === 0) return undefined
  const found = scales.find((one) => one.scale === version)
  return found ? { from: found.from, to: found.to } : null
}

async function findScales(db: Connection, touched: Touched, scales: Scales): Promise<RecordWarning<Code>[]> {
  const warnings: RecordWarning<Code>[] = []
  for (const used of await listScales(db, touched, scales)) {
    const inForce = scales.inForce(used)
    if (inForce === null) warnings.push(unknownScale(used, scales.field))
    if (!inForce) continue
    if (used.first >= inForce.from && (inForce.to === null || used.last <= inForce.to)) continue
    for (const { row, day } of await listOffScale(db, touched, scales, used, inForce)) {
      const early = day < inForce.from
      const message = {
        zh: `${toIso(day)} 时 ${used.scale} ${used.version} ${early ? `尚未启用（${toIso(inForce.from)} 起）` : `已停用（至 ${toIso(inForce.to!)}）`}。请核对日期和版本。`,
        en: `On ${toIso(day)} ${used.scale} ${used.version} was ${early ? `not in force yet (from ${toIso(inForce.from)})` : `no longer in force (until ${toIso(inForce.to!)})`}. Look at the date and the version.`,
      }
      warnings.push({ code: 'SCALE_NOT_IN_FORCE', row, field: scales.field, value: used.version, message })
    }
  }
  return warnings
}

function unknownScale({ row, scale, version }: UsedScale, field: string): RecordWarning<Code> {
  const message = {
    zh: `量表 ${scale} 没有已知的版本“${version}”；已照原样收下，不同版本的成绩不会合并比较。请核对版本。`,
    en: `No version "${version}" of ${scale} is known; it was taken as it is, and results of several versions are never compared. Look at the version.`,
  }
  return { code: 'UNKNOWN_SCALE_VERSION', row, field, value: version, message }
}

/** Names of the columns of a scale and its version. */
interface ScaledTable {
  table: string
  scale: string
  version: string
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
async function listScales(
  db: Connection,
  { institution, batch }: Touched,
  { table, scale, version }: ScaledTable,
): Promise<UsedScale[]> {
  const [s, v] = [sql.ref(scale), sql.ref(version)]
  const { rows } = await sql<UsedScale>`
    select min(row) as row, ${s} as scale, ${v} as version, min(date_day) as first, max(date_day) as last
    from ${sql.table(table)}
    where institution = ${institution} and until is null and batch = ${batch} and ${s} is not null and ${v} is not null
    group by 2, 3 order by 1`.execute(db)
  return rows
}

/** Rows of the batch on a scale, of days before its first or after its last. */
async function listOffScale(
  db: Connection,
  { institution, batch }: Touched,
  { table, scale, version }: ScaledTable,
  used: UsedScale,
  inForce: { from: number; to: number | null },
): Promise<{ row: number | null; day: number }[]> {
  const after = inForce.to === null ? sql`` : sql`or date_day > ${sql.lit(inForce.to)}`
  const { rows } = await sql<{ row: number | null; day: number }>`
    select row, date_day as day from ${sql.table(table)}
    where institution = ${institution} and until is null and batch = ${batch}
      and ${sql.ref(scale)} = ${used.scale} and ${sql.ref(version)} = ${used.version}
      and (date_day < ${sql.lit(inForce.from)} ${after})
    order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
