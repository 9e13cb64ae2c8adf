import { useId, useState, type FormEvent } from 'react'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { Choice } from '../../ui/choice.tsx'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import type { IndicatorFacts, FigureTarget } from '../../graph/generated.ts'
import { periodName } from './chart-of-series.ts'
import { graph } from '../../graph/graph.ts'
import { Button } from '../../ui/button.tsx'
import TARGETS_WORDS from './target-words.json' with { type: 'json' }

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  /** Names of the plans that there are. */
  plans: string[]
  saved: () => void
}

const YEARS_AHEAD = 10
const YEARS_BACK = 5

/** One year of a plan, for anyone who may change the college's records. */
export function TargetForm({ indicator, setting, plans, saved }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const send = useChange()
  const [year, setYear] = useState(setting.years.newest)
  const [said, setSaid] = useState<{ text: string; problem: boolean } | null>(null)
  const [busy, setBusy] = useState(false)
  const basis = indicator.series?.basis ?? indicator.bases[0]!
  const years = Array.from({ length: YEARS_AHEAD + YEARS_BACK + 1 }, (_, at) => setting.years.newest - YEARS_BACK + at)
  return (
    <details className="target-form off-paper">
      <summary>{say(TARGETS_WORDS.form)}</summary>
      <form className="form" onSubmit={(event) => void save(event)} noValidate>
        <div>
          <label htmlFor={`${id}-plan`}>{say(TARGETS_WORDS.plan)}</label>
          <input id={`${id}-plan`} name="plan" list={`${id}-plans`} defaultValue={plans[0] ?? ''} autoComplete="off" />
          <datalist id={`${id}-plans`}>
            {plans.map((plan) => (
              <option key={plan} value={plan} />
            ))}
          </datalist>
        </div>
        <Choice
          label={say(TARGETS_WORDS.year)}
          value={String(year)}
          options={years.map((one) => ({ value: String(one), text: periodName(setting, basis, one, locale) }))}
          onChange={(one) => setYear(Number(one))}
        />
        <div>
          <label htmlFor={`${id}-value`}>
            {say(TARGETS_WORDS.value)}
            {indicator.unit && say({ zh: `（${indicator.unit}）`, en: ` (${indicator.unit})` })}
          </label>
          <input
            id={`${id}-value`}
            name="value"
            inputMode="decimal"
            autoComplete="off"
            aria-invalid={said?.problem || undefined}
            aria-describedby={said ? `${id}-said` : undefined}
          />
        </div>
        <label className="tick">
          <input type="checkbox" name="cumulative" /> {say(TARGETS_WORDS.isCumulative)}
        </label>
        <label className="tick">
          <input type="checkbox" name="base" /> {say(TARGETS_WORDS.isBase)}
        </label>
        <div>
          <label htmlFor={`${id}-note`}>{say(TARGETS_WORDS.note)}</label>
          <input id={`${id}-note`} name="note" autoComplete="off" />
        </div>
        <Button primary submits disabled={busy}>
          {say(TARGETS_WORDS.save)}
        </Button>
        <p id={`${id}-said`} role="status" className={said?.problem ? 'problem' : 'quiet'}>
          {said?.text}
        </p>
      </form>
    </details>
  )

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const written = new FormData(event.currentTarget)
    const text = (name: string) => String(written.get(name) ?? '').trim()
    const plan = text('plan')
    const value = Number(text('value').normalize('NFKC').replaceAll(',', '').replace('%', ''))
    if (plan === '' || text('value') === '' || !Number.isFinite(value))
      return setSaid({ text: say(TARGETS_WORDS.needed), problem: true })
    setBusy(true)
    const { data, fault } = await send(SetTarget, {
      locale,
      input: {
        institution: setting.institution.code,
        indicator: indicator.id,
        basis,
        plan,
        year,
        value,
        cumulative: written.has('cumulative'),
        base: written.has('base'),
        note: text('note') || null,
      },
    })
    setBusy(false)
    const done = data?.setTarget
    if (!done)
      return setSaid({
        text: fault?.message ?? say(fault?.kind === 'unreachable' ? UI_WORDS.unreachable : UI_WORDS.broken),
        problem: true,
      })
    if (done.__typename === 'Refused') return setSaid({ text: done.message, problem: true })
    setSaid({ text: say(done.changed ? TARGETS_WORDS.saved : TARGETS_WORDS.unchanged), problem: false })
    if (done.changed) saved()
  }
}

export const TargetsQuery = graph(`
  query Targets($institution: ID!, $id: ID!) {
    targets(institution: $institution, indicator: $id) { ...PlanLine }
  }
  fragment PlanLine on PlanLine { plan basis base { ...PlanYear } targets { ...PlanYear } }
  fragment PlanYear on PlanYear { year value cumulative }
`)

const SetTarget = graph(`
  mutation SetTarget($input: SetTargetInput!, $locale: Locale!) {
    setTarget(input: $input) {
      __typename ... on TargetSet { changed } ... on Refused { code message(locale: $locale) }
    }
  }
`)

type TargetState = 'reached' | 'onCourse' | 'behind' | 'notReached'

/** Whether a target is met; of one whose period is not over also whether it is where it should be by now. */
export function targetState(
  { reached, onCourse }: Pick<FigureTarget, 'reached' | 'onCourse'>,
  over: boolean,
): TargetState {
  if (reached) return 'reached'
  if (over || onCourse === null) return 'notReached'
  return onCourse ? 'onCourse' : 'behind'
}
