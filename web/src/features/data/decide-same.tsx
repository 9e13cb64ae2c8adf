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
import { fill } from '../../language/words.ts'
import { Field } from '../../ui/choice.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import type { Words } from '@causeway/shared/words/words'
import { graph } from '../../graph/graph.ts'
import { Decision } from '../../ui/decided-same.tsx'

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
          {(Object.keys(RELATION_WORDS) as SameAsRelation[]).map((one) => (
            <option key={one} value={one}>
              {say(one === 'SPLIT' ? SAME_WORDS.split : RELATION_WORDS[one])}
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

const RELATION_WORDS: Record<SameAsRelation, Words> = {
  SAME: { zh: '同一事物', en: 'same thing' },
  RENAMED: { zh: '更名', en: 'renamed' },
  MERGED: { zh: '并入', en: 'merged into' },
  SPLIT: { zh: '拆分', en: 'split up' },
  DUPLICATE: { zh: '重复填报', en: 'reported twice' },
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

export const SAME_WORDS = {
  intro: {
    zh: '两个编号、写法或记录其实是同一事物（部门更名、合作方几种写法、同一次出访报了两次）时，在这里认定。原记录不改，统计时按认定归并；撤除认定即恢复。',
    en: 'Where two codes, spellings or records are one thing (a unit renamed, a partner under several spellings, a trip reported twice), it is decided here. Records stay as they are; figures follow the decision until it is withdrawn.',
  },
  candidates: { zh: '写法相近，尚未认定', en: 'Spelled alike, not decided' },
  candidatesNone: { zh: '没有写法相近的编号。', en: 'No codes are spelled alike.' },
  decide: { zh: '认定为同一', en: 'Decide' },
  own: { zh: '另作认定', en: 'Decide on two codes' },
  decisions: { zh: '已有认定', en: 'Decisions' },
  decisionsNone: { zh: '还没有认定。', en: 'Nothing has been decided yet.' },
  type: { zh: '认定对象', en: 'What they are' },
  person: { zh: '人员', en: 'Person' },
  code: { zh: '原编号或写法', en: 'Code or spelling' },
  sameAs: { zh: '同于编号', en: 'Is the same as' },
  relation: { zh: '关系', en: 'How' },
  from: { zh: '生效日期（可不填）', en: 'Since (optional)' },
  since: { zh: '自 {day} 起', en: 'since {day}' },
  decidedBy: { zh: '{who}认定', en: 'decided by {who}' },
  by: { zh: '认定人', en: 'Decided by' },
  reason: { zh: '理由（可不填）', en: 'Why (optional)' },
  confirm: { zh: '确认认定', en: 'Decide' },
  undo: { zh: '撤除', en: 'Withdraw' },
  undoAsk: {
    zh: '撤除后，两者重新分开统计。确认撤除？',
    en: 'Once withdrawn, the two are counted apart again. Withdraw it?',
  },
  undoConfirm: { zh: '确认撤除', en: 'Withdraw it' },
  done: { zh: '已认定：{code} 同于 {sameAs}。', en: 'Decided: {code} is {sameAs}.' },
  doneSplit: { zh: '已认定：{code} 已拆分。', en: 'Decided: {code} was split up.' },
  left: {
    zh: '另有 {n} 条记录早于生效日期，仍归原校。',
    en: '{n} {n|record|records} from before that day {n|stays|stay} with the predecessor.',
  },
  undone: { zh: '已撤除对 {code} 的认定。', en: 'The decision on {code} was withdrawn.' },
  missing: { zh: '请填写带 * 的各项。', en: 'Fill in what is marked with *.' },
  split: { zh: '拆分（不归并）', en: 'split up, maps nothing' },
} satisfies Record<string, Words>
