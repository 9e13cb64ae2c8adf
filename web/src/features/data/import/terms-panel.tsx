import { useId, type FormEvent } from 'react'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import type { ImportReport } from '../../../graph/generated.ts'
import { changeDraft, type Draft } from './import-draft.ts'
import { proposeDays, TERM } from './known-terms.ts'
import type { ImportDesk } from './use-import.ts'
import MOVE_WORDS from './move-words.json' with { type: 'json' }

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

/** Words that mean two dates, as a term does: each is asked for once. */
export function TermsPanel({ draft, report, desk }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const unknown = report.words.filter(({ code }) => code === TERM)
  const terms = [...new Map(unknown.map((one) => [one.value, one])).values()]
  const proposed = new Map(terms.map(({ value }) => [value, proposeDays(value, report.reading)]))
  const daysOf = (term: string) => draft.terms[term] ?? proposed.get(term)?.days ?? (['', ''] as const)
  const whole = terms.filter(({ value }) => daysOf(value).every(Boolean))
  if (terms.length === 0) return null

  function submit(event: FormEvent) {
    event.preventDefault()
    changeDraft({ terms: Object.fromEntries(whole.map(({ value }) => [value, daysOf(value)])) })
    void desk.check('check')
  }

  return (
    <form id="asked-terms" tabIndex={-1} className="card terms stack-tight" aria-labelledby={id} onSubmit={submit}>
      <h3 id={id}>{say(MOVE_WORDS.terms)}</h3>
      <p className="quiet">{say(MOVE_WORDS.termsHint)}</p>
      {terms.map(({ value, count }) => (
        <fieldset key={value} className="term fields">
          <legend>{say(MOVE_WORDS.termOf, { value, n: count })}</legend>
          {([0, 1] as const).map((end) => (
            <div key={end} className="choice">
              <label htmlFor={`${id}-${value}-${end}`}>
                {say(end === 0 ? MOVE_WORDS.firstDay : MOVE_WORDS.lastDay)}
              </label>
              <input
                id={`${id}-${value}-${end}`}
                type="date"
                value={daysOf(value)[end]}
                onChange={(event) => {
                  const [first, last] = daysOf(value)
                  const day = event.target.value
                  changeDraft({ terms: { ...draft.terms, [value]: end === 0 ? [day, last] : [first, day] } })
                }}
              />
            </div>
          ))}
          {proposed.get(value) && <p className="cap">{say(MOVE_WORDS.termBy, { by: proposed.get(value)!.by })}</p>}
        </fieldset>
      ))}
      <p className="actions">
        <Button submits disabled={desk.progress !== null || whole.length === 0}>
          {say(MOVE_WORDS.useTerms)}
        </Button>
      </p>
    </form>
  )
}
