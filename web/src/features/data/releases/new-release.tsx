import { useId, useState, type FormEvent } from 'react'
import { periodLabel } from '@causeway/shared/period'
import type { InstitutionFacts } from '../../../graph/generated.ts'
import { graph } from '../../../graph/graph.ts'
import { Refused, useDeed } from '../../../graph/send-change.ts'
import { useLanguage } from '../../../language/language.tsx'
import { useSetting } from '../../../setting/setting.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { FormActions } from '../../../ui/form-actions.tsx'
import { NotDone } from '../../../ui/not-done.tsx'
import { MakingProgress, useProgressName } from '../making-progress.tsx'
import WORDS from './words.json' with { type: 'json' }

export const CreateReleaseMutation = graph(
  `
  mutation CreateRelease($input: CreateReleaseInput!, $locale: Locale!) {
    createRelease(input: $input) {
      __typename
      ... on ReleaseCreated { release { name } }
      ... on ReleaseUnderWay { name }
      ...Refused
    }
  }
`,
  { Refused },
)

interface NewProps {
  institution: InstitutionFacts
  onDone: (said: string) => void
}

/** How many years back one may be released. */
const YEARS = 8

/** A draft: what is now, under a name. */
export function NewRelease({ institution, onDone }: NewProps) {
  const { locale, say } = useLanguage()
  const setting = useSetting()
  const { busy, refused, fault, send, forget } = useDeed()
  const id = useId()
  const progress = useProgressName()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [year, setYear] = useState(String(institution.openingYear))
  const [wrong, setWrong] = useState(false)
  const years = setting.state === 'ready' ? setting.setting.years : null
  if (!years) return null

  async function make(event?: FormEvent) {
    event?.preventDefault()
    setWrong(name.trim() === '')
    if (name.trim() === '') return document.getElementById(`${id}-name`)?.focus()
    const asked = { institution: institution.code, name: name.trim(), year: Number(year), note: note.trim() || null }
    const input = { ...asked, progress }
    let done = await send(CreateReleaseMutation, input)
    // Asked for again, the same one is waited for.
    while (done?.__typename === 'ReleaseUnderWay') done = await send(CreateReleaseMutation, input)
    if (!done) return
    setOpen(false)
    setName('')
    setNote('')
    onDone(say(WORDS.made, done.release))
    forget()
  }

  if (!open)
    return (
      <div className="actions">
        <Button onClick={() => setOpen(true)}>{say(WORDS.make)}</Button>
      </div>
    )
  return (
    <form className="card stack" onSubmit={(event) => void make(event)} noValidate aria-label={say(WORDS.make)}>
      <div className="choice">
        <label htmlFor={`${id}-name`}>{say(WORDS.name)}</label>
        <input
          id={`${id}-name`}
          value={name}
          maxLength={60}
          required
          autoComplete="off"
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-${wrong ? 'wrong' : 'hint'}`}
          onChange={(event) => setName(event.target.value)}
        />
        {wrong ? (
          <p id={`${id}-wrong`} className="problem">
            {say(WORDS.wantsName)}
          </p>
        ) : (
          <span id={`${id}-hint`} className="cap">
            {say(WORDS.nameHint)}
          </span>
        )}
      </div>
      <Choice<string>
        label={say(WORDS.year)}
        value={year}
        options={Array.from({ length: YEARS }, (_, back) => years.newest - back).map((one) => ({
          value: String(one),
          text: periodLabel(years.periodOf(one), locale),
        }))}
        onChange={setYear}
      />
      <div className="choice">
        <label htmlFor={`${id}-note`}>{say(WORDS.note)}</label>
        <input
          id={`${id}-note`}
          value={note}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <NotDone refused={refused} fault={fault} retry={() => void make()} />
      {busy && <MakingProgress name={progress} words={WORDS.making} />}
      <FormActions busy={busy} onCancel={() => setOpen(false)}>
        {say(WORDS.make)}
      </FormActions>
    </form>
  )
}
