import { useLayoutEffect, useId, useRef, useState, type FormEvent } from 'react'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import { FormActions } from '../../ui/form-actions.tsx'
import type { FormFacts, FormLineFacts } from '../../graph/generated.ts'
import '../../styles/form.css'
import { graph } from '../../graph/graph.ts'
import FILL_WORDS from './fill-words.json' with { type: 'json' }

const FillLineMutation = graph(`
  mutation FillLine($input: FillLineInput!, $locale: Locale!) {
    fillLine(input: $input) { __typename ... on LineFilled { changed } ... on Refused { message(locale: $locale) } }
  }
`)

const REQUIRED = ['value', 'source', 'filledBy', 'filledOn'] as const

interface Props {
  line: FormLineFacts
  form: FormFacts
  institution: string
  year: number
  status: 'HAND_FILLED' | 'FILED'
  close: (changed: boolean) => void
}

/** One line of the table, filled in where it holds. */
export function FillLine({ line, form, institution, year, status, close }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const send = useChange()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const fields = useRef<HTMLFormElement>(null)
  // Anyone who asked for the form wants to type into it, and anyone who is said that something lacks, where it lacks.
  useLayoutEffect(() => {
    const inputs = [...fields.current!.querySelectorAll('input')]
    ;(inputs.find(({ value }) => value === '') ?? inputs[0])?.focus()
  }, [problem])
  const given = status === 'FILED' ? line.filed : line.handFilled
  const labels = {
    value: say(FILL_WORDS.value, { unit: line.unit }),
    source: say(FILL_WORDS.source),
    filledBy: say(FILL_WORDS.filledBy),
    filledOn: say(FILL_WORDS.filledOn),
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const read = new FormData(event.currentTarget)
    const typed = Object.fromEntries(REQUIRED.map((name) => [name, String(read.get(name) ?? '').trim()])) as Record<
      (typeof REQUIRED)[number],
      string
    >
    const missing = REQUIRED.filter((name) => typed[name] === '')
    if (missing.length > 0) {
      const fields = missing.map((name) => labels[name]).join(say(FILL_WORDS.list))
      setProblem(say(FILL_WORDS.missing, { fields }))
      return
    }
    setBusy(true)
    const { value, ...who } = typed
    const number = readNumber(value)
    const input = {
      ...{ form: form.id, edition: form.edition, institution, year, line: line.number, status, ...who },
      ...(number === null ? { text: value } : { value: number }),
    }
    const { data, fault } = await send(FillLineMutation, { input, locale })
    setBusy(false)
    if (fault) return setProblem(fault.message ?? say(UI_WORDS.unreachable))
    if (data?.fillLine.__typename === 'Refused') return setProblem(data.fillLine.message)
    close(true)
  }

  return (
    <form ref={fields} className="form-fill-form stack" onSubmit={(event) => void submit(event)} noValidate>
      <p id={`${id}-title`} className="form-fill-title">
        {say(status === 'FILED' ? FILL_WORDS.titleFiled : FILL_WORDS.titleHand, line)}
      </p>
      <div className="form-fill-fields stack">
        {REQUIRED.map((name) => (
          <p key={name}>
            <label htmlFor={`${id}-${name}`}>{labels[name]}</label>
            <input
              id={`${id}-${name}`}
              name={name}
              type={name === 'filledOn' ? 'date' : 'text'}
              inputMode={name === 'value' ? 'decimal' : undefined}
              defaultValue={valueOf(name)}
              required
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? `${id}-problem` : undefined}
              autoComplete="off"
            />
          </p>
        ))}
      </div>
      {problem && (
        <p id={`${id}-problem`} className="problem" role="alert">
          {problem}
        </p>
      )}
      <FormActions busy={busy} onCancel={() => close(false)}>
        {say(FILL_WORDS.save)}
      </FormActions>
    </form>
  )

  function valueOf(name: (typeof REQUIRED)[number]): string {
    if (!given) return name === 'filledOn' ? new Date().toLocaleDateString('sv-SE') : ''
    if (name === 'value') return given.value === null ? (given.text ?? '') : String(given.value)
    return given[name]
  }
}

/** A number as people type it, in either width and with commas; null: words. */
function readNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3})/g, '')
  return /^[-−]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace('−', '-')) : null
}
