import { isDeepStrictEqual } from 'node:util'
import { FIRST_YEAR, type Basis } from '@causeway/shared/period'
import type { Profile, Scope } from '@causeway/shared/series'
import { kept } from '../ground/kept.ts'
import { readIdentity } from '../records/identity/read-identity.ts'
import type { Causeway } from './causeway.ts'
import { isAmong } from './changed-years.ts'
import { countSets, countWholes } from './count-wholes.ts'
import { hide, type Hiding } from './disclosure/hiding.ts'
import { findChanged, hiddenDefinition } from './hidden-cells.ts'
import type { Declaration } from './indicators/definition.ts'
import { sharedReads } from './indicators/evaluate-shared.ts'
import { readPublicTables, type TableReads } from './public-series.ts'
import { rankingDefinition, toWhole, trueWholes } from './read-wholes.ts'
import { setOf, type SetKey } from './exact-sets.ts'
import type { Cell, PeriodAnswer } from './indicators/observe/rows.ts'
import type { OnBasis } from './public-family.ts'
import { exactTables } from './assemble.ts'
import type { Settled } from './settled-tables.ts'
import type { Standing } from './standing.ts'
import { listAllHidden, listRanked, type HiddenCells, type KeptKey } from './store.ts'

/** A kept figure that its records do not bear out. */
export interface FigureDifference extends KeptKey {
  year: number
  category: string | null
  /** What is kept, and what the records say: a value, a gap, or nothing at all. */
  kept: Pick<Cell, 'value' | 'gap'> | null
  recounted: Pick<Cell, 'value' | 'gap'> | null
}

export interface Verification {
  /** Kept sets, years of what is hidden and rankings that were counted again. */
  checked: number
  /** Those that are out of date: never served, and made anew when next asked for. */
  outOfDate: number
  differences: FigureDifference[]
}

type Declarations = ReadonlyMap<string, Declaration>

/** Settles anew what is kept of what the public does not see, from records. `causeway`: reads one moment alone, by `quick`. */
export async function verifyHidden(
  causeway: Causeway,
  declarations: Declarations,
  standingOf: (institution: string) => Promise<Standing | null>,
): Promise<Verification> {
  const all: Verification = { checked: 0, outOfDate: 0, differences: [] }
  const definition = hiddenDefinition(causeway)
  const rows = await listAllHidden(causeway.database.quick)
  for (const [institution, own] of Map.groupBy(rows, (row) => row.institution)) {
    const standing = await standingOf(institution)
    const settleAnew = standing && (await settlingAnew(causeway, standing))
    for (const of of Map.groupBy(own, ({ indicator, basis }) => `${indicator} ${basis}`).values()) {
      const declaration = declarations.get(of[0]!.indicator)
      const one = declaration && { declaration, basis: of[0]!.basis as Basis }
      const held: HiddenCells[] = []
      for (const row of of) {
        const mayHold = standing && one && row.definition === definition && row.revision <= standing.revision
        if (mayHold && !isAmong(await findChanged(causeway, standing, one, row.revision), row.year)) held.push(row)
      }
      all.checked += held.length
      all.outOfDate += of.length - held.length
      if (held.length > 0) all.differences.push(...(await settleAnew!(one!, held)))
    }
  }
  return all
}

async function settlingAnew(causeway: Causeway, standing: Standing) {
  const { institution } = standing
  const db = causeway.database.quick
  const shared = sharedReads(await readIdentity(db, institution, null))
  const found = new Map<string, readonly Hiding[]>()
  const nameOf = ({ declaration, basis }: OnBasis, year: number) =>
    `${declaration.id}@${declaration.version} ${basis} ${year}`
  const settled: Settled = {
    get: (one, year) => found.get(nameOf(one, year)) ?? null,
    set: (one, year, hidings) => found.set(nameOf(one, year), hidings),
  }
  const counted = new Map<string, Promise<PeriodAnswer[][]>>()
  let last: { keys: SetKey[]; answers: PeriodAnswer[][] } | undefined
  const reads: TableReads = {
    db,
    settled: async () => settled,
    async sets(keys, from, to) {
      const answers: PeriodAnswer[][] = []
      for (const [name, same] of Map.groupBy(keys, setOf))
        answers.push(
          ...(await kept(counted, `${name} ${from} ${to}`, async () => {
            return (await countSets(db, shared, standing, same, from, to)).answers
          })),
        )
      last = { keys, answers }
      return { standing, answers }
    },
  }
  return async (one: OnBasis, rows: readonly HiddenCells[]): Promise<FigureDifference[]> => {
    const years = rows.map(({ year }) => year)
    const asked = { ...one, institution, from: Math.min(...years), to: Math.max(...years), floor: FIRST_YEAR }
    await readPublicTables(causeway, { ...asked, cut: { scope: null, by: null } }, reads)
    const { keys, answers } = last!
    const cuts = keys.filter(({ declaration, basis }) => declaration === one.declaration && basis === one.basis)
    return rows.flatMap(({ indicator, basis, year, hidden }) => {
      const [was, is] = [JSON.parse(hidden) as Hiding[], settled.get(one, year)!]
      return exactTables(one, cuts, standing, answers, year).flatMap((table, at) => {
        if (was[at] === is[at]) return []
        const before = was[at]?.length === is[at]!.length ? hide(table, was[at]!).figures : []
        return hide(table, is[at]!).figures.flatMap((recounted, n) => {
          const known = before[n] ?? null
          if (isDeepStrictEqual(known, recounted)) return []
          const place = { dimension: table.dimension ?? '', scope: table.scope ?? '', category: recounted.category }
          return [{ institution, indicator, basis, at: '', year, ...place, kept: known, recounted }]
        })
      })
    })
  }
}

/** Counts again what is kept of rankings and true still. */
export async function verifyRanked(causeway: Causeway, declarations: Declarations): Promise<Verification> {
  const all: Verification = { checked: 0, outOfDate: 0, differences: [] }
  for (const row of await listRanked(causeway.database.quick)) {
    const { indicator, basis, scope, year } = row
    const declaration = declarations.get(indicator)
    const of = { basis: basis as Basis, scope: (scope || null) as Scope | null, year, profile: row.profile as Profile }
    const question = declaration && { declaration, ...of }
    if (!question || row.definition !== rankingDefinition(causeway, question)) {
      all.outOfDate++
      continue
    }
    all.checked++
    const wholes = await trueWholes(causeway, question, row.figures)
    for (const { standing, figure } of await countWholes(causeway, question, [...wholes.keys()], new Map())) {
      const { institution } = standing
      const known = wholes.get(institution)!
      const recounted = toWhole(standing, figure)
      // Not of one that changed since it was looked at.
      if (known.epoch !== recounted.epoch || known.revision !== recounted.revision) continue
      if (isDeepStrictEqual(known, recounted)) continue
      const place = { institution, indicator, basis, at: '', dimension: '', scope, year, category: null }
      all.differences.push({ ...place, kept: known, recounted })
    }
  }
  return all
}
