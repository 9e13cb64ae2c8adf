import type { Series } from '@causeway/shared/series'
import { seriesToTable, type Table } from '@causeway/shared/table'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeriesFacts } from '../../figures/series-facts.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { widthOf } from '../../ground/downloads.ts'

/** A series as a table of characters for a terminal. */
export async function writeTextTable(
  causeway: Causeway,
  series: Series,
  declaration: Declaration,
  locale: Locale,
): Promise<string> {
  return toText(seriesToTable(series, await readSeriesFacts(causeway, series, declaration)), locale)
}

function toText(table: Table, locale: Locale): string {
  const rows = [table.columns.map(({ heading }) => heading), ...table.rows.map((row) => row.map(({ text }) => text))]
  const cells = rows.map((row) => row.map((words) => inLocale(words, locale)))
  const numeric = table.columns.flatMap((column, at) => (column.numeric ? [at] : []))
  const notes = [
    ...table.notes.map((note) => inLocale(note, locale)),
    ...table.symbols.map(
      ({ symbol, word, meaning }) =>
        `${symbol} ${inLocale(word, locale)}${locale === 'ZH' ? '：' : ': '}${inLocale(meaning, locale)}`,
    ),
  ]
  return [inLocale(table.title, locale), ...inColumns(cells, numeric), ...notes].join('\n')
}

/** Rows of a table for a terminal, each cell as wide as the widest of its column. `rightAligned`: columns of numbers. */
export function inColumns(rows: readonly (readonly string[])[], rightAligned: readonly number[] = []): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at]!))))
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const space = ' '.repeat(widths[at]! - widthOf(cell))
        return rightAligned.includes(at) ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd(),
  )
}
