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
import { kept } from '../ground/kept.ts'
import type { Standing } from './standing.ts'
import { listKept, readStanding, type KeptKey, type KeptSet } from './store.ts'
import { verifyHidden, verifyRanked, type FigureDifference, type Verification } from './verify-made.ts'

/**
 * Counts every kept figure set again from its records, and what is hidden of them, all of one moment; and what is kept of rankings.
 * Names what differs.
 */
export async function verifySets(causeway: Causeway): Promise<Verification> {
  const { database, indicators, earlier = [] } = causeway
  const declarations = new Map([...earlier, ...indicators].map((it) => [`${it.id}@${it.version}`, it]))
  const sets = await database.snapshot(async (db) => {
    const standings = new Map<string, Promise<Standing | null>>()
    const standingOf = (institution: string) => kept(standings, institution, () => readStanding(db, institution))
    const verification: Verification = { checked: 0, outOfDate: 0, differences: [] }
    for (const set of await listKept(db)) {
      const standing = await standingOf(set.institution)
      const declaration = declarations.get(set.indicator)
      const changed = standing && declaration ? await changedIn(database, db, set, declaration, standing) : EVERY_YEAR
      if (isAmong(changed, set.from_year) && isAmong(changed, set.to_year)) {
        verification.outOfDate++
        continue
      }
      verification.checked++
      const stays = ({ year }: PeriodAnswer) => !isAmong(changed, year)
      const answers = (JSON.parse(set.figures) as PeriodAnswer[]).filter(stays)
      const recounted = await recount(db, set, declaration!, standing!)
      verification.differences.push(...compare(set, answers, recounted.filter(stays)))
    }
    // A reader of SQLite is one connection, which this holds: what reads by itself reads here.
    const inside: Database = { ...database, quick: db, snapshot: (read) => read(db) }
    return [verification, await verifyHidden({ ...causeway, database: inside }, declarations, standingOf)]
  })
  const all = [...sets, await verifyRanked(causeway, declarations)]
  const sum = (name: 'checked' | 'outOfDate') => all.reduce((total, one) => total + one[name], 0)
  return { checked: sum('checked'), outOfDate: sum('outOfDate'), differences: all.flatMap((one) => one.differences) }
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
