import { DEFAULT_AT, FIRST_YEAR, type Basis } from '@causeway/shared/period'
import { NO_NUMBERS, type Figure } from '@causeway/shared/figure'
import type { Profile, Scope } from '@causeway/shared/series'
import { OPERATOR } from '../access/viewer.ts'
import type { Connection } from '../ground/database/database.ts'
import { assemble } from './assemble.ts'
import type { Causeway } from './causeway.ts'
import { isFewByItself } from './disclosure/disclose.ts'
import { setOf, YEARS_BEFORE_DATA_DATE, type SetKey, type Sets } from './exact-sets.ts'
import { AskedTogether, type Prepared } from './indicators/evaluate-together.ts'
import type { Declaration } from './indicators/definition.ts'
import { evaluateBreakdowns } from './indicators/evaluate.ts'
import { sharedReads, type SharedReads } from './indicators/evaluate-shared.ts'
import type { PeriodAnswer } from './indicators/observe/rows.ts'
import { holdsPersons } from '../records/record-types.ts'
import { hideSmallCells, type TableReads } from './public-series.ts'
import { readSeries } from './read-series.ts'
import type { Standing } from './standing.ts'
import { readStanding, readStandings } from './store.ts'
import { yearAlike } from './years-with-records.ts'

/** The whole of one indicator in one year, as it is or as the public sees it. */
export interface WholeQuestion {
  declaration: Declaration
  basis: Basis
  scope: Scope | null
  year: number
  profile: Profile
}

export interface CountedWhole {
  /** The institution's, as it was counted. */
  standing: Pick<Standing, 'institution' | 'epoch' | 'revision'>
  figure: Figure
}

/**
 * Counts it for some institutions as `readSeries` does for each: what is asked of the database for one is asked for all at once. Those
 * of which more has to be read than everybody's records are counted one by one. One that is not there is left out.
 */
export async function countWholes(
  causeway: Causeway,
  question: WholeQuestion,
  institutions: readonly string[],
  prepared: Prepared,
): Promise<CountedWhole[]> {
  const { database } = causeway
  const alone: Standing[] = []
  const counted = await database.snapshot(async (db) => {
    const together = new AskedTogether(db, database.kind, prepared)
    const standings = await readStandings(db, institutions)
    const alike = standings.filter((one) => isAlike(one, question) || !alone.push(one))
    return Promise.all(alike.map((standing) => countOne(causeway, db, together, standing, question)))
  })
  for (const standing of alone) counted.push(...(await countAlone(causeway, question, standing)))
  return counted
}

async function countAlone(
  causeway: Causeway,
  question: WholeQuestion,
  { institution, epoch }: Standing,
): Promise<CountedWhole[]> {
  const { declaration, year, ...request } = question
  const asked = { ...request, indicator: declaration.id, institution, from: year, to: year }
  const { revision, figures } = await readSeries(causeway, OPERATOR, asked)
  // A series does not say its epoch: it is the one that there was before it and after.
  const after = await readStanding(causeway.database.quick, institution)
  if (after && after.epoch !== epoch) return countAlone(causeway, question, after)
  return after ? [{ standing: { institution, epoch, revision }, figure: figures[0]! }] : []
}

/** Nothing was decided to be one thing and nothing published by law, and the year is one that needs no look at the first record. */
function isAlike({ dataDate, changedAt }: Standing, { year }: WholeQuestion): boolean {
  if (dataDate === null || changedAt.has('same-as') || changedAt.has('form-publication')) return false
  return year >= Number(dataDate.slice(0, 4)) - YEARS_BEFORE_DATA_DATE
}

async function countOne(
  causeway: Causeway,
  db: Connection,
  together: AskedTogether,
  standing: Standing,
  { declaration, basis, scope, year, profile }: WholeQuestion,
): Promise<CountedWhole> {
  const { institution } = standing
  const years = { first: FIRST_YEAR, last: Number(standing.dataDate!.slice(0, 4)) + 1 }
  const [from, to] = [yearAlike(years, year), yearAlike(years, year)]
  const whole = { declaration, basis, scope, by: null }
  const question = { ...whole, across: null, at: DEFAULT_AT, filters: [], cumulativeFrom: null, profile }
  const shared = sharedReads(null, { together, types: standing.changedAt })
  const { answers } = await countSets(db, shared, standing, [whole], from, to)
  const counted = figureOf(answers[0]!)
  // Where there is no number nothing of it is hidden, and what is few by itself is hidden whatever is beside it.
  if (profile === 'EXACT' || counted.value === null) return { standing, figure: counted }
  if (isFewByItself(declaration, counted, holdsPersons))
    return { standing, figure: { ...counted, ...NO_NUMBERS, gap: 'SUPPRESSED' } }
  const reads: TableReads = {
    db,
    settled: async () => ({ get: () => null, set: () => {} }),
    sets: (keys, first, last) => countSets(db, shared, standing, keys, first, last),
  }
  const masked = await hideSmallCells(causeway, { ...question, institution, from, to }, years, reads)
  const [figure] = masked!.hide([counted])
  return { standing, figure: figure! }

  function figureOf(answers: PeriodAnswer[]): Figure {
    const alike = answers.map((answer) => ({ ...answer, year }))
    return assemble(question, standing, alike)[0]!
  }
}

/** Sets of an institution, from its records alone. */
export async function countSets(
  db: Connection,
  shared: SharedReads,
  standing: Standing,
  keys: SetKey[],
  from: number,
  to: number,
): Promise<Sets> {
  const answers = new Map<SetKey, PeriodAnswer[]>()
  await Promise.all(
    Map.groupBy(keys, setOf)
      .values()
      .map(async (breakdowns) => {
        const { declaration, basis, scope } = breakdowns[0]!
        const asked = { declaration, basis, scope, home: standing, from, to, shared }
        const dimensions = breakdowns.map(({ by }) => by)
        const made = await evaluateBreakdowns(db, asked, dimensions)
        for (const [at, key] of breakdowns.entries()) answers.set(key, made[at]!)
      }),
  )
  return { standing, answers: keys.map((key) => answers.get(key)!) }
}
