import { Link, useAddress } from '../../../address/address.tsx'
import { shownAs } from '../../../address/view.ts'
import type { ReleaseFacts } from '../../../graph/generated.ts'
import { graph } from '../../../graph/graph.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { FaultState, Loading } from '../../../ui/states.tsx'
import WORDS from './words.json' with { type: 'json' }

const ChecklistQuery = graph(`
  query Checklist($id: ID!, $locale: Locale!) {
    node(id: $id) {
      ... on Release {
        checklist { code blocker sentence(locale: $locale) count href places { sentence(locale: $locale) href } }
      }
    }
  }
`)

/** The releases themselves: what is put right here needs no link. */
const isThisPage = (href: string) => new URL(href, location.origin).searchParams.get('tab') === 'releases'

/** What has to be looked at before a release comes out, each with the page where it is put right. */
export function Checklist({ release: { id } }: { release: ReleaseFacts }) {
  const { locale, say } = useLanguage()
  const { view } = useAddress()
  const { data, fault, retry } = useAnswer(ChecklistQuery, { id, locale })
  const items = data?.node && 'checklist' in data.node ? data.node.checklist : null
  const here = (href: string) => shownAs(href, { lang: view.lang, mode: view.mode })
  return (
    <div className="checklist stack-tight">
      <h3>{say(WORDS.checklist)}</h3>
      {!items && (fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={2} />)}
      {items?.length === 0 && <p className="quiet">{say(WORDS.nothing)}</p>}
      <ul className="lines">
        {items?.map(({ code, blocker, sentence, href, places }) => (
          <li key={`${code} ${sentence}`}>
            <strong>{say(blocker ? WORDS.blocker : WORDS.remark)}</strong> {sentence}{' '}
            {!isThisPage(href) && (
              <Link className="off-paper nowrap" href={here(href)}>
                {say(WORDS.fix)}
                <span className="for-ears">: {sentence}</span>
              </Link>
            )}
            {places.length > 0 && (
              <details className="unfolds">
                <summary>
                  {say(WORDS.which, { n: places.length })}
                  <span className="for-ears">: {sentence}</span>
                </summary>
                <ul className="lines">
                  {places.map((place) => (
                    <li key={`${place.href} ${place.sentence}`}>
                      <Link href={here(place.href)}>{place.sentence}</Link>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
