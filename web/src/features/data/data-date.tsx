import { useId, useRef, useState, type FormEvent } from 'react'
import type { Fault } from '../../graph/fault.ts'
import { useForget } from '../../graph/graph-provider.tsx'
import type { Refused, InstitutionFacts, DataDateSet } from '../../graph/generated.ts'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { NotDone } from '../../ui/not-done.tsx'
import { Said } from '../../ui/said.tsx'
import { DataDatePreview } from './data-date-preview.tsx'
import { SetDataDateMutation } from './data-date-query.ts'
import { DATA_DATE_WORDS } from './data-words.ts'

interface Props {
  institution: InstitutionFacts
  /** The day that a file offers, YYYY-MM-DD; null: none. */
  offered?: string | null
  /** Why it is offered. */
  why?: string
}

/** Moving the data date is a decision: what the overview would say is seen first, and why it is moved is kept. */
export function DataDate({ institution, offered = null, why }: Props) {
  const { locale, say, formatDay } = useLanguage()
  const change = useChange()
  const forget = useForget()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [open, setOpen] = useState(offered !== null)
  const [day, setDay] = useState(offered ?? institution.dataDate ?? '')
  const [reason, setReason] = useState('')
  const [seen, setSeen] = useState<(DataDateSet & { day: string }) | null>(null)
  const [wrong, setWrong] = useState<'noDay' | 'noReason' | 'same' | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [said, setTold] = useState<string | null>(null)
  // What was seen is of the day that it was asked for.
  const preview = seen?.day === day ? seen : null

  async function send(event?: FormEvent) {
    event?.preventDefault()
    const dryRun = preview === null
    const lacks = day === '' ? 'noDay' : day === institution.dataDate ? 'same' : null
    const missing = lacks ?? (!dryRun && reason.trim() === '' ? 'noReason' : null)
    setWrong(missing)
    if (missing !== null) {
      form.current?.querySelector<HTMLInputElement>(missing === 'noReason' ? '[name=reason]' : '[name=day]')?.focus()
      return
    }
    setBusy(true)
    setRefused(null)
    setFault(null)
    const input = { institution: institution.code, date: day, reason: reason.trim() || null, dryRun }
    const { data, fault } = await change(SetDataDateMutation, { input, locale })
    setBusy(false)
    if (fault || !data) return setFault(fault)
    const answer = data.setDataDate
    if (answer.__typename === 'Refused') return setRefused(answer)
    if (dryRun) return setSeen({ ...answer, day })
    setOpen(false)
    setSeen(null)
    setReason('')
    setTold(say(DATA_DATE_WORDS.done, { day: formatDay(day) }))
    forget()
  }

  const problem = (of: 'day' | 'reason') =>
    wrong !== null && (wrong === 'noReason') === (of === 'reason') ? `${id}-wrong` : undefined
  return (
    <div className="data-date">
      <Said text={said} />
      {why !== undefined && said === null && <p className="note">{why}</p>}
      {!open && (
        <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(true)}>
          {say(DATA_DATE_WORDS.title)}
        </button>
      )}
      {open && (
        <form ref={form} className="declare" onSubmit={(event) => void send(event)} noValidate>
          <p>{say(DATA_DATE_WORDS.why)}</p>
          <label htmlFor={`${id}-day`}>{say(DATA_DATE_WORDS.day)}</label>
          <input
            id={`${id}-day`}
            name="day"
            type="date"
            value={day}
            required
            aria-invalid={problem('day') !== undefined || undefined}
            aria-describedby={problem('day')}
            onChange={(event) => setDay(event.target.value)}
          />
          {preview?.before && preview.after && (
            <DataDatePreview before={preview.before} after={preview.after} institution={institution} />
          )}
          {preview && (
            <>
              <label htmlFor={`${id}-reason`}>{say(DATA_DATE_WORDS.reason)}</label>
              <input
                id={`${id}-reason`}
                name="reason"
                value={reason}
                maxLength={500}
                required
                aria-invalid={problem('reason') !== undefined || undefined}
                aria-describedby={problem('reason')}
                onChange={(event) => setReason(event.target.value)}
              />
            </>
          )}
          {wrong && (
            <p id={`${id}-wrong`} className="problem">
              {say(DATA_DATE_WORDS[wrong])}
            </p>
          )}
          <NotDone refused={refused} fault={fault} retry={() => void send()} />
          <FormActions busy={busy} onCancel={() => setOpen(false)}>
            {say(preview ? DATA_DATE_WORDS.confirm : DATA_DATE_WORDS.look)}
          </FormActions>
        </form>
      )}
    </div>
  )
}
