import type { BatchWriter } from '../batch-rows.ts'
import { EntryCreator } from './created-entries.ts'
import type { ImportTally } from './import-tally.ts'
import type { Maker } from './makers.ts'
import { placeRows } from './place-rows.ts'
import { addRows } from './row-adder.ts'
import type { RowBringer } from './row-bringer.ts'
import type { Offered } from './references.ts'
import type { SourceRow } from './source-row.ts'
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
      for (const row of standing) ((await this.#isClosed(row, offered)) ? left : open).push(row)
      if (open.length === 0) return left
      await this.#refuse(open, offered, isLast)
      standing = left
    }
  }

  async #isClosed({ parts }: WholeRow, offered: OfferedAt): Promise<boolean> {
    for (const { maker, asked } of parts)
      for (const field of asked.open)
        if (!(await maker.settler.references.close(asked.row, field, offered(asked.row.institution)))) return false
    return true
  }

  /** Rows that do not stand: what they point to may yet come. */
  async #refuse(rows: readonly WholeRow[], offered: OfferedAt, isLast: boolean): Promise<void> {
    for (const row of rows) {
      const isOpen = row.parts.some(({ asked }) => asked.open.length > 0)
      if (isOpen && !isLast && this.#waiting.length < MOST_PENDING) {
        this.#waiting.push(row)
        continue
      }
      for (const { maker, asked, lacking } of row.parts)
        for (const field of asked.open) {
          const { references } = maker.settler
          if (!(await references.close(asked.row, field, offered(asked.row.institution))))
            asked.problems.push(...(lacking.get(field.name) ?? [await references.unknown(asked.row, field)]))
        }
      await this.#reject([row])
    }
  }

  async #reject(rows: readonly WholeRow[]): Promise<void> {
    await this.#tally.reject(rows.map((row) => ({ source: row.source, problems: problemsOf(row) })))
  }
}

type OfferedAt = (institution: string) => Offered

/** The codes that come with rows. */
function offeredBy(rows: readonly WholeRow[]): OfferedAt {
  const codes = new Set<string>()
  for (const { parts } of rows)
    for (const { maker, asked } of parts)
      if (typeof asked.row.values['code'] === 'string')
        codes.add(`${asked.row.institution}\n${maker.type.name}\n${asked.row.values['code']}`)
  return (institution) => (recordType, code) => codes.has(`${institution}\n${recordType}\n${code}`)
}

async function refuseOutside(maker: Maker, parts: readonly Part[]): Promise<void> {
  const right = parts.filter(({ asked }) => asked.problems.length === 0)
  const { outside } = await maker.replaced!.part(right.map(({ asked }) => asked.row))
  const problems = new Map(outside.map((one) => [one.source, one.problems]))
  for (const { asked } of right) asked.problems.push(...(problems.get(asked.row.source) ?? []))
}
