import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { useLanguage } from '../../../language/language.tsx'
import type { ImportReport } from '../../../graph/generated.ts'
import { IMPORT_WORDS } from './import-words.ts'

/** How many records come, change and go. */
export function Tally({ report, title }: { report: ImportReport; title: string }) {
  const { locale, say } = useLanguage()
  const id = useId()
  const shown = (['accepted', 'updated', 'withdrawn', 'unchanged', 'rejected'] as const).filter(
    (name) => report[name] > 0 || name === 'accepted' || name === 'updated',
  )
  return (
    <section className="card" aria-labelledby={id}>
      <header className="card-head">
        <h3 id={id}>{title}</h3>
      </header>
      <dl className="tally">
        {shown.map((name) => (
          <div key={name} data-tally={name}>
            <dt>{say(IMPORT_WORDS[name])}</dt>
            <dd>{formatValue(report[name], 0, locale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
