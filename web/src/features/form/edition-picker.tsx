import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { fill } from '../../language/fill.ts'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import { Choice } from '../../ui/choice.tsx'
import type { FormFacts } from '../../graph/generated.ts'
import { FORM_WORDS } from './words.ts'
import { takesYear } from './takes-year.ts'

/** Another edition of the same year; what is in force needs no name in the address. */
export function EditionPicker({ form, year }: { form: FormFacts; year: number }) {
  const { say } = useLanguage()
  const address = useAddress()
  const still = useStill()
  const { editions } = form.definition
  if (editions.length < 2) return null
  const inForce = editions.findLast((edition) => takesYear(edition, year))
  const named = editions.toReversed().map((edition) => ({
    value: edition.edition,
    text: say(fill(FORM_WORDS.editionChoice, edition)) + (edition === inForce ? say(FORM_WORDS.inForceMark) : ''),
    view: { edition: edition === inForce ? null : edition.edition, line: null },
  }))
  if (!still)
    return (
      <Choice
        label={say(FORM_WORDS.edition)}
        value={form.edition}
        options={named}
        onChange={(chosen) => address.change(named.find(({ value }) => value === chosen)!.view)}
      />
    )
  return (
    <nav className="tabs" aria-label={say(FORM_WORDS.edition)}>
      <ul>
        {named.map(({ value, text, view }) => (
          <li key={value}>
            <Link href={address.with(view)} aria-current={value === form.edition ? 'true' : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
