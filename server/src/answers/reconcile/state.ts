import type { Figure } from '@causeway/shared/figure'
import type { Connection } from '../../ground/database/database.ts'
import { assemble } from '../../figures/assemble.ts'
import type { Question } from '../../figures/check-request.ts'
import type { Standing } from '../../figures/standing.ts'
import type { PeriodRow } from '../../figures/indicators/compile/compilation.ts'
import { evaluate, readContributions, readCoveredBases, toAsked, type Home } from '../../figures/indicators/evaluate.ts'
import type { PartName } from '../../figures/indicators/definition.ts'
import { tallyOf, tallyRules, toContribution, type Contribution, type Tally } from './tally.ts'

/** One question answered with all that is behind the answer. */
export interface State {
  question: Question
  home: Home
  figure: Figure
  tallies: Tally[]
  /** Every record of each side. */
  rows: Record<PartName, Contribution[]>
  /** Keys of the records of each side, as `type/key`. */
  known: Record<PartName, ReadonlySet<string>>
  /** Null: it begins after the data date. */
  window: PeriodRow | null
  /** Which of the indicator's bases speak for the period; of a figure that is not missing them it is not asked. */
  covered: boolean[]
}

/** Answers questions inside one snapshot, each once. */
export class StateReader {
  readonly #db: Connection
  readonly #standing: Standing
  readonly #read = new Map<string, Promise<State>>()

  constructor(db: Connection, standing: Standing) {
    this.#db = db
    this.#standing = standing
  }

  read(question: Question): Promise<State> {
    const { declaration, basis, at, from, scope, filters } = question
    const { id, measure, set } = declaration
    const name = JSON.stringify([id, measure, set, basis, at, from, scope, filters])
    let state = this.#read.get(name)
    if (!state) this.#read.set(name, (state = this.#make(question)))
    return state
  }

  async #make(question: Question): Promise<State> {
    const { declaration } = question
    const evaluation = { ...question, home: this.#standing }
    const answers = await evaluate(this.#db, evaluation)
    const contributions = await readContributions(this.#db, evaluation)
    const figure = assemble(question, this.#standing, answers)[0]!
    const rows: Record<PartName, Contribution[]> = { numerator: [], denominator: [] }
    for (const row of contributions) rows[row.part].push(toContribution(row))
    const keys = (part: PartName) => new Set(rows[part].map(recordName))
    return {
      question,
      home: this.#standing,
      figure,
      tallies: tallyRules(declaration).map((rule) => tallyOf(rule, rows[rule.part])),
      rows,
      known: { numerator: keys('numerator'), denominator: keys('denominator') },
      window: toAsked(evaluation).periods[0] ?? null,
      covered: figure.gap === 'NO_RECORDS' ? await readCoveredBases(this.#db, evaluation) : [],
    }
  }
}

export function recordName({ type, key }: { type: string; key: string }): string {
  return `${type}/${key}`
}
