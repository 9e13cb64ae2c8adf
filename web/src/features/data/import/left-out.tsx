import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import IMPORT_WORDS from './words.json' with { type: 'json' }

/** The remarks that matter for figures, in the open: what is left out of them, and what changes in another year. */
export function LeftOut({
  report: { leftOut, leftOutCount },
}: {
  report: Pick<ImportReport, 'leftOut' | 'leftOutCount'>
}) {
  const { locale, say } = useLanguage()
  const id = useId()
  if (leftOut.length === 0) return null
  const more = leftOutCount - leftOut.length
  return (
    <section className="note left-out stack-tight" aria-labelledby={id}>
      <h3 id={id}>{say(IMPORT_WORDS.leftOut)}</h3>
      <ul className="lines">
        {leftOut.map(({ row, code, message }) => (
          <li key={`${row} ${code} ${message}`}>{message}</li>
        ))}
      </ul>
      {more > 0 && <p className="quiet">{say(IMPORT_WORDS.leftOutMore, { n: formatValue(more, 0, locale) })}</p>}
    </section>
  )
}
