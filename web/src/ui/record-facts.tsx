import { isIsoDate } from '@causeway/shared/day'
import type { ReactNode } from 'react'
import { formatDay } from '../language/format-date.ts'
import { useLanguage } from '../language/language.tsx'
import type { RecordFacts } from '../graph/subject-query.ts'

/** What stands in a record, a line for each field that is filled. Some fields lead to pages of their own. */
export function RecordFactList({
  record,
  leave = [],
  cell,
}: {
  record: RecordFacts
  /** Fields that are told elsewhere. */
  leave?: string[]
  cell?: (field: RecordFacts['fields'][number]) => ReactNode
}) {
  const { locale } = useLanguage()
  const told = record.fields.filter(({ name, text }) => text !== '' && !leave.includes(name))
  return (
    <dl className="facts">
      {told.map((field) => (
        <div key={field.name}>
          <dt>{field.label}</dt>
          <dd>{isIsoDate(field.value ?? '') ? formatDay(field.value!, locale) : (cell?.(field) ?? field.text)}</dd>
        </div>
      ))}
    </dl>
  )
}
