import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import type { VersionFacts } from '../../graph/generated.ts'
import { StandardChangesQuery } from './standard-query.ts'
import { STANDARD_WORDS } from './words.ts'

/** What changed from one version to the next, and what that touches. Which two is in the address. */
export function ChangesPanel({
  institution,
  code,
  versions,
}: {
  institution: string
  code: string
  versions: VersionFacts[]
}) {
  const { locale, say, formatDay } = useLanguage()
  const address = useAddress()
  const names = versions.map(({ version }) => version)
  const asked = address.view.edition?.split('..') ?? []
  const from = names.includes(asked[0] ?? '') ? asked[0]! : names.at(-2)!
  const to = names.includes(asked[1] ?? '') ? asked[1]! : names.at(-1)!
  const { data, waiting, fault, retry } = useAnswer(StandardChangesQuery, { institution, code, from, to, locale })
  const changes = data?.standardChanges
  const options = names.map((value) => ({ value, text: say(STANDARD_WORDS.version, { v: value }) }))
  const list = (items: string[]) => items.join(say({ zh: '、', en: ', ' }))
  return (
    <section className="card" aria-labelledby="changes" aria-busy={waiting}>
      <h2 id="changes">{say(STANDARD_WORDS.changes)}</h2>
      {names.length > 2 && (
        <div className="controls">
          <Choice
            label={say(STANDARD_WORDS.fromVersion)}
            value={from}
            options={options}
            onChange={(value) => address.change({ edition: `${value}..${to}` })}
          />
          <Choice
            label={say(STANDARD_WORDS.toVersion)}
            value={to}
            options={options}
            onChange={(value) => address.change({ edition: `${from}..${value}` })}
          />
        </div>
      )}
      {fault && <FaultState fault={fault} retry={retry} />}
      {!changes && waiting && <Loading rows={3} />}
      {changes && (
        <>
          <p className="cap">
            {say({ zh: `第 ${from} 版 → 第 ${to} 版，`, en: `Version ${from} to ${to}, ` })}
            {formatDay(changes.effective)}
            {changes.unchanged > 0 && say(STANDARD_WORDS.unchanged, { n: changes.unchanged })}
          </p>
          <ul className="version-changes">
            {changes.units.map(({ code: unit, kinds, summary }) => (
              <li key={unit}>
                <span className="version-sign" aria-hidden="true">
                  {kinds.includes('ADDED') ? '＋' : kinds.includes('REMOVED') ? '−' : '△'}
                </span>{' '}
                {summary}
              </li>
            ))}
          </ul>
          <dl className="facts">
            {changes.programmes.length > 0 && (
              <div>
                <dt>{say(STANDARD_WORDS.programmes)}</dt>
                <dd>
                  {changes.programmes.map(({ programme, programmeName }, at) => (
                    <span key={programme}>
                      {at > 0 && say({ zh: '、', en: ', ' })}
                      <Link to={{ page: 'programme', id: programme }}>{programmeName}</Link>
                    </span>
                  ))}
                </dd>
              </div>
            )}
            {changes.adoptions.length > 0 && (
              <div>
                <dt>{say(STANDARD_WORDS.adopters)}</dt>
                <dd>
                  {list(
                    changes.adoptions.map(({ countryLabel, adopter }) =>
                      say({ zh: `${countryLabel}${adopter}`, en: `${adopter}, ${countryLabel}` }),
                    ),
                  )}
                </dd>
              </div>
            )}
            {changes.certificates.length > 0 && (
              <div>
                <dt>{say(STANDARD_WORDS.certificates)}</dt>
                <dd>{list(changes.certificates.map(({ instrument }) => instrument))}</dd>
              </div>
            )}
            {changes.mappingsToRenew.length > 0 && (
              <div>
                <dt>{say(STANDARD_WORDS.toRenew)}</dt>
                <dd>{say(STANDARD_WORDS.judgements, { n: changes.mappingsToRenew.length })}</dd>
              </div>
            )}
          </dl>
        </>
      )}
    </section>
  )
}
