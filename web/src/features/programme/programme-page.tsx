import type { PageProps } from '../../setting/setting.tsx'
import { SubjectPage } from '../../ui/subject-page.tsx'
import { useLanguage } from '../../language/language.tsx'
import { graph } from '../../graph/graph.ts'
import { SubjectFacts } from '../../graph/subject-query.ts'
import { formatQuantity } from '@causeway/shared/format-figure'
import { Link } from '../../address/address.tsx'
import { spoken } from '../../language/words.ts'
import { DataTable } from '../../ui/data-table.tsx'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import type { StandardCell } from '../../graph/generated.ts'
import PROGRAMME_WORDS from './words.json' with { type: 'json' }

const ProgrammeQuery = graph(
  `
  query Programme(
    $institution: ID!, $code: ID!, $on: Date!, $type: ID, $field: String, $first: Int!, $after: String,
    $may: Boolean!, $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    named: publicSubjects(institution: $institution, release: $release, asOf: $asOf, kind: PROGRAMME, code: $code) { name(locale: $locale) }
    subject(institution: $institution, release: $release, asOf: $asOf, kind: PROGRAMME, code: $code) @include(if: $may) { ...SubjectFacts }
    programmeCoverage(institution: $institution, release: $release, asOf: $asOf, programme: $code, on: $on, first: 1) @include(if: $may) {
      edges { node { cells { ...StandardCell } } }
    }
  }
  fragment StandardCell on ProgrammeCell {
    standard { code title(locale: $locale) directionLabel(locale: $locale) }
    links { relationLabel(locale: $locale) from to }
    coverage { units mappedShare assessedShare }
  }
`,
  { SubjectFacts },
)

const TABLES = [
  {
    ...{ type: 'joint-programme', theme: 'introduction', title: PROGRAMME_WORDS.joint },
    fields: ['category', 'partner', 'from', 'to', 'intake_per_cohort'],
  },
  {
    ...{ type: 'agreement', theme: 'platforms', title: PROGRAMME_WORDS.agreements },
    fields: ['partner', 'type', 'signed_on', 'to'],
  },
  {
    ...{ type: 'course', theme: 'introduction', title: PROGRAMME_WORDS.courses },
    fields: ['core', 'introduced', 'foreign_taught', 'hours', 'foreign_party_hours', 'language'],
  },
]

/** Everything about one programme: what it is, its standards, joint programmes and courses, every figure, every record. */
export function ProgrammePage({ setting, place: { id } }: PageProps<'programme'>) {
  return (
    <SubjectPage
      dimension="programme"
      code={id}
      setting={setting}
      query={ProgrammeQuery}
      words={PROGRAMME_WORDS}
      figuresFirst
      panel={(data, on) => <StandardsPanel cells={data.programmeCoverage?.edges[0]?.node.cells ?? []} on={on} />}
      tables={TABLES}
    />
  )
}

/** The standards of a programme, and how far their units were judged, and assessed of the programme's learners. */
function StandardsPanel({ cells, on }: { cells: StandardCell[]; on: string }) {
  const { locale, say, formatDay, formatSpan } = useLanguage()
  if (cells.length === 0) return null
  const share = (value: number | null) => (value === null ? '—' : formatQuantity(value, 0, spoken('%'), locale))
  return (
    <section className="card theme-standards" aria-labelledby="standards">
      <h2 id="standards">
        {say(PROGRAMME_WORDS.standards)}
        <span className="quiet">{say(UI_WORDS.asOf, { day: formatDay(on) })}</span>
      </h2>
      <DataTable
        caption={say(PROGRAMME_WORDS.standards)}
        columns={[
          {
            title: say(PROGRAMME_WORDS.standard),
            cell: ({ standard }) => (
              <Link className="long-name" to={{ page: 'standard', id: standard.code }}>
                {standard.title}
              </Link>
            ),
          },
          { title: say(PROGRAMME_WORDS.direction), cell: ({ standard }) => standard.directionLabel },
          {
            title: say(PROGRAMME_WORDS.relation),
            cell: ({ links }) =>
              [...new Set(links.map(({ relationLabel }) => relationLabel))].join(say({ zh: '、', en: ', ' })),
          },
          {
            title: say(PROGRAMME_WORDS.since),
            cell: ({ links }) => <span className="nowrap">{formatSpan(links[0]!)}</span>,
          },
          { title: say(PROGRAMME_WORDS.units), number: true, cell: ({ coverage }) => coverage.units },
          { title: say(PROGRAMME_WORDS.mapped), number: true, cell: ({ coverage }) => share(coverage.mappedShare) },
          { title: say(PROGRAMME_WORDS.assessed), number: true, cell: ({ coverage }) => share(coverage.assessedShare) },
        ]}
        rows={cells}
        rowKey={({ standard }) => standard.code}
      />
    </section>
  )
}
