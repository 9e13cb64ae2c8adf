import { lazy, Suspense } from 'react'
import type { Right } from '@causeway/shared/rights'
import { useAddress, SignInLink } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { mayDo, useSession } from '../../session/use-session.tsx'
import { useStill } from '../../still/still.ts'
import { FailedPart, FaultState, Loading } from '../../ui/states.tsx'
import { UnknownIndicator } from '../../ui/unknown-thing.tsx'
import { useBelongsTo, useTitle } from '../../ui/use-title.ts'
import { AboutPanel } from './about-panel.tsx'
import { Controls } from './controls.tsx'
import { FigureCard } from './figure-card.tsx'
import { Head } from './head.tsx'
import { IndicatorQuery, type SeriesQuestion } from './indicator-query.ts'
import { LearnMore, openTab, type Tab } from './learn-more.tsx'
import { cutFor, type SeriesFilter } from '../../graph/series-filter.ts'
import { takenSeries } from './take.ts'
import { useExplained } from './chart-of-series.ts'
import INDICATOR_WORDS from './words.json' with { type: 'json' }
import { YearsPanel } from './years-panel.tsx'
import '../../styles/indicator.css'
import type { IndicatorFacts } from '../../graph/generated.ts'

// Fetched when they are opened: a page begins with the number and its years.
const BreakdownPanel = lazy(async () => ({ default: (await import('./breakdown-panel.tsx')).BreakdownPanel }))
const PeersPanel = lazy(async () => ({ default: (await import('./peers-panel.tsx')).PeersPanel }))
const ReconcilePanel = lazy(async () => ({ default: (await import('./reconcile-panel.tsx')).ReconcilePanel }))
const RecordsPanel = lazy(async () => ({ default: (await import('./records-panel.tsx')).RecordsPanel }))
const StillBreakdowns = lazy(async () => ({ default: (await import('./still-parts.tsx')).StillBreakdowns }))
const StillFiles = lazy(async () => ({ default: (await import('./still-parts.tsx')).StillFiles }))
const TakePanel = lazy(async () => ({ default: (await import('./take-panel.tsx')).TakePanel }))
const TargetsPanel = lazy(async () => ({ default: (await import('./targets-panel.tsx')).TargetsPanel }))
const WhyPanel = lazy(async () => ({ default: (await import('./why-panel.tsx')).WhyPanel }))

/** What of all is counted, in words: `专业：畜牧兽医`. One text for each filter. */
function narrowedTexts(
  indicator: Pick<IndicatorFacts, 'dimensions' | 'named' | 'alsoNamed'>,
  filters: readonly SeriesFilter[],
  zh: boolean,
): string[] {
  const figures = [...(indicator.named?.figures ?? []), ...(indicator.alsoNamed?.figures ?? [])]
  return filters.map(({ dimension, in: keys }, at) => {
    const name = indicator.dimensions.find((one) => one.id === dimension)?.name ?? dimension
    const own = (at === 0 ? indicator.named?.figures : indicator.alsoNamed?.figures) ?? figures
    const labels = keys.map((key) => own.find(({ category }) => category?.key === key)?.category?.label ?? key)
    return zh ? `${name}：${labels.join('、')}` : `${name}: ${labels.join(', ')}`
  })
}

/** The dean's figure: the number, its course and what it means first; the rest of what there is to know further down. */
export function IndicatorPage({ setting, place: { id } }: PageProps<'indicator'>) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { view } = address
  const { session } = useSession()
  const still = useStill() !== null
  const { institution, year, may: exact, window } = setting
  const may = (right: Right) => mayDo(session, right, institution.code)
  const cut = cutFor(view, exact)
  const question: SeriesQuestion = {
    id,
    institution: institution.code,
    basis: view.basis,
    scope: view.scope,
    from: view.from ?? window.from,
    to: view.to ?? window.to,
    filter: cut.filters.length > 0 ? cut.filters : null,
    release: view.release,
    asOf: view.asOf,
    locale,
  }
  const { data, waiting, fault, retry } = useAnswer(IndicatorQuery, {
    ...question,
    narrowed: cut.filters.length > 0,
    by: cut.filters[0]?.dimension ?? '',
    narrowedTwice: cut.filters.length > 1,
    alsoBy: cut.filters[1]?.dimension ?? '',
  })
  const indicator = data?.indicator ?? null
  const shown = useExplained({ indicator, question, year, by: cut.across ? null : cut.by })
  useBelongsTo(indicator?.theme ?? null)
  useTitle(indicator ? `${indicator.name}, ${institution.name}` : id)
  if (!indicator) {
    if (fault?.code === 'UNKNOWN_INDICATOR' || (!waiting && !fault))
      return <UnknownIndicator id={id} fault={fault} page="indicator" />
    return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={7} />
  }
  const { series } = indicator
  const tab = openTab(view)
  // A file cannot open what is closed: it has all parts but those that need signing in or a script.
  const open = (part: Tab) => (still ? STILL_TABS.has(part) : part === tab)
  const asked = { ...question, id: indicator.id, by: cut.by, across: cut.across, chart: view.chart, year: setting.year }
  const narrowed = narrowedTexts(indicator, cut.filters, locale === 'ZH')
  return (
    <div className={`theme-${indicator.theme.toLowerCase()}`} aria-busy={waiting}>
      <Head
        indicator={indicator}
        setting={setting}
        figure={shown.whole}
        narrowed={narrowed}
        mayChange={may('records')}
      />
      <Controls
        indicator={indicator}
        setting={setting}
        question={question}
        cut={cut}
        narrowed={narrowed}
        exact={exact}
        fault={fault}
      />
      {cut.withheld && (
        <p className="note withheld">
          {say(INDICATOR_WORDS.withheld)} <SignInLink>{say(INDICATOR_WORDS.signIn)}</SignInLink>
        </p>
      )}
      {series?.recounted && <p className="note">{series.recounted}</p>}
      {series?.rounded && <p className="note">{series.rounded}</p>}
      {fault && !CONTROL_CODES.has(fault.code ?? '') && <FaultState fault={fault} retry={retry} />}
      <div className="indicator">
        {series && (
          <YearsPanel
            indicator={indicator}
            series={series}
            setting={setting}
            year={shown.year}
            narrowed={narrowed}
            take={takenSeries({ ...asked, by: null, across: null })}
          />
        )}
        {shown.figure && (
          <FigureCard
            indicator={indicator}
            question={question}
            figure={shown.figure}
            before={shown.before}
            exact={exact}
          />
        )}
        {still && series && (
          <Suspense>
            <StillBreakdowns indicator={indicator} setting={setting} asked={asked} year={shown.year} />
          </Suspense>
        )}
        {cut.by && series && (
          <FailedPart>
            <Suspense fallback={<Loading rows={6} />}>
              <BreakdownPanel
                key={`${cut.by} ${cut.across}`}
                indicator={indicator}
                setting={setting}
                question={question}
                year={shown.year}
                by={cut.by}
                across={cut.across}
                narrowed={narrowed}
                take={takenSeries(asked)}
              />
            </Suspense>
          </FailedPart>
        )}
        <LearnMore tab={tab}>
          <Suspense fallback={<Loading rows={6} />}>
            {open('about') && <AboutPanel indicator={indicator} />}
            {open('why') && (
              <WhyPanel indicator={indicator} setting={setting} question={question} year={shown.year} exact={exact} />
            )}
            {open('records') && (
              <RecordsPanel
                indicator={indicator}
                question={question}
                year={shown.year}
                category={shown.category}
                narrowed={narrowed}
                periodLabel={shown.whole?.period.label ?? ''}
                exact={exact}
              />
            )}
            {open('reconcile') && <ReconcilePanel indicator={indicator} setting={setting} exact={exact} />}
            {open('peers') && <PeersPanel indicator={indicator} setting={setting} question={question} />}
            {open('targets') && (
              <TargetsPanel indicator={indicator} setting={setting} mayChange={may('plans')} reload={retry} />
            )}
            {open('take') && (
              <TakePanel
                indicator={indicator}
                setting={setting}
                asked={asked}
                figure={shown.figure}
                narrowed={narrowed}
              />
            )}
            {still && <StillFiles indicator={indicator} asked={asked} />}
          </Suspense>
        </LearnMore>
      </div>
    </div>
  )
}

const STILL_TABS: ReadonlySet<Tab> = new Set(['about', 'reconcile', 'peers', 'targets'])

/** What is said at the control it concerns. */
const CONTROL_CODES = new Set(['UNKNOWN_BASIS', 'SCOPE_NOT_APPLICABLE', 'BAD_PERIOD'])
