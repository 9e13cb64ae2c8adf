import { formatFigure } from '@causeway/shared/format-figure'
import type { Locale } from '@causeway/shared/words/words'
import { spoken } from '../../language/spoken.ts'
import type { ComparedValue as LawfulValue } from '../../graph/generated.ts'

/** A lawful value with its unit. The side of a figure is a count, whatever the figure is. */
export function shownValue(value: LawfulValue, locale: Locale): string {
  return formatFigure(
    { value: value.value, gap: value.figure.gap },
    value.part === null ? { decimals: value.indicator.decimals, unit: spoken(value.unit) } : { decimals: 1 },
    locale,
  )
}
