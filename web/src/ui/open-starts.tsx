import type { OpenStartsFacts } from '../graph/generated.ts'
import { graph } from '../graph/graph.ts'
import { useLanguage } from '../language/language.tsx'
import { CountedLink } from './counted-link.tsx'
import UI_WORDS from './words.json' with { type: 'json' }

export const OpenStarts = graph(`
  fragment OpenStartsFacts on OpenStarts { recordType { name } sentence(locale: $locale) href }
`)

/** What a figure counts in every year, since nobody filled in when it began, and the way to where that is put right. */
export function OpenStartsNote({ starts }: { starts: readonly OpenStartsFacts[] | null | undefined }) {
  const { say } = useLanguage()
  return starts?.map(({ recordType, sentence, href }) => (
    <p key={recordType.name} className="note open-starts">
      {sentence} <CountedLink href={href}>{say(UI_WORDS.openStarts)}</CountedLink>
    </p>
  ))
}
