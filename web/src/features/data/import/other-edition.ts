import { columnsAgain } from '@causeway/shared/columns-again'
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
    ...{ file, fileHash: null, isOtherEdition: true, headsWere: null, carried: null },
  }))
}

/** Nobody knows yet where its columns are in the other edition: it is looked at without what was said of them, and of rows. */
export const isUnplaced = ({ isOtherEdition, headsWere }: Draft): boolean => isOtherEdition && headsWere === null

/** Once the columns of the other edition are seen: each by its head; what was said of one that is not there any more is dropped. */
export function placedAgain(draft: Draft, now: readonly string[]): Partial<Draft> {
  const places = columnsAgain(draft.heads, now)
  const dropped = new Set<string>()
  const ofColumns = (columns: Draft['columns']): Draft['columns'] =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([at, field]) => {
        const place = places[Number(at)] ?? null
        if (place === null) dropped.add(draft.heads[Number(at)] ?? '')
        return place === null ? [] : [[place, field]]
      }),
    )
  const placed = {
    columns: ofColumns(draft.columns),
    taken: draft.taken.map((one) => ({
      ...{ ...one, columns: one.columns.flatMap((at) => places[at] ?? []) },
      before: { ...one.before, columns: ofColumns(one.before.columns) },
    })),
    corrections: draft.corrections.flatMap((one) => {
      const column = one.column === null ? null : (places[one.column] ?? null)
      if (one.column !== null && column === null) dropped.add(`${rowOf(one)} ${one.header}`)
      return one.column !== null && column === null ? [] : [{ ...one, column }]
    }),
  }
  return { ...placed, headsWere: draft.heads, carried: { kept: 0, dropped: [...dropped] } }
}

const rowOf = ({ row, sheet }: Pick<RowPlace, 'row' | 'sheet'>) => keyOf(row, sheet)

/** Once the other edition was read: rows by their numbers there; what was said of rows that it has not is dropped. */
export function knownAgain(draft: Draft, report: ImportReport): Partial<Draft> {
  if (!draft.isOtherEdition || draft.headsWere === null || report.rowsRead === 0) return {}
  const now = new Map(report.rowsAgain.map((one) => [keyOf(one.was, one.wasOn), one]))
  const dropped = new Set(draft.carried?.dropped)
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
  return {
    corrections: find(draft.corrections, (one) => `${rowOf(one)} ${one.header}`),
    leaveOut: find(draft.leaveOut, rowOf),
    lines: find(draft.lines, rowOf),
    ...{ isOtherEdition: false, headsWere: null, carried: { kept, dropped: [...dropped] } },
  }
}

const keyOf = (row: number, sheet: string | null) => (sheet === null ? String(row) : `${sheet}!${row}`)
