import { changeText } from '../graph/change-text.ts'
import { readChange, type ShownIndicator } from '../graph/change.ts'
import type { JudgedFigure } from '../graph/generated.ts'
import { useLanguage } from '../language/language.tsx'
import { useSetting } from '../setting/setting.tsx'
import { areCompared } from '../setting/years.ts'
import { Unbroken } from './unbroken.tsx'

interface Props {
  indicator: ShownIndicator
  figures: JudgedFigure[]
  year: number
}

/** What became of a figure since the year before, in words; with an arrow where it is more than chance. */
export function ChangeLine({ indicator, figures, year }: Props) {
  const { locale, say } = useLanguage()
  const setting = useSetting()
  const compared = setting.state !== 'ready' || areCompared(setting.setting.institution, year)
  const { arrow, words } = changeText(compared ? readChange(figures, year, indicator) : null, indicator, locale)
  return (
    <>
      {arrow && <span aria-hidden="true">{arrow} </span>}
      <Unbroken text={say(words)} />
    </>
  )
}
