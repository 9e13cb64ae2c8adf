/**
 * Someone who knows every shown number to be a sum over the same unknown people, distinguished by country, programme and sex. The
 * sums of the tables, of continents, blocs and scopes follow from that by themselves; nothing here is taken from the engine.
 */
export class Attacker {
  /** In echelon form, each with the place of its pivot. */
  readonly #known: { row: number[]; pivot: number }[] = []

  /** Takes in a sum that is shown. */
  learn(sum: readonly number[]): void {
    const row = this.#reduce(sum)
    const pivot = row.findIndex((value) => Math.abs(value) > 1e-7)
    if (pivot < 0) return
    const scale = row[pivot]!
    this.#known.push({ row: row.map((value) => value / scale), pivot })
  }

  /** Whether a sum follows from those that are shown. */
  knows(sum: readonly number[]): boolean {
    return this.#reduce(sum).every((value) => Math.abs(value) <= 1e-7)
  }

  #reduce(sum: readonly number[]): number[] {
    const row = [...sum]
    for (const { row: known, pivot } of this.#known) {
      const factor = row[pivot]!
      if (Math.abs(factor) <= 1e-9) continue
      for (let i = 0; i < row.length; i++) row[i]! -= factor * known[i]!
    }
    return row
  }
}
