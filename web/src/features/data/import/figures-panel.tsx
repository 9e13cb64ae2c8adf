import { useId } from 'react'
import { formatFigure, formatValue } from '@causeway/shared/format-figure'
import { spoken } from '../../../language/spoken.ts'
import { Link } from '../../../address/link.tsx'
import { useAddress } from '../../../address/use-address.ts'
import { useLanguage } from '../../../language/language.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { fill } from '../../../language/fill.ts'
import type { FigureState, FigureChange, ImportReport } from './import-query.ts'
import { IMPORT_WORDS } from './import-words.ts'

/** Figures before and after, each leading to its indicator. */
export function FiguresPanel({ report, title }: { report: ImportReport; title: string }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const id = useId()
  const found = report.figureChanges
  if (!found) return null
  const several = new Set(found.changes.map(({ institution }) => institution.code)).size > 1
  const text = ({ indicator }: FigureChange, { value, gap }: FigureState) =>
    formatFigure({ value, gap }, { decimals: indicator.decimals, unit: spoken(indicator.unit) }, locale)
  const columns: Column<FigureChange>[] = [
    {
      id: 'indicator',
      title: say(IMPORT_WORDS.indicator),
      heading: true,
      cell: ({ indicator, period, institution }) => (
        <>
          <Link
            href={address.to(
              { page: 'indicator', id: indicator.id },
              { year: period.year, institution: institution.code },
            )}
          >
            {indicator.name}
          </Link>
          <br />
          <span className="quiet">
            {period.label}
            {several && say({ zh: '，', en: ', ' }) + institution.name}
          </span>
        </>
      ),
    },
    { id: 'before', title: say(IMPORT_WORDS.before), number: true, cell: (one) => text(one, one.before) },
    { id: 'after', title: say(IMPORT_WORDS.after), number: true, cell: (one) => <b>{text(one, one.after)}</b> },
  ]
  return (
    <section className="card figures-changed" aria-labelledby={id}>
      <header className="card-head">
        <h3 id={id}>
          {title} {found.changes.length > 0 && <span className="count">{formatValue(found.total, 0, locale)}</span>}
        </h3>
      </header>
      {!found.complete && <p className="note">{say(IMPORT_WORDS.figuresSome)}</p>}
      {found.changes.length === 0 ? (
        <p className="quiet">{say(IMPORT_WORDS.figuresNone)}</p>
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          rows={found.changes}
          rowKey={({ institution, indicator, period }) =>
            `${institution.code} ${indicator.id} ${period.basis} ${period.year} ${period.label}`
          }
        />
      )}
      {found.changes.length > 0 && found.changes.length < found.total && (
        <p className="cap">
          {say(
            fill(IMPORT_WORDS.firstOf, {
              n: formatValue(found.changes.length, 0, locale),
              all: formatValue(found.total, 0, locale),
            }),
          )}
        </p>
      )}
    </section>
  )
}
