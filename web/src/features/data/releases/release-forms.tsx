import { useId, useState, type FormEvent } from 'react'
import type { InstitutionFacts, ReleaseFacts } from '../../../graph/generated.ts'
import { graph } from '../../../graph/graph.ts'
import { Refused, useDeed } from '../../../graph/send-change.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { FormActions } from '../../../ui/form-actions.tsx'
import { NotDone } from '../../../ui/not-done.tsx'
import WORDS from './words.json' with { type: 'json' }

interface Props {
  release: ReleaseFacts
  institution: InstitutionFacts
  onCancel: () => void
  onDone: (said: string) => void
}

const PublishReleaseMutation = graph(
  `
  mutation PublishRelease($input: PublishReleaseInput!, $locale: Locale!) {
    publishRelease(input: $input) {
      __typename ... on ReleasePublished { release { name status publishedAt } } ...Refused
    }
  }
`,
  { Refused },
)

/** Makes a release public, at once or at a minute by the clock of the one who types it. */
export function PublishForm({ release: { name, status }, institution, onCancel, onDone }: Props) {
  const { say, formatMoment } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const id = useId()
  const isMoved = status === 'SCHEDULED'
  const [later, setLater] = useState(isMoved)
  const [at, setAt] = useState('')
  const [wrong, setWrong] = useState(false)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  async function publish(event?: FormEvent) {
    event?.preventDefault()
    const minute = later ? new Date(at) : null
    const missing = minute !== null && Number.isNaN(minute.getTime())
    setWrong(missing)
    if (missing) return document.getElementById(`${id}-at`)?.focus()
    const input = { institution: institution.code, release: name, at: minute && minute.toISOString() }
    const done = await send(PublishReleaseMutation, input)
    if (!done) return
    const { status, publishedAt } = done.release
    const isToCome = status === 'SCHEDULED' && publishedAt !== null
    onDone(isToCome ? say(WORDS.scheduled, { name, at: formatMoment(publishedAt) }) : say(WORDS.published, { name }))
    forget()
  }

  return (
    <form className="declare stack-tight" onSubmit={(event) => void publish(event)} noValidate>
      <Choice
        label={say(WORDS.when)}
        value={later ? 'later' : 'now'}
        options={[
          { value: 'now', text: say(WORDS.now) },
          { value: 'later', text: say(WORDS.later) },
        ]}
        onChange={(when) => setLater(when === 'later')}
      />
      {later && (
        <>
          <label htmlFor={`${id}-at`}>{say(WORDS.at, { zone })}</label>
          <input
            id={`${id}-at`}
            type="datetime-local"
            value={at}
            required
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onChange={(event) => setAt(event.target.value)}
          />
          {wrong && (
            <p id={`${id}-wrong`} className="problem">
              {say(WORDS.wantsTime)}
            </p>
          )}
        </>
      )}
      <NotDone refused={refused} fault={fault} retry={() => void publish()} />
      <FormActions busy={busy} onCancel={onCancel}>
        {say(!later ? WORDS.publishNow : isMoved ? WORDS.moveTo : WORDS.publishAt)}
      </FormActions>
    </form>
  )
}

const WithdrawReleaseMutation = graph(
  `
  mutation WithdrawRelease($input: WithdrawReleaseInput!, $locale: Locale!) {
    withdrawRelease(input: $input) { __typename ... on ReleaseWithdrawn { release { name } } ...Refused }
  }
`,
  { Refused },
)

export function WithdrawForm({ release: { name }, institution, onCancel, onDone }: Props) {
  const { say } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const id = useId()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)

  async function withdraw(event?: FormEvent) {
    event?.preventDefault()
    setWrong(reason.trim() === '')
    if (reason.trim() === '') return document.getElementById(`${id}-why`)?.focus()
    const input = { institution: institution.code, release: name, reason: reason.trim() }
    if (!(await send(WithdrawReleaseMutation, input))) return
    onDone(say(WORDS.withdrawn, { name }))
    forget()
  }

  return (
    <form className="declare stack-tight" onSubmit={(event) => void withdraw(event)} noValidate>
      <label htmlFor={`${id}-why`}>{say(WORDS.why)}</label>
      <input
        id={`${id}-why`}
        value={reason}
        maxLength={500}
        required
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {wrong && (
        <p id={`${id}-wrong`} className="problem">
          {say(WORDS.wantsReason)}
        </p>
      )}
      <NotDone refused={refused} fault={fault} retry={() => void withdraw()} />
      <FormActions busy={busy} onCancel={onCancel}>
        {say(WORDS.withdraw)}
      </FormActions>
    </form>
  )
}
