import { formatDay } from '../../language/format-date.ts'
import { useLanguage } from '../../language/language.tsx'
import type { InstitutionFacts } from '../../graph/generated.ts'
import { fill } from '../../language/fill.ts'
import { DATA_WORDS } from './data-words.ts'

export function PageHead({ institution }: { institution: InstitutionFacts | null }) {
  const { locale, say } = useLanguage()
  return (
    <header className="page-head">
      <h1>{say(DATA_WORDS.title)}</h1>
      <p className="lead">
        {institution?.name}
        {institution && say({ zh: '，', en: '. ' })}
        {institution?.dataDate
          ? say(fill(DATA_WORDS.until, { day: formatDay(institution.dataDate, locale) }))
          : say(DATA_WORDS.noneYet)}
        {say({ zh: '。', en: '.' })}
      </p>
    </header>
  )
}
