import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { Fault } from '../../graph/fault.ts'
import { useForget } from '../../graph/graph-provider.tsx'
import type {
  Refused,
  InstitutionFacts,
  Candidate,
  DecideSameAsInput as DecisionInput,
  SameAsRelation,
} from '../../graph/generated.ts'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { NotDone } from '../../ui/not-done.tsx'
import { fill } from '../../language/words.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { DecideMutation, RELATION_WORDS } from './same-query.ts'
import { SAME_WORDS } from './same-words.ts'

interface Props {
  institution: InstitutionFacts
  types: { name: string; label: string }[]
  candidate: Candidate | null
  onDone: (text: string) => void
  onCancel: () => void
}

/** Two things, how they are one, and who says so. */
export function DecideSame({ institution, types, candidate, onDone, onCancel }: Props) {
  const { locale, say } = useLanguage()
  const change = useChange()
  const forget = useForget()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [relation, setRelation] = useState<SameAsRelation>('SAME')
  const [busy, setBusy] = useState(false)
  const [incomplete, setIncomplete] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), [])

  async function decide(event?: FormEvent) {
    event?.preventDefault()
    const given = new FormData(form.current!)
    const text = (name: string) => String(given.get(name) ?? '').trim() || null
    const input: DecisionInput = {
      institution: institution.code,
      recordType: text('type') ?? '',
      code: text('code') ?? '',
      sameAs: relation === 'SPLIT' ? null : text('sameAs'),
      relation,
      from: text('from'),
      decidedBy: text('by') ?? '',
      reason: text('reason'),
    }
    const lacks = input.code === '' || input.decidedBy === '' || (relation !== 'SPLIT' && input.sameAs === null)
    setIncomplete(lacks)
    if (lacks) return form.current!.querySelector<HTMLInputElement>('input[required]:placeholder-shown')?.focus()
    setBusy(true)
    setRefused(null)
    setFault(null)
    const { data, fault } = await change(DecideMutation, { input, locale })
    setBusy(false)
    if (fault || !data) return setFault(fault)
    const answer = data.decideSameAs
    if (answer.__typename === 'Refused') return setRefused(answer)
    const { code, sameAs } = input
    const said = sameAs === null ? fill(SAME_WORDS.doneSplit, { code }) : fill(SAME_WORDS.done, { code, sameAs })
    const left = answer.leftBehind > 0 ? say(SAME_WORDS.left, { n: answer.leftBehind }) : ''
    onDone(`${say(said)} ${left}`.trim())
    forget()
  }

  return (
    <form ref={form} className="declare fields" onSubmit={(event) => void decide(event)} noValidate>
      <div className="choice">
        <label htmlFor={`${id}-type`}>{say(SAME_WORDS.type)}</label>
        <select id={`${id}-type`} name="type" defaultValue={candidate?.recordType.name ?? 'partner'}>
          {types.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Field id={`${id}-code`} name="code" label={`${say(SAME_WORDS.code)} *`} value={candidate?.code} required />
      <div className="choice">
        <label htmlFor={`${id}-relation`}>{say(SAME_WORDS.relation)}</label>
        <select
          id={`${id}-relation`}
          value={relation}
          onChange={(event) => setRelation(event.target.value as SameAsRelation)}
        >
          {(Object.keys(RELATION_WORDS) as SameAsRelation[]).map((one) => (
            <option key={one} value={one}>
              {say(one === 'SPLIT' ? SAME_WORDS.split : RELATION_WORDS[one])}
            </option>
          ))}
        </select>
      </div>
      {relation !== 'SPLIT' && (
        <Field
          id={`${id}-same`}
          name="sameAs"
          label={`${say(SAME_WORDS.sameAs)} *`}
          value={candidate?.sameAs}
          required
        />
      )}
      <Field id={`${id}-from`} name="from" label={say(SAME_WORDS.from)} type="date" />
      <Field id={`${id}-by`} name="by" label={`${say(SAME_WORDS.by)} *`} required />
      <Field id={`${id}-reason`} name="reason" label={say(SAME_WORDS.reason)} />
      <div className="fields-foot">
        {incomplete && (
          <p className="problem" role="alert">
            {say(SAME_WORDS.missing)}
          </p>
        )}
        <NotDone refused={refused} fault={fault} retry={() => void decide()} />
        <FormActions busy={busy} onCancel={onCancel}>
          {say(SAME_WORDS.confirm)}
        </FormActions>
      </div>
    </form>
  )
}

interface FieldProps {
  id: string
  name: string
  label: string
  value?: string
  type?: string
  required?: boolean
}

function Field({ id, name, label, value, type, required }: FieldProps) {
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type={type ?? 'text'} defaultValue={value} required={required} placeholder=" " />
    </div>
  )
}
