import { useLayoutEffect, useId, useRef, useState, type FormEvent } from 'react'
import { Link } from '../../address/address.tsx'
import type { WholeRecord as RecordFacts } from '../../graph/generated.ts'
import { useDeed } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { NotDone } from '../../ui/not-done.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { WithdrawRecordMutation } from './record-query.ts'
import RECORD_WORDS from './words.json' with { type: 'json' }
import { Button } from '../../ui/button.tsx'

/** Takes the record out of every count, with a reason, after it was said what that means. */
export function WithdrawPanel({ record, onLeft }: { record: RecordFacts; onLeft: (left: LeftRecord) => void }) {
  const { say } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [empty, setEmpty] = useState(false)
  useLayoutEffect(() => {
    if (open) field.current?.focus()
  }, [open])

  async function withdraw(event?: FormEvent) {
    event?.preventDefault()
    const reason = field.current?.value.trim() ?? ''
    setEmpty(reason === '')
    if (reason === '') return field.current?.focus()
    const done = await send(WithdrawRecordMutation, { record: record.id, since: record.since, reason })
    if (!done) return
    const title = say(RECORD_WORDS.withdrawn, { label: record.label })
    onLeft({ title, texts: [], batch: done.batch?.id ?? null, now: null })
    forget()
  }

  return (
    <section className="card record-withdraw stack" aria-label={say(RECORD_WORDS.withdraw)}>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(RECORD_WORDS.withdraw)}
      </Button>
      {open && (
        <form className="declare stack-tight" onSubmit={(event) => void withdraw(event)} noValidate>
          <p>{say(RECORD_WORDS.withdrawText)}</p>
          <label htmlFor={id}>{say(RECORD_WORDS.withdrawWhy)}</label>
          <input
            id={id}
            ref={field}
            required
            aria-invalid={empty || undefined}
            aria-describedby={empty ? `${id}-problem` : undefined}
          />
          {empty && (
            <p id={`${id}-problem`} className="problem">
              {say(RECORD_WORDS.withdrawWhyMissing)}
            </p>
          )}
          <NotDone refused={refused} fault={fault} retry={() => void withdraw()} />
          <FormActions busy={busy} onCancel={() => setOpen(false)}>
            {say(RECORD_WORDS.withdrawDo)}
          </FormActions>
        </form>
      )}
    </section>
  )
}

/** What became of a record that is no more. */
export interface LeftRecord {
  title: string
  texts: string[]
  /** Taking it back brings the record back; null: there is none. */
  batch: string | null
  /** Id of the record that is in its place; null: none does. */
  now: string | null
}

/** In place of a record that was withdrawn, or became another, by anyone who looks at it. */
export function RecordLeft({ title, texts, batch, now }: LeftRecord) {
  const { say } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  // The control that did it is gone.
  useLayoutEffect(() => {
    scrollTo(0, 0)
    place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} role="status" tabIndex={-1}>
      <EmptyState title={title} page>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <div className="actions">
          {now !== null && (
            <Link className="button primary" to={{ page: 'record', id: now }}>
              {say(RECORD_WORDS.toRecord)}
            </Link>
          )}
          {batch !== null && (
            <Link className="button" to={{ page: 'data' }} view={{ tab: 'batches', search: batch }}>
              {say(RECORD_WORDS.toBatch)}
            </Link>
          )}
          <Link className="button" to={{ page: 'data' }}>
            {say(RECORD_WORDS.toData)}
          </Link>
        </div>
      </EmptyState>
    </div>
  )
}
