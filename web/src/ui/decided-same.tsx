import type { Words } from '@causeway/shared/words/words'
import type { Decision as DecisionFacts } from '../graph/generated.ts'
import { graph } from '../graph/graph.ts'
import { useLanguage } from '../language/language.tsx'
import UI_WORDS from './words.json' with { type: 'json' }

/** A decision that two things are one. */
export const Decision = graph(`
  fragment Decision on SameAs {
    recordType code codeName(locale: $locale) sameAs sameAsName(locale: $locale) relation from decidedBy reason
  }
`)

/** What is said between the two, and after them, by their relation. */
const SENTENCES: Record<string, { between: Words; end: Words }> = UI_WORDS.decided

/** The decision as a sentence, each of the two by its name and code. */
export function DecidedSame({
  decision: { code, codeName, sameAs, sameAsName, relation },
}: {
  decision: DecisionFacts
}) {
  const { say } = useLanguage()
  const { between, end } = SENTENCES[relation] ?? UI_WORDS.decided.same
  return (
    <>
      <Thing code={code} name={codeName} /> {say(between)}
      {sameAs !== null && (
        <>
          {' '}
          <Thing code={sameAs} name={sameAsName} />
        </>
      )}
      {say(end)}
    </>
  )
}

/** By its name, where it has one, and its code; a record that has its number from elsewhere by unit and number, as people write it. */
function Thing({ code, name }: { code: string; name: string | null }) {
  const shown = code.replace(/^~\/?/, '')
  if (name === null || name === code) return <b>{shown}</b>
  return (
    <>
      <b>{name}</b> <code>{shown}</code>
    </>
  )
}
