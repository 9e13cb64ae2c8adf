import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from '@causeway/shared/figure'
import { OPERATOR } from '../access/viewer.ts'
import type { Database } from '../ground/database/database.ts'
import { readSeries } from '../figures/read-series.ts'
import { importFile } from '../records/import/import-file.ts'
import type { RowProblem } from '../records/import/ground/row-problem.ts'
import type { Declaration } from '../figures/indicators/definition.ts'
import { RECORD_TYPES } from '../records/record-types.ts'
import { openSecret } from '../records/secret.ts'

interface ExampleAnswer {
  /** Of the rows that a person would have typed wrong. */
  problems: { type: string; problem: RowProblem }[]
  /** Undefined: the answer has no such category. */
  figure: Figure | undefined
}

/**
 * What an indicator answers to its worked example, the rows imported as a person types them.
 * @param database where nothing is of the institution
 * @param place `secretFile`: of the database, where other examples are in it; absent: one is made for this example
 */
export async function answerExample(
  database: Database,
  declaration: Declaration,
  { institution = 'X', secretFile }: { institution?: string; secretFile?: string } = {},
): Promise<ExampleAnswer> {
  const { records, ask } = declaration.example!
  const folder = mkdtempSync(join(tmpdir(), 'causeway-example-'))
  const answer: ExampleAnswer = { problems: [], figure: undefined }
  try {
    const secret = await openSecret(database, secretFile ?? join(folder, 'key'))
    const put = async (type: string, rows: Record<string, string | number>[], of?: string) => {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
      const path = join(folder, `${type}.csv`)
      const cells = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
      writeFileSync(path, cells.map((row) => row.map(quoted).join(',')).join('\n'))
      const report = await importFile(database, secret, { path, as: type, institution: of, dataDate: '2026-08-31' })
      answer.problems.push(...report.problems.map((problem) => ({ type, problem })))
    }
    await put('institution', [{ code: institution, name_zh: '学院', country: 'CN' }])
    for (const { name } of RECORD_TYPES) if (records[name]) await put(name, records[name], institution)
    const { year, category, ...question } = ask
    const causeway = { database, indicators: [declaration], publicReading: true }
    const request = { indicator: declaration.id, institution, from: year, to: year, ...question }
    const { figures } = await readSeries(causeway, OPERATOR, request)
    answer.figure = figures.find((figure) => figure.category === (category ?? null))
    return answer
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function quoted(cell: string | number): string {
  return `"${String(cell).replaceAll('"', '""')}"`
}
