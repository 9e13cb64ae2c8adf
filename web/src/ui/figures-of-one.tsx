import { THEMES } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/terms'
import { FiguresOfOneQuery, type IndicatorFigures } from '../graph/subject-query.ts'
import { useAnswer, type Answer } from '../graph/use-answer.ts'
import { useLanguage } from '../language/language.tsx'
import type { Setting } from '../setting/setting.tsx'
import { FigureList } from './figure-list.tsx'
import { SourceLine } from './source-line.tsx'
import { FaultState, Loading } from './states.tsx'
import { ThemeMark } from './theme-mark.tsx'

type Dimension = 'programme' | 'partner' | 'platform' | 'country'

interface Props {
  figures: Answer<{ indicators: IndicatorFigures[] }>
  setting: Setting
  dimension: Dimension
  code: string
}

/** What counts countries is 1 of one country, and says nothing. */
const ALWAYS_ONE: Record<Dimension, RegExp> = {
  country: /^(EX06|ST04|PF05)/,
  partner: /^(PF04|PF05|EX23|PF10)/,
  programme: /^(EX03|PF05)/,
  platform: /^PF01/,
}

/** How many indicators of a theme are open; the others unfold. */
const OPEN = 6

/** Asked beside what is said of the thing itself, so that neither waits for the other. */
export function useFiguresOfOne(dimension: Dimension, code: string, { institution, window }: Setting) {
  const { locale } = useLanguage()
  const variables = { dimension, code, institution: institution.code, ...window, locale }
  return useAnswer(FiguresOfOneQuery, variables)
}

export function FiguresOfOne(props: Props) {
  const { data, waiting, fault, retry } = props.figures
  return (
    <>
      {fault && <FaultState fault={fault} retry={retry} />}
      {data ? <FiguresByTheme {...props} {...data} /> : waiting && <Loading rows={6} />}
    </>
  )
}

/** Figures of one programme, partner, platform or country, by theme. What never was anything is named and not drawn. */
function FiguresByTheme({
  indicators,
  setting,
  dimension,
  code,
}: Omit<Props, 'figures'> & { indicators: IndicatorFigures[] }) {
  const { say } = useLanguage()
  const { institution, year, report } = setting
  const filter = [`${dimension}:${code}`]
  const asked = indicators.filter((one) => !ALWAYS_ONE[dimension].test(one.code))
  const said = asked.filter(({ series }) =>
    (series?.figures ?? []).some(({ value, gap }) => (value !== null && value !== 0) || gap === 'SUPPRESSED'),
  )
  const silent = asked.filter((one) => !said.includes(one))
  /** In the chosen year: what is 0 or missing then is behind what is not. */
  const isSomething = ({ series }: (typeof said)[number]) =>
    (series?.figures ?? []).some(({ period, value, gap }) => period.year === year && (value || gap === 'SUPPRESSED'))
  return (
    <section className="figures-of-one stack" aria-labelledby="figures-of-one">
      <h2 id="figures-of-one">{say({ zh: '各项指标', en: 'Figures' })}</h2>
      <p className="cap">
        {institution.name}
        {say({ zh: '，', en: ', ' })}
        {report}
        {say({ zh: '。点开任一项，可看它的指标页。', en: '. Each leads to its own page.' })}
      </p>
      {said.length === 0 && (
        <p className="quiet">
          {say({ zh: '这些年各项指标均为 0 或未填报。', en: 'Every indicator is 0 or has no records in these years.' })}
        </p>
      )}
      <div className="figures-by-theme">
        {THEMES.map((theme) => {
          const own = said
            .filter((one) => one.theme === theme)
            .toSorted((a, b) => Number(isSomething(b)) - Number(isSomething(a)))
          if (own.length === 0) return null
          return (
            <section key={theme} className={`card theme-${theme.toLowerCase()}`} aria-labelledby={`figures-${theme}`}>
              <h3 id={`figures-${theme}`}>
                <ThemeMark theme={theme} /> {say(themeWords[theme])}
              </h3>
              <FigureList indicators={own.slice(0, OPEN)} year={year} filter={filter} />
              {own.length > OPEN && (
                <details className="unfolds">
                  <summary>
                    {say({ zh: `其余 ${own.length - OPEN} 项`, en: `${own.length - OPEN} more` })}
                    <span className="for-ears"> {say(themeWords[theme])}</span>
                  </summary>
                  <FigureList indicators={own.slice(OPEN)} year={year} filter={filter} />
                </details>
              )}
            </section>
          )
        })}
      </div>
      {silent.length > 0 && (
        <details>
          <summary>
            {said.length > 0
              ? say({
                  zh: `另有 ${silent.length} 项指标，这些年为 0 或未填报`,
                  en: `${silent.length} more indicators are 0 or have no records in these years`,
                })
              : say({ zh: `是哪 ${silent.length} 项指标`, en: `Which ${silent.length} indicators they are` })}
          </summary>
          <p className="quiet">{silent.map(({ name }) => name).join(say({ zh: '、', en: '; ' }))}</p>
        </details>
      )}
      <SourceLine institution={institution} />
    </section>
  )
}
