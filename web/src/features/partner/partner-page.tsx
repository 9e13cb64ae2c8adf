import type { PageProps } from '../../setting/setting.tsx'
import { MentionTable } from '../../ui/mention-table.tsx'
import { SubjectPage } from '../../ui/subject-page.tsx'
import { useLanguage } from '../../language/language.tsx'
import { PartnerQuery } from './partner-query.ts'
import { PARTNER_WORDS } from './words.ts'

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
