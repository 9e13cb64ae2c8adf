import type { CheckedRow, CodeInUse } from '../batch-writer.ts'
import { recordTypeOf } from '../record-types.ts'
import type { RowChecker } from './check-row.ts'
import type { RowProblem } from './row-problem.ts'

/** A row that would leave records pointing to a code that is gone. */
export function codeInUse(checker: RowChecker, { row, values }: CheckedRow, { code, uses }: CodeInUse): RowProblem {
  const named = uses.map(({ recordType, count }) => ({ label: recordTypeOf(recordType).label, count }))
  const zh = named.map(({ label, count }) => `「${label.zh}」${count} 条`).join('、')
  const en = named.map(({ label, count }) => `${count} of "${label.en}"`).join(', ')
  return checker.at(row!, 'code', String(values['code']), 'CODE_IN_USE', {
    zh: `这条记录现在的编号是 ${code}，仍被${zh}记录引用，改号后这些记录将无所指；请保留编号 ${code}，或先以新编号另导入一条记录，再导入这些记录并改用新编号`,
    en: `the record has the code ${code}, and records still point to that (${en}); they would point to nothing. Keep the code ${code}, or first import a second record with the new code and then those records with it`,
  })
}
