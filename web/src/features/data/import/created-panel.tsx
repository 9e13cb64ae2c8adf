import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import IMPORT_WORDS from './words.json' with { type: 'json' }

type Created = Pick<ImportReport, 'created'>

export function countCreated({ created }: Created): number {
  return created.reduce((sum, { count }) => sum + count, 0)
}

/** Entries that names make because no register has them, with the codes that are made for them. */
export function CreatedPanel({ report: { created } }: { report: Created }) {
  const { locale, say } = useLanguage()
  const id = useId()
  if (created.length === 0) return null
  const number = (value: number) => formatValue(value, 0, locale)
  return (
    <section className="card" aria-labelledby={id} data-created>
      <header className="card-head">
        <h3 id={id}>{say(IMPORT_WORDS.created)}</h3>
      </header>
      <p className="quiet">{say(IMPORT_WORDS.createdHint)}</p>
      {created.map(({ recordType, count, entries }) => (
        <details key={recordType.name} open={count <= MOST_OPEN}>
          <summary>
            {recordType.label} {number(count)}
            {entries.length < count &&
              say({ zh: '（', en: ' (' }) +
                say(IMPORT_WORDS.firstOf, { n: number(entries.length), all: number(count) }) +
                say({ zh: '）', en: ')' })}
          </summary>
          <ul className="field-changes">
            {entries.map(({ code, name }) => (
              <li key={code}>
                {name} <code className="quiet">{code}</code>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

/** More than a person takes in at a glance is folded. */
const MOST_OPEN = 20
