import type { ReactNode } from 'react'
import { formatFigure, formatInterval, formatValue } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { basisWords } from '@causeway/shared/words/bases'
import { kindWords } from '@causeway/shared/words/kinds'
import { scopeWords } from '@causeway/shared/words/scopes'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { formatDay } from '../../language/format-date.ts'
import { spoken } from '../../language/spoken.ts'
import { useLanguage } from '../../language/language.tsx'
import { useSession } from '../../session/use-session.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { BreakdownQuery, type ExplainedFigure, type IndicatorFacts, type SeriesQuestion } from './indicator-query.ts'
import { CONFIDENCE_WORDS, INDICATOR_WORDS } from './words.ts'

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  question: SeriesQuestion
  by: string | null
}

/** 这个数怎么来的: what the figure of the chosen year was counted from, and by which rule. */
export function OriginPanel({ indicator, setting, question, by }: Props) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { view } = address
  const { session } = useSession()
  const figure = useExplained({ indicator, setting, question, by })
  const divided = indicator.kind === 'RATIO'
  return (
    <section className="card origin" aria-labelledby="origin">
      <h2 id="origin">{say(INDICATOR_WORDS.origin)}</h2>
      {figure && <FigureFactsList figure={figure} indicator={indicator} />}
      <div className="actions">
        {session?.signedIn ? (
          <>
            <Link
              className="button"
              aria-current={view.records === 'numerator' || undefined}
              href={address.with({ records: 'numerator', after: null })}
            >
              {say(INDICATOR_WORDS.showRecords)}
            </Link>
            {divided && (
              <Link
                className="button"
                aria-current={view.records === 'denominator' || undefined}
                href={address.with({ records: 'denominator', after: null })}
              >
                {say(INDICATOR_WORDS.showDenominator)}
              </Link>
            )}
          </>
        ) : (
          <p className="quiet">
            <Link href={address.to({ page: 'sign-in' }, { back: address.with({}) })}>
              {say(INDICATOR_WORDS.recordsNeed)}
            </Link>
          </p>
        )}
      </div>
      <div>
        <h3>{say(INDICATOR_WORDS.formula)}</h3>
        <p>{indicator.formula}</p>
        <p className="cap">
          {[
            say(kindWords[indicator.kind]),
            indicator.series && say(basisWords[indicator.series.basis]),
            say(INDICATOR_WORDS.version).replace('{n}', String(indicator.version)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {indicator.fillingNote && (
        <div>
          <h3>{say(INDICATOR_WORDS.fillingNote)}</h3>
          <p>{indicator.fillingNote}</p>
        </div>
      )}
      <div>
        <h3>{say(INDICATOR_WORDS.lines)}</h3>
        {indicator.mappings.length === 0 ? (
          <p className="quiet">{say(INDICATOR_WORDS.noLines)}</p>
        ) : (
          <ul className="lines">
            {indicator.mappings.map((line) => (
              <li key={[line.form, line.edition, line.number].join('/')}>
                {line.label}
                <span className="quiet">
                  {' '}
                  {say({
                    zh: `${line.formName}（${line.editionName}），`,
                    en: `${line.formName} (${line.editionName}), `,
                  })}
                  {say(CONFIDENCE_WORDS[line.confidence])}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )

  function FigureFactsList({ figure, indicator }: { figure: ExplainedFigure; indicator: IndicatorFacts }) {
    const { explanation, interval, period, threshold } = figure
    const count = (value: number | null) =>
      value === null ? null : formatValue(value, Number.isInteger(value) ? 0 : 1, locale)
    const rows: [label: string, text: ReactNode][] = [
      [
        say(INDICATOR_WORDS.value),
        <strong key="value">
          {formatFigure(figure, { decimals: indicator.decimals, unit: spoken(indicator.unit) }, locale)}
        </strong>,
      ],
      [
        say(INDICATOR_WORDS.period),
        period.start === period.end
          ? formatDay(period.start, locale)
          : `${periodLabel(period, locale)}${say({ zh: '，', en: ', ' })}${formatDay(period.start, locale)}${say({ zh: '至', en: ' to ' })}${formatDay(period.end, locale)}`,
      ],
      [say(INDICATOR_WORDS.scope), indicator.series?.scope ? say(scopeWords[indicator.series.scope]) : null],
      [say(INDICATOR_WORDS.numerator), figure.denominator === null ? null : count(figure.numerator)],
      [say(INDICATOR_WORDS.denominator), count(figure.denominator)],
      [say(INDICATOR_WORDS.size), count(figure.size)],
      [say(INDICATOR_WORDS.interval), interval && formatInterval(interval, indicator.decimals, locale)],
      [
        say(INDICATOR_WORDS.threshold),
        threshold &&
          `${say(threshold.met ? INDICATOR_WORDS.met : INDICATOR_WORDS.notMet)}${say({ zh: '：', en: ': ' })}${threshold.words}`,
      ],
      [indicator.coverageName ?? '', figure.coverage === null ? null : `${formatValue(figure.coverage, 1, locale)}%`],
      [say(INDICATOR_WORDS.lost), count(figure.lost)],
      [say(INDICATOR_WORDS.effect), figure.effect === null ? null : formatValue(figure.effect, 2, locale)],
      [say(INDICATOR_WORDS.records), count(explanation?.recordCount ?? null)],
      [say(INDICATOR_WORDS.headcount), explanation?.groupHeadcount ? count(explanation.groupHeadcount) : null],
    ]
    return (
      <div>
        {figure.category && <h3>{figure.category.label}</h3>}
        <dl className="facts">
          {rows
            .filter(([, text]) => text !== null)
            .map(([label, text]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
        {explanation?.groupHeadcount ? <p className="cap">{say(INDICATOR_WORDS.headcountNote)}</p> : null}
      </div>
    )
  }
}

/** The figure of the chosen year: of the chosen category where one is chosen, else the whole. */
function useExplained({ indicator, setting, question, by }: Props): ExplainedFigure | null {
  const { view } = useAddress()
  const wanted = by !== null && view.category !== null
  const { data } = useAnswer(BreakdownQuery, { ...question, by: by ?? '' }, !wanted)
  const ofYear = (figure: ExplainedFigure) => figure.period.year === setting.year
  if (wanted)
    return (
      data?.indicator?.series?.figures.find((figure) => ofYear(figure) && figure.category?.key === view.category) ??
      null
    )
  return indicator.series?.figures.find(ofYear) ?? null
}
