import type { CheckedRow, RowOutcome } from '../../batch-writer.ts'
import type { RecordType } from '../../record-type.ts'
import type { Maker } from './makers.ts'
import type { ReadRow } from '../check/check-row.ts'
import type { RowProblem } from '../ground/row-problem.ts'
import type { AskedRow } from '../check/settle-rows.ts'
import type { SourceRow } from '../ground/source-row.ts'

/** A row of the file with all records that it makes: they go in together, or none of them does. */
export interface WholeRow {
  source: SourceRow
  parts: Part[]
  /** What is wrong before it is known which records it makes. */
  problems: RowProblem[]
}

/** One record of a row. */
export interface Part {
  maker: Maker
  /** The row as the maker read it. */
  source: SourceRow
  read: ReadRow
  asked: AskedRow
  /** It is the entry of a name that the row says, and not what the row is about. */
  isCreated: boolean
  /** By field: what an entry of the name lacks, so that another row must bring it. */
  lacking: Map<string, RowProblem[]>
  /** Null: it was not looked at, or another row brings it. */
  own: Going | null
  /** The record that further columns make. */
  further: Going | null
}

/** A record as it goes in, and what became of it. */
export interface Going {
  type: RecordType
  checked: CheckedRow
  outcome: RowOutcome | null
}

export function partOf(maker: Maker, source: SourceRow, read: ReadRow): Part {
  const row = { source, institution: '', values: read.values, companion: read.companion }
  const asked = { row, problems: [], open: [] }
  return { maker, source, read, asked, isCreated: false, lacking: new Map(), own: null, further: null }
}

export function isWrong({ parts, problems }: WholeRow): boolean {
  return problems.length > 0 || parts.some(({ asked }) => asked.problems.length > 0)
}

/** All that is wrong with a row. What two records of it read from one cell is said once. */
export function problemsOf({ parts, problems }: WholeRow): RowProblem[] {
  const all = [...problems, ...parts.flatMap(({ asked }) => asked.problems)]
  return [...new Map(all.map((one) => [`${one.code}\n${one.column}\n${one.message.en}`, one])).values()]
}
