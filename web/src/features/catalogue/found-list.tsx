import { THEMES } from '@causeway/shared/series'
import type { Match } from '@causeway/shared/search-indicators'
import { themeWords } from '@causeway/shared/words/themes'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import type { CatalogueEntry } from './catalogue-entry.ts'
import type { HeldFigure } from '../../graph/generated.ts'
import { EntryItem } from './entry-item.tsx'

interface Props {
  found: { it: CatalogueEntry; match: Match }[]
  /** By id of the indicator; one that is not in it: not known yet. */
  figures: ReadonlyMap<string, HeldFigure | null>
}

/** What was found, the best first. */
export function FoundList({ found, figures }: Props) {
  return (
    found.length > 0 && (
      <ul className="card entries">
        {found.map(({ it, match }) => (
          <EntryItem key={it.id} entry={it} match={match} held={figures.get(it.id)} />
        ))}
      </ul>
    )
  )
}

/** Where nothing is sought: each theme with its own. */
export function ListByTheme({ found, figures }: Props) {
  const { say } = useLanguage()
  const still = useStill()
  return THEMES.map((theme) => {
    const own = found.filter(({ it }) => it.theme === theme)
    return (
      own.length > 0 && (
        <section key={theme} aria-labelledby={theme} data-search-group={still ? '' : undefined}>
          <h2 id={theme} className="catalogue-theme">
            {say(themeWords[theme])}
          </h2>
          <FoundList found={own} figures={figures} />
        </section>
      )
    )
  })
}
