import type { ReadRow } from '../check/check-row.ts'
import type { ImportTally } from '../report/import-tally.ts'
import type { Maker } from './makers.ts'
import { addRows } from './row-adder.ts'
import type { BatchWriter } from '../../batch-rows.ts'
import type { RowBringer } from './row-bringer.ts'
import type { RejectedRow } from '../check/settle-rows.ts'
import type { SettledRow, SourceRow } from '../ground/source-row.ts'

const AT_ONCE = 500

/** Rows of which each makes one record. */
export class SingleRows implements RowBringer {
  readonly #maker: Maker
  readonly #writer: BatchWriter
  readonly #tally: ImportTally
  readonly #askFurther: (one: { read: ReadRow; maker: Maker }) => void
  #reads: { source: SourceRow; read: ReadRow }[] = []

  constructor(
    maker: Maker,
    given: { writer: BatchWriter; tally: ImportTally; askFurther: (one: { read: ReadRow; maker: Maker }) => void },
  ) {
    this.#maker = maker
    this.#writer = given.writer
    this.#tally = given.tally
    this.#askFurther = given.askFurther
  }

  check(source: SourceRow): number {
    const maker = this.#maker
    if (maker.holds && !maker.holds(source)) return 0
    const read = maker.checker.check(source)
    this.#askFurther({ read, maker })
    this.#reads.push({ source, read })
    return 1
  }

  async bring(): Promise<void> {
    const reads = this.#reads
    this.#reads = []
    await this.#add(this.#gather(await this.#standing(await this.#maker.settler.settle(reads))))
  }

  async end(): Promise<void> {
    const late = this.#gather(await this.#standing(await this.#maker.settler.settleWaiting()))
    const last = [...late, ...(this.#maker.gatherer?.drain() ?? [])]
    for (let at = 0; at < last.length; at += AT_ONCE) await this.#add(last.slice(at, at + AT_ONCE))
  }

  #add(rows: SettledRow[]): Promise<void> {
    return addRows(rows, { ...this.#maker, writer: this.#writer, tally: this.#tally })
  }

  /** The rows that stand, once those that do not are stated. */
  async #standing({ settled, rejected }: { settled: SettledRow[]; rejected: RejectedRow[] }): Promise<SettledRow[]> {
    await this.#tally.reject(rejected)
    if (!this.#maker.replaced) return settled
    const { within, outside } = await this.#maker.replaced.part(settled)
    await this.#tally.reject(outside)
    return within
  }

  #gather(rows: SettledRow[]): SettledRow[] {
    const { gatherer } = this.#maker
    if (!gatherer) return rows
    return rows.filter((row) => {
      const taken = gatherer.take(row)
      if (taken === null) this.#tally.rowsMerged++
      return taken === false
    })
  }
}
