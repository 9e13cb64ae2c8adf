import { themeWords } from '@causeway/shared/words/terms'
import { useAddress } from '../../address/address.tsx'
import { cutFor } from '../../graph/series-filter.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { RecordsWanted } from '../../ui/records-wanted.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import { ThemeTabs } from '../../ui/theme-head.tsx'
import { useFirstPaint } from '../../ui/first-paint.ts'
import { useTitle } from '../../ui/use-title.ts'
import { useStill } from '../../still/still.ts'
import { groupByTopic } from './groups.ts'
import { ThemeFigure } from './theme-figure.tsx'
import { ThemeFilter } from './theme-filter.tsx'
import type { ThemeSeries } from '../../graph/generated.ts'
import { ThemeQuery } from './theme-query.ts'
import '../../styles/theme.css'
import { WHISKER, ZERO } from '@causeway/shared/charts/reading'
import { symbolsOf } from '@causeway/shared/table'
import { SymbolList } from '../../ui/data-table.tsx'
import THEME_WORDS from './words.json' with { type: 'json' }

/** How many are drawn before the first of them can be seen. */
const AT_ONCE = 8

function hasNoRecords({ figures }: ThemeSeries): boolean {
  return figures.every(({ gap }) => gap === 'NO_RECORDS')
}

/** All indicators of a theme, on one sheet that can be handed out. */
export function ThemePage({ setting, place: { theme } }: PageProps<'theme'>) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const still = useStill()
  const { institution, year, may, report } = setting
  const { view } = address
  const { filters, withheld } = cutFor({ ...view, by: null, across: null, basis: null, scope: null }, may)
  const asked = { theme, institution: view.institution, year: view.year, locale }
  const { data, waiting, fault, retry } = useAnswer(ThemeQuery, {
    ...asked,
    filter: filters.length > 0 ? filters : null,
  })
  const seen = useFirstPaint()
  const name = say(themeWords[theme])
  useTitle(name, institution.name)
  const all = data?.institution?.series
  const shown = all && (seen ? all : all.slice(0, AT_ONCE))
  const left =
    all && filters.length > 0 ? data.indicators.filter(({ id }) => !all.some((one) => one.indicator.id === id)) : []
  return (
    <div className={`theme-sheet theme-${theme.toLowerCase()}`}>
      <header className="page-head">
        <h1>
          <ThemeMark theme={theme} /> {name}
        </h1>
        <p className="lead">
          {say(THEME_WORDS.sentences[theme])}
          {say({ zh: '。', en: '. ' })}
          {institution.name}
          {say({ zh: '，', en: ', ' })}
          <span className="nowrap">{report}</span>
        </p>
        <ThemeTabs theme={theme} open="indicators" />
      </header>
      {data && still === null && <ThemeFilter theme={theme} indicators={data.indicators} filters={filters} />}
      {withheld && <p className="note">{say(THEME_WORDS.onlyOne)}</p>}
      {fault && <FaultState fault={fault} retry={retry} />}
      {!all && waiting && <Loading rows={6} />}
      {all && all.length > 0 && filters.length === 0 && all.every(hasNoRecords) && (
        <RecordsWanted institution={institution.code} title={say(THEME_WORDS.noRecords)} types={[]} />
      )}
      {all?.length === 0 && <EmptyState title={say(THEME_WORDS.none)} />}
      <div aria-busy={waiting && all !== undefined}>
        {shown &&
          groupByTopic(theme, shown).map(({ words, members }) => (
            <section key={words.en} className="theme-group" aria-label={say(words)}>
              <h2>{say(words)}</h2>
              <div className="theme-figures stack">
                {members.map((series) => (
                  <ThemeFigure key={series.indicator.id} series={series} year={year} institution={institution.name} />
                ))}
              </div>
            </section>
          ))}
      </div>
      {/* Beneath what is there: what is read does not move when the rest comes. */}
      {all && !seen && <Loading rows={6} />}
      {left.length > 0 && (
        <p className="quiet theme-left">
          {say(THEME_WORDS.without)}
          {left.map((one) => one.name).join(say({ zh: '、', en: '; ' }))}
          {say({ zh: '。', en: '.' })}
        </p>
      )}
      <ThemeNotes all={all ?? []} />
      <SourceLine institution={institution} />
    </div>
  )
}

/** What the symbols and marks of the small charts mean, those that occur: once, beneath all of them. */
function ThemeNotes({ all }: { all: ThemeSeries[] }) {
  const { say } = useLanguage()
  const drawn = all.filter(({ figures }) => figures.some(({ gap }) => gap !== 'NO_RECORDS'))
  const figures = drawn.flatMap((one) => one.figures)
  const notes = [
    figures.some(({ period }) => period.partial) && THEME_WORDS.partial,
    figures.some(({ targets }) => targets.some(({ cumulative }) => !cumulative)) && THEME_WORDS.target,
    figures.some(({ threshold }) => threshold) && THEME_WORDS.rule,
    figures.some(({ interval }) => interval) && WHISKER,
    drawn.some(isNoughtBar) && ZERO,
  ].filter((note) => note !== false)
  return (
    <>
      <SymbolList symbols={symbolsOf(all.flatMap((one) => one.figures.map(({ gap }) => gap)))} />
      {notes.length > 0 && <p className="cap">{notes.map((note) => say(note)).join(say({ zh: '；', en: '; ' }))}</p>}
    </>
  )
}

/** Rates and means are lines. */
function isNoughtBar({ indicator: { kind }, figures }: ThemeSeries): boolean {
  return kind !== 'RATIO' && kind !== 'MEAN' && figures.some(({ value }) => value === 0)
}
