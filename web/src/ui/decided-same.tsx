import type { Words } from '@causeway/shared/words/words'
import type { Decision as DecisionFacts } from '../graph/generated.ts'
import { graph } from '../graph/graph.ts'
import { useLanguage } from '../language/language.tsx'

/** A decision that two things are one. */
export const Decision = graph(`
  fragment Decision on SameAs {
    recordType code codeName(locale: $locale) sameAs sameAsName(locale: $locale) relation from decidedBy reason
  }
`)

/** What is said between the two, and after them, by their relation. */
const SENTENCES: Record<string, { between: Words; end: Words }> = {
  same: { between: { zh: '就是', en: 'is the same as' }, end: { zh: '。', en: '.' } },
  renamed: { between: { zh: '已更名为', en: 'was renamed' }, end: { zh: '。', en: '.' } },
  merged: { between: { zh: '已并入', en: 'was merged into' }, end: { zh: '。', en: '.' } },
  split: {
    between: { zh: '已拆分，不归并到任何一个', en: 'was split up, and nothing takes its place' },
    end: { zh: '。', en: '.' },
  },
  duplicate: {
    between: { zh: '与', en: 'is the same record as' },
    end: { zh: ' 是同一条记录，重复填报，只计一次。', en: ', reported twice and counted once.' },
  },
}

/** The decision as a sentence, each of the two by its name and code. */
export function DecidedSame({
  decision: { code, codeName, sameAs, sameAsName, relation },
}: {
  decision: DecisionFacts
}) {
  const { say } = useLanguage()
  const { between, end } = SENTENCES[relation] ?? SENTENCES.same!
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
