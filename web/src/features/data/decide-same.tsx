import { useLayoutEffect, useId, useRef, useState, type FormEvent } from 'react'
import type {
  InstitutionFacts,
  Candidate,
  DecideSameAsInput as DecisionInput,
  SameAsRelation,
} from '../../graph/generated.ts'
import { useDeed, Refused } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { NotDone } from '../../ui/not-done.tsx'
import { fill } from '@causeway/shared/words/words'
import { Field } from '../../ui/choice.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { graph } from '../../graph/graph.ts'
import { Decision } from '../../ui/decided-same.tsx'
import SAME_WORDS from './same-words.json' with { type: 'json' }

interface Props {
  institution: InstitutionFacts
  types: { name: string; label: string }[]
  candidate: Candidate | null
  onDone: (text: string) => void
  onCancel: () => void
}

/** Two things, how they are one, and who says so. */
export function DecideSame({ institution, types, candidate, onDone, onCancel }: Props) {
  const { say } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [relation, setRelation] = useState<SameAsRelation>('SAME')
  const [incomplete, setIncomplete] = useState(false)
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), [])

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
    const answer = await send(DecideMutation, input)
    if (!answer) return
    const { code, sameAs } = input
    const said = sameAs === null ? fill(SAME_WORDS.doneSplit, { code }) : fill(SAME_WORDS.done, { code, sameAs })
    const left = answer.leftBehind > 0 ? say(SAME_WORDS.left, { n: answer.leftBehind }) : ''
    onDone(`${say(said)} ${left}`.trim())
    forget()
  }

  return (
    <form ref={form} className="declare fields stack-tight" onSubmit={(event) => void decide(event)} noValidate>
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
      <Field placeholder=" " name="code" label={`${say(SAME_WORDS.code)} *`} defaultValue={candidate?.code} required />
      <div className="choice">
        <label htmlFor={`${id}-relation`}>{say(SAME_WORDS.relation)}</label>
        <select
          id={`${id}-relation`}
          value={relation}
          onChange={(event) => setRelation(event.target.value as SameAsRelation)}
        >
          {(Object.keys(SAME_WORDS.relations) as SameAsRelation[]).map((one) => (
            <option key={one} value={one}>
              {say(one === 'SPLIT' ? SAME_WORDS.split : SAME_WORDS.relations[one])}
            </option>
          ))}
        </select>
      </div>
      {relation !== 'SPLIT' && (
        <Field
          placeholder=" "
          name="sameAs"
          label={`${say(SAME_WORDS.sameAs)} *`}
          defaultValue={candidate?.sameAs}
          required
        />
      )}
      <Field placeholder=" " name="from" label={say(SAME_WORDS.from)} type="date" />
      <Field placeholder=" " name="by" label={`${say(SAME_WORDS.by)} *`} required />
      <Field placeholder=" " name="reason" label={say(SAME_WORDS.reason)} />
      <div className="fields-foot stack">
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

export const SameQuery = graph(
  `
  query SameAs($institution: ID!, $locale: Locale!) {
    sameAsDecisions(institution: $institution) { ...Decision }
    sameAsCandidates(institution: $institution) { ...Candidate }
    recordTypes { name label(locale: $locale) }
  }
  fragment Candidate on SameAsCandidate {
    recordType { name label(locale: $locale) } code name(locale: $locale) sameAs sameAsName(locale: $locale)
    why(locale: $locale)
  }
`,
  { Decision },
)

const DecideMutation = graph(
  `
  mutation DecideSameAs($input: DecideSameAsInput!, $locale: Locale!) {
    decideSameAs(input: $input) { __typename ... on SameAsDecided { leftBehind } ...Refused }
  }
`,
  { Refused },
)

export const UndoMutation = graph(
  `
  mutation UndoSameAs($input: UndoSameAsInput!, $locale: Locale!) {
    undoSameAs(input: $input) { __typename ...Refused }
  }
`,
  { Refused },
)
