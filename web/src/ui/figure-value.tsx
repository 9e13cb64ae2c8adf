import type { Gap } from '@causeway/shared/figure'
import { formatValue, gapWords } from '@causeway/shared/format-figure'
import { englishUnit, isRange } from '@causeway/shared/words/units'
import { useLanguage } from '../language/language.tsx'

interface Props {
  value: number | null
  gap: Gap | null
  decimals: number
  unit: string
}

/** The hero of a card: a large number with its unit kept beside it, or the reason why there is none. */
export function FigureValue({ value, gap, decimals, unit }: Props) {
  const { locale, say } = useLanguage()
  if (value === null) {
    const words = gapWords[gap ?? 'NO_RECORDS']
    return (
      <p className="figure-gap">
        <span aria-hidden="true">{words.symbol}</span> {say(words.word)}
      </p>
    )
  }
  const text = formatValue(value, decimals, locale)
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
