import type { Words } from '@causeway/shared/words/words'
import { Link } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { StandardFacts } from '../../graph/generated.ts'
import STANDARD_WORDS from './words.json' with { type: 'json' }

const LEVELS: Record<string, Words> = STANDARD_WORDS.levels

/** Programmes, resources and crosswalks of a standard, each with the way there. */
export function LinksPanel({
  standard,
  titles,
}: {
  standard: StandardFacts
  /** Of all standards, by their codes. */
  titles: Map<string, string>
}) {
  const { say, formatSpan } = useLanguage()
  const { code, programmes, resources, mappings, mappedFrom } = standard
  const pairs = [
    ...[...Map.groupBy(mappings, ({ toStandard }) => toStandard)].map(([other, own]) => ({
      from: code,
      to: other,
      text: `${say(STANDARD_WORDS.compared)} ${titles.get(other) ?? other}`,
      count: own.length,
    })),
    ...[...Map.groupBy(mappedFrom, ({ standard: from }) => from)].map(([other, own]) => ({
      from: other,
      to: code,
      text: `${say(STANDARD_WORDS.comparedFrom)} ${titles.get(other) ?? other}`,
      count: own.length,
    })),
  ]
  return (
    <div className="register-pair stack-loose">
      {programmes.length > 0 && (
        <section className="card" aria-labelledby="programmes">
          <h2 id="programmes">{say(STANDARD_WORDS.programmes)}</h2>
          <ul className="mention-records">
            {programmes.map(({ programme, programmeName, relationLabel, from, to }) => (
              <li key={`${programme} ${relationLabel}`}>
                <Link to={{ page: 'programme', id: programme }}>{programmeName}</Link>{' '}
                <span className="quiet">
                  {relationLabel}
                  {say({ zh: '，', en: ', ' })}
                  {formatSpan({ from, to })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {pairs.length > 0 && (
        <section className="card" aria-labelledby="crosswalks">
          <h2 id="crosswalks">{say(STANDARD_WORDS.crosswalks)}</h2>
          <ul className="mention-records">
            {pairs.map(({ from, to, text, count }) => (
              <li key={`${from} ${to}`}>
                <Link to={{ page: 'crosswalk', from, to }}>{text}</Link>{' '}
                <span className="quiet">{say(STANDARD_WORDS.judgements, { n: count })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {resources.length > 0 && (
        <section className="card" aria-labelledby="resources">
          <h2 id="resources">{say(STANDARD_WORDS.resources)}</h2>
          <ul className="mention-records">
            {resources.map(({ id, label }) => (
              <li key={id}>
                <Link to={{ page: 'record', id }}>{label}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

type Certificate = StandardFacts['certificates'][number]

/** Examinations whose results are on the standard: people and attempts kept apart. */
export function CertificatesPanel({ certificates }: { certificates: Certificate[] }) {
  const { say, formatDay } = useLanguage()
  if (certificates.length === 0) return null
  return (
    <section className="card theme-skills" aria-labelledby="certificates">
      <h2 id="certificates">{say(STANDARD_WORDS.certificates)}</h2>
      <DataTable
        caption={say(STANDARD_WORDS.certificates)}
        columns={[
          {
            title: say(STANDARD_WORDS.instrument),
            cell: ({ instrument, version }) => `${instrument}${version ? ` ${version}` : ''}`,
          },
          {
            title: say(STANDARD_WORDS.certificateLevel),
            cell: ({ level }) => (LEVELS[level] ? say(LEVELS[level]) : level),
          },
          { title: say(STANDARD_WORDS.persons), number: true, cell: ({ persons }) => persons },
          { title: say(STANDARD_WORDS.results), number: true, cell: ({ results }) => results },
          { title: say(STANDARD_WORDS.passed), number: true, cell: ({ passed }) => passed },
          {
            title: say(STANDARD_WORDS.period),
            cell: ({ first, last }) =>
              say({ zh: `${formatDay(first)}至${formatDay(last)}`, en: `${formatDay(first)} to ${formatDay(last)}` }),
          },
        ]}
        rows={certificates}
        rowKey={({ instrument, version, level, standardVersion }) =>
          [instrument, version, level, standardVersion].join(' ')
        }
      />
    </section>
  )
}
