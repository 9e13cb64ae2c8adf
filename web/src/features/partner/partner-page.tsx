import type { PageProps } from '../../setting/setting.tsx'
import { SubjectPage } from '../../ui/subject-page.tsx'
import { graph } from '../../graph/graph.ts'
import { SubjectFacts } from '../../graph/subject-query.ts'
import PARTNER_WORDS from './words.json' with { type: 'json' }

const PartnerQuery = graph(
  `
  query Partner(
    $institution: ID!, $code: ID!, $type: ID, $field: String, $first: Int!, $after: String, $may: Boolean!,
    $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    named: publicSubjects(institution: $institution, release: $release, asOf: $asOf, kind: PARTNER, code: $code) { name(locale: $locale) }
    subject(institution: $institution, release: $release, asOf: $asOf, kind: PARTNER, code: $code) @include(if: $may) { ...SubjectFacts }
  }
`,
  { SubjectFacts },
)

const TABLES = [
  {
    ...{ type: 'agreement', theme: 'platforms', title: PARTNER_WORDS.agreements },
    fields: ['type', 'signed_on', 'from', 'to', 'programme'],
  },
  {
    ...{ type: 'joint-programme', theme: 'introduction', title: PARTNER_WORDS.joint },
    fields: ['programme', 'from', 'to', 'intake_per_cohort'],
  },
  {
    ...{ type: 'platform-member', theme: 'platforms', title: PARTNER_WORDS.platforms },
    fields: ['platform', 'role', 'from', 'to'],
  },
  {
    ...{ type: 'overseas-site', theme: 'export', title: PARTNER_WORDS.sites },
    fields: ['type', 'brand', 'country', 'opened_on', 'closed_on'],
  },
]

/** Everything about one partner: what it is, agreements, joint programmes and platforms with it, every figure, every record. */
export function PartnerPage({ setting, place: { id } }: PageProps<'partner'>) {
  const subject = { dimension: 'partner', code: id, query: PartnerQuery, words: PARTNER_WORDS, tables: TABLES } as const
  return <SubjectPage {...subject} setting={setting} />
}
