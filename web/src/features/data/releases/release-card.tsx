import { useState } from 'react'
import { periodLabel } from '@causeway/shared/period'
import { Link } from '../../../address/address.tsx'
import type { InstitutionFacts, ReleaseFacts } from '../../../graph/generated.ts'
import { graph } from '../../../graph/graph.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { useSetting } from '../../../setting/setting.tsx'
import { Button } from '../../../ui/button.tsx'
import { FactList } from '../../../ui/fact-list.tsx'
import { FaultState, Loading } from '../../../ui/states.tsx'
import { PublishForm, WithdrawForm } from './release-forms.tsx'
import WORDS from './words.json' with { type: 'json' }

interface Props {
  release: ReleaseFacts
  institution: InstitutionFacts
  /** May publish and withdraw. */
  may: boolean
  onDone: (said: string) => void
}

/** One release: where it is, what has to be looked at, and what may be done with it. */
export function ReleaseCard({ release, institution, may, onDone }: Props) {
  const { locale, say, formatDay, formatMoment } = useLanguage()
  const setting = useSetting()
  const [open, setOpen] = useState<'publish' | 'withdraw' | null>(null)
  const { name, status, publishedAt, year } = release
  const years = setting.state === 'ready' ? setting.setting.years : null
  const Form = open === 'publish' ? PublishForm : WithdrawForm
  const isOpen = status === 'DRAFT' || status === 'SCHEDULED'
  return (
    <section className="card stack" aria-label={name}>
      <h3>
        {name} <span className="quiet">{say(WORDS.states[status])}</span>
      </h3>
      <FactList
        facts={[
          [WORDS.about, years && periodLabel(years.periodOf(year), locale)],
          [status === 'SCHEDULED' ? WORDS.comesOut : WORDS.publishedAt, publishedAt && formatMoment(publishedAt)],
          [WORDS.createdAt, formatMoment(release.createdAt)],
          [WORDS.dataDate, release.dataDate && formatDay(release.dataDate)],
          [WORDS.supersedes, release.supersedes?.name ?? null],
          [WORDS.noteShort, release.note],
          [WORDS.reason, release.reason],
        ]}
      />
      {isOpen && <Checklist release={release} />}
      {may && status !== 'WITHDRAWN' && open === null && (
        <div className="actions off-paper">
          {status === 'DRAFT' && (
            <Button onClick={() => setOpen('publish')}>
              {say(WORDS.publish)}
              <span className="for-ears">: {name}</span>
            </Button>
          )}
          <Button onClick={() => setOpen('withdraw')}>
            {say(WORDS.withdraw)}
            <span className="for-ears">: {name}</span>
          </Button>
        </div>
      )}
      {may && open !== null && (
        <Form
          release={release}
          institution={institution}
          onCancel={() => setOpen(null)}
          onDone={(said) => {
            setOpen(null)
            onDone(said)
          }}
        />
      )}
    </section>
  )
}

const ChecklistQuery = graph(`
  query Checklist($id: ID!, $locale: Locale!) {
    node(id: $id) { ... on Release { checklist { code blocker sentence(locale: $locale) count } } }
  }
`)

/** Where each kind of thing is put right. */
const FIXED_AT: Record<string, { to: { page: 'data' | 'overview' | 'catalogue' }; tab: string | null }> = {
  NO_RECORDS: { to: { page: 'data' }, tab: 'import' },
  UNREPORTED: { to: { page: 'data' }, tab: 'missing' },
  PARTIAL: { to: { page: 'data' }, tab: 'missing' },
  FAR_FROM_LAST_YEAR: { to: { page: 'overview' }, tab: null },
  DEFINITION_GONE: { to: { page: 'catalogue' }, tab: null },
}

function Checklist({ release: { id, year } }: { release: ReleaseFacts }) {
  const { locale, say } = useLanguage()
  const { data, fault, retry } = useAnswer(ChecklistQuery, { id, locale })
  const items = data?.node && 'checklist' in data.node ? data.node.checklist : null
  return (
    <div className="stack-tight">
      <h4>{say(WORDS.checklist)}</h4>
      {!items && (fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={2} />)}
      {items?.length === 0 && <p className="quiet">{say(WORDS.nothing)}</p>}
      <ul className="lines">
        {items?.map(({ code, blocker, sentence }) => {
          const at = FIXED_AT[code] ?? FIXED_AT['UNREPORTED']!
          return (
            <li key={code}>
              <strong>{say(blocker ? WORDS.blocker : WORDS.remark)}</strong> {sentence}{' '}
              <Link className="off-paper" to={at.to} view={{ year, tab: at.tab }}>
                {say(WORDS.fix)}
                <span className="for-ears">: {sentence}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
