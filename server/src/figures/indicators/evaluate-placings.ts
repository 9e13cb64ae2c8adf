import type { Kysely } from 'kysely'
import type { Tables } from '../../ground/database/database.ts'
import { kept } from '../../ground/kept.ts'
import type { Each } from './compile/dimensions.ts'
import {
  compileLeftOut,
  compilePlaced,
  leftOutRecords,
  placedRecords,
  toPlacings,
  type PlacingRecords,
  type PlacingRow,
} from './compile/left-out.ts'
import type { Written } from './compile/lines.ts'
import { madeOnce, type SharedReads } from './evaluate-shared.ts'
import { nameOf, read, type Evaluation, type Settled } from './evaluate-asked.ts'
import { groupRecords } from './group-records.ts'

/** What the scope could not place. Whether that is all is asked of the years alone that have any: most have none. */
export function readPlacings(db: Kysely<Tables>, given: Evaluation, settled: Settled): Promise<PlacingRow[][]> {
  const { declaration, cut, asked } = settled
  const dimensions = (cut.each ?? [cut.by]).map((one) => one?.dimension)
  const scope = JSON.stringify([declaration.set, declaration.measure]).includes('"SCOPE"') ? asked.scope : null
  const name = [nameOf(given), scope, dimensions].join(' ')
  return kept(given.shared?.placings ?? new Map(), name, () => askPlacings(db, given, settled))
}

async function askPlacings(db: Kysely<Tables>, given: Evaluation, settled: Settled): Promise<PlacingRow[][]> {
  const { declaration, asked, cut, cumulative } = settled
  const { each } = cut
  const said = each && given.shared?.said
  const breakdowns = each?.length ?? 1
  const leftOut = await read<Written>(db, given, settled, 'left-out', (one) =>
    compileLeftOut(declaration, one, cut, cumulative, said !== undefined),
  )
  const found = toPlacings(leftOut, breakdowns)
  if (said) joinTo(found, await placeApart(db, said, leftOutRecords(declaration, asked, each), each, 'left-out'))
  const years = new Set(found[0]!.filter(({ kind }) => kind === 'unplaced-in-period').map(({ year }) => Number(year)))
  if (years.size === 0) return found
  const doubtful = { ...settled, asked: { ...asked, periods: asked.periods.filter(({ year }) => years.has(year)) } }
  const written = await read<Written>(db, given, doubtful, 'placed', (one) =>
    compilePlaced(declaration, one, cut, cumulative, said !== undefined),
  )
  joinTo(found, toPlacings(written, breakdowns))
  const placed = said && placedRecords(declaration, doubtful.asked, each, cumulative)
  if (placed) joinTo(found, await placeApart(db, said, placed, each))
  return found
}

function joinTo(found: PlacingRow[][], more: readonly (readonly PlacingRow[])[]): void {
  for (const [place, rows] of more.entries()) for (const row of rows) found[place]!.push(row)
}

/** @param kind of all; absent: each row says it */
async function placeApart(
  db: Kysely<Tables>,
  said: NonNullable<SharedReads['said']>,
  { statement, grouping }: PlacingRecords,
  each: Each,
  kind?: PlacingRow['kind'],
): Promise<PlacingRow[][]> {
  const group = (written: Written[]) => groupRecords(written, grouping)
  const rows = await madeOnce(db, said, statement, group, JSON.stringify([grouping.counts, each]))
  return rows.map((own) =>
    own.map(({ part, year, category, across, total }) => ({
      kind: kind ?? (part as PlacingRow['kind']),
      ...{ year, category, across, total: total! },
    })),
  )
}
