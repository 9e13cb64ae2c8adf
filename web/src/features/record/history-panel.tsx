import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { fill } from '../../language/fill.ts'
import { formatMoment } from '../../language/format-date.ts'
import { useLanguage } from '../../language/language.tsx'
import { batchTitle } from '../../ui/batch-title.ts'
import { madeByWords } from '../../ui/made-by-words.ts'
import type { WholeRecord as RecordFacts } from '../../graph/generated.ts'
import { RECORD_WORDS } from './record-words.ts'

/** How the record became what it is, the latest first; of each change what it altered. */
export function HistoryPanel({ record }: { record: RecordFacts }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const shown = (text: string) => (text === '' ? say(RECORD_WORDS.empty) : text)
  return (
    <section className="card" aria-labelledby="record-history">
      <header className="card-head">
        <h2 id="record-history">{say(RECORD_WORDS.history)}</h2>
      </header>
      <ol className="record-history">
        {record.history.map((event) => (
          <li key={`${event.revision} ${event.change}`}>
            <p>
              <b>{say(RECORD_WORDS[event.change])}</b> {event.at && formatMoment(event.at, locale)}{' '}
              {event.batch && (
                <Link href={address.to({ page: 'data' }, { tab: 'batches', search: event.batch.id })}>
                  {say(batchTitle(event.batch))}
                </Link>
              )}
              {event.batch && <span className="quiet"> {say(madeByWords(event.batch.by))}</span>}
            </p>
            {event.batch?.reason && (
              <p className="quiet">{say(fill(RECORD_WORDS.reason, { text: event.batch.reason }))}</p>
            )}
            {event.change === 'CHANGED' && (
              <ul className="field-changes">
                {event.fields.map(({ name, label, before, after }) => (
                  <li key={name}>
                    <span className="quiet">{label}</span> <del>{shown(before)}</del> → <ins>{shown(after)}</ins>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
