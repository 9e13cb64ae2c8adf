import type { Series } from '@causeway/shared/series'
import { seriesToTable, type Table } from '@causeway/shared/table'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import type { Causeway } from '../causeway.ts'
import { readSeriesFacts } from '../figures/series-facts.ts'
import type { Declaration } from '../indicators/definition.ts'
import { widthOf } from '../text-width.ts'

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
  const widths = table.columns.map((_, at) => Math.max(...cells.map((row) => widthOf(row[at]!))))
  const lines = cells.map((row) =>
    row
      .map((cell, at) => {
        const space = ' '.repeat(widths[at]! - widthOf(cell))
        return table.columns[at]!.numeric ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd(),
  )
  const notes = [
    ...table.notes.map((note) => inLocale(note, locale)),
    ...table.symbols.map(
      ({ symbol, word, meaning }) =>
        `${symbol} ${inLocale(word, locale)}${locale === 'ZH' ? '：' : ': '}${inLocale(meaning, locale)}`,
    ),
  ]
  return [inLocale(table.title, locale), ...lines, ...notes].join('\n')
}
