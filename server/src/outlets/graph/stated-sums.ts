import type { StatedSum } from '../../records/import/columns/row-plan.ts'
import { builder } from './builder.ts'

export const StatedSumRef = builder.objectRef<StatedSum>('StatedSum').implement({
  description: 'A sum or count that a file states, and what was read of it.',
  fields: (t) => ({
    file: t.maybe('String', 'Of several files: which; null: there is one.', 'file'),
    cell: t.given('String', 'The cell that states it, as a spreadsheet names it.', 'cell'),
    column: t.given('String', 'The head of its column.', 'column'),
    stated: t.given('Float', 'What the file states.', 'stated'),
    read: t.given('Float', 'What the rows that were read come to.', 'read'),
    agrees: t.given('Boolean', 'They are the same.', 'agrees'),
  }),
})
