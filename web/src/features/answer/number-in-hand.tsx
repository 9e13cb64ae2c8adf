import { useId, type FormEvent } from 'react'
import { Link, useAddress, SignInLink } from '../../address/address.tsx'
import type { Fault } from '../../graph/fault.ts'
import { useLanguage } from '../../language/language.tsx'
import { Choice } from '../../ui/choice.tsx'
import type { AnswerIndicator, Reconciled, ComparedValue as LawfulValue } from '../../graph/generated.ts'
import ANSWER_WORDS from './words.json' with { type: 'json' }
import { formatFigure } from '@causeway/shared/format-figure'
import type { Locale } from '@causeway/shared/words/words'
import { spoken } from '../../language/words.ts'
import { Button } from '../../ui/button.tsx'

/** A lawful value with its unit. The side of a figure is a count, whatever the figure is. */
export function shownValue(value: LawfulValue, locale: Locale): string {
  return formatFigure(
    { value: value.value, gap: value.figure.gap },
    value.part === null ? { decimals: value.indicator.decimals, unit: spoken(value.unit) } : { decimals: 1 },
    locale,
  )
}

/** An address names terms by the key of their value behind this sign; without it is a number. */
const TERMS = '~'

/** What a figure is set against, as an address says it: the value of other terms, by its key, or a number that was typed. */
export function readAgainst(against: string | null): { key: string | null; typed: string | null } {
  return against?.startsWith(TERMS) ? { key: against.slice(TERMS.length), typed: null } : { key: null, typed: against }
}

function writeTerms(key: string): string {
  return TERMS + key
}

interface Props {
  found: Reconciled
  indicator: AnswerIndicator
  series: NonNullable<AnswerIndicator['series']>
  exact: boolean
  fault: Fault | null
}

/** The number that somebody else has: chosen by its terms, or typed; what it is, and why it is another one. */
export function NumberInHand({ found, indicator, series, exact, fault }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const problemId = useId()
  const { against, filter } = address.view
  const { key, typed } = readAgainst(against)
  const problem = fault?.code === 'BAD_NUMBER' ? fault.message : null
  const value = found.values.find((one) => one.key === key) ?? null
  // A figure that is narrowed is none of them.
  const shownKey = filter.length > 0 ? null : keyOnTerms(found, indicator, series)
  const named = key === null ? (found.against?.matches ?? []).map((match) => match.key) : [key]
  // Nothing makes a difference to the number above itself.
  const isShown = shownKey !== null && named.includes(shownKey)
  return (
    <section className="in-hand stack" aria-labelledby="in-hand">
      <h2 id="in-hand">{say(ANSWER_WORDS.hand)}</h2>
      <p className="quiet">{say(ANSWER_WORDS.handText)}</p>
      <div className="in-hand-ways stack-loose off-paper">
        <Choice
          label={say(ANSWER_WORDS.choose)}
          value={key ?? ''}
          options={[
            { value: '', text: say(ANSWER_WORDS.nothing) },
            ...found.values.map((one) => ({ value: one.key, text: one.label })),
          ]}
          onChange={(chosen) => address.change({ against: chosen ? writeTerms(chosen) : null })}
        />
        <TypedNumber typed={typed} problemId={problem ? problemId : undefined} />
      </div>
      <div role="status" className="in-hand-said stack-tight">
        {problem && (
          <p id={problemId} className="problem">
            {problem}
          </p>
        )}
        {typed !== null && !problem && found.against && <p>{found.against.sentence}</p>}
        {value && <ChosenValue value={value} differences={found.differences ?? []} shownKey={shownKey} />}
      </div>
      {against !== null && (
        <p className="actions">
          <Link className="button" view={{ against: null }}>
            {say(ANSWER_WORDS.clear)}
          </Link>
          {!exact && !problem && !isShown && <SignInLink className="quiet-link">{say(ANSWER_WORDS.needs)}</SignInLink>}
        </p>
      )}
    </section>
  )
}

/** A field for the number; what is wrong with it is in the paragraph that is named. */
function TypedNumber({ typed, problemId }: { typed: string | null; problemId: string | undefined }) {
  const { say } = useLanguage()
  const address = useAddress()
  const id = useId()
  return (
    <form onSubmit={check} noValidate>
      <label htmlFor={id}>{say(ANSWER_WORDS.type)}</label>
      <input
        key={typed}
        id={id}
        name="number"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={typed ?? ''}
        aria-invalid={problemId ? true : undefined}
        aria-describedby={problemId}
      />
      <Button submits>{say(ANSWER_WORDS.check)}</Button>
    </form>
  )

  function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const number = String(new FormData(event.currentTarget).get('number') ?? '').trim()
    address.change({ against: number || null })
  }
}

/** Which of the lawful values is on the terms of a series; null: none of them. */
function keyOnTerms({ values }: Reconciled, indicator: AnswerIndicator, series: Props['series']): string | null {
  const same = values.find(
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

interface ChosenValueProps {
  value: LawfulValue
  differences: NonNullable<Reconciled['differences']>
  /** Which of the values the card itself shows; null: none of them. */
  shownKey: string | null
}

/** The value that was chosen by its terms: what it is, why it is another one than the card shows, and which tables ask for it. */
function ChosenValue({ value, differences, shownKey }: ChosenValueProps) {
  const { locale, say } = useLanguage()
  const forms = [...new Map(value.askedBy.map((line) => [line.form, line.formName])).values()]
  // Each difference is said against the reference; where the card shows another value, that one is said too.
  const sentences = [value.key, shownKey].flatMap((key) => differences.find(({ to }) => to.key === key)?.sentence ?? [])
  return (
    <>
      <p>
        <strong>{say(ANSWER_WORDS.isOther, { label: value.label, value: shownValue(value, locale) })}</strong>
      </p>
      {value.key === shownKey ? (
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
