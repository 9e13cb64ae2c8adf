import { themeWords } from '@causeway/shared/words/themes'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { mayRead } from '../../session/may.ts'
import { useSession } from '../../session/use-session.tsx'
import { reportLabel, windowOf } from '../../setting/years.ts'
import { FiguresCard } from '../../ui/figures-card.tsx'
import { RecordsWanted } from '../../ui/records-wanted.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { ThemeHead } from '../../ui/theme-head.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/registers.css'
import '../../styles/registers-print.css'
import { headlineOf } from './headline.ts'
import { PartPanel } from './part-panel.tsx'
import { isTold, ofCodes, SKILL_PARTS } from './skill-parts.ts'
import { SkillsQuery } from './skills-query.ts'
import { SKILLS_WORDS } from './words.ts'

/** What was learned, with how sure each figure is; few people are told as few. */
export function SkillsPage({ setting }: PageProps<'skills'>) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const { institution, years, year } = setting
  const { data, waiting, fault, retry } = useAnswer(SkillsQuery, {
    institution: institution.code,
    ...windowOf(years, year),
    year,
    may: mayRead(session, institution.code),
    locale,
  })
  useTitle(say(themeWords.SKILLS), institution.name)
  const empty = data?.indicators.every(({ series }) =>
    (series?.figures ?? []).every(({ value, gap }) => !value && gap !== 'SUPPRESSED'),
  )
  const told = data ? SKILL_PARTS.filter(({ codes }) => isTold(data, codes)) : []
  const silent = data
    ? SKILL_PARTS.filter((part) => !told.includes(part)).flatMap(({ codes }) => ofCodes(data, codes))
    : []
  return (
    <div className="theme-skills">
      <ThemeHead
        theme="SKILLS"
        headline={(data && headlineOf(data, year, locale)) ?? say(SKILLS_WORDS.title)}
        lead={say(SKILLS_WORDS.lead)}
        institution={institution}
        when={reportLabel(years.periodOf(year), locale)}
      />
      {fault && <FaultState fault={fault} retry={retry} />}
      {!data && waiting && <Loading rows={7} />}
      {data && empty && (
        <RecordsWanted
          institution={institution.code}
          title={say(SKILLS_WORDS.empty)}
          types={[
            { name: 'assessment-result', label: say({ zh: '技能测评成绩', en: 'assessment results' }) },
            { name: 'certificate-award', label: say({ zh: '证书取得', en: 'certificate awards' }) },
            { name: 'competition-result', label: say({ zh: '技能竞赛成绩', en: 'competition results' }) },
            { name: 'graduate-outcome', label: say({ zh: '毕业去向', en: 'graduate outcomes' }) },
          ]}
        />
      )}
      {data && !empty && (
        <div className="register-page" aria-busy={waiting}>
          {told.map((part) => (
            <PartPanel key={part.id} part={part} data={data} setting={setting} />
          ))}
          {silent.length > 0 && (
            <FiguresCard
              id="without-records"
              title={say(SKILLS_WORDS.unfilled)}
              indicators={silent}
              year={year}
              when={reportLabel(years.periodOf(year), locale)}
              institution={institution}
            />
          )}
          <p className="cap">{say(SKILLS_WORDS.few)}</p>
        </div>
      )}
    </div>
  )
}
