import { recordTypeOf } from '../record-types.ts'
import type { RecordType } from '../record-type.ts'
import { makeRowChecker } from './check/check-row.ts'
import { dataRowsOf } from './sheets/data-rows.ts'
import { findHeader } from './sheets/find-header.ts'
import type { Mapping } from './mapping/mapping.ts'
import { RememberedCorrections } from './sheets/remembered-corrections.ts'
import { planMappedFile } from './mapping/plan-mapped-file.ts'
import { openFile } from './readers/open-file.ts'
import { searchFor } from './saved/recognise-types.ts'
import type { Finding, StatedSum } from './columns/row-plan.ts'
import type { RowProblem } from './ground/row-problem.ts'
import { withStatedSums } from './sums/with-stated-sums.ts'
import { atRow } from './ground/import-refused.ts'
import { nameOfRow, sheetAndRow, type SourceRow, type Values } from './ground/source-row.ts'

/** A record as it would be read from a row: without what only the database can tell. */
export interface TriedRecord {
  row: number
  sheet?: string
  type: RecordType
  values: Values
  problems: RowProblem[]
}

/** The first rows of a file as a mapping reads them. */
export interface TriedMapping {
  sheet: string | null
  headerRow: number
  headers: string[]
  /** Of the rows of data that were looked at. */
  records: TriedRecord[]
  /** Rows among them that are no data, or make none. */
  leftOut: { row: number; sheet?: string }[]
  /** What was found of the file, where it was read to its end. */
  findings: Finding[]
  /** What it states beside what was read. */
  sums: readonly StatedSum[]
}

/** `most`: rows of data that are looked at. Throws `ImportRefused` where the file cannot be read as the mapping says. */
export async function tryMapping(path: string, mapping: Mapping, most: number): Promise<TriedMapping> {
  const file = await openFile(path)
  try {
    const type = recordTypeOf(mapping.records[0].type)
    const header = await findHeader(file.tables, { ...searchFor(type, mapping), fileName: file.name })
    const { entries, isData, findings, sums } = withStatedSums(planMappedFile(mapping, header), header)
    const readers = entries.map((entry) => ({ ...entry, checker: makeRowChecker(entry.plan, header.row) }))
    const tried: TriedMapping = {
      ...{ sheet: header.table.name, headerRow: header.row, headers: header.headers },
      ...{ records: [], leftOut: [], findings: [], sums: [] },
    }
    const read = (row: SourceRow) => {
      for (const { plan, shape, holds, checker } of readers) {
        if (holds && !holds(row)) continue
        const made = shape ? shape.make(row) : [row]
        if (!Array.isArray(made)) {
          tried.records.push({ ...sheetAndRow(row), type: plan.type, values: {}, problems: [made] })
          continue
        }
        for (const one of made) {
          const { values, problems } = checker.check(one)
          tried.records.push({ ...sheetAndRow(row), type: plan.type, values, problems })
        }
      }
    }
    const remembered = mapping.corrections ? new RememberedCorrections(mapping.corrections, header) : null
    let looked = 0
    for await (const rows of dataRowsOf(header, undefined, true, remembered)) {
      for (const row of rows) {
        if (looked >= most) return tried
        const before = tried.records.length
        try {
          if (isData(row)) read(row)
        } catch (error) {
          throw atRow(error, row.row, nameOfRow(row))
        }
        if (tried.records.length > before) looked++
        else tried.leftOut.push(sheetAndRow(row))
      }
    }
    tried.findings = [...findings(), ...(remembered?.findings() ?? [])]
    tried.sums = sums!().sums
    return tried
  } finally {
    await file.close()
  }
}
