import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { fill } from '../../language/fill.ts'
import { formatDay, formatMoment } from '../../language/format-date.ts'
import { useLanguage } from '../../language/language.tsx'
import { madeByWords } from '../../ui/made-by-words.ts'
import type { RecordFacts } from './record-query.ts'
import { RECORD_WORDS } from './record-words.ts'

/** The file and the row that the record came with, and who brought them. */
export function SourcePanel({ record }: { record: RecordFacts }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { batch, row, institution } = record
  return (
    <section className="card" aria-labelledby="record-source">
      <header className="card-head">
        <h2 id="record-source">{say(RECORD_WORDS.source)}</h2>
      </header>
      <dl className="facts">
        <Fact label={say(RECORD_WORDS.file)}>{batch.byHand ? say(RECORD_WORDS.byHand) : batch.fileName}</Fact>
        {row !== null && <Fact label={say(RECORD_WORDS.row)}>{say(fill(RECORD_WORDS.rowN, { row }))}</Fact>}
        <Fact label={say(RECORD_WORDS.batch)}>
          <Link
            href={address.to({ page: 'data' }, { tab: 'batches', search: batch.id, institution: institution.code })}
          >
            {batch.batch}
          </Link>
        </Fact>
        <Fact label={say(RECORD_WORDS.when)}>{formatMoment(batch.createdAt)}</Fact>
        <Fact label={say(RECORD_WORDS.by)}>{say(madeByWords(batch.by))}</Fact>
        {batch.dataDate && <Fact label={say(RECORD_WORDS.dataDate)}>{formatDay(batch.dataDate, locale)}</Fact>}
        <Fact label={say(RECORD_WORDS.institution)}>{institution.name}</Fact>
      </dl>
    </section>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
