import { WHISKER, ZERO } from '@causeway/shared/charts/mark-notes'
import { symbolsOf } from '@causeway/shared/table'
import { useLanguage } from '../../language/language.tsx'
import { SymbolList } from '../../ui/table-view.tsx'
import type { ThemeSeries } from '../../graph/generated.ts'
import { THEME_PAGE_WORDS } from './words.ts'

/** What the symbols and marks of the small charts mean, those that occur: once, beneath all of them. */
export function ThemeNotes({ all }: { all: ThemeSeries[] }) {
  const { say } = useLanguage()
  const drawn = all.filter(({ figures }) => figures.some(({ gap }) => gap !== 'NO_RECORDS'))
  const figures = drawn.flatMap((one) => one.figures)
  const notes = [
    figures.some(({ period }) => period.partial) && THEME_PAGE_WORDS.partial,
    figures.some(({ targets }) => targets.some(({ cumulative }) => !cumulative)) && THEME_PAGE_WORDS.target,
    figures.some(({ threshold }) => threshold) && THEME_PAGE_WORDS.rule,
    figures.some(({ interval }) => interval) && WHISKER,
    drawn.some(isNoughtBar) && ZERO,
  ].filter((note) => note !== false)
  return (
    <>
      <SymbolList symbols={symbolsOf(all.flatMap((one) => one.figures.map(({ gap }) => gap)))} />
      {notes.length > 0 && <p className="cap">{notes.map(say).join(say({ zh: '；', en: '; ' }))}</p>}
    </>
  )
}

/** Rates and means are lines. */
function isNoughtBar({ indicator: { kind }, figures }: ThemeSeries): boolean {
  return kind !== 'RATIO' && kind !== 'MEAN' && figures.some(({ value }) => value === 0)
}
