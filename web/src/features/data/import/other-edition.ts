import type { ImportReport } from '../../../graph/generated.ts'
import { nextId, type Draft, type RowPlace } from './import-draft.ts'

/** What somebody said of single rows. */
const OF_ROWS = ['corrections', 'leaveOut', 'lines'] as const

/** Whether anything was said of a table that is worth keeping. */
function isSpokenOf(draft: Draft): boolean {
  const { reading, taken, answers, columns, constants, ofSheets } = draft
  const said = [taken, answers, ...OF_ROWS.map((name) => draft[name])].some((some) => some.length > 0)
  return reading !== null || said || Object.keys({ ...columns, ...constants, ...ofSheets }).length > 0
}

/** The tables of a file, where the file comes again: what was said of them holds, and rows are known by what is in them. Empty: nothing was said. */
export function tablesAgain(
  before: readonly Draft[],
  file: File,
  institution: string | null,
  isSurely = false,
): Draft[] {
  const same = before.filter((one) => one.file.name === file.name && one.institution === institution)
  if (!isSurely && !same.some(isSpokenOf)) return []
  const ids = new Map(same.map(({ id }) => [id, nextId()]))
  return same.map((one) => ({
    ...{
      ...one,
      id: ids.get(one.id)!,
      foundIn: ids.get(one.foundIn ?? -1) ?? null,
      like: ids.get(one.like ?? -1) ?? null,
    },
    ...{ file, fileHash: null, isOtherEdition: true, carried: null },
  }))
}

/** Once the other edition was read: rows by their numbers there; what was said of rows that it has not is dropped. */
export function knownAgain(draft: Draft, report: ImportReport): Partial<Draft> {
  if (!draft.isOtherEdition || report.rowsRead === 0) return {}
  const now = new Map(report.rowsAgain.map((one) => [keyOf(one.was, one.wasOn), one]))
  const dropped = new Set<string>()
  let kept = 0
  function find<One extends RowPlace>(some: readonly One[], sayOf: (one: One) => string): One[] {
    return some.flatMap((one) => {
      const found = one.content === null ? undefined : now.get(keyOf(one.row, one.sheet))
      if (!found) {
        dropped.add(sayOf(one))
        return []
      }
      kept++
      return [{ ...one, row: found.row, sheet: found.sheet }]
    })
  }
  const rowOf = ({ row, sheet }: RowPlace) => keyOf(row, sheet)
  return {
    corrections: find(draft.corrections, (one) => `${rowOf(one)} ${one.header}`),
    leaveOut: find(draft.leaveOut, rowOf),
    lines: find(draft.lines, rowOf),
    ...{ isOtherEdition: false, carried: { kept, dropped: [...dropped] } },
  }
}

const keyOf = (row: number, sheet: string | null) => (sheet === null ? String(row) : `${sheet}!${row}`)
