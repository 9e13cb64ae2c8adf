import type { FileRow, ImportProblem, ImportReport } from '../../../graph/generated.ts'
import { TERM } from './known-terms.ts'
import { isSameRow, type Draft } from './import-draft.ts'
import { isAskedAgain } from './said-values.ts'
import { whatLacks } from './what-lacks.ts'
import { isName } from './named-entries.ts'
import { clustersOf, type WordCluster } from './word-clusters.ts'

/** At once: the next come up once these are answered. */
const MOST_ASKED = 30
/** Of a file that is read by its heads, a word in one row is corrected in that row. */
const LEAST_ROWS = 2
/** In one row it is of that row alone: what to choose is said there. */
const OF_ITS_ROW = 'SEVERAL_VALUES'

/** Words that are asked about above the rows, once for all of them. */
export function wordsAsked(draft: Draft, report: ImportReport): WordCluster[] {
  const byHeads = draft.mapping === null && draft.reading === null
  const isOfItsRow = ({ spellings, rows }: WordCluster) =>
    rows < LEAST_ROWS && (byHeads || spellings.some(({ code }) => code === OF_ITS_ROW))
  return clustersOf(report)
    .filter((one) => !isName(report, one) && !isOfItsRow(one) && !isAnswered(one, draft, report))
    .slice(0, MOST_ASKED)
}

/** Every row that says it was corrected, or is left out. */
function isAnswered({ field, spellings, rows }: WordCluster, { corrections, leaveOut }: Draft, report: ImportReport) {
  const isOf = ({ field: name, value }: ImportProblem) =>
    name === field.name && spellings.some((word) => word.value === value)
  const answered = report.wrongRows.filter(
    (row) =>
      row.problems.some(
        (problem) =>
          isOf(problem) &&
          corrections.some(
            (one) =>
              isSameRow(one, row) &&
              one.column === problem.columnIndex &&
              (one.column !== null || one.field === problem.field) &&
              one.value !== one.before,
          ),
      ) ||
      (row.problems.some(isOf) && leaveOut.some((one) => isSameRow(one, row))),
  )
  return answered.length >= rows
}

export type Place = 'words' | 'names' | 'terms' | 'fields'
/** Where a problem is asked once for all rows; null: in its row alone. */
export type AskedAbove = (problem: ImportProblem) => Place | null

/** Id of what has the focus where it is asked. */
export function askedId(place: Place, field: string): string {
  return place === 'words' || place === 'terms' ? `asked-${place}` : `asked-${place}-${field}`
}

export function whatIsAsked(draft: Draft, report: ImportReport): AskedAbove {
  const words = wordsAsked(draft, report)
  const names = clustersOf(report).filter((one) => isName(report, one))
  const { fields } = whatLacks(draft, report)
  return ({ field, value, code, columnIndex }) => {
    const isOfAll = columnIndex === null && (value === null || code === 'NO_MATCH' || isAskedAgain({ code }))
    if (isOfAll && fields.some(({ name }) => name === field)) return 'fields'
    const isOf = (one: WordCluster) => one.field.name === field && one.spellings.some((word) => word.value === value)
    if (words.some(isOf)) return 'words'
    if (names.some(isOf)) return 'names'
    return code === TERM && report.words.some((one) => one.code === TERM && one.value === value) ? 'terms' : null
  }
}

/** How many questions above are about these rows, each counted once. */
export function countAsked(rows: readonly FileRow[], asked: AskedAbove): number {
  const problems = rows.flatMap(({ problems }) => problems.filter((problem) => asked(problem) !== null))
  return new Set(problems.map(({ code, field, value }) => (code === TERM ? value : `${field}\n${value}`))).size
}
