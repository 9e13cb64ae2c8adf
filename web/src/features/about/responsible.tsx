import { useLanguage } from '../../language/language.tsx'
import type { InstitutionFacts } from '../../setting/setting-query.ts'
import { useBrand } from '../../shell/brand.ts'
import { ABOUT_WORDS } from './words.ts'

/** Who runs the site, as its settings file says; else the college itself. */
export function Responsible({ institution }: { institution: InstitutionFacts | null }) {
  const { say } = useLanguage()
  const { runBy, contact } = useBrand()
  return (
    <>
      <dl className="facts">
        {runBy && (
          <div>
            <dt>{say(ABOUT_WORDS.runBy)}</dt>
            <dd>{say(runBy)}</dd>
          </div>
        )}
        {institution && (
          <div>
            <dt>{say(ABOUT_WORDS.college)}</dt>
            <dd>{institution.name}</dd>
          </div>
        )}
        {contact?.email && (
          <div>
            <dt>{say(ABOUT_WORDS.email)}</dt>
            <dd>
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </dd>
          </div>
        )}
        {contact?.phone && (
          <div>
            <dt>{say(ABOUT_WORDS.phone)}</dt>
            <dd>
              <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a>
            </dd>
          </div>
        )}
        {contact?.url && (
          <div>
            <dt>{say(ABOUT_WORDS.url)}</dt>
            <dd>
              <a href={contact.url} rel="noreferrer">
                {contact.url}
              </a>
            </dd>
          </div>
        )}
        {contact?.address && (
          <div>
            <dt>{say(ABOUT_WORDS.address)}</dt>
            <dd>{say(contact.address)}</dd>
          </div>
        )}
      </dl>
      {!contact && <p>{say(ABOUT_WORDS.noContact)}</p>}
      {institution?.demonstration && <p>{say(ABOUT_WORDS.demonstration)}</p>}
    </>
  )
}
