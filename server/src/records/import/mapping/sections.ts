import { fill } from '@causeway/shared/words/words'
import type { FileColumns } from '../sheets/file-columns.ts'
import type { Mapping } from './mapping.ts'
import { compilePattern } from '../ground/pattern.ts'
import type { Finding } from '../columns/row-plan.ts'
import { sheetAndRow, type SourceRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

export type Sections = ReturnType<typeof makeSections>

/** Headings between the data, and whether the rows under each are as many as it states. */
export function makeSections(section: NonNullable<Mapping['section']>, columns: FileColumns) {
  const at = columns.find(section.column)
  const pattern = compilePattern(section.pattern)
  const findings: Finding[] = []
  // A row may be asked about after others were read, as where an entry is made of the name.
  const names = new WeakMap<SourceRow, string>()
  let name = ''
  let open: { row: number; sheet?: string; text: string; stated: number } | null = null
  let sheet: string | undefined
  let counted = 0
  const close = () => {
    if (open && open.stated !== counted && findings.length < 1_000)
      findings.push({
        ...sheetAndRow(open),
        ...{ column: columns.header(at), code: 'SECTION_COUNT', value: open.text },
        message: fill(REFUSALS.STATED_ROWS, { stated: open.stated, counted }),
      })
    open = null
  }
  return {
    /** Of the heading above a row, or above that which the row was made of. */
    name: (row: SourceRow) => names.get(row.origin ?? row) ?? name,
    /** True where the row is a heading. */
    read(row: SourceRow): boolean {
      if (row.sheet !== sheet) {
        close()
        name = ''
        sheet = row.sheet
      }
      const text = columns.text(row, at)
      const match = text === '' ? null : pattern.match(text)
      if (!match) {
        names.set(row, name)
        return false
      }
      close()
      name = match[section.name ?? 1] ?? ''
      const stated = section.count === undefined ? NaN : Number(match[section.count])
      open = Number.isInteger(stated) ? { ...sheetAndRow(row), text, stated } : null
      counted = 0
      return true
    },
    count: () => void counted++,
    findings() {
      close()
      return findings
    },
  }
}
