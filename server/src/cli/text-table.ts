import type { Series } from '@causeway/shared/series'
import { seriesToTable, type Table } from '@causeway/shared/table'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import type { Causeway } from '../causeway.ts'
import { readCategoryLabels } from '../figures/category-labels.ts'
import type { Declaration, DimensionId } from '../indicators/definition.ts'
import { findInstitution } from '../records/institutions.ts'

/** A series as a table of characters for a terminal. */
export async function writeTextTable(
  causeway: Causeway,
  series: Series,
  declaration: Declaration,
  locale: Locale,
): Promise<string> {
  const { institution: code, dimension } = series
  const facts = await findInstitution(causeway.database, code)
  const keys = [...new Set(series.figures.map(({ category }) => category).filter((key) => key !== null))]
  const labels =
    dimension === null ? null : await readCategoryLabels(causeway, code, declaration, dimension as DimensionId, keys)
  const { name, unit, decimals } = declaration
  const institution = facts?.name ?? { zh: code, en: code }
  const categoryLabel = (key: string) => labels?.get(key) ?? { zh: key, en: key }
  return toText(seriesToTable(series, { name, unit, decimals, institution, categoryLabel }), locale)
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

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu

/** Columns of a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0)
}
