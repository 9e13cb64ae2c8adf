import { useAddress } from '../../address/use-address.ts'
import { fillIn } from '../../language/fill-in.ts'
import { useLanguage } from '../../language/language.tsx'
import { Choice } from '../../ui/choice.tsx'
import type { FormFacts } from './form-query.ts'
import { FORM_WORDS } from './words.ts'
import { takesYear } from './takes-year.ts'

/** Another edition of the same year; what is in force needs no name in the address. */
export function EditionPicker({ form, year }: { form: FormFacts; year: number }) {
  const { say } = useLanguage()
  const address = useAddress()
  const { editions } = form.definition
  if (editions.length < 2) return null
  const inForce = editions.findLast((edition) => takesYear(edition, year))
  return (
    <Choice
      label={say(FORM_WORDS.edition)}
      value={form.edition}
      options={editions.toReversed().map((edition) => ({
        value: edition.edition,
        text: fillIn(say(FORM_WORDS.editionChoice), edition) + (edition === inForce ? say(FORM_WORDS.inForceMark) : ''),
      }))}
      onChange={(edition) => address.change({ edition: edition === inForce?.edition ? null : edition, line: null })}
    />
  )
}
