import { periodOnBasis } from '@causeway/shared/period-list'
import { formatInterval, formatValue } from '@causeway/shared/format-figure'
import { scopeWords } from '@causeway/shared/words/terms'
import type { Words } from '@causeway/shared/words/words'
import { useLanguage } from '../../language/language.tsx'
import { OpenStartsNote } from '../../ui/open-starts.tsx'
import { FactList, type Fact } from '../../ui/fact-list.tsx'
import type { AnsweredFigure, AnswerIndicator } from '../../graph/generated.ts'
import { readableCode } from '../../ui/theme-mark.tsx'
import ANSWER_WORDS from './words.json' with { type: 'json' }

interface Props {
  indicator: AnswerIndicator
  institution: { name: string; dataDate: string | null }
  series: NonNullable<AnswerIndicator['series']>
  figure: AnsweredFigure
  /** What of all is counted. */
  narrowed: Words[]
}

/** What a number has to be known with: when, of whom, what it is, how it was made, by whom, up to which day. */
export function AnswerFacts({ indicator, institution, series, figure, narrowed }: Props) {
  const { say, formatDay, formatMoment } = useLanguage()
  const { period } = figure
  const comma = say({ zh: '，', en: ', ' })
  const days =
    period.start === period.end
      ? null // its name is the day
      : `${formatDay(period.start)}${say({ zh: '至', en: ' to ' })}${formatDay(period.end)}`
  const rows: Fact[] = [
    [
      ANSWER_WORDS.period,
      [say(periodOnBasis(period)), days, period.partial && say(ANSWER_WORDS.partial)].filter(Boolean).join(comma),
    ],
    [ANSWER_WORDS.scope, series.scope && say(scopeWords[series.scope])],
    [ANSWER_WORDS.counted, narrowed.map((words) => say(words)).join(comma) || null],
    [ANSWER_WORDS.definition, indicator.definition],
    [ANSWER_WORDS.how, <HowMade key="how" indicator={indicator} figure={figure} />],
    [
      ANSWER_WORDS.who,
      say(ANSWER_WORDS.whoText, {
        name: institution.name,
        code: readableCode(indicator.code) ?? say({ zh: indicator.nameZh, en: indicator.nameEn }),
        n: indicator.version,
      }),
    ],
    [ANSWER_WORDS.release, series.release && say(ANSWER_WORDS.releaseText, series.release)],
    [
      ANSWER_WORDS.date,
      institution.dataDate &&
        say(ANSWER_WORDS.dateText, { day: formatDay(institution.dataDate), at: formatMoment(series.computedAt) }),
    ],
  ]
  return <FactList className="answer-facts" facts={rows} />
}

/** The formula, and the numbers that went into it. */
function HowMade({ indicator, figure }: Pick<Props, 'indicator' | 'figure'>) {
  const { locale, say } = useLanguage()
  const { numerator, denominator, interval, explanation } = figure
  const unit = { zh: indicator.unitZh, en: indicator.unitEn }
  const count = (value: number) => formatValue(value, 1, locale)
  const records = explanation?.recordCount
  const said = [
    numerator !== null &&
      denominator !== null &&
      say(ANSWER_WORDS.numerator, { n: count(numerator), d: count(denominator) }),
    records ? say(records === 1 ? ANSWER_WORDS.oneRecord : ANSWER_WORDS.recordCount, { n: count(records) }) : null,
    explanation?.groupHeadcount ? say(ANSWER_WORDS.headcount, { n: count(explanation.groupHeadcount) }) : null,
    interval && say(ANSWER_WORDS.interval, { range: formatInterval(interval, indicator.decimals, locale, unit) }),
  ].filter(Boolean)
  return (
    <>
      <p>{indicator.formula}</p>
      {said.length > 0 && <p>{said.join(say({ zh: '；', en: '; ' }))}</p>}
      <OpenStartsNote starts={explanation?.openStarts} />
    </>
  )
}
