import { formatQuantity } from '@causeway/shared/format-figure'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { UnitFacts, VersionFacts } from '../../graph/generated.ts'
import { STANDARD_WORDS } from './words.ts'

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
