import type { FoundHeader } from '../sheets/header-search.ts'
import type { EntryPlan, FilePlan } from '../columns/row-plan.ts'
import { readSheetLine } from '../sheets/sheet-lines.ts'
import type { SourceRow } from '../ground/source-row.ts'
import { ColumnSums } from './column-sums.ts'
import { ComparedSums } from './compared-sums.ts'
import { makeRowSums, type RowSums } from './row-sums.ts'
import { findSummedColumns } from './summed-columns.ts'

/** The plan of a file, which also compares the sums that the file states with what is read of it. */
export function withStatedSums(plan: FilePlan, header: FoundHeader): FilePlan {
  const columns = findSummedColumns(plan, header)
  const compared = new ComparedSums(header.headers)
  const begin = () => new ColumnSums(columns, compared)
  let sums = begin()
  let sheet: string | undefined
  for (const row of header.titles ?? []) sums.title(row)
  const turnTo = (row: SourceRow) => {
    if (row.sheet === sheet) return
    if (sheet !== undefined) {
      sums.end()
      sums = begin()
    }
    sheet = row.sheet
  }
  const entries = plan.entries.map((entry, i) => {
    if (i > 0) return entry
    const compare = makeRowSums(columns, entry, compared)
    return { entry: watched(entry, compare, (records) => sums.made(records)), compare }
  })
  const [first, ...others] = entries as [{ entry: EntryPlan; compare: RowSums | null }, ...EntryPlan[]]
  const compareAlone = first.entry.shape === null ? first.compare : null
  return {
    ...plan,
    entries: [first.entry, ...others],
    isData(row) {
      const isData = row.said === undefined ? plan.isData(row) : row.said === 'RECORD'
      turnTo(row)
      if (isData) {
        sums.read(row)
        compareAlone?.read(row, [row])
      } else {
        const line = readSheetLine(row)
        if (line?.isTotal) sums.total(row, line.word)
      }
      return isData
    },
    findings() {
      sums.end()
      first.compare?.end()
      return [...plan.findings(), ...compared.findings]
    },
    sums: () => compared,
  }
}

/** Hears of the rows that are made of one. */
function watched(entry: EntryPlan, compare: RowSums | null, onMade: (records: number) => void): EntryPlan {
  const { shape } = entry
  if (!shape) return entry
  return {
    ...entry,
    shape: {
      ...shape,
      make(row) {
        const made = shape.make(row)
        if (Array.isArray(made)) {
          onMade(made.length)
          compare?.read(row, made)
        }
        return made
      },
    },
  }
}
