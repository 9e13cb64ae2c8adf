import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { useForget } from '../../graph/graph-provider.tsx'
import type { Fault } from '../../graph/fault.ts'
import type { Refused, InstitutionFacts, YearCompleteness } from '../../graph/generated.ts'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { NotDone } from '../../ui/not-done.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { DeclareNothingMutation } from './declare-nothing-query.ts'
import { MISSING_WORDS } from './data-words.ts'
import type { DueItem } from './reporting.ts'

interface Props {
  item: DueItem
  what: string
  unitName: string
  year: YearCompleteness
  institution: InstitutionFacts
  onDone: () => void
  onCancel: () => void
}

/** A statement that there was nothing, read before it is signed. */
export function DeclareNothing({ item, what, unitName, year, institution, onDone, onCancel }: Props) {
  const { locale, say, formatDay } = useLanguage()
  const change = useChange()
  const forget = useForget()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [empty, setEmpty] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  useEffect(() => field.current?.focus(), [])

  async function state(event?: FormEvent) {
    event?.preventDefault()
    const signer = field.current?.value.trim() ?? ''
    setEmpty(signer === '')
    if (signer === '') return field.current?.focus()
    setBusy(true)
    setRefused(null)
    setFault(null)
    const { data, fault } = await change(DeclareNothingMutation, {
      input: {
        institution: institution.code,
        recordType: item.type.name,
        from: year.start,
        to: year.end,
        unit: item.unit,
        direction: item.direction,
        audience: item.audience,
        signer,
      },
      locale,
    })
    setBusy(false)
    if (fault || !data) return setFault(fault)
    if (data.declareNothing.__typename === 'Refused') return setRefused(data.declareNothing)
    onDone()
    forget()
  }

  return (
    <form className="declare" onSubmit={(event) => void state(event)} noValidate>
      <p>
        {say(MISSING_WORDS.declare, {
          start: formatDay(year.start),
          end: formatDay(year.end),
          unit: item.unit === null ? say({ zh: '全校', en: 'the college' }) : unitName,
          type: what,
        })}
      </p>
      <p className="quiet">{say(MISSING_WORDS.declareEffect)}</p>
      <label htmlFor={id}>{say(MISSING_WORDS.signer)}</label>
      <input
        id={id}
        ref={field}
        autoComplete="name"
        placeholder={say(MISSING_WORDS.signerHint)}
        required
        aria-invalid={empty || undefined}
        aria-describedby={empty ? `${id}-problem` : undefined}
      />
      {empty && (
        <p id={`${id}-problem`} className="problem">
          {say({ zh: '请填写负责人。', en: 'Say who signs it.' })}
        </p>
      )}
      <NotDone refused={refused} fault={fault} retry={() => void state()} />
      <FormActions busy={busy} onCancel={onCancel}>
        {say(MISSING_WORDS.confirm)}
      </FormActions>
    </form>
  )
}
