import '../../styles/data.css'
import '../../styles/record.css'
import { useState } from 'react'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PlaceOf } from '@causeway/shared/pages'
import { mayChange } from '../../session/may.ts'
import { useSession } from '../../session/use-session.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { CountsPanel } from './counts-panel.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { FieldsPanel } from './fields-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { PointersPanel } from './pointers-panel.tsx'
import { RecordLeft, type LeftRecord } from './record-left.tsx'
import type { WholeRecord as RecordFacts } from '../../graph/generated.ts'
import { RecordQuery } from './record-query.ts'
import { RECORD_WORDS } from './record-words.ts'
import { SourcePanel } from './source-panel.tsx'
import { WithdrawPanel } from './withdraw-panel.tsx'

/** One record: what it says, where it came from, what proves it, how it became so, and the ways to put it right. */
export function RecordPage({ place }: { place: PlaceOf<'record'> }) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  // Whoever may change nothing is not asked what they would change.
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
  const may = mayChange(session, record.institution.code)
  const changes = may && record.type.changedByHand
  return (
    <div aria-busy={waiting}>
      <RecordHead record={record} />
      <div className="record">
        <div>
          <FieldsPanel key={record.id} record={record} changes={changes} retry={retry} onLeft={setLeft} />
          <CountsPanel record={record} />
          <PointersPanel record={record} />
          <HistoryPanel record={record} />
        </div>
        <div>
          <SourcePanel record={record} />
          {record.type.takesEvidence && <EvidencePanel record={record} changes={may} />}
        </div>
        {changes && <WithdrawPanel record={record} onLeft={setLeft} />}
      </div>
    </div>
  )
}

function RecordHead({ record }: { record: RecordFacts }) {
  const { say } = useLanguage()
  const address = useAddress()
  return (
    <header className="page-head">
      <nav className="crumbs" aria-label={say({ zh: '位置', en: 'Where this is' })}>
        <Link href={address.to({ page: 'data' }, { institution: record.institution.code })}>
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
  const address = useAddress()
  return (
    <EmptyState title={say(RECORD_WORDS.gone)} page>
      <p>{say(RECORD_WORDS.goneText)}</p>
      <Link className="button" href={address.to({ page: 'data' })}>
        {say(RECORD_WORDS.toData)}
      </Link>
    </EmptyState>
  )
}
