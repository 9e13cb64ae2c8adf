import { useState } from 'react'
import { periodLabel } from '@causeway/shared/period'
import { COMMA, type Words } from '@causeway/shared/words/words'
import { Link } from '../../../address/address.tsx'
import type { InstitutionFacts, ReleaseFacts } from '../../../graph/generated.ts'
import { graph } from '../../../graph/graph.ts'
import { useLanguage } from '../../../language/language.tsx'
import { useSetting } from '../../../setting/setting.tsx'
import { Button } from '../../../ui/button.tsx'
import { FactList } from '../../../ui/fact-list.tsx'
import { NotDone } from '../../../ui/not-done.tsx'
import { Refused, useDeed } from '../../../graph/send-change.ts'
import { MakingProgress, useProgressName } from '../making-progress.tsx'
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
      <h2>
        {name} <span className="quiet">{say(WORDS.states[status])}</span>
      </h2>
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
      {status !== 'WITHDRAWN' && (
        <p className="off-paper">
          <Link to={{ page: 'overview' }} view={{ release: name, asOf: null, year: null }}>
            {say(WORDS.look)}
            <span className="for-ears">
              {say(COLON)}
              {name}
            </span>
          </Link>
        </p>
      )}
      {isOpen && <Checklist release={release} />}
      {may && status !== 'WITHDRAWN' && open === null && (
        <div className="actions off-paper">
          {isOpen && (
            <NamedButton
              words={status === 'DRAFT' ? WORDS.publish : WORDS.move}
              of={name}
              onClick={() => setOpen('publish')}
            />
          )}
          {isOpen && <Redo release={release} institution={institution} onDone={onDone} />}
          <NamedButton words={WORDS.withdraw} of={name} onClick={() => setOpen('withdraw')} />
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
  const progress = useProgressName()
  const isDraft = status === 'DRAFT'

  async function redo() {
    const chosen = { institution: institution.code }
    const sendIt = () =>
      isDraft
        ? send(CreateReleaseMutation, { ...chosen, name, again: true, progress })
        : send(RecallReleaseMutation, { ...chosen, release: name })
    let done = await sendIt()
    while (done?.__typename === 'ReleaseUnderWay') done = await sendIt()
    if (!done) return
    onDone(say(isDraft ? WORDS.madeAgain : WORDS.recalled, { name }))
    forget()
  }

  return (
    <>
      <NamedButton
        words={isDraft ? WORDS.again : WORDS.recall}
        of={isDraft ? `${name}${say(COMMA)}${say(WORDS.againWhat)}` : name}
        disabled={busy}
        onClick={() => void redo()}
      />
      {busy && isDraft && <MakingProgress name={progress} words={WORDS.making} />}
      <NotDone refused={refused} fault={fault} retry={() => void redo()} />
    </>
  )
}

const COLON: Words = { zh: '：', en: ': ' }

interface NamedProps {
  words: Words
  /** What it is done to, for those who hear the button without its card. */
  of: string
  disabled?: boolean
  onClick: () => void
}

function NamedButton({ words, of, ...rest }: NamedProps) {
  const { say } = useLanguage()
  return (
    <Button aria-label={`${say(words)}${say(COLON)}${of}`} {...rest}>
      {say(words)}
    </Button>
  )
}
