import { formatValue, gapWords } from '@causeway/shared/format-figure'
import { countsOf, decimalsOf, type Judged } from '@causeway/shared/verdict'
import type { Gap } from '@causeway/shared/figure'
import { englishUnit, isRange } from '@causeway/shared/words/units'
import { judgedBy, type ShownIndicator } from '../graph/change.ts'
import { useLanguage } from '../language/language.tsx'

interface Props {
  /** Left out: there are no records. */
  figure: (Judged & { gap: Gap | null }) | null | undefined
  indicator: Omit<ShownIndicator, 'betterWhen'>
}

/** The hero of a card: a large number with its unit kept beside it, the counts of a share of few, or the reason why there is none. */
export function FigureValue({ figure, indicator }: Props) {
  const { locale, say } = useLanguage()
  if (figure == null || figure.value === null) {
    const words = gapWords[figure?.gap ?? 'NO_RECORDS']
    return (
      <p className="figure-gap">
        <span aria-hidden="true">{words.symbol}</span> {say(words.word)}
      </p>
    )
  }
  const by = judgedBy(indicator)
  const { unit } = indicator
  const text = formatValue(figure.value, decimalsOf(figure, by), locale)
  const counts = countsOf(figure, by)
  if (counts)
    return (
      <p className="figure-value figure-of-few">
        {say(counts)}{' '}
        <small>
          {text}
          {unit}
        </small>
      </p>
    )
  return (
    <p className="figure-value">
      {text}
      {!isRange(unit) && (
        <>
          {locale === 'EN' && unit !== '%' && ' '}
          <small>{locale === 'EN' ? englishUnit(unit, text) : unit}</small>
        </>
      )}
    </p>
  )
}
