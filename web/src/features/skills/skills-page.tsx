import type { ReactNode } from 'react'
import { themeWords } from '@causeway/shared/words/themes'
import type { Words } from '@causeway/shared/words/words'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../pages.ts'
import { mayRead } from '../../session/may.ts'
import { useSession } from '../../session/use-session.tsx'
import { reportLabel, windowOf } from '../../setting/years.ts'
import { FiguresCard } from '../../ui/figures-card.tsx'
import { RecordsWanted } from '../../ui/records-wanted.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { ThemeHead } from '../../ui/theme-head.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/registers.css'
import '../../styles/registers-print.css'
import { Breakdown } from './breakdown.tsx'
import { FiguresWithIntervals } from './figures-with-intervals.tsx'
import { GainsTable } from './gains-table.tsx'
import { headlineOf } from './headline.ts'
import { SlopesPanel } from './slopes-panel.tsx'
import { SkillsQuery, type BreakdownName, type SkillIndicator, type SkillsAnswer } from './skills-query.ts'
import { SKILLS_WORDS } from './words.ts'

/** Which indicators stand together, by their codes. */
const PARTS: { id: string; title: Words; codes: string[]; breakdowns: BreakdownName[] }[] = [
  {
    id: 'certificates',
    title: SKILLS_WORDS.certificates,
    codes: ['SK04', 'SK05', 'SK05.best', 'SK06', 'SK07', 'SK08'],
    breakdowns: ['passes', 'certificates'],
  },
  { id: 'gains', title: SKILLS_WORDS.gains, codes: ['SK11', 'SK12', 'SK13'], breakdowns: ['gains'] },
  { id: 'attainment', title: SKILLS_WORDS.attainment, codes: ['SK09', 'SK10'], breakdowns: ['units'] },
  { id: 'competitions', title: SKILLS_WORDS.competitions, codes: ['SK01', 'SK02', 'SK03'], breakdowns: ['awards'] },
  {
    id: 'destinations',
    title: SKILLS_WORDS.destinations,
    codes: ['SK14', 'SK15.aug', 'SK15.dec', 'SK16', 'SK17', 'SK18.median', 'SK18.mean', 'SK19', 'SK20'],
    breakdowns: ['destinations'],
  },
  {
    id: 'satisfaction',
    title: SKILLS_WORDS.satisfaction,
    codes: ['SK21', 'SK22', 'SK23', 'SK24'],
    breakdowns: ['satisfaction'],
  },
]

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
  const silent = data
    ? PARTS.filter(({ codes }) => !isTold(data, codes)).flatMap(({ codes }) => ofCodes(data, codes))
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
          {PARTS.filter(({ codes }) => isTold(data, codes)).map(({ id, title, codes, breakdowns }) => (
            <Part key={id} id={id} title={say(title)}>
              <div className="card">
                <FiguresWithIntervals indicators={ofCodes(data, codes)} year={year} />
                {id === 'gains' && data.gains?.series && <GainsTable series={data.gains.series} />}
                <SourceLine institution={institution} />
              </div>
              <div className="skill-charts">
                {id === 'gains' && data.pairedScores && data.pairedScores.length > 0 && (
                  <SlopesPanel scores={data.pairedScores} setting={setting} />
                )}
                {breakdowns.map((name) => (
                  <Breakdown key={name} name={name} data={data} institution={institution} />
                ))}
              </div>
            </Part>
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

function ofCodes({ indicators }: SkillsAnswer, codes: string[]): SkillIndicator[] {
  return codes.flatMap((code) => indicators.find((one) => one.code === code) ?? [])
}

/** In one of the years something is known of one of them. */
function isTold(data: SkillsAnswer, codes: string[]): boolean {
  return ofCodes(data, codes).some(({ series }) => series?.figures.some(({ gap }) => gap !== 'NO_RECORDS'))
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="skill-part" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`} className="part-title">
        {title}
      </h2>
      <div className="skill-panels">{children}</div>
    </section>
  )
}
