import type { PageProps } from '../../setting/setting.tsx'
import { SubjectPage } from '../../ui/subject-page.tsx'
import { graph } from '../../graph/graph.ts'
import { SubjectFacts } from '../../graph/subject-query.ts'
import type { Words } from '@causeway/shared/words/words'

const PARTNER_WORDS = {
  kind: { zh: '合作机构', en: 'Partner' },
  lead: { zh: '与该机构的合作', en: ': what is done together' },
  facts: { zh: '基本情况', en: 'What it is' },
  agreements: { zh: '合作协议', en: 'Agreements' },
  joint: { zh: '中外合作办学', en: 'Joint programmes' },
  platforms: { zh: '共同参加的平台', en: 'Platforms it is a member of' },
  sites: { zh: '境外办学点', en: 'Overseas sites it hosts' },
  offer: {
    zh: '该机构的基本情况、协议、合作办学和相关台账，凭访问令牌查看。',
    en: 'What the partner is, agreements, joint programmes and records are open to people with an access token.',
  },
} satisfies Record<string, Words>

const PartnerQuery = graph(
  `
  query Partner(
    $institution: ID!, $code: ID!, $type: ID, $field: String, $first: Int!, $after: String, $may: Boolean!,
    $locale: Locale!
  ) {
    named: publicSubjects(institution: $institution, kind: PARTNER, code: $code) { name(locale: $locale) }
    subject(institution: $institution, kind: PARTNER, code: $code) @include(if: $may) { ...SubjectFacts }
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
