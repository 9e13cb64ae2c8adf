import { periodOnBasis } from '@causeway/shared/period-list'
import { formatQuantity, gapWords } from '@causeway/shared/format-figure'
import type { Basis } from '@causeway/shared/period'
import { scopeWords, themeWords } from '@causeway/shared/words/terms'
import { Link, useAddress } from '../../address/address.tsx'
import { changeText, readChange } from '../../graph/change.ts'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { FigureValue } from '../../ui/figure-value.tsx'
import { IndicatorCode, ThemeMark } from '../../ui/theme-mark.tsx'
import { NameHeading, Unbroken } from '../../ui/unbroken.tsx'
import type { ExplainedFigure } from './indicator-query.ts'
import type { FigureTarget, IndicatorFacts } from '../../graph/generated.ts'
import { periodName } from './chart-of-series.ts'
import { targetState } from './target-form.tsx'
import INDICATOR_WORDS from './words.json' with { type: 'json' }
import type { Gap } from '@causeway/shared/figure'

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  figure: ExplainedFigure | null
  /** What of all is counted. */
  narrowed: string[]
  mayChange: boolean
}

/** What the figure is called and means, the number itself, how it changed and what is wanted of it. */
export function Head({ indicator, setting, figure, narrowed, mayChange }: Props) {
  const { locale, say, formatDay } = useLanguage()
  const address = useAddress()
  const { institution } = setting
  const series = indicator.series
  const comma = say({ zh: '，', en: ', ' })
  const change = series && figure && readChange(series.figures, figure.period.year, indicator)
  const said = change && change.kind !== 'no-comparison' ? changeText(change, indicator, locale) : null
  return (
    <header className="page-head">
      <p className="crumbs">
        <ThemeMark theme={indicator.theme} />
        <Link to={{ page: 'theme', theme: indicator.theme }}>{say(themeWords[indicator.theme])}</Link>
        <IndicatorCode {...indicator} />
      </p>
      <NameHeading name={indicator.name} />
      <p className="lead">{indicator.definition}</p>
      {series && figure && (
        // Heard anew where it becomes another one: the reader stays at the control that changed it.
        <div className="now" aria-live="polite" aria-atomic="true">
          <FigureValue figure={figure} indicator={indicator} />
          <div className="now-what">
            <p>
              {[
                institution.name,
                say(periodOnBasis(figure.period)),
                series.scope && say(scopeWords[series.scope]),
                ...narrowed,
              ]
                .filter(Boolean)
                .join(comma)}
            </p>
            {said && (
              <p>
                {said.arrow && <span aria-hidden="true">{said.arrow} </span>}
                <Unbroken text={say(said.words)} />
              </p>
            )}
            {figure.period.partial && institution.dataDate && (
              <p>{say(INDICATOR_WORDS.partialUntil, { day: formatDay(institution.dataDate) })}</p>
            )}
          </div>
          {(figure.targets ?? []).slice(0, 1).map((target) => (
            <WantedOfIt
              key={target.plan}
              target={target}
              indicator={indicator}
              setting={setting}
              year={figure.period.year}
              over={!figure.period.partial}
              basis={series.basis}
            />
          ))}
        </div>
      )}
      {figure?.gap && <GapNote gap={figure.gap} indicator={indicator} mayChange={mayChange} />}
      <p className="head-links row off-paper">
        <Link
          className="button"
          to={{ page: 'answer', id: indicator.code }}
          view={{ basis: address.view.basis, scope: address.view.scope, filter: address.view.filter }}
        >
          {say(INDICATOR_WORDS.answer)}
        </Link>
      </p>
    </header>
  )
}

interface WantedProps extends Pick<Props, 'indicator' | 'setting'> {
  target: FigureTarget
  /** Of the figure: a plan may have its next target later. */
  year: number
  /** Its period is over: what was not reached will not be. */
  over: boolean
  basis: Basis
}

function WantedOfIt({ target, indicator, setting, year, over, basis }: WantedProps) {
  const { locale, say } = useLanguage()
  const amount = (value: number) => formatQuantity(value, indicator.decimals, spoken(indicator.unit), locale)
  const comma = say({ zh: '，', en: ', ' })
  const state = target.reached === null ? null : INDICATOR_WORDS[targetState(target, target.year === year && over)]
  return (
    <div className="wanted">
      <p>
        {say(INDICATOR_WORDS.target)} {formatQuantity(target.value, indicator.decimals, spoken(indicator.unit), locale)}
        {target.cumulative && say(INDICATOR_WORDS.cumulative)}
        {target.cumulative &&
          target.actual !== null &&
          `${comma}${say(INDICATOR_WORDS.soFar)} ${amount(target.actual)}`}
        {say({ zh: '（', en: ' (' })}
        {target.plan}
        {target.year !== year && `${comma}${periodName(setting, basis, target.year, locale)}`}
        {say({ zh: '）', en: ')' })}
        {state && say({ zh: '：', en: ': ' }) + say(state)}
      </p>
      {target.actual !== null && <TargetTrack actual={target.actual} target={target.value} />}
    </div>
  )
}

interface GapNoteProps {
  gap: Gap
  indicator: Pick<IndicatorFacts, 'needs'>
  mayChange: boolean
}

/** Why there is no number, and what to do about it. */
function GapNote({ gap, indicator, mayChange }: GapNoteProps) {
  const { say } = useLanguage()
  if (gap === 'SUPPRESSED') return <p className="note">{say(INDICATOR_WORDS.hidden)}</p>
  const stop = say({ zh: '。', en: '. ' })
  const types = indicator.needs.map(({ recordType }) => recordType)
  return (
    <p className="note">
      {capital(say(gapWords[gap].meaning))}
      {stop}
      {gap === 'NO_RECORDS' &&
        types.length > 0 &&
        say(INDICATOR_WORDS.countedFrom) +
          types.map(({ label }) => say({ zh: `“${label}”`, en: `"${label}"` })).join(say({ zh: '、', en: ', ' })) +
          stop}
      {gap === 'NO_RECORDS' && mayChange && types[0] && (
        <Link to={{ page: 'data' }} view={{ tab: 'missing', type: types[0].name }}>
          {say(INDICATOR_WORDS.fillIn)}
        </Link>
      )}
    </p>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

interface TargetTrackProps {
  actual: number
  target: number
}

const WIDTH = 220
const HEIGHT = 18

/** How far a figure has come, with the target as a line across its track. What it shows is said beside it. */
function TargetTrack({ actual, target }: TargetTrackProps) {
  const end = Math.max(actual, target, 0) * 1.08
  if (end <= 0 || actual < 0) return null
  const at = (value: number) => (value / end) * WIDTH
  return (
    <svg className="track" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect x="0" y="6" width={WIDTH} height="6" rx="3" className="track-whole" />
      <rect x="0" y="6" width={at(actual)} height="6" rx="3" className="track-actual" />
      <line x1={at(target)} x2={at(target)} y1="0" y2={HEIGHT} className="track-target" />
    </svg>
  )
}
