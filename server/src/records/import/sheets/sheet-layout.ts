import { columnIndex, columnLetters, type CellPlace, type SourceRow } from '../ground/source-row.ts'
import type { FoundHeader } from './header-search.ts'
import { foldHeader } from './match-header.ts'

/** Where the columns of one of several sheets are among the columns of all. */
export interface SheetLayout {
  place(row: SourceRow, sheet: string): SourceRow
}

interface JoinedLayout {
  headers: string[]
  levels: string[][] | null
  layouts: SheetLayout[]
}

/** Columns are one by their head; those that are named by letter, by that. `letters`: such as `=C`. */
export function layOut(sheets: readonly FoundHeader[], letters: readonly string[]): JoinedLayout {
  const longest = sheets.reduce((a, b) => (b.headers.length > a.headers.length ? b : a))
  const isAlike = sheets.every(({ headers }) =>
    headers.every((text, at) => foldHeader(text) === foldHeader(longest.headers[at]!)),
  )
  if (isAlike)
    return {
      headers: longest.headers,
      levels: longest.levels ?? null,
      layouts: sheets.map(() => ({ place: (row, sheet) => ({ ...row, sheet }) })),
    }
  const headers: string[] = []
  const levels: string[][] = []
  const known = new Map<string, number>()
  const placesOf = sheets.map((one) => {
    const seen = new Map<string, number>()
    return one.headers.map((text, at) => {
      const folded = foldHeader(text)
      const times = (seen.get(folded) ?? 0) + 1
      seen.set(folded, times)
      const name = `${folded}\n${times}`
      if (!known.has(name)) {
        known.set(name, headers.length)
        headers.push(text)
        levels.push(one.levels?.[at] ?? [text])
      }
      return known.get(name)!
    })
  })
  const named = [...new Set(letters.map((name) => name.toUpperCase()))]
  const byLetter = named.map((name) => ({ at: columnIndex(name.slice(1)), to: headers.push(name) - 1 }))
  for (const name of named) levels.push([name])
  return {
    headers,
    levels: sheets[0]!.levels ? levels : null,
    layouts: sheets.map((one, i) => makeLayout(one.headers, placesOf[i]!, byLetter, headers.length)),
  }
}

function makeLayout(
  own: readonly string[],
  places: readonly number[],
  byLetter: readonly { at: number; to: number }[],
  width: number,
): SheetLayout {
  const pairs = [...places.map((to, at) => ({ at, to })), ...byLetter]
  const from = new Map<number, CellPlace>(
    pairs.map(({ at, to }) => [to, { at: to, header: own[at] ?? '', onSheet: at }]),
  )
  return {
    place(row, sheet) {
      const moved = [...pairs]
      // Cells past the last head stay past the last.
      for (let at = own.length; at < row.cells.length; at++) moved.push({ at, to: width + at - own.length })
      const cells = Array.from({ length: width }, () => '')
      for (const { at, to } of moved) cells[to] = row.cells[at] ?? ''
      const marks = (some: Set<number> | undefined) =>
        new Set(moved.flatMap(({ at, to }) => (some?.has(at) ? [to] : [])))
      const flaws = new Map(
        moved.flatMap(({ at, to }) => (row.flaws?.has(at) ? [[to, row.flaws.get(at)!] as const] : [])),
      )
      return {
        ...{ row: row.row, cells, sheet },
        from: moved.length === pairs.length ? from : withRest(from, moved.slice(pairs.length)),
        ...(row.flaws && { flaws }),
        ...(row.fromAbove && { fromAbove: marks(row.fromAbove) }),
        ...(row.fromLeft && { fromLeft: marks(row.fromLeft) }),
        ...(row.numbers && { numbers: marks(row.numbers) }),
        ...(row.months && { months: marks(row.months) }),
        ...(row.hidden && { hidden: row.hidden }),
      }
    },
  }
}

function withRest(
  from: ReadonlyMap<number, CellPlace>,
  rest: readonly { at: number; to: number }[],
): ReadonlyMap<number, CellPlace> {
  return new Map([
    ...from,
    ...rest.map(({ at, to }) => [to, { at: to, header: columnLetters(at), onSheet: at }] as const),
  ])
}
