import { formatQuantity } from '@causeway/shared/format-figure'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { UnitFacts, VersionFacts } from '../../graph/generated.ts'
import STANDARD_WORDS from './words.json' with { type: 'json' }
import { Link, useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { Choice } from '../../ui/choice.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { StandardChangesQuery } from './standard-query.ts'

/** Every version with its days and its units, the newest first; the one in force is open. */
export function VersionsPanel({ versions }: { versions: VersionFacts[] }) {
  const { say } = useLanguage()
  if (versions.length === 0) return null
  const newest = versions.toReversed()
  return (
    <section className="card" aria-labelledby="versions">
      <h2 id="versions">{say(STANDARD_WORDS.versions)}</h2>
      {newest.map((version) => (
        <details key={version.version} open={version.inForce || undefined}>
          <summary>
            <VersionHead version={version} />
          </summary>
          {version.units.length === 0 ? (
            <p className="quiet">{say(STANDARD_WORDS.noUnits)}</p>
          ) : (
            <Units version={version} />
          )}
        </details>
      ))}
    </section>
  )
}

function VersionHead({ version }: { version: VersionFacts }) {
  const { say, formatSpan, formatDay } = useLanguage()
  const { from, to, reviewDue, reviewedOn, overdue, inForce } = version
  const facts = [
    say(inForce ? STANDARD_WORDS.inForce : STANDARD_WORDS.notInForce),
    from && formatSpan({ from, to }),
    overdue && inForce ? say(STANDARD_WORDS.overdue) : null,
    reviewDue && `${say(STANDARD_WORDS.due)} ${formatDay(reviewDue)}`,
    reviewedOn && `${say(STANDARD_WORDS.reviewed)} ${formatDay(reviewedOn)}`,
  ].filter(Boolean)
  return (
    <span>
      <strong>{say(STANDARD_WORDS.version, { v: version.version })}</strong>
      {say({ zh: '：', en: ': ' })}
      {facts.join(say({ zh: '，', en: ', ' }))}
    </span>
  )
}

function Units({ version: { version, units, weightSum } }: { version: VersionFacts }) {
  const { locale, say } = useLanguage()
  const has = (field: 'weight' | 'eqfLevel') => units.some((unit) => unit[field] !== null)
  return (
    <DataTable
      caption={say(STANDARD_WORDS.version, { v: version })}
      columns={[
        {
          title: say(STANDARD_WORDS.unit),
          cell: ({ code, title, escoUri }) => (
            <span className="long-name">
              <span className="code quiet">{code}</span>{' '}
              {escoUri && /^https?:\/\//i.test(escoUri) ? <a href={escoUri}>{title}</a> : title}
            </span>
          ),
        },
        ...(has('weight')
          ? [
              {
                title: say(STANDARD_WORDS.weight),
                number: true,
                cell: ({ weight }: UnitFacts) =>
                  weight === null ? '—' : formatQuantity((100 * weight) / (weightSum || 1), 0, spoken('%'), locale),
              },
            ]
          : []),
        ...(has('eqfLevel')
          ? [{ title: say(STANDARD_WORDS.level), number: true, cell: ({ eqfLevel }: UnitFacts) => eqfLevel ?? '—' }]
          : []),
      ]}
      rows={units}
      rowKey={({ code }) => code}
    />
  )
}

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
          <FactList
            facts={[
              [
                STANDARD_WORDS.programmes,
                changes.programmes.length > 0 &&
                  changes.programmes.map(({ programme, programmeName }, at) => (
                    <span key={programme}>
                      {at > 0 && say({ zh: '、', en: ', ' })}
                      <Link to={{ page: 'programme', id: programme }}>{programmeName}</Link>
                    </span>
                  )),
              ],
              [
                STANDARD_WORDS.adopters,
                list(
                  changes.adoptions.map(({ countryLabel, adopter }) =>
                    say({ zh: `${countryLabel}${adopter}`, en: `${adopter}, ${countryLabel}` }),
                  ),
                ),
              ],
              [STANDARD_WORDS.certificates, list(changes.certificates.map(({ instrument }) => instrument))],
              [
                STANDARD_WORDS.toRenew,
                changes.mappingsToRenew.length > 0 &&
                  say(STANDARD_WORDS.judgements, { n: changes.mappingsToRenew.length }),
              ],
            ]}
          />
        </>
      )}
    </section>
  )
}
