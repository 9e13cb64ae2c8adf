import { fill, type Words } from '@causeway/shared/words/words'
import type { WarningCode } from '../ground/problem-codes.ts'
import type { SourceTable } from '../ground/source-row.ts'
import type { FoundHeader } from './header-search.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const MOST_CELLS_NAMED = 10

interface PlanWarning {
  code: WarningCode
  message: Words
}

/** That further sheets have such a header, or have none where others do, and were not read. */
export function sheetsLeft({ table, otherSheets, hiddenSheets = [], sheetsWithout = [] }: FoundHeader): PlanWarning[] {
  const warnings: PlanWarning[] = []
  const say = (code: WarningCode, names: readonly string[], words: Words) => {
    const { zh, en } = namedSheets(names)
    if (names.length > 0) warnings.push({ code, message: fill(words, { table: table.name ?? '', zh, en }) })
  }
  say('OTHER_SHEETS', otherSheets, REFUSALS.OTHER_SHEETS)
  say('HIDDEN_SHEETS', hiddenSheets, REFUSALS.HIDDEN_SHEETS)
  say('SHEETS_WITHOUT_HEADER', sheetsWithout, REFUSALS.SHEETS_WITHOUT_HEADER)
  return warnings
}

/** That cells under the header have comments, which nobody reads. */
export function commentsLeft(tables: readonly SourceTable[], { table, row, sheetsRead }: FoundHeader): PlanWarning[] {
  return tables.flatMap(({ name, comments = [] }): PlanWarning[] => {
    if (!(sheetsRead?.includes(name!) ?? name === table.name)) return []
    const cells = comments.filter((cell) => Number(/\d+$/.exec(cell)?.[0]) > row)
    const some = cells.slice(0, MOST_CELLS_NAMED)
    const rest = cells.length > some.length
    const message = fill(REFUSALS.CELL_COMMENTS, {
      ...{
        sheetZh: `「${name}」`,
        sheetEn: ` on the sheet "${name}"`,
        cellsZh: some.join('、'),
        cellsEn: some.join(', '),
      },
      ...{ moreZh: rest ? `等 ${cells.length} 处` : '', moreEn: rest ? ` and others, ${cells.length} in all` : '' },
    })
    return cells.length > 0 ? [{ code: 'CELL_COMMENTS', message }] : []
  })
}

/** As a sentence lists them. */
export function namedSheets(names: readonly string[]): Words {
  return { zh: names.map((name) => `「${name}」`).join('、'), en: names.map((name) => `"${name}"`).join(', ') }
}
