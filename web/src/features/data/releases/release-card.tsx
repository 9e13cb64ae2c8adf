import { useState } from 'react'
import { periodLabel } from '@causeway/shared/period'
import type { InstitutionFacts, ReleaseFacts } from '../../../graph/generated.ts'
import { graph } from '../../../graph/graph.ts'
import { useLanguage } from '../../../language/language.tsx'
import { useSetting } from '../../../setting/setting.tsx'
import { Button } from '../../../ui/button.tsx'
import { FactList } from '../../../ui/fact-list.tsx'
import { NotDone } from '../../../ui/not-done.tsx'
import { Refused, useDeed } from '../../../graph/send-change.ts'
import { Checklist } from './checklist.tsx'
import { CreateReleaseMutation } from './new-release.tsx'
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
          {isOpen && (
            <Button onClick={() => setOpen('publish')}>
              {say(status === 'DRAFT' ? WORDS.publish : WORDS.move)}
              <span className="for-ears">: {name}</span>
            </Button>
          )}
          {isOpen && <Redo release={release} institution={institution} onDone={onDone} />}
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

const RecallReleaseMutation = graph(
  `
  mutation RecallRelease($input: RecallReleaseInput!, $locale: Locale!) {
    recallRelease(input: $input) { __typename ... on ReleaseRecalled { release { name } } ...Refused }
  }
`,
  { Refused },
)

/** A draft is made again, one that waits for its minute is called back: each is done at once. */
function Redo({ release: { name, status }, institution, onDone }: Omit<Props, 'may'>) {
  const { say } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const isDraft = status === 'DRAFT'

  async function redo() {
    const chosen = { institution: institution.code }
    const sendIt = () =>
      isDraft
        ? send(CreateReleaseMutation, { ...chosen, name, again: true })
        : send(RecallReleaseMutation, { ...chosen, release: name })
    let done = await sendIt()
    while (done?.__typename === 'ReleaseUnderWay') done = await sendIt()
    if (!done) return
    onDone(say(isDraft ? WORDS.madeAgain : WORDS.recalled, { name }))
    forget()
  }

  return (
    <>
      <Button disabled={busy} onClick={() => void redo()}>
        {say(isDraft ? WORDS.again : WORDS.recall)}
        <span className="for-ears">
          : {name}
          {isDraft && `, ${say(WORDS.againWhat)}`}
        </span>
      </Button>
      <NotDone refused={refused} fault={fault} retry={() => void redo()} />
    </>
  )
}
