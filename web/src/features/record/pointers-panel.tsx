import { formatValue } from '@causeway/shared/format-figure'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { fill } from '../../language/fill.ts'
import { useLanguage } from '../../language/language.tsx'
import type { WholeRecord as RecordFacts } from '../../graph/generated.ts'
import { RECORD_WORDS } from './record-words.ts'

/** Records that name this one: it can be withdrawn only once none does. */
export function PointersPanel({ record }: { record: RecordFacts }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  if (record.pointers.length === 0) return null
  return (
    <section className="card" aria-labelledby="record-pointers">
      <header className="card-head">
        <h2 id="record-pointers">{say(RECORD_WORDS.pointers)}</h2>
      </header>
      {record.pointers.map(({ type, field, total, records }) => (
        <div key={`${type.name} ${field}`} className="pointers">
          <h3>
            {type.label} <span className="quiet">{field}</span>
          </h3>
          <ul className="plain">
            {records.map(({ id, label }) => (
              <li key={id}>
                <Link href={address.to({ page: 'record', id })}>{label}</Link>
              </li>
            ))}
          </ul>
          {total > records.length && (
            <p className="quiet">{say(fill(RECORD_WORDS.pointersMore, { n: formatValue(total, 0, locale) }))}</p>
          )}
        </div>
      ))}
    </section>
  )
}
