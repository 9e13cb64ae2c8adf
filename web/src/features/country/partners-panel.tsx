import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import type { MentionFacts } from '../../graph/generated.ts'
import { useLanguage } from '../../language/language.tsx'
import { COUNTRY_WORDS } from './words.ts'

/** The partners in a country, each with the way to its own page. */
export function PartnersPanel({ mentions }: { mentions: MentionFacts[] }) {
  const { say } = useLanguage()
  const address = useAddress()
  const partners = mentions.find(({ recordType, field }) => recordType.name === 'partner' && field === 'country')
  if (!partners) return null
  const shown = partners.records.edges.map(({ node }) => node)
  const left = (partners.records.totalCount ?? shown.length) - shown.length
  return (
    <section className="card theme-platforms" aria-labelledby="partners-here">
      <h2 id="partners-here">{say(COUNTRY_WORDS.partners)}</h2>
      <ul className="thing-list">
        {shown.map(({ id, label, fields }) => {
          const code = fields.find(({ name }) => name === 'code')?.value ?? ''
          const type = fields.find(({ name }) => name === 'type')?.text
          return (
            <li key={id}>
              <Link href={address.to({ page: 'partner', id: code })}>{label}</Link>{' '}
              <span className="quiet">{type}</span>
            </li>
          )
        })}
      </ul>
      {left > 0 && (
        <Link className="quiet-link" href={address.with({ type: 'partner', tab: 'country', after: null })}>
          {say({ zh: `另有 ${left} 家`, en: `${left} more` })}
        </Link>
      )}
    </section>
  )
}
