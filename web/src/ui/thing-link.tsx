import { Link } from '../address/address.tsx'
import type { RecordFacts } from '../graph/generated.ts'

/** Fields whose codes lead to a page of the thing that they name. */
const PAGES: Record<string, 'partner' | 'programme' | 'platform' | 'standard' | 'country'> = {
  partner: 'partner',
  sponsor: 'partner',
  host: 'partner',
  programme: 'programme',
  platform: 'platform',
  parent: 'platform',
  standard: 'standard',
  to_standard: 'standard',
  country: 'country',
  nationality: 'country',
}

/** Types whose records are things that have a page. */
const PAGES_OF_TYPES = ['partner', 'programme', 'platform', 'standard'] as const

/** A field of a record as text that leads to the page of what it names, where there is one. */
export function ThingLink({
  field,
  type,
}: {
  field: Pick<RecordFacts['fields'][number], 'name' | 'value' | 'text'>
  /** Record type that the field is in. */
  type?: string
}) {
  const own = field.name === 'code' ? PAGES_OF_TYPES.find((name) => name === type) : undefined
  const page = own ?? (type === 'unit' ? undefined : PAGES[field.name])
  if (!page || field.value === null || field.value === 'unknown') return field.text
  return <Link to={{ page, id: field.value }}>{field.text}</Link>
}

type Field = RecordFacts['fields'][number]

/** What a field is called where the name of the thing is in it, and not its code alone. */
export function labelOfField({ label, value, text }: Field): string {
  return text === value ? label : label.replace(/编号$/, '')
}

/** The name of a thing without its code, where a row would be distinguished without it. */
export function nameAlone({ value, text }: Field): string {
  for (const code of [`（${value}）`, ` (${value})`])
    if (text.endsWith(code) && text.length > code.length) return text.slice(0, -code.length)
  return text
}
