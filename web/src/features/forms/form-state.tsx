import { fill } from '../../language/fill.ts'
import { formatDay } from '../../language/format-date.ts'
import { useLanguage } from '../../language/language.tsx'
import type { FilledForm as FilledFacts, ListedEdition } from '../../graph/generated.ts'
import { tallyOf } from './line-tally.ts'
import { FORMS_WORDS } from './words.ts'

/** How far a table is filled, as a bar, in which what is hidden is no empty part, and in words; of a list of records what it is. */
export function FormState({ edition, filled }: { edition: ListedEdition; filled: FilledFacts | undefined }) {
  const { locale, say } = useLanguage()
  if (edition.columns.length > 0)
    return <p className="form-state quiet">{say(fill(FORMS_WORDS.export, { n: edition.columns.length }))}</p>
  // Keeps its place, so that nothing jumps when it is known.
  if (!filled) return <p className="form-state" aria-hidden="true" />
  const tally = tallyOf(filled.lines)
  const rest = (['byHand', 'toFill', 'noRecords', 'notApplicable', 'hidden'] as const)
    .filter((name) => tally[name] > 0)
    .map((name) => say(fill(FORMS_WORDS[name], { n: tally[name] })))
  if (filled.publishedOn) rest.push(say(fill(FORMS_WORDS.published, { day: formatDay(filled.publishedOn, locale) })))
  return (
    <div className="form-state">
      <p>{say(fill(tally.filled === tally.all ? FORMS_WORDS.allFilled : FORMS_WORDS.filled, { ...tally }))}</p>
      <span className="form-bar" aria-hidden="true">
        {(['filled', 'hidden'] as const).map((part) => (
          <span
            key={part}
            className={part}
            style={{ inlineSize: `${(100 * tally[part]) / Math.max(1, tally.all)}%` }}
          />
        ))}
      </span>
      {rest.length > 0 && <p className="quiet">{rest.join(say({ zh: '，', en: ', ' }))}</p>}
    </div>
  )
}
