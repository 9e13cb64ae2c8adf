import { useId, type FormEvent } from 'react'
import { formatFigure } from '@causeway/shared/format-figure'
import type { Locale } from '@causeway/shared/words/words'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import type { Fault } from '../../graph/fault.ts'
import { spoken } from '../../language/spoken.ts'
import { fill } from '../../language/fill.ts'
import { useLanguage } from '../../language/language.tsx'
import { Choice } from '../../ui/choice.tsx'
import type { AnswerIndicator, LawfulValue, Reconciled } from './answer-query.ts'
import { ANSWER_WORDS } from './words.ts'

/** An address names terms by the value's label behind this sign; without it stands a number. */
const TERMS = '~'
const keyOf = (against: string) => against.slice(TERMS.length)
export const isTerms = (against: string) => against.startsWith(TERMS)

interface Props {
  found: Reconciled
  indicator: AnswerIndicator
  series: NonNullable<AnswerIndicator['series']>
  exact: boolean
  fault: Fault | null
}

interface StillProps {
  found: Reconciled
}

/** The lawful values in a folder of files, where nothing can be chosen or typed. */
export function LawfulValues({ found }: StillProps) {
  const { locale, say } = useLanguage()
  return (
    <section className="in-hand" aria-labelledby="in-hand">
      <h2 id="in-hand">{say(ANSWER_WORDS.hand)}</h2>
      <p className="quiet">{say(ANSWER_WORDS.onOtherTerms)}</p>
      <ul className="lines">
        {found.values.map((value) => (
          <li key={value.key}>
            {say(fill(ANSWER_WORDS.isOther, { label: value.label, value: shownValue(value, locale) }))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The side of a figure is a count, whatever the figure is. */
function shownValue(value: LawfulValue, locale: Locale): string {
  return formatFigure(
    { value: value.value, gap: value.figure.gap },
    value.part === null
      ? { decimals: value.indicator.decimals, unit: spoken(value.unit) }
      : { decimals: Number.isInteger(value.value) ? 0 : 1 },
    locale,
  )
}

/** The number that somebody else has: chosen by its terms, or typed; what it is, and why it is another one. */
export function NumberInHand({ found, indicator, series, exact, fault }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const id = useId()
  const { against } = address.view
  const chosen = against !== null && isTerms(against) ? keyOf(against) : null
  const typed = against !== null && chosen === null ? against : null
  const problem = fault?.code === 'BAD_NUMBER' ? fault.message : null
  const value = found.values.find((one) => one.key === chosen) ?? null
  return (
    <section className="in-hand" aria-labelledby="in-hand">
      <h2 id="in-hand">{say(ANSWER_WORDS.hand)}</h2>
      <p className="quiet">{say(ANSWER_WORDS.handText)}</p>
      <div className="in-hand-ways">
        <Choice
          label={say(ANSWER_WORDS.choose)}
          value={chosen ?? ''}
          options={[
            { value: '', text: say(ANSWER_WORDS.nothing) },
            ...found.values.map((one) => ({ value: one.key, text: one.label })),
          ]}
          onChange={(key) => address.change({ against: key ? TERMS + key : null })}
        />
        <form onSubmit={check} noValidate>
          <label htmlFor={`${id}-number`}>{say(ANSWER_WORDS.type)}</label>
          <input
            key={typed}
            id={`${id}-number`}
            name="number"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={typed ?? ''}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
          />
          <button type="submit" className="button">
            {say(ANSWER_WORDS.check)}
          </button>
        </form>
      </div>
      <div role="status" className="in-hand-told">
        {problem && (
          <p id={`${id}-problem`} className="problem">
            {problem}
          </p>
        )}
        {typed !== null && !problem && found.against && <p>{found.against.sentence}</p>}
        {value && <Chosen value={value} />}
      </div>
      {against !== null && (
        <p className="actions">
          <Link className="button" href={address.with({ against: null })}>
            {say(ANSWER_WORDS.clear)}
          </Link>
          {!exact && !problem && !isShown() && (
            <Link className="quiet-link" href={address.to({ page: 'sign-in' }, { back: address.here })}>
              {say(ANSWER_WORDS.needs)}
            </Link>
          )}
        </p>
      )}
    </section>
  )

  function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const number = String(new FormData(event.currentTarget).get('number') ?? '').trim()
    address.change({ against: number || null })
  }

  function Chosen({ value }: { value: LawfulValue }) {
    const { locale } = useLanguage()
    const forms = [...new Map(value.askedBy.map((line) => [line.form, line.formName])).values()]
    const shown = shownValue(value, locale)
    const differences = found.differences ?? []
    // Each difference is told against the reference; where the card shows another value, that one is told too.
    const sentences = [value.key, keyOfShown()].flatMap(
      (key) => differences.find(({ to }) => to.key === key)?.sentence ?? [],
    )
    return (
      <>
        <p>
          <strong>{say(fill(ANSWER_WORDS.isOther, { label: value.label, value: shown }))}</strong>
        </p>
        {value.key === keyOfShown() ? (
          <p>{say(ANSWER_WORDS.thisOne)}</p>
        ) : (
          [...new Set(sentences)].map((sentence) => <p key={sentence}>{sentence}</p>)
        )}
        {forms.length > 0 && (
          <p className="quiet">
            {say(ANSWER_WORDS.askedBy).replace(
              '{forms}',
              forms.map((name) => say({ zh: `《${name}》`, en: name })).join(say({ zh: '、', en: ', ' })),
            )}
          </p>
        )}
      </>
    )
  }

  /** Nothing makes a difference to the number above itself. */
  function isShown(): boolean {
    const shown = keyOfShown()
    const named = chosen === null ? (found.against?.matches ?? []).map(({ key }) => key) : [chosen]
    return shown !== null && named.includes(shown)
  }

  /** Which of the values the card itself shows; null: none of them, it is narrowed. */
  function keyOfShown(): string | null {
    if (address.view.filter.length > 0) return null
    const same = found.values.find(
      (one) =>
        one.indicator.id === indicator.id &&
        one.part === null &&
        one.counting === null &&
        one.basis === series.basis &&
        one.scope === series.scope &&
        (one.at === null || one.at === '09-01'),
    )
    return same?.key ?? null
  }
}
