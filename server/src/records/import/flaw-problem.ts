import { CellProblem } from './row-problem.ts'
import type { CellFlaw } from './source-row.ts'

/** A cell that is wrong before anyone asks what it means. */
export function flawProblem(flaw: CellFlaw): CellProblem {
  switch (flaw.kind) {
    case 'error':
      return new CellProblem('CELL_ERROR', {
        zh: `该单元格的公式出错（${flaw.text}）；请改正公式，或粘贴为数值`,
        en: `the formula in this cell gives an error (${flaw.text}); mend it, or paste the value`,
      })
    case 'no-cached-value':
      return new CellProblem('NO_CACHED_VALUE', {
        zh: '该公式没有保存计算结果；请在 Excel 中打开、保存后再导入',
        en: 'the result of this formula was not saved with it; open the file in Excel, save it and import that',
      })
    case 'odd-quote':
      return new CellProblem('ODD_QUOTE', {
        zh: '引号位置不对：单元格内的引号应写成两个（""），并将整个单元格用引号括起',
        en: 'a quote stands where none may: within a cell it is doubled (""), and the whole cell is quoted',
      })
    case 'unclosed-quote':
      return new CellProblem('UNCLOSED_QUOTE', {
        zh: '引号没有闭合，其后的内容都被并入该单元格；文件可能不完整',
        en: 'this quote is never closed, so that all that follows became part of the cell; the file may be incomplete',
      })
  }
}
