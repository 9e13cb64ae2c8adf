import type { ReactNode } from 'react'
import { formatFigure, gapWords } from '@causeway/shared/format-figure'
import { themeWords } from '@causeway/shared/words/themes'
import type { Words } from '@causeway/shared/words/words'
import { SeriesPanel } from '../../charts/series-panel.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { spoken } from '../../language/spoken.ts'
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
import { FiguresWithIntervals } from './figures-with-intervals.tsx'
import { GainsTable } from './gains-table.tsx'
import { SlopesPanel } from './slopes-panel.tsx'
import { BREAKDOWNS, SkillsQuery, type BreakdownName, type SkillIndicator, type SkillsAnswer } from './skills-query.ts'
import { BREAKDOWN_TITLES, SKILLS_WORDS } from './words.ts'

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

/** What the headline says of those who graduated. */
const HEADLINE: { code: string; words: Words }[] = [
  { code: 'SK04', words: { zh: '证书获取率', en: 'certificate rate' } },
  { code: 'SK15.dec', words: { zh: '年底毕业去向落实率', en: 'destination rate at the end of the year' } },
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
        headline={data ? headlineOf(data) : say(SKILLS_WORDS.title)}
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
                  <Breakdown key={name} name={name} data={data} />
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

  function Breakdown({ name, data }: { name: BreakdownName; data: SkillsAnswer }) {
    const { code, by } = BREAKDOWNS[name]
    const indicator = data.indicators.find((one) => one.code === code)
    const series = data[name]?.series
    const shown = series?.figures.filter(({ category, gap }) => !category || gap !== 'NOT_APPLICABLE') ?? []
    // A year of which nothing is known has no group, and stands in the chart as the gap that it is.
    const told = shown.filter(({ category }) => category)
    if (!indicator || !series || told.length === 0) return null
    // A chart of signs alone shows less than a sentence.
    if (told.every(({ value }) => value === null)) {
      const reasons = [...new Set(told.map(({ gap }) => say(gapWords[gap ?? 'NO_RECORDS'].word)))]
      return (
        <section className="card" aria-labelledby={`without-${name}`}>
          <h2 id={`without-${name}`}>{say(BREAKDOWN_TITLES[name])}</h2>
          <p className="quiet">
            {say({
              zh: `${told.length} 组都没有可列出的数值：${reasons.join('；')}。`,
              en: `No figure to show for ${told.length} ${told.length === 1 ? 'group' : 'groups'}: ${reasons.join('; ')}.`,
            })}
          </p>
        </section>
      )
    }
    return (
      <SeriesPanel
        name={name}
        title={BREAKDOWN_TITLES[name]}
        indicator={indicator}
        series={{ ...series, figures: shown }}
        by={by}
        year={null}
        institution={institution}
      />
    )
  }

  function headlineOf({ indicators }: SkillsAnswer): string {
    const told = HEADLINE.flatMap(({ code, words }) => {
      const indicator = indicators.find((one) => one.code === code)
      const figure = indicator?.series?.figures.find((one) => one.period.year === year)
      if (!indicator || !figure || figure.value === null) return []
      const text = formatFigure(figure, { decimals: 0, unit: spoken(indicator.unit) }, locale)
      return [`${say(words)} ${text}`]
    })
    if (told.length === 0) return awardsOf(indicators) ?? say(SKILLS_WORDS.title)
    const cohort = indicators
      .find(({ code }) => code === 'SK04')
      ?.series?.figures.find((one) => one.period.year === year)?.period.label
    return say({ zh: `${cohort}毕业生：${told.join('，')}`, en: `The ${cohort}: ${told.join(', ')}` })
  }

  /** Of a college that has no graduates on record: what its competitors won. */
  function awardsOf(indicators: SkillIndicator[]): string | null {
    const awards = indicators.find(({ code }) => code === 'SK01')
    const figure = awards?.series?.figures.find((one) => one.period.year === year)
    if (!awards || !figure?.value) return null
    const text = formatFigure(figure, { decimals: 0, unit: spoken(awards.unit) }, locale)
    return say({
      zh: `${figure.period.label}国（境）外技能大赛获奖 ${text}`,
      en: `${text} won in competitions abroad in ${figure.period.label}`,
    })
  }
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
