import { fill, type Words } from '@causeway/shared/words/words'
import type { RowPlan } from '../columns/row-plan.ts'
import { flawProblem, shorten, type RowProblem } from '../ground/row-problem.ts'
import { cellPlace, columnLetters, sheetAndRow, type CellPlace, type SourceRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What is wrong with cells that no field is read from: flaws in these are nobody's business, but cells past the last header are somebody's data. */
export function strayCells(row: SourceRow, { readings, unnamed, width }: RowPlan): RowProblem[] {
  const problems: RowProblem[] = []
  const unclosed = row.flaws && [...row.flaws].find(([, flaw]) => flaw.kind === 'unclosed-quote')
  if (unclosed && !readings.some((reading) => reading.column === unclosed[0])) {
    const { code, message } = flawProblem(unclosed[1])
    problems.push({
      ...sheetAndRow(row),
      column: columnLetters(unclosed[0]),
      at: unclosed[0],
      code,
      value: shorten(row.cells[unclosed[0]] ?? ''),
      message,
    })
  }
  const isFilled = (at: number) => (row.cells[at] ?? '').trim() !== '' && !row.fromAbove?.has(at)
  const first = unnamed.find(isFilled)
  if (first !== undefined) problems.push(cellOutside(row, first, REFUSALS.NO_NAME))
  for (let at = width; at < row.cells.length; at++)
    if (isFilled(at)) return [...problems, cellOutside(row, at, REFUSALS.PAST_THE_LAST)]
  return problems
}

function cellOutside(row: SourceRow, at: number, words: Words): RowProblem {
  const place = cellPlace(row, { column: at, header: '' }) as CellPlace
  const column = columnLetters(place.onSheet ?? place.at)
  return {
    ...sheetAndRow(row),
    column,
    at: place.at,
    code: 'TOO_MANY_CELLS',
    value: shorten(row.cells[at]!),
    message: fill(words, { column }),
  }
}
