import { useLanguage } from '../../language/language.tsx'
import type { InstitutionFacts } from '../../graph/generated.ts'
import { useBrand } from '../../shell/brand.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { ABOUT_WORDS } from './words.ts'

/** Who runs the site, as its settings file says; else the college itself. */
export function Responsible({ institution }: { institution: InstitutionFacts | null }) {
  const { say } = useLanguage()
  const { runBy, contact } = useBrand()
  const { email, phone, url } = contact ?? {}
  return (
    <>
      <FactList
        facts={[
          [say(ABOUT_WORDS.runBy), runBy && say(runBy)],
          [say(ABOUT_WORDS.college), institution?.name],
          [say(ABOUT_WORDS.email), email && <a href={`mailto:${email}`}>{email}</a>],
          [say(ABOUT_WORDS.phone), phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>],
          [
            say(ABOUT_WORDS.url),
            url && (
              <a href={url} rel="noreferrer">
                {url}
              </a>
            ),
          ],
          [say(ABOUT_WORDS.address), contact?.address && say(contact.address)],
        ]}
      />
      {!contact && <p>{say(ABOUT_WORDS.noContact)}</p>}
      {institution?.demonstration && <p>{say(ABOUT_WORDS.demonstration)}</p>}
    </>
  )
}
