import { formatFigure, formatInterval, formatValue } from '@causeway/shared/format-figure'
import { figureWords } from '@causeway/shared/verdict'
import { periodLabel } from '@causeway/shared/period'
import { scopeWords } from '@causeway/shared/words/terms'
import { Link, SignInLink } from '../../address/address.tsx'
import { judgedBy } from '../../graph/change.ts'
import { graph } from '../../graph/graph.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { OpenStarts, OpenStartsNote } from '../../ui/open-starts.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { ExplainedFigure, SeriesQuestion } from './indicator-query.ts'
import type { IndicatorFacts } from '../../graph/generated.ts'
import { useStill } from '../../still/still.ts'
import { FactList, type Fact } from '../../ui/fact-list.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { goToOpened } from './learn-more.tsx'
import INDICATOR_WORDS from './words.json' with { type: 'json' }
import { useReason } from './reason.ts'

interface Props {
  indicator: IndicatorFacts
  question: SeriesQuestion
  figure: ExplainedFigure
  /** The figure a year before, of the same thing. */
  before: ExplainedFigure | null
  /** May see the records. */
  exact: boolean
}

/** 这个数怎么来的: what the figure was counted from, in short, and the way to its records. */
export function FigureCard({ indicator, question, figure, before, exact }: Props) {
  const { locale, say, formatDay } = useLanguage()
  const still = useStill()
  const { explanation, interval, period, threshold } = figure
  const by = judgedBy(indicator)
  const shown = (one: ExplainedFigure) =>
    one.value === null ? formatFigure(one, by, locale) : say(figureWords(one, by))
  const comma = say({ zh: '，', en: ', ' })
  const colon = say({ zh: '：', en: ': ' })
  const count = (value: number | null) => (value === null ? null : formatValue(value, 1, locale))
  const rows: Fact[] = [
    [
      INDICATOR_WORDS.value,
      <strong key="value">
        <Unbroken text={shown(figure)} />
      </strong>,
    ],
    [
      INDICATOR_WORDS.period,
      period.start === period.end
        ? formatDay(period.start)
        : `${periodLabel(period, locale)}${comma}${formatDay(period.start)}${say({ zh: '至', en: ' to ' })}${formatDay(period.end)}`,
    ],
    [INDICATOR_WORDS.scope, indicator.series?.scope ? say(scopeWords[indicator.series.scope]) : null],
    [INDICATOR_WORDS.before, before && shown(before)],
    [INDICATOR_WORDS.numerator, figure.denominator === null ? null : count(figure.numerator)],
    [INDICATOR_WORDS.denominator, count(figure.denominator)],
    [
      INDICATOR_WORDS.size,
      figure.size === figure.value || figure.size === figure.denominator ? null : count(figure.size),
    ],
    [
      INDICATOR_WORDS.interval,
      interval &&
        say(INDICATOR_WORDS.intervalText, { range: formatInterval(interval, indicator.decimals, locale, by.unit) }),
    ],
    [
      INDICATOR_WORDS.threshold,
      threshold && `${say(threshold.met ? INDICATOR_WORDS.met : INDICATOR_WORDS.notMet)}${colon}${threshold.words}`,
    ],
    [indicator.coverageName ?? '', figure.coverage === null ? null : `${formatValue(figure.coverage, 1, locale)}%`],
    [INDICATOR_WORDS.lost, count(figure.lost)],
    [INDICATOR_WORDS.effect, figure.effect === null ? null : formatValue(figure.effect, 2, locale)],
    [INDICATOR_WORDS.records, count(explanation?.recordCount ?? null)],
    [
      INDICATOR_WORDS.headcount,
      explanation?.groupHeadcount
        ? say(INDICATOR_WORDS.headcountText, { n: count(explanation.groupHeadcount)! })
        : null,
    ],
  ]
  return (
    <section className="card origin stack-loose" aria-labelledby="origin">
      <div>
        <h2 id="origin">{say(INDICATOR_WORDS.origin)}</h2>
        {figure.category && <p className="quiet">{figure.category.label}</p>}
      </div>
      <FactList facts={rows}>
        {before?.value != null && figure.value !== null && !figure.category && (
          <ChangeReason question={question} year={period.year} />
        )}
      </FactList>
      {figure.leftOut ? (
        <p>
          {say(INDICATOR_WORDS.leftOut, { n: count(figure.leftOut)! })}
          {exact && !still && (
            <>
              {' '}
              <Link view={{ records: 'left-out', tab: null, after: null }} onClick={goToOpened}>
                {say(INDICATOR_WORDS.toLeftOut)}
              </Link>
            </>
          )}
        </p>
      ) : null}
      {exact && !still && !figure.category && <OpenStartsOfFigure question={question} figure={figure} />}
      {explanation?.groupHeadcount ? <p className="cap">{say(INDICATOR_WORDS.headcountNote)}</p> : null}
      <div>
        <h3>{say(INDICATOR_WORDS.formula)}</h3>
        <p>{indicator.formula}</p>
      </div>
      {!still && (
        <div className="actions">
          {before?.value != null && figure.value !== null && (
            <Link className="button" view={{ tab: 'why', records: null, after: null }} onClick={goToOpened}>
              {say(INDICATOR_WORDS.tabs.why)}
            </Link>
          )}
          {exact ? (
            <>
              <Link className="button" view={{ records: 'numerator', tab: null, after: null }} onClick={goToOpened}>
                {say(INDICATOR_WORDS.showRecords)}
              </Link>
              {indicator.kind === 'RATIO' && (
                <Link className="button" view={{ records: 'denominator', tab: null, after: null }} onClick={goToOpened}>
                  {say(INDICATOR_WORDS.showDenominator)}
                </Link>
              )}
            </>
          ) : (
            <p className="quiet">
              <SignInLink>{say(INDICATOR_WORDS.recordsNeed)}</SignInLink>
            </p>
          )}
        </div>
      )}
    </section>
  )
}

const OpenStartsQuery = graph(
  `
  query OpenStarts(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $year: Int!, $filter: [DimensionFilter!], $release: ID,
    $asOf: DateTime, $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(
        institution: $institution, basis: $basis, scope: $scope, from: $year, to: $year, filter: $filter,
        release: $release, asOf: $asOf
      ) { figures { explanation { openStarts { ...OpenStartsFacts } } } }
    }
  }
`,
  { OpenStartsFacts: OpenStarts },
)

/** What of the figure counts in every year, since nobody filled in when it began. */
function OpenStartsOfFigure({ question, figure }: Pick<Props, 'question' | 'figure'>) {
  const { from: _from, to: _to, ...asked } = question
  const { data } = useAnswer(OpenStartsQuery, { ...asked, year: figure.period.year }, figure.value === null)
  return <OpenStartsNote starts={data?.indicator?.series?.figures[0]?.explanation?.openStarts} />
}

/** Why the figure is another one than a year before, as far as the records say: a row of the facts about it. */
function ChangeReason({ question, year }: { question: SeriesQuestion; year: number }) {
  const { say } = useLanguage()
  const { change } = useReason(question, year)
  if (!change?.reason) return null
  const text = <Unbroken text={change.reason} />
  return (
    <div>
      <dt>{say(INDICATOR_WORDS.reason)}</dt>
      <dd>{change.dimension ? <Link view={{ by: change.dimension.id }}>{text}</Link> : text}</dd>
    </div>
  )
}
