import type { PageProps } from '../../setting/setting.tsx'
import { MentionTable } from '../../ui/mention-table.tsx'
import { SubjectPage } from '../../ui/subject-page.tsx'
import { useLanguage } from '../../language/language.tsx'
import { ProgrammeQuery } from './programme-query.ts'
import { StandardsPanel } from './standards-panel.tsx'
import { PROGRAMME_WORDS } from './words.ts'

/** Everything about one programme: what it is, its standards, joint programmes and courses, every figure, every record. */
export function ProgrammePage({ setting, place: { id } }: PageProps<'programme'>) {
  const { say } = useLanguage()
  return (
    <SubjectPage
      dimension="programme"
      code={id}
      setting={setting}
      query={ProgrammeQuery}
      words={PROGRAMME_WORDS}
      figuresFirst
      tables={(mentions, data, on) => (
        <>
          <StandardsPanel cells={data.programmeCoverage?.edges[0]?.node.cells ?? []} on={on} />
          <MentionTable
            mentions={mentions}
            type="joint-programme"
            theme="introduction"
            title={say(PROGRAMME_WORDS.joint)}
            fields={['category', 'partner', 'from', 'to', 'intake_per_cohort']}
          />
          <MentionTable
            mentions={mentions}
            type="agreement"
            theme="platforms"
            title={say(PROGRAMME_WORDS.agreements)}
            fields={['partner', 'type', 'signed_on', 'to']}
          />
          <MentionTable
            mentions={mentions}
            type="course"
            theme="introduction"
            title={say(PROGRAMME_WORDS.courses)}
            fields={['core', 'introduced', 'foreign_taught', 'hours', 'foreign_party_hours', 'language']}
          />
        </>
      )}
    />
  )
}
