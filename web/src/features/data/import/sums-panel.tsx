import { formatValue } from '@causeway/shared/format-figure'
import type { ImportReport, StatedSum } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import IMPORT_WORDS from './words.json' with { type: 'json' }

/** What the sheet states beside what was read of it: open where anything differs. */
export function SumsPanel({ report: { sums, sumsAgreed } }: { report: ImportReport }) {
  const { locale, say } = useLanguage()
  if (sums.length === 0) return null
  const number = (value: number) => formatValue(value, Number.isInteger(value) ? 0 : 2, locale)
  const differ = sums.filter(({ agrees }) => !agrees).length
  const title =
    differ > 0
      ? say(IMPORT_WORDS.sumsDiffer, { n: number(differ), agreed: number(sumsAgreed) })
      : say(IMPORT_WORDS.sumsAgree, { n: number(sumsAgreed) })
  const columns: Column<StatedSum>[] = [
    { title: say(IMPORT_WORDS.sumCell), cell: ({ cell, column }) => `${cell} ${column}` },
    { title: say(IMPORT_WORDS.sumStated), number: true, cell: ({ stated }) => number(stated) },
    { title: say(IMPORT_WORDS.sumRead), number: true, cell: ({ read }) => number(read) },
    {
      title: say(IMPORT_WORDS.sumIs),
      cell: ({ agrees }) => (
        <span className={agrees ? 'nowrap' : 'nowrap problem'}>
          <span aria-hidden="true">{agrees ? '✓' : '≠'}</span>{' '}
          {say(agrees ? IMPORT_WORDS.sumSame : IMPORT_WORDS.sumOther)}
        </span>
      ),
    },
  ]
  return (
    <details className="card stated-sums" open={differ > 0}>
      <summary>
        <span>
          <span aria-hidden="true">{differ > 0 ? '≠' : '✓'}</span> {title}
        </span>
      </summary>
      <DataTable caption={title} columns={columns} rows={sums} rowKey={({ cell, column }) => `${cell} ${column}`} />
    </details>
  )
}
