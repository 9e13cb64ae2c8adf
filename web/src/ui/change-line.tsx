import { changeText } from '../graph/change-text.ts'
import { readChange, type ChangingFigure } from '../graph/change.ts'
import type { IndicatorFigures } from '../graph/indicator-figures.ts'
import { useLanguage } from '../language/language.tsx'
import { Unbroken } from './unbroken.tsx'

interface Props {
  indicator: Pick<IndicatorFigures, 'kind' | 'unit' | 'decimals' | 'betterWhen'>
  figures: ChangingFigure[]
  year: number
}

/** What became of a figure since the year before, in words with an arrow. */
export function ChangeLine({ indicator, figures, year }: Props) {
  const { locale, say } = useLanguage()
  const change = readChange(figures, year, indicator.decimals, indicator.betterWhen)
  const { arrow, words } = changeText(change, indicator, locale)
  return (
    <>
      {arrow && <span aria-hidden="true">{arrow} </span>}
      <Unbroken text={say(words)} />
    </>
  )
}
