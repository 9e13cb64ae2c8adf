import { useAddress } from '../../address/use-address.ts'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { formFileAddress } from './form-address.ts'
import type { FormFacts } from '../../graph/generated.ts'
import { FORM_WORDS } from './words.ts'

interface Props {
  form: FormFacts
  institution: string
  year: number
  mayTake: boolean
}

export function TakeForm({ form, institution, year, mayTake }: Props) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const still = useStill()
  // A folder of files has no server to write one, and no script to print or copy.
  if (still || !mayTake) return null
  return (
    <div className="actions">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} className="button" href={formFileAddress(form, institution, year, format, locale)} download>
          {say(FORM_WORDS[format])}
        </a>
      ))}
      <button type="button" className="button" onClick={() => print()}>
        {say(FORM_WORDS.print)}
      </button>
      <CopyButton
        text={() =>
          location.origin +
          address.with({ lang: locale === 'ZH' ? 'zh' : 'en', institution, year, edition: form.edition, line: null })
        }
      >
        {say(FORM_WORDS.copyLink)}
      </CopyButton>
    </div>
  )
}
