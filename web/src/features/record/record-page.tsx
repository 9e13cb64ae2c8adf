import { rightToChange, type Right } from '@causeway/shared/rights'
import '../../styles/data.css'
import '../../styles/record.css'
import { useState } from 'react'
import { Link } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PlaceOf } from '@causeway/shared/pages'
import { mayDo, useSession } from '../../session/use-session.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { CountsPanel } from './counts-panel.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { FieldsPanel } from './fields-panel.tsx'
import type { WholeRecord as RecordFacts } from '../../graph/generated.ts'
import { RecordQuery } from './record-query.ts'
import RECORD_WORDS from './words.json' with { type: 'json' }
import { RecordLeft, type LeftRecord, WithdrawPanel } from './withdraw-panel.tsx'
import { batchTitle, madeByWords } from '../../ui/not-done.tsx'
import { formatValue } from '@causeway/shared/format-figure'
import { FactList } from '../../ui/fact-list.tsx'

/** One record: what it says, where it came from, what proves it, how it became so, and the ways to put it right. */
export function RecordPage({ place }: { place: PlaceOf<'record'> }) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  // Anyone who may change nothing is not asked what they would change.
  const mightChange = !!session?.signedIn && session.role !== 'reader'
  const { data, waiting, fault, retry } = useAnswer(
    RecordQuery,
    { id: place.id, form: mightChange, locale },
    !session?.signedIn,
  )
  const node = data?.node
  const record = node && 'fields' in node ? node : null
  const [left, setLeft] = useState<LeftRecord | null>(null)
  useTitle(record?.label ?? say(RECORD_WORDS.data))

  if (session === null) return <Loading rows={8} />
  if (!session.signedIn) {
    return <FaultState fault={{ kind: 'sign-in', code: null, message: null, requestId: null }} retry={retry} page />
  }
  if (left) return <RecordLeft {...left} />
  if (!data) return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={8} />
  if (!record) return fault && fault.kind !== 'question' ? <FaultState fault={fault} retry={retry} page /> : <Gone />
  const may = (right: Right) => mayDo(session, right, record.institution.code)
  const changes = record.type.changedByHand && may(rightToChange([record.type.name]))
  return (
    <div aria-busy={waiting}>
      <RecordHead record={record} />
      <div className="record stack-loose">
        <div>
          <FieldsPanel key={record.id} record={record} changes={changes} retry={retry} onLeft={setLeft} />
          <CountsPanel record={record} />
          <PointersPanel record={record} />
          <HistoryPanel record={record} />
        </div>
        <div>
          <SourcePanel record={record} />
          {record.type.takesEvidence && <EvidencePanel record={record} changes={may('evidence')} />}
        </div>
        {changes && <WithdrawPanel record={record} onLeft={setLeft} />}
      </div>
    </div>
  )
}

function RecordHead({ record }: { record: RecordFacts }) {
  const { say } = useLanguage()
  return (
    <header className="page-head">
      <nav className="crumbs" aria-label={say({ zh: '位置', en: 'Where this is' })}>
        <Link to={{ page: 'data' }} view={{ institution: record.institution.code }}>
          {say(RECORD_WORDS.data)}
        </Link>
        <span aria-hidden="true">›</span>
        <span>{record.type.label}</span>
      </nav>
      <h1>{record.label}</h1>
      <p className="lead">{record.type.description}</p>
    </header>
  )
}

function Gone() {
  const { say } = useLanguage()
  return (
    <EmptyState title={say(RECORD_WORDS.gone)} page>
      <p>{say(RECORD_WORDS.goneText)}</p>
      <Link className="button" to={{ page: 'data' }}>
        {say(RECORD_WORDS.toData)}
      </Link>
    </EmptyState>
  )
}

/** How the record became what it is, the latest first; of each change what it altered. */
function HistoryPanel({ record }: { record: RecordFacts }) {
  const { say, formatMoment } = useLanguage()
  const shown = (text: string) => (text === '' ? say(RECORD_WORDS.empty) : text)
  return (
    <section className="card" aria-labelledby="record-history">
      <header className="card-head">
        <h2 id="record-history">{say(RECORD_WORDS.history)}</h2>
      </header>
      <ol className="record-history stack">
        {record.history.map((event) => (
          <li key={`${event.revision} ${event.change}`}>
            <p>
              <b>{say(RECORD_WORDS[event.change])}</b> {event.at && formatMoment(event.at)}{' '}
              {event.batch && (
                <Link to={{ page: 'data' }} view={{ tab: 'batches', search: event.batch.id }}>
                  {say(batchTitle(event.batch))}
                </Link>
              )}
              {event.batch && <span className="quiet"> {say(madeByWords(event.batch.by))}</span>}
            </p>
            {event.batch?.reason && <p className="quiet">{say(RECORD_WORDS.reason, { text: event.batch.reason })}</p>}
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

/** Records that name this one: it can be withdrawn only once none does. */
function PointersPanel({ record }: { record: RecordFacts }) {
  const { locale, say } = useLanguage()
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
                <Link to={{ page: 'record', id }}>{label}</Link>
              </li>
            ))}
          </ul>
          {total > records.length && (
            <p className="quiet">{say(RECORD_WORDS.pointersMore, { n: formatValue(total, 0, locale) })}</p>
          )}
        </div>
      ))}
    </section>
  )
}

/** The file and the row that the record came with, and who brought them. */
function SourcePanel({ record }: { record: RecordFacts }) {
  const { say, formatMoment, formatDay } = useLanguage()
  const { batch, row, institution } = record
  return (
    <section className="card" aria-labelledby="record-source">
      <header className="card-head">
        <h2 id="record-source">{say(RECORD_WORDS.source)}</h2>
      </header>
      <FactList
        facts={[
          [RECORD_WORDS.file, batch.byHand ? say(RECORD_WORDS.byHand) : batch.fileName],
          [RECORD_WORDS.row, row !== null && say(RECORD_WORDS.rowN, { row })],
          [
            RECORD_WORDS.batch,
            <Link
              key={batch.id}
              to={{ page: 'data' }}
              view={{ tab: 'batches', search: batch.id, institution: institution.code }}
            >
              {batch.batch}
            </Link>,
          ],
          [RECORD_WORDS.when, formatMoment(batch.createdAt)],
          [RECORD_WORDS.by, say(madeByWords(batch.by))],
          [RECORD_WORDS.dataDate, batch.dataDate && formatDay(batch.dataDate)],
          [RECORD_WORDS.institution, institution.name],
        ]}
      />
    </section>
  )
}
