import { fill, type Words } from '@causeway/shared/words/words'
import type { CheckedRow } from '../../batch-writer.ts'
import type { BatchResult } from '../../commit.ts'
import { nameColumnsOf } from '../../identity/find-code.ts'
import { kept } from '../../../ground/kept.ts'
import { countryName } from '../../../ground/reference/countries.ts'
import type { Field, RecordType } from '../../record-type.ts'
import type { ImportPreview } from './import-preview.ts'
import type { ImportRefused } from '../ground/import-refused.ts'
import type { CreatedEntry, ImportReport, Withdrawal } from './import-report.ts'
import type { RejectsFile } from './rejects.ts'
import type { StatedSum } from '../columns/row-plan.ts'
import type { PlanWarning } from '../columns/unknown-heads.ts'
import type { RowProblem } from '../ground/row-problem.ts'
import { RowPlaces, type TablePlace } from '../ground/row-places.ts'
import type { RejectedRow } from '../check/settle-rows.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Of the entries that names made, those that are shown. */
const MOST_ENTRIES = 200

/** What an import has come to so far, and the report that follows from it. */
export class ImportTally {
  readonly warnings: ProblemList
  /** Records by what became of them; what further columns of a row make is counted with its record. */
  readonly rows = { accepted: 0, updated: 0, unchanged: 0 }
  /** Where wrong rows are written to; null: nowhere. */
  rejects: RejectsFile | null = null
  /** What is kept to be looked at; null: nobody looks. */
  preview: ImportPreview | null = null
  encoding: string | null = null
  fileHash: string | null = null
  /** Right rows go in though others are wrong. */
  acceptValid = false
  rowsRead = 0
  rowsLeftOut = 0
  rowsMerged = 0
  #sums: StatedSum[] = []
  #sumsAgreed = 0
  /** Rows of data that the workbook shows to nobody. */
  readonly hidden: string[] = []
  /** Rows of data that no entry of a mapping reads. */
  readonly ofNoEntry: string[] = []
  /** Null: the file replaces nothing. */
  withdrawals: Withdrawal[] | null = null
  readonly #problems: ProblemList
  #rejected = 0
  readonly #created = new Map<string, number>()
  readonly #entries: CreatedEntry[] = []
  /** By type, field and value: entries of which the mapping says it as of every new one. */
  readonly #saidOfAll = new Map<string, SaidOfAll>()
  /** Where its rows went in; shared by all that go in together. */
  readonly places: RowPlaces

  /** Where several tables go in together: which of them. */
  readonly place: TablePlace

  constructor(place: TablePlace = {}, places = new RowPlaces()) {
    this.place = place
    this.warnings = new ProblemList(place)
    this.#problems = new ProblemList(place)
    this.places = places
  }

  /** What is said of many rows at once. */
  #rowsTogether(): PlanWarning[] {
    const rows = { HIDDEN_ROWS: this.hidden.splice(0), ROWS_OF_NO_ENTRY: this.ofNoEntry.splice(0) }
    const ofRows = (['HIDDEN_ROWS', 'ROWS_OF_NO_ENTRY'] as const).flatMap((code) =>
      rows[code].length === 0 ? [] : { code, message: sayRows(rows[code], REFUSALS[code]) },
    )
    const ofEntries = [...this.#saidOfAll.values()].map((said) => ({
      code: 'ENTRY_SAID_OF_ALL' as const,
      message: sayOfAll(said),
    }))
    this.#saidOfAll.clear()
    return [...ofRows, ...ofEntries]
  }

  get rejected(): number {
    return this.#rejected
  }

  get isRefused(): boolean {
    return this.#rejected > 0 && !this.acceptValid
  }

  /** An entry that a name made. `ofAll`: fields that the mapping says of every new entry alike. */
  create(type: RecordType, { institution, values }: CheckedRow, ofAll: readonly Field[] = []): void {
    const { name } = type
    this.#created.set(name, (this.#created.get(name) ?? 0) + 1)
    const names = nameColumnsOf(name).map((column) => values[column])
    const called = String(names.find(Boolean))
    for (const field of ofAll) {
      const value = values[field.name] ?? ''
      kept(this.#saidOfAll, `${name} ${field.name} ${value}`, () => ({ type, field, value, names: [] })).names.push(
        called,
      )
    }
    if (this.#entries.length < MOST_ENTRIES)
      this.#entries.push({ type: name, institution, code: String(values['code']), name: called })
  }

  async reject(rows: RejectedRow[]): Promise<void> {
    for (const { source, problems } of rows) {
      this.#rejected++
      const { sheet } = source
      for (const problem of problems) this.#problems.add(sheet === undefined ? problem : { sheet, ...problem })
      this.preview?.rejected(source, problems)
      await this.rejects?.add(source, problems)
    }
  }

  /** Of a file: what it states beside what was read. */
  addSums(sums: readonly StatedSum[], agreed: number): void {
    this.#sums.push(...sums.map((sum) => ({ ...this.place, ...sum })))
    this.#sumsAgreed += agreed
  }

  warn(warnings: PlanWarning[]): void {
    for (const { code, message } of warnings) this.warnings.add({ row: null, column: null, code, value: null, message })
  }

  /** While rows are read. What becomes of right ones is known at the end. */
  soFar(refused = this.isRefused): ImportReport {
    return { ...this.#nothingDone(), refused }
  }

  /** `rejects`: the file of wrong rows that was written. `refused`: this, or what was to go in with it, is wrong. */
  report(result: BatchResult, rejects: string | null, refused = this.isRefused): ImportReport {
    for (const said of this.#rowsTogether().toReversed())
      this.warnings.addFirst({ row: null, column: null, value: null, ...said })
    const report = { ...this.#nothingDone(), refused, rejects }
    if (refused) return report
    report.revisions = result.revisions
    return {
      ...report,
      ...this.rows,
      batch: result.batch,
      withdrawn: result.withdrawn,
      created: Object.fromEntries(this.#created),
      entries: this.#entries,
      withdrawals: this.withdrawals,
    }
  }

  /** The report of an import that did not take place; null: for what is wrong with another part. */
  refuse(error: ImportRefused | null): ImportReport {
    if (error) this.#problems.add({ ...error.place, code: error.code, message: error.words })
    return { ...this.#nothingDone(), refused: true }
  }

  #nothingDone(): ImportReport {
    return {
      batch: null,
      accepted: 0,
      updated: 0,
      unchanged: 0,
      withdrawn: 0,
      withdrawals: this.withdrawals && [],
      created: {},
      entries: [],
      rejected: this.#rejected,
      encoding: this.encoding,
      fileHash: this.fileHash,
      problems: this.#problems.list(),
      warnings: this.warnings.list(),
      refused: false,
      rowsRead: this.rowsRead,
      rowsLeftOut: this.rowsLeftOut,
      rowsMerged: this.rowsMerged,
      sumsAgreed: this.#sumsAgreed,
      sums: this.#sums,
      rejects: null,
      problemCount: this.#problems.total,
      warningCount: this.warnings.total,
      revisions: {},
      parts: [],
      sheetsFound: [],
    }
  }
}

/** A value that a mapping says of every new entry alike, and the entries that have it. */
interface SaidOfAll {
  type: RecordType
  field: Field
  value: string | number
  names: string[]
}

const MOST_NAMED = 10

function sayOfAll({ type, field, value, names }: SaidOfAll): Words {
  const more = names.length > MOST_NAMED ? ' …' : ''
  const list = names.slice(0, MOST_NAMED)
  const text: Words =
    field.kind === 'country'
      ? countryName(String(value))
      : (field.choices?.find(({ key }) => key === value)?.label ?? { zh: String(value), en: String(value) })
  return fill(REFUSALS.ENTRY_SAID_OF_ALL, {
    ...{ typeZh: type.label.zh, typeEn: type.label.en.toLowerCase(), labelZh: field.label.zh, labelEn: field.label.en },
    ...{ namesZh: list.join('、') + more, namesEn: list.join(', ') + more, valueZh: text.zh, valueEn: text.en },
  })
}

function sayRows(rows: readonly string[], words: Words): Words {
  const named = rows.slice(0, MOST_NAMED)
  const rest = rows.length > named.length
  return fill(words, {
    ...{ count: rows.length, rowsZh: named.join('、'), moreZh: rest ? `等 ${rows.length} 行` : '' },
    ...{ rowsEn: named.join(', '), moreEn: rest ? ` and others, ${rows.length} in all` : '' },
  })
}

const MOST_KEPT = 1_000
const MOST_KEPT_PER_CODE = 500

/** Problems of a file: the first are kept, all are counted, so that a file of a million wrong rows costs no more than one of a thousand. */
class ProblemList {
  readonly #kept: RowProblem[] = []
  readonly #counts = new Map<string, number>()
  readonly #place: TablePlace

  constructor(place: TablePlace) {
    this.#place = place
  }

  add(problem: RowProblem): void {
    const count = (this.#counts.get(problem.code) ?? 0) + 1
    this.#counts.set(problem.code, count)
    // Each code gets its share, so that one mistake made everywhere does not hide the others.
    if (this.#kept.length < MOST_KEPT && count <= MOST_KEPT_PER_CODE) this.#kept.push({ ...this.#place, ...problem })
  }

  /** Before all others that are of no row, however many are kept. */
  addFirst(problem: RowProblem): void {
    this.#counts.set(problem.code, (this.#counts.get(problem.code) ?? 0) + 1)
    this.#kept.unshift({ ...this.#place, ...problem })
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0)
  }

  /** The kept ones in order of row; last, where not all were kept, one that counts the rest by code. */
  list(): RowProblem[] {
    const listed = this.#kept.sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    const rest = this.total - listed.length
    if (rest === 0) return listed
    const counts = [...this.#counts].map(([code, count]) => `${code} ${count}`).join(', ')
    listed.push({
      ...this.#place,
      row: null,
      column: null,
      code: 'MORE_PROBLEMS',
      value: String(rest),
      message: fill(REFUSALS.MORE_PROBLEMS, { rest, counts }),
    })
    return listed
  }
}
