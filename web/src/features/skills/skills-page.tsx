import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { FiguresCard } from '../../ui/figure-list.tsx'
import { RecordsWanted } from '../../ui/records-wanted.tsx'
import { ThemePage } from '../../ui/theme-head.tsx'
import '../../styles/registers.css'
import { PartPanel, isKnown, ofCodes, SKILL_PARTS } from './part-panel.tsx'
import { SkillsQuery, type SkillIndicator, type SkillsAnswer } from './skills-query.ts'
import SKILLS_WORDS from './words.json' with { type: 'json' }
import { formatFigure } from '@causeway/shared/format-figure'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { spoken } from '../../language/words.ts'

/** What is said first of those who graduated. */
const OF_GRADUATES: { code: string; words: Words }[] = [
  { code: 'SK04', words: { zh: '证书获取率', en: 'certificate rate' } },
  { code: 'SK15.dec', words: { zh: '年底毕业去向落实率', en: 'destination rate at the end of the year' } },
]

/** What the figures of a year say of those who graduated, else of what was won abroad. Null: neither is known. */
function headlineOf({ indicators }: SkillsAnswer, year: number, locale: Locale): string | null {
  const said = OF_GRADUATES.flatMap(({ code, words }) => {
    const figure = figureOf(indicators, code, year)
    return figure ? [{ label: figure.label, text: `${inLocale(words, locale)} ${textOf(figure, locale)}` }] : []
  })
  if (said.length === 0) return awardsOf(indicators, year, locale)
  const cohort = said[0]!.label
  const texts = said.map(({ text }) => text)
  return inLocale({ zh: `${cohort}毕业生：${texts.join('，')}`, en: `The ${cohort}: ${texts.join(', ')}` }, locale)
}

/** Of a college that has no graduates on record: what its competitors won. */
function awardsOf(indicators: SkillIndicator[], year: number, locale: Locale): string | null {
  const won = figureOf(indicators, 'SK01', year)
  if (!won?.figure.value) return null
  const text = textOf(won, locale)
  const words = {
    zh: `${won.label}国（境）外技能大赛获奖 ${text}`,
    en: `${text} won in competitions abroad in ${won.label}`,
  }
  return inLocale(words, locale)
}

/** The number that an indicator has in a year, if it has one. */
function figureOf(indicators: SkillIndicator[], code: string, year: number) {
  const indicator = indicators.find((one) => one.code === code)
  const figure = indicator?.series?.figures.find(({ period }) => period.year === year)
  if (!indicator || !figure || figure.value === null) return null
  return { figure, unit: indicator.unit, label: figure.period.label }
}

function textOf({ figure, unit }: NonNullable<ReturnType<typeof figureOf>>, locale: Locale): string {
  return formatFigure(figure, { decimals: 0, unit: spoken(unit) }, locale)
}

/** What was learned, with how sure each figure is; few people are said as few. */
export function SkillsPage({ setting }: PageProps<'skills'>) {
  const { locale, say } = useLanguage()
  const { institution, year, may, window, report } = setting
  const answer = useAnswer(SkillsQuery, { institution: institution.code, ...window, year, may, locale })
  const { data } = answer
  const empty = data?.indicators.every(({ series }) =>
    (series?.figures ?? []).every(({ value, gap }) => !value && gap !== 'SUPPRESSED'),
  )
  const said = data ? SKILL_PARTS.filter(({ codes }) => isKnown(data, codes)) : []
  const silent = data
    ? SKILL_PARTS.filter((part) => !said.includes(part)).flatMap(({ codes }) => ofCodes(data, codes))
    : []
  return (
    <ThemePage
      theme="SKILLS"
      headline={data && headlineOf(data, year, locale)}
      words={SKILLS_WORDS}
      setting={setting}
      answer={answer}
    >
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
        <>
          {said.map((part) => (
            <PartPanel key={part.id} part={part} data={data} setting={setting} />
          ))}
          {silent.length > 0 && (
            <FiguresCard
              id="without-records"
              title={say(SKILLS_WORDS.unfilled)}
              indicators={silent}
              year={year}
              when={report}
              institution={institution}
            />
          )}
          <p className="cap">{say(SKILLS_WORDS.few)}</p>
        </>
      )}
    </ThemePage>
  )
}
