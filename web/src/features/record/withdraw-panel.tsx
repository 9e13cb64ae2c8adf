import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { Fault } from '../../graph/fault.ts'
import { useForget } from '../../graph/client.tsx'
import type { Refused, WholeRecord as RecordFacts } from '../../graph/generated.ts'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { NotDone } from '../../ui/not-done.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import type { LeftRecord } from './record-page.tsx'
import { WithdrawRecordMutation } from './record-query.ts'
import { RECORD_WORDS } from './record-words.ts'

/** Takes the record out of every count, with a reason, after it was said what that means. */
export function WithdrawPanel({ record, onLeft }: { record: RecordFacts; onLeft: (left: LeftRecord) => void }) {
  const { locale, say } = useLanguage()
  const change = useChange()
  const forget = useForget()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [empty, setEmpty] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  useEffect(() => {
    if (open) field.current?.focus()
  }, [open])

  async function withdraw(event?: FormEvent) {
    event?.preventDefault()
    const reason = field.current?.value.trim() ?? ''
    setEmpty(reason === '')
    if (reason === '') return field.current?.focus()
    setBusy(true)
    setRefused(null)
    setFault(null)
    const { data, fault } = await change(WithdrawRecordMutation, {
      input: { record: record.id, since: record.since, reason },
      locale,
    })
    setBusy(false)
    if (fault || !data) return setFault(fault)
    const answer = data.withdrawRecord
    if (answer.__typename === 'Refused') return setRefused(answer)
    onLeft({
      title: say(RECORD_WORDS.withdrawn, { label: record.label }),
      texts: [],
      batch: answer.batch?.id ?? null,
      now: null,
    })
    forget()
  }

  return (
    <section className="card record-withdraw" aria-label={say(RECORD_WORDS.withdraw)}>
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(RECORD_WORDS.withdraw)}
      </button>
      {open && (
        <form className="declare" onSubmit={(event) => void withdraw(event)} noValidate>
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
