import type { Figure } from '@causeway/shared/figure'
import { inParts } from '../ground/in-parts.ts'
import { once } from '../ground/once.ts'
import type { Causeway } from './causeway.ts'
import { countWholes, type WholeQuestion } from './count-wholes.ts'
import { definitionHash } from './definition-hash.ts'
import { hiddenDefinition } from './hidden-cells.ts'
import type { Prepared } from './indicators/evaluate-together.ts'
import { type Rate, toRate } from './indicators/observe/interval.ts'
import { readsOf } from './indicators/reads.ts'
import { keepLater } from './keep-later.ts'
import { Memory } from './memory.ts'
import { allNeeded } from './needed.ts'
import { lastChange } from './standing.ts'
import { findRanked, listRevisions, readStandings } from './store.ts'
import type { Database } from '../ground/database/database.ts'

/** What a ranking needs of a figure, and the revision at which it is known to be true. */
export interface Whole extends Pick<Figure, 'value' | 'gap'> {
  rate: Rate | null
  epoch: string
  revision: number
}

type Wholes = Map<string, Whole>

/** Figures of all rankings that are remembered: some hundred bytes each. */
const MOST_REMEMBERED = 100_000
/** Counted at once; then others that want the same reader have their turn. What the public sees takes ten times as long. */
const AT_ONCE = { EXACT: 200, PUBLIC: 25 }
const STANDINGS_AT_ONCE = 500

const memoryOf = once((_database: Database) => new Memory<Wholes>(MOST_REMEMBERED))
const makingOf = once((_database: Database) => new Map<string, Promise<void>>())

/**
 * One indicator over many institutions, each as it is now: found where it is still true, else counted and kept, so that only institutions
 * that changed are counted again. One that is not there is left out.
 */
export async function readWholes(
  causeway: Causeway,
  question: WholeQuestion,
  institutions: readonly string[],
): Promise<ReadonlyMap<string, Whole>> {
  const { database } = causeway
  const ranking = await findRanking(causeway, question)
  const { name, wholes } = ranking
  const making = makingOf(database)
  for (;;) {
    const now = new Map((await listRevisions(database.quick)).map((one) => [one.institution, one]))
    const changed = institutions.filter((one) => !isOf(wholes.get(one), now.get(one)))
    const missing = await withoutThoseAlike(causeway, question, wholes, changed)
    if (missing.length === 0) return wholes
    const other = making.get(name)
    if (other) await Promise.allSettled([other])
    else {
      const work = countMissing(causeway, question, ranking, missing)
      making.set(name, work)
      await work.finally(() => making.delete(name))
      return wholes
    }
  }
}

type Moment = Pick<Whole, 'epoch' | 'revision'>

const isOf = (one: Moment | undefined, other: Moment | undefined): boolean =>
  one !== undefined && one.epoch === other?.epoch && one.revision === other.revision

interface Ranking {
  name: string
  key: Parameters<typeof findRanked>[1]
  definition: string
  wholes: Wholes
}

/** What the figures of a ranking are made by. */
export const rankingDefinition = (causeway: Causeway, { declaration, profile }: WholeQuestion): string =>
  [definitionHash(declaration), profile === 'PUBLIC' ? hiddenDefinition(causeway) : ''].join(' ')

/** What is kept of a ranking and true still, at the revision that each institution has now. */
export async function trueWholes(causeway: Causeway, question: WholeQuestion, figures: string): Promise<Wholes> {
  const wholes = new Map((JSON.parse(figures) as Kept).map(fromKept))
  for (const one of await withoutThoseAlike(causeway, question, wholes, [...wholes.keys()])) wholes.delete(one)
  return wholes
}

export const toWhole = ({ epoch, revision }: Moment, figure: Omit<Figure, 'period'>): Whole => {
  return { epoch, revision, value: figure.value, gap: figure.gap, rate: toRate(figure) }
}

async function findRanking(causeway: Causeway, question: WholeQuestion): Promise<Ranking> {
  const { database } = causeway
  const { declaration, basis, scope, year, profile } = question
  const key = { indicator: `${declaration.id}@${declaration.version}`, basis, scope: scope ?? '', year, profile }
  const definition = rankingDefinition(causeway, question)
  const name = [definition, ...Object.values(key)].join('|')
  const memory = memoryOf(database)
  const known = memory.get(name)
  if (known) return { name, key, definition, wholes: known }
  const kept = await findRanked(database.quick, key)
  const rows = kept?.definition === definition ? (JSON.parse(kept.figures) as Kept) : []
  const wholes = memory.get(name) ?? new Map(rows.map(fromKept))
  memory.set(name, wholes, wholes.size + 1)
  return { name, key, definition, wholes }
}

type Kept = [
  institution: string,
  epoch: string,
  revision: number,
  value: number | null,
  gap: Whole['gap'],
  ...rate: [] | [k: number, n: number],
][]

function fromKept([institution, epoch, revision, value, gap, k, n]: Kept[number]): [string, Whole] {
  return [institution, { epoch, revision, value, gap, rate: k === undefined || n === undefined ? null : { k, n } }]
}

function toKept([institution, { epoch, revision, value, gap, rate }]: [string, Whole]): Kept[number] {
  return [institution, epoch, revision, value, gap, ...(rate ? ([rate.k, rate.n] as const) : ([] as const))]
}

/** Of those that changed, those in which something changed that the figure follows from. The others are true at their new revision. */
async function withoutThoseAlike(
  causeway: Causeway,
  { declaration, basis, profile }: WholeQuestion,
  wholes: Wholes,
  changed: readonly string[],
): Promise<string[]> {
  const needed = profile === 'PUBLIC' ? allNeeded(causeway.indicators, { declaration, basis }) : [{ declaration }]
  const reads = [...new Set([...needed.flatMap((one) => readsOf(one.declaration)), 'form-publication'])]
  const alike = new Set<string>()
  const known = changed.filter((one) => wholes.has(one))
  for (const some of inParts(known, STANDINGS_AT_ONCE))
    for (const standing of await readStandings(causeway.database.quick, some)) {
      const whole = wholes.get(standing.institution)!
      const { epoch, revision } = standing
      if (whole.epoch !== epoch || whole.revision < lastChange(standing, reads) || whole.revision > revision) continue
      wholes.set(standing.institution, { ...whole, revision })
      alike.add(standing.institution)
    }
  return changed.filter((one) => !alike.has(one))
}

async function countMissing(
  causeway: Causeway,
  question: WholeQuestion,
  { name, key, definition, wholes }: Ranking,
  missing: readonly string[],
): Promise<void> {
  const { database } = causeway
  const prepared: Prepared = new Map()
  let counted = 0
  try {
    for (const some of inParts(missing, AT_ONCE[question.profile]))
      for (const { standing, figure } of await countWholes(causeway, question, some, prepared)) {
        wholes.set(standing.institution, toWhole(standing, figure))
        counted++
      }
  } finally {
    // Of one who left, too: who asks next goes on from there.
    if (counted > 0) {
      memoryOf(database).set(name, wholes, wholes.size + 1)
      const row = { ...key, definition, figures: JSON.stringify([...wholes].map(toKept)) }
      keepLater(database, { epoch: '', table: 'ranked_figures', row })
    }
  }
}
