import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { fill } from '../../language/fill.ts'
import { formatDay, formatMoment } from '../../language/format-date.ts'
import { useLanguage } from '../../language/language.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { madeByWords } from '../../ui/made-by-words.ts'
import type { WholeRecord as RecordFacts } from '../../graph/generated.ts'
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
      <FactList
        facts={[
          [say(RECORD_WORDS.file), batch.byHand ? say(RECORD_WORDS.byHand) : batch.fileName],
          [say(RECORD_WORDS.row), row !== null && say(fill(RECORD_WORDS.rowN, { row }))],
          [
            say(RECORD_WORDS.batch),
            <Link
              key={batch.id}
              href={address.to({ page: 'data' }, { tab: 'batches', search: batch.id, institution: institution.code })}
            >
              {batch.batch}
            </Link>,
          ],
          [say(RECORD_WORDS.when), formatMoment(batch.createdAt, locale)],
          [say(RECORD_WORDS.by), say(madeByWords(batch.by))],
          [say(RECORD_WORDS.dataDate), batch.dataDate && formatDay(batch.dataDate, locale)],
          [say(RECORD_WORDS.institution), institution.name],
        ]}
      />
    </section>
  )
}
