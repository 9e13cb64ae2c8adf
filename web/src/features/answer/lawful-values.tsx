import { useLanguage } from '../../language/language.tsx'
import { fill } from '../../language/fill.ts'
import type { Reconciled } from '../../graph/generated.ts'
import { shownValue } from './shown-value.ts'
import { ANSWER_WORDS } from './words.ts'

/** The lawful values in a folder of files, where nothing can be chosen or typed. */
export function LawfulValues({ found }: { found: Reconciled }) {
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
