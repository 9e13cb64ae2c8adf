import type { Figure } from '@causeway/shared/figure'
import type { Connection } from '../../ground/database/database.ts'
import { assemble } from '../../figures/assemble.ts'
import type { Question } from '../../figures/check-request.ts'
import type { Standing } from '../../figures/standing.ts'
import type { PeriodRow } from '../../figures/indicators/compile/compilation.ts'
import type { ContributionRow } from '../../figures/indicators/compile/contributions.ts'
import { toAsked, type Home } from '../../figures/indicators/asked-periods.ts'
import { evaluate, readCoveredBases } from '../../figures/indicators/evaluate.ts'
import { readContributions } from '../../figures/indicators/evaluate-records.ts'
import type { PartName } from '../../figures/indicators/definition.ts'
import { tallyOf, tallyRules, toContribution, type Contribution, type Tally } from './tally.ts'

/** One question answered with all that is behind the answer. */
export interface State {
  question: Question
  home: Home
  figure: Figure
  tallies: Tally[]
  /** Every record of each side. */
  rows: Sides
  /** Keys of the records of each side, as `type/key`. */
  known: Record<PartName, ReadonlySet<string>>
  /** Null: it begins after the data date. */
  window: PeriodRow | null
  /** Which of the indicator's bases speak for the period; of a figure that is not missing them it is not asked. */
  covered: boolean[]
}

export type ReadState = (question: Question) => Promise<State>

/** Answers questions inside one snapshot, each once. */
export function stateReader(db: Connection, standing: Standing): ReadState {
  const known = new Map<string, Promise<State>>()
  return (question) => {
    const { declaration, basis, at, from, scope, filters } = question
    const { id, measure, set } = declaration
    const name = JSON.stringify([id, measure, set, basis, at, from, scope, filters])
    let state = known.get(name)
    if (!state) known.set(name, (state = makeState(db, standing, question)))
    return state
  }
}

async function makeState(db: Connection, standing: Standing, question: Question): Promise<State> {
  const { declaration } = question
  const evaluation = { ...question, home: standing }
  const answers = await evaluate(db, evaluation)
  const figure = assemble(question, standing, answers)[0]!
  const rows = sidesIn(await readContributions(db, evaluation))
  const keys = (part: PartName) => new Set(rows[part].map(recordName))
  return {
    ...{ question, home: standing, figure, rows },
    tallies: tallyRules(declaration).map((rule) => tallyOf(rule, rows[rule.part])),
    known: { numerator: keys('numerator'), denominator: keys('denominator') },
    window: toAsked(evaluation).periods[0] ?? null,
    covered: figure.gap === 'NO_RECORDS' ? await readCoveredBases(db, evaluation) : [],
  }
}

/** Every record behind a figure, and what it gives, by the side of the figure. */
export type Sides = Record<PartName, Contribution[]>

export function sidesIn(contributions: readonly ContributionRow[]): Sides {
  const rows: Sides = { numerator: [], denominator: [] }
  for (const row of contributions) rows[row.part].push(toContribution(row))
  return rows
}

export function recordName({ type, key }: { type: string; key: string }): string {
  return `${type}/${key}`
}
