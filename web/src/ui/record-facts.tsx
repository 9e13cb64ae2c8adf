import { isIsoDate } from '@causeway/shared/day'
import { formatDay } from '../language/format-date.ts'
import { useLanguage } from '../language/language.tsx'
import type { RecordFacts } from '../graph/generated.ts'
import { FactList } from './fact-list.tsx'
import { labelOfField } from './field-label.ts'
import { ThingLink } from './thing-link.tsx'

/** What stands in a record, a line for each field that is filled. Some fields lead to pages of their own. */
export function RecordFactList({ record }: { record: RecordFacts }) {
  const { locale } = useLanguage()
  const told = record.fields.filter(({ text }) => text !== '')
  return (
    <FactList
      facts={told.map((field) => [
        labelOfField(field),
        isIsoDate(field.value ?? '') ? formatDay(field.value!, locale) : <ThingLink field={field} />,
      ])}
    />
  )
}
