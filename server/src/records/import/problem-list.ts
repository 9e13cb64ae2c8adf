import type { RowProblem } from './row-problem.ts'

const MOST_KEPT = 1_000
const MOST_KEPT_PER_CODE = 500

/** Problems of a file: the first are kept, all are counted, so that a file of a million wrong rows costs no more than one of a thousand. */
export class ProblemList {
  readonly #kept: RowProblem[] = []
  readonly #counts = new Map<string, number>()

  add(problem: RowProblem): void {
    const count = (this.#counts.get(problem.code) ?? 0) + 1
    this.#counts.set(problem.code, count)
    // Each code gets its share, so that one mistake made everywhere does not hide the others.
    if (this.#kept.length < MOST_KEPT && count <= MOST_KEPT_PER_CODE) this.#kept.push(problem)
  }

  /** Before all others that are of no row, however many are kept. */
  addFirst(problem: RowProblem): void {
    this.#counts.set(problem.code, (this.#counts.get(problem.code) ?? 0) + 1)
    this.#kept.unshift(problem)
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0)
  }

  /** The kept ones in order of row; last, where not all were kept, one that counts the rest by code. */
  list(): RowProblem[] {
    const listed = [...this.#kept].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    const rest = this.total - listed.length
    if (rest === 0) return listed
    const counts = [...this.#counts].map(([code, count]) => `${code} ${count}`).join(', ')
    listed.push({
      row: null,
      column: null,
      code: 'MORE_PROBLEMS',
      value: String(rest),
      message: {
        zh: `另有 ${rest} 处未逐一列出；合计：${counts}。用 --rejects 可得到全部有误的行。`,
        en: `${rest} more are not listed; in all: ${counts}. --rejects writes every wrong row.`,
      },
    })
    return listed
  }
}
