import { isDeepStrictEqual } from 'node:util'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Causeway } from './causeway.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { evaluate } from './indicators/evaluate.ts'
import type { Cell, PeriodAnswer } from './indicators/observe/rows.ts'
import { changedYears, EVERY_YEAR, isAmong, type Years } from './changed-years.ts'
import { definitionHash } from './definition-hash.ts'
import type { Standing } from './standing.ts'
import { listKept, readStanding, type KeptKey, type KeptSet } from './store.ts'

/** A kept figure that its records do not bear out. */
interface FigureDifference extends KeptKey {
  year: number
  category: string | null
  /** What is kept, and what the records say: a value, a gap, or nothing at all. */
  kept: Cell | null
  recounted: Cell | null
}

interface Verification {
  /** Kept sets that were counted again. */
  checked: number
  /** Kept sets that are out of date: never served, and made anew when next asked for. */
  outOfDate: number
  differences: FigureDifference[]
}

/** Counts every kept figure set again from its records, all of one moment, and names what differs. */
export async function verifySets({ database, indicators, earlier = [] }: Causeway): Promise<Verification> {
  const declarations = new Map([...earlier, ...indicators].map((it) => [`${it.id}@${it.version}`, it]))
  return database.snapshot(async (db) => {
    const standings = new Map<string, Standing | null>()
    const verification: Verification = { checked: 0, outOfDate: 0, differences: [] }
    for (const set of await listKept(db)) {
      const { institution } = set
      if (!standings.has(institution)) standings.set(institution, await readStanding(db, institution))
      const standing = standings.get(institution)!
      const declaration = declarations.get(set.indicator)
      const changed = standing && declaration ? await changedIn(database, db, set, declaration, standing) : EVERY_YEAR
      if (isAmong(changed, set.from_year) && isAmong(changed, set.to_year)) {
        verification.outOfDate++
        continue
      }
      verification.checked++
      const stays = ({ year }: PeriodAnswer) => !isAmong(changed, year)
      const kept = (JSON.parse(set.figures) as PeriodAnswer[]).filter(stays)
      const recounted = await recount(db, set, declaration!, standing!)
      verification.differences.push(...compare(set, kept, recounted.filter(stays)))
    }
    return verification
  })
}

/** The years that would be counted again if they were asked for, which is all where the set is of another definition. */
async function changedIn(
  database: Database,
  db: Connection,
  { definition, revision, basis }: KeptKey & KeptSet,
  declaration: Declaration,
  standing: Standing,
): Promise<Years | null> {
  if (definition !== definitionHash(declaration) || revision > standing.revision) return EVERY_YEAR
  return changedYears(database, standing, { declaration, basis: basis as Basis }, revision, db)
}

async function recount(
  db: Database['quick'],
  set: KeptKey & KeptSet,
  declaration: Declaration,
  home: Standing,
): Promise<PeriodAnswer[]> {
  const [scope, by] = [(set.scope || null) as Scope | null, (set.dimension || null) as DimensionId | null]
  const years = { from: set.from_year, to: set.to_year }
  const answers = await evaluate(db, { declaration, home, basis: set.basis as Basis, scope, by, ...years })
  return JSON.parse(JSON.stringify(answers)) as PeriodAnswer[] // as a kept one is read back
}

function compare(set: KeptKey & KeptSet, kept: PeriodAnswer[], recounted: PeriodAnswer[]): FigureDifference[] {
  const { institution, indicator, basis, at, dimension, scope } = set
  const before = toCells(kept)
  const after = toCells(recounted)
  const places = [...new Set([...before.keys(), ...after.keys()])]
  return places.flatMap((place) => {
    const [was, is] = [before.get(place), after.get(place)]
    if (isDeepStrictEqual(was?.cell, is?.cell)) return []
    const { year, cell } = (is ?? was)!
    const where = { institution, indicator, basis, at, dimension, scope, year, category: cell.category }
    return [{ ...where, kept: was?.cell ?? null, recounted: is?.cell ?? null }]
  })
}

function toCells(answers: PeriodAnswer[]): Map<string, { year: number; cell: Cell }> {
  const cells = answers.flatMap(({ year, cells, uncounted, absent }) => [
    ...[...cells, ...uncounted].map((cell) => ({
      place: JSON.stringify([year, cell.category, cell.across]),
      year,
      cell,
    })),
    { place: `${year} absent`, year, cell: absent },
  ])
  return new Map(cells.map(({ place, year, cell }) => [place, { year, cell }]))
}
