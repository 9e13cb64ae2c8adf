import { formatValue } from '@causeway/shared/format-figure'
import { Link } from '../../../address/link.tsx'
import { useLanguage } from '../../../language/language.tsx'
import type { ImportReport, ImportedChange as RecordChange } from '../../../graph/generated.ts'
import { IMPORT_WORDS } from './import-words.ts'

/** The records themselves: what of each would be otherwise. What goes comes first. */
export function ChangesPanel({ report }: { report: ImportReport }) {
  const { say } = useLanguage()
  return (
    <>
      <ChangeList
        title={say(IMPORT_WORDS.listWithdrawn)}
        changes={report.withdrawnRecords}
        all={report.withdrawn}
        open
      />
      <ChangeList title={say(IMPORT_WORDS.listUpdated)} changes={report.updatedRecords} all={report.updated} open />
      <ChangeList title={say(IMPORT_WORDS.listNew)} changes={report.newRecords} all={report.accepted} />
    </>
  )
}

function ChangeList({
  title,
  changes,
  all,
  open,
}: {
  title: string
  changes: RecordChange[]
  all: number
  open?: boolean
}) {
  const { locale, say } = useLanguage()
  const number = (value: number) => formatValue(value, 0, locale)
  const shown = (text: string) => (text === '' ? say(IMPORT_WORDS.empty) : text)
  if (all === 0) return null
  return (
    <details className="card" open={open}>
      <summary>
        {title} {number(all)}
        {changes.length < all &&
          say({ zh: '（', en: ' (' }) +
            say(IMPORT_WORDS.firstOf, { n: number(changes.length), all: number(all) }) +
            say({ zh: '）', en: ')' })}
      </summary>
      <ul className="field-changes">
        {changes.map((one, at) => (
          <li key={one.record ?? `${one.label} ${one.row} ${at}`}>
            <p>
              {one.record ? <Link to={{ page: 'record', id: one.record }}>{one.label}</Link> : one.label}{' '}
              {one.row !== null && <span className="quiet">{say(IMPORT_WORDS.row, { row: one.row })}</span>}
            </p>
            {one.fields.length > 0 && (
              <p className="record-fields">
                {one.fields.map(({ name, label, before, after }) => (
                  <span key={name}>
                    <b>{label}</b>{' '}
                    {before === '' && open !== true ? (
                      after
                    ) : (
                      <>
                        <del>{shown(before)}</del> → <ins>{shown(after)}</ins>
                      </>
                    )}
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
