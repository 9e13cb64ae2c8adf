import { useLayoutEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { InstitutionFacts, DataDateSet, OverviewSaid } from '../../graph/generated.ts'
import { useDeed, Refused } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { FormActions, Said } from '../../ui/form-actions.tsx'
import { NotDone } from '../../ui/not-done.tsx'
import DATA_DATE_WORDS from './data-date-words.json' with { type: 'json' }
import DATA_WORDS from './words.json' with { type: 'json' }
import { graph } from '../../graph/graph.ts'
import { toIso } from '@causeway/shared/day'
import { periodDays, periodLabel } from '@causeway/shared/period'
import { fill } from '@causeway/shared/words/words'
import { FactList } from '../../ui/fact-list.tsx'
import { Button } from '../../ui/button.tsx'

interface Props {
  institution: InstitutionFacts
  /** The day that a file offers, YYYY-MM-DD; null: none. */
  offered?: string | null
  /** Why it is offered. */
  why?: string
}

/** Moving the data date is a decision: what the overview would say is seen first, and why it is moved is kept. */
export function DataDate({ institution, offered = null, why }: Props) {
  const { say, formatDay } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [open, setOpen] = useState(offered !== null)
  const [day, setDay] = useState(offered ?? institution.dataDate ?? '')
  const [reason, setReason] = useState('')
  const [seen, setSeen] = useState<(DataDateSet & { day: string }) | null>(null)
  const [wrong, setWrong] = useState<'noDay' | 'noReason' | 'same' | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  // What was seen is of the day that it was asked for.
  const preview = seen?.day === day ? seen : null

  async function move(event?: FormEvent) {
    event?.preventDefault()
    const dryRun = preview === null
    const lacks = day === '' ? 'noDay' : day === institution.dataDate ? 'same' : null
    const missing = lacks ?? (!dryRun && reason.trim() === '' ? 'noReason' : null)
    setWrong(missing)
    if (missing !== null) {
      form.current?.querySelector<HTMLInputElement>(missing === 'noReason' ? '[name=reason]' : '[name=day]')?.focus()
      return
    }
    const input = { institution: institution.code, date: day, reason: reason.trim() || null, dryRun }
    const answer = await send(SetDataDateMutation, input)
    if (!answer) return
    if (dryRun) return setSeen({ ...answer, day })
    setOpen(false)
    setSeen(null)
    setReason('')
    setSaid(say(DATA_DATE_WORDS.done, { day: formatDay(day) }))
    forget()
  }

  const problem = (of: 'day' | 'reason') =>
    wrong !== null && (wrong === 'noReason') === (of === 'reason') ? `${id}-wrong` : undefined
  return (
    <div className="data-date off-paper">
      <Said text={said} />
      {why !== undefined && said === null && <p className="note">{why}</p>}
      {!open && (
        <Button aria-expanded={open} onClick={() => setOpen(true)}>
          {say(DATA_DATE_WORDS.title)}
        </Button>
      )}
      {open && (
        <form ref={form} className="declare stack-tight" onSubmit={(event) => void move(event)} noValidate>
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
          <NotDone refused={refused} fault={fault} retry={() => void move()} />
          <FormActions busy={busy} onCancel={() => setOpen(false)}>
            {say(preview ? DATA_DATE_WORDS.confirm : DATA_DATE_WORDS.look)}
          </FormActions>
        </form>
      )}
    </div>
  )
}

/** With what the overview opens with under a data date; its changes are null where there was no time to count them. */
const SetDataDateMutation = graph(
  `
  mutation SetDataDate($input: SetDataDateInput!, $locale: Locale!) {
    setDataDate(input: $input) { __typename ...DataDateSet ...Refused }
  }
  fragment DataDateSet on DataDateSet { __typename changed before { ...OverviewSaid } after { ...OverviewSaid } }
  fragment OverviewSaid on OverviewSaid {
    dataDate openingYear partial reported { expected reported } targetsKnown targetsOnCourse
    changes { indicator { id name(locale: $locale) } sentence(locale: $locale) }
  }
`,
  { Refused },
)

interface DataDatePreviewProps {
  before: OverviewSaid
  after: OverviewSaid
  institution: InstitutionFacts
}

/** What the overview says now, beside what it would say. */
function DataDatePreview({ before, after, institution }: DataDatePreviewProps) {
  const { locale, say, formatDay } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  // It comes because somebody asked for it: those who listen hear it.
  useLayoutEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className="said-pair stack-loose">
      {(['now', 'then'] as const).map((when) => {
        const said = when === 'now' ? before : after
        return (
          <section key={when} aria-label={say(DATA_DATE_WORDS[when])}>
            <h3>
              {say(DATA_DATE_WORDS[when])}{' '}
              {said.dataDate && (
                <span className="quiet">{say(DATA_WORDS.until, { day: formatDay(said.dataDate) })}</span>
              )}
            </h3>
            <FactList
              facts={[
                [DATA_DATE_WORDS.opens, said.openingYear === null ? null : yearOf(said.openingYear)],
                [DATA_DATE_WORDS.reported, reportedOf(said)],
                [DATA_DATE_WORDS.targets, targetsOf(said)],
                [DATA_DATE_WORDS.changes, changesOf(said)],
              ]}
            />
          </section>
        )
      })}
    </div>
  )

  function yearOf(year: number): string {
    const [first, last] = periodDays('SCHOOL_YEAR', year, institution.schoolYearStart)
    return periodLabel({ basis: 'SCHOOL_YEAR', year, start: toIso(first), end: toIso(last) }, locale)
  }

  function reportedOf({ reported }: OverviewSaid): string {
    return say(
      reported && reported.expected > 0 ? fill(DATA_DATE_WORDS.reportedOf, reported) : DATA_DATE_WORDS.nothingDue,
    )
  }

  function targetsOf({ targetsKnown: known, targetsOnCourse: n, partial }: OverviewSaid): string {
    if (known === 0) return say(DATA_DATE_WORDS.noTargets)
    return say(partial ? DATA_DATE_WORDS.onCourse : DATA_DATE_WORDS.reached, { known, n })
  }

  function changesOf({ changes }: OverviewSaid): ReactNode {
    if (changes === null) return say(DATA_DATE_WORDS.notCounted)
    if (changes.length === 0) return say(DATA_DATE_WORDS.noChanges)
    return (
      <ul className="plain">
        {changes.map(({ indicator, sentence }) => (
          <li key={indicator.id}>
            {indicator.name}
            {say({ zh: '：', en: ': ' })}
            {sentence}
          </li>
        ))}
      </ul>
    )
  }
}
