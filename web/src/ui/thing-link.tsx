import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import type { RecordFacts } from '../graph/subject-query.ts'

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

/** A field of a record as text that leads to the page of what it names, where there is one. */
export function ThingLink({ field, type }: { field: RecordFacts['fields'][number]; type?: string }) {
  const address = useAddress()
  const page = type === 'unit' ? undefined : PAGES[field.name]
  if (!page || field.value === null || field.value === 'unknown') return field.text
  return <Link href={address.to({ page, id: field.value })}>{field.text}</Link>
}
