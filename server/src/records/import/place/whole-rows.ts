import type { BatchWriter } from '../../batch-rows.ts'
import { EntryCreator } from './created-entries.ts'
import type { ImportTally } from '../report/import-tally.ts'
import type { Maker } from './makers.ts'
import { placeRows } from './place-rows.ts'
import { addRows } from './row-adder.ts'
import type { RowBringer } from './row-bringer.ts'
import { isClosed, isOpen, offeredBy, refuseOpen, type OfferedAt } from './open-rows.ts'
import type { SourceRow } from '../ground/source-row.ts'
import { isWrong, partOf, problemsOf, type Part, type WholeRow } from './whole-row.ts'

const MOST_PENDING = 50_000
const AT_ONCE = 500

/** Rows that make several records, or entries beside their records: each goes in whole, or not at all. */
export class WholeRows implements RowBringer {
  readonly #makers: readonly Maker[]
  readonly #writer: BatchWriter
  readonly #tally: ImportTally
  readonly #askFurther: (part: Part) => void
  readonly #creator: EntryCreator
  #rows: WholeRow[] = []
  /** What they point to may come further down. */
  readonly #waiting: WholeRow[] = []

  constructor(
    makers: readonly Maker[],
    { writer, tally, askFurther }: { writer: BatchWriter; tally: ImportTally; askFurther: (part: Part) => void },
  ) {
    this.#makers = makers
    this.#writer = writer
    this.#tally = tally
    this.#askFurther = askFurther
    this.#creator = new EntryCreator(writer, tally)
  }

  check(source: SourceRow): number {
    const row: WholeRow = { source, parts: [], problems: [] }
    for (const maker of this.#makers) {
      if (maker.holds && !maker.holds(source)) continue
      const made = maker.shape ? maker.shape.make(source) : [source]
      if (!Array.isArray(made)) {
        row.problems.push(made)
        continue
      }
      for (const one of made) {
        const part = partOf(maker, one, maker.checker.check(one))
        this.#askFurther(part)
        row.parts.push(part)
      }
    }
    const made = row.parts.length + row.problems.length
    if (made > 0) this.#rows.push(row)
    return made
  }

  async bring(): Promise<void> {
    const rows = this.#rows
    this.#rows = []
    await this.#ask(rows)
    await this.#place(rows, false)
  }

  async end(): Promise<void> {
    await this.#place(this.#waiting.splice(0), true)
    for (const maker of this.#makers) {
      const rows = maker.gatherer?.drain() ?? []
      for (let at = 0; at < rows.length; at += AT_ONCE)
        await addRows(rows.slice(at, at + AT_ONCE), { ...maker, writer: this.#writer, tally: this.#tally })
    }
  }

  async #ask(rows: readonly WholeRow[]): Promise<void> {
    const parts = rows.flatMap((row) => row.parts)
    for (const [maker, own] of Map.groupBy(parts, (part) => part.maker)) {
      const asked = await maker.settler.ask(own)
      for (const [i, part] of own.entries()) part.asked = asked[i]!
      await maker.settler.checkCurrent(asked)
      if (maker.replaced) await refuseOutside(maker, own)
    }
    await this.#creator.create(rows)
    for (const [maker, own] of Map.groupBy(parts, (part) => part.maker))
      await maker.settler.checkSame(own.map(({ asked }) => asked))
  }

  /** `isLast`: nothing comes after them. */
  async #place(rows: readonly WholeRow[], isLast: boolean): Promise<void> {
    let standing = await this.#stand(rows, isLast)
    for (;;) {
      const failed = await placeRows(standing, { writer: this.#writer, tally: this.#tally })
      if (failed.length === 0) return
      await this.#reject(failed)
      const left = new Set(failed)
      standing = await this.#stand(
        standing.filter((row) => !left.has(row)),
        isLast,
      )
    }
  }

  /** Those of which all records point to what is there, or to what comes with one of them. */
  async #stand(rows: readonly WholeRow[], isLast: boolean): Promise<WholeRow[]> {
    const wrong: WholeRow[] = []
    let standing: WholeRow[] = []
    for (const row of rows) (isWrong(row) ? wrong : standing).push(row)
    await this.#refuse(wrong, offeredBy(rows), isLast)
    for (;;) {
      const offered = offeredBy(standing)
      const open: WholeRow[] = []
      const left: WholeRow[] = []
      for (const row of standing) ((await isClosed(row, offered, this.#writer)) ? left : open).push(row)
      if (open.length === 0) return left
      await this.#refuse(open, offered, isLast)
      standing = left
    }
  }

  /** Rows that do not stand: what they point to may yet come. */
  async #refuse(rows: readonly WholeRow[], offered: OfferedAt, isLast: boolean): Promise<void> {
    for (const row of rows) {
      if (isOpen(row) && !isLast && this.#waiting.length < MOST_PENDING) {
        this.#waiting.push(row)
        continue
      }
      await refuseOpen(row, offered, this.#writer)
      await this.#reject([row])
    }
  }

  async #reject(rows: readonly WholeRow[]): Promise<void> {
    await this.#tally.reject(rows.map((row) => ({ source: row.source, problems: problemsOf(row) })))
  }
}

async function refuseOutside(maker: Maker, parts: readonly Part[]): Promise<void> {
  const right = parts.filter(({ asked }) => asked.problems.length === 0)
  const { outside } = await maker.replaced!.part(right.map(({ asked }) => asked.row))
  const problems = new Map(outside.map((one) => [one.source, one.problems]))
  for (const { asked } of right) asked.problems.push(...(problems.get(asked.row.source) ?? []))
}
