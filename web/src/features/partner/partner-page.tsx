import type { PageProps } from '../../setting/setting.tsx'
import { MentionTable } from '../../ui/mention-list.tsx'
import { SubjectPage } from '../../ui/subject-page.tsx'
import { useLanguage } from '../../language/language.tsx'
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

/** Everything about one partner: what it is, agreements, joint programmes and platforms with it, every figure, every record. */
export function PartnerPage({ setting, place: { id } }: PageProps<'partner'>) {
  const { say } = useLanguage()
  return (
    <SubjectPage
      dimension="partner"
      code={id}
      setting={setting}
      query={PartnerQuery}
      words={PARTNER_WORDS}
      tables={(mentions) => (
        <>
          <MentionTable
            mentions={mentions}
            type="agreement"
            theme="platforms"
            title={say(PARTNER_WORDS.agreements)}
            fields={['type', 'signed_on', 'from', 'to', 'programme']}
          />
          <MentionTable
            mentions={mentions}
            type="joint-programme"
            theme="introduction"
            title={say(PARTNER_WORDS.joint)}
            fields={['programme', 'from', 'to', 'intake_per_cohort']}
          />
          <MentionTable
            mentions={mentions}
            type="platform-member"
            theme="platforms"
            title={say(PARTNER_WORDS.platforms)}
            fields={['platform', 'role', 'from', 'to']}
          />
          <MentionTable
            mentions={mentions}
            type="overseas-site"
            theme="export"
            title={say(PARTNER_WORDS.sites)}
            fields={['type', 'brand', 'country', 'opened_on', 'closed_on']}
          />
        </>
      )}
    />
  )
}
