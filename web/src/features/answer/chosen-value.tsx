import { useLanguage } from '../../language/language.tsx'
import { fill } from '../../language/fill.ts'
import type { ComparedValue as LawfulValue, Reconciled } from '../../graph/generated.ts'
import { shownValue } from './shown-value.ts'
import { ANSWER_WORDS } from './words.ts'

interface Props {
  value: LawfulValue
  differences: NonNullable<Reconciled['differences']>
  /** Which of the values the card itself shows; null: none of them. */
  shownKey: string | null
}

/** The value that was chosen by its terms: what it is, why it is another one than the card shows, and which tables ask for it. */
export function ChosenValue({ value, differences, shownKey }: Props) {
  const { locale, say } = useLanguage()
  const forms = [...new Map(value.askedBy.map((line) => [line.form, line.formName])).values()]
  // Each difference is told against the reference; where the card shows another value, that one is told too.
  const sentences = [value.key, shownKey].flatMap((key) => differences.find(({ to }) => to.key === key)?.sentence ?? [])
  return (
    <>
      <p>
        <strong>{say(fill(ANSWER_WORDS.isOther, { label: value.label, value: shownValue(value, locale) }))}</strong>
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
