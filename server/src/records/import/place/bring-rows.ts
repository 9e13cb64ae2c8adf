import { fill } from '@causeway/shared/words/words'
import type { Database } from '../../../ground/database/database.ts'
import type { BatchWriter } from '../../batch-rows.ts'
import { describeRecords } from '../../describe-record.ts'
import type { RecordType } from '../../record-type.ts'
import { findWarnings } from '../../warnings.ts'
import type { ReadRow } from '../check/check-row.ts'
import type { ImportRequest } from '../report/import-request.ts'
import type { ImportTally } from '../report/import-tally.ts'
import type { Maker } from './makers.ts'
import { absentInUse } from './replaced-rows.ts'
import type { RowBringer } from './row-bringer.ts'
import type { FilePlan } from '../columns/row-plan.ts'
import {
  refuseBadDecisions,
  refuseOthers,
  refuseOthersDecisions,
  successionWarnings,
} from '../check/row-institutions.ts'
import { atRow } from '../ground/import-refused.ts'
import { SingleRows } from './single-rows.ts'
import { nameOfRow, type SourceRow } from '../ground/source-row.ts'
import { WholeRows } from './whole-rows.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const AT_ONCE = 500

/** The rows of one file on their way into one batch. */
export class BringRows {
  readonly #planned: FilePlan
  readonly #makers: readonly Maker[]
  readonly #writer: BatchWriter
  readonly #request: ImportRequest
  readonly #tally: ImportTally
  readonly #bringer: RowBringer
  /** Records that were checked and are not in. */
  #pending = 0

  constructor(
    planned: FilePlan,
    makers: readonly Maker[],
    { writer, request, tally }: { writer: BatchWriter; request: ImportRequest; tally: ImportTally },
  ) {
    this.#planned = planned
    this.#makers = makers
    this.#writer = writer
    this.#request = request
    this.#tally = tally
    const given = { writer, tally, askFurther: (one: { read: ReadRow; maker: Maker }) => this.#askFurther(one) }
    const isWhole = makers.length > 1 || makers[0]!.creates.size > 0 || makers[0]!.shape !== null
    this.#bringer = isWhole ? new WholeRows(makers, given) : new SingleRows(makers[0]!, given)
  }

  async take(rows: readonly SourceRow[]): Promise<void> {
    const { preview } = this.#tally
    this.#tally.rowsRead += rows.length
    for (const source of rows) {
      const checked = this.#check(source)
      const made = checked ?? 0
      if (made === 0) {
        this.#tally.rowsLeftOut++
        preview?.became(source, 'LEFT_OUT')
        if (checked !== null && this.#isOfNoEntry(source)) this.#tally.ofNoEntry.push(nameOfRow(source))
      } else if (source.hidden) this.#tally.hidden.push(nameOfRow(source))
      this.#pending += made
      if (this.#pending >= AT_ONCE) await this.#bring()
    }
    await this.#bring()
  }

  /** How many records it makes; null: it is no data. */
  #check(source: SourceRow): number | null {
    try {
      return this.#planned.isData(source) ? this.#bringer.check(source) : null
    } catch (error) {
      throw atRow(error, source.row, nameOfRow(source))
    }
  }

  /** Of several entries, each for some rows alone, it is none's. One entry with `when` leaves out what it means to. */
  #isOfNoEntry(source: SourceRow): boolean {
    return this.#makers.length > 1 && this.#makers.every(({ holds }) => holds !== null && !holds(source))
  }

  async #bring(): Promise<void> {
    this.#pending = 0
    await this.#bringer.bring()
  }

  async end(): Promise<void> {
    await this.#bringer.end()
    for (const finding of this.#planned.findings()) this.#tally.warnings.add({ ...finding })
    const stated = this.#planned.sums?.()
    if (stated) this.#tally.addSums(stated.sums, stated.agreed)
  }

  /** `done`: types of which other files of the batch have asked. Once all rows are in: what they may not do, what they replace, and what is doubtful about them. */
  async settle(database: Database, done: Set<string> = new Set()): Promise<void> {
    const { mayChange } = this.#request
    const types = this.#types()
    for (const warning of successionWarnings(this.#makers.map(({ settler }) => settler.institutions)))
      this.#tally.warnings.add(warning)
    if (mayChange) for (const [type] of types) refuseOthers(this.#writer, type, mayChange)
    if ([...types.keys()].some(({ name }) => name === 'same-as')) {
      if (mayChange) await refuseOthersDecisions(this.#writer, mayChange)
      await refuseBadDecisions(this.#writer)
    }
    await this.#withdrawAbsent(database)
    for (const type of types.keys()) if (done.has(type.name)) types.delete(type)
    await this.#findWarnings(types)
    for (const { name } of types.keys()) done.add(name)
  }

  /** With one of the makers of each. */
  #types(): Map<RecordType, Maker> {
    const all = this.#makers.flatMap((maker) => [maker, ...maker.creates.values()])
    return new Map(all.toReversed().map((maker) => [maker.type, maker]))
  }

  /** Which record a rejected row means cannot be recognised, so that no record can be said to be absent while there is one. */
  async #withdrawAbsent(database: Database): Promise<void> {
    if (!this.#request.replaces || this.#tally.isRefused) return
    const { rejected } = this.#tally
    const replaced = this.#makers.flatMap((maker) => maker.replaced ?? [])
    let total = 0
    for (const { type, stretchOf } of new Map(replaced.map((one) => [one.type, one])).values()) {
      const absent = await this.#writer.withdrawAbsent(type, stretchOf, rejected === 0)
      if (absent.uses.length > 0) throw absentInUse(absent)
      total += absent.total
      if (rejected > 0) continue
      const described = await describeRecords(database, absent.records)
      for (const [i, { institution, key }] of absent.records.entries())
        this.#tally.withdrawals!.push({ type: type.name, institution, key, label: described[i]!.label })
    }
    if (rejected > 0 && total > 0)
      this.#tally.warn([{ code: 'NOT_WITHDRAWN', message: fill(REFUSALS.NONE_WITHDRAWN, { rejected, total }) }])
  }

  async #findWarnings(types: ReadonlyMap<RecordType, Maker>): Promise<void> {
    const said = new Set<string>()
    for (const [type, { checker }] of types)
      for (const { row, field, value, code, message } of await findWarnings(this.#writer, type)) {
        if (row === null) {
          const name = `${code}\n${message.en}`
          if (!said.has(name)) this.#tally.warnings.add({ row, column: field, code, value, message })
          said.add(name)
          // What is doubtful is in the record, as its days: it is not what the cell says.
        } else this.#tally.warnings.add({ ...checker.at({ row }, field, null, code, message), value })
      }
  }

  #askFurther({ read, maker: { checker } }: { read: ReadRow; maker: Maker }): void {
    const finding = this.#request.checkRow?.(read.values)
    if (!finding) return
    const { field, code, message, isDoubt, nearest } = finding
    // A doubt is reported of what would go in, and of one cell one thing.
    if (read.problems.some((problem) => isDoubt || problem.field === field)) return
    const value = read.values[field]
    const found = checker.at(read.place, field, isDoubt || value == null ? null : String(value), code, message, nearest)
    if (isDoubt) this.#tally.warnings.add(found)
    else read.problems.push(found)
  }
}
