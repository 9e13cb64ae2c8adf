import { expect } from 'vitest'
import type { ChecklistItem } from '@causeway/server/desk/releases/checklist'
import type { College } from './college.ts'

type Ask = ReturnType<College['as']>

const RECORDS = `query ($type: ID!, $institution: ID!, $finding: ID, $sort: RecordSort, $first: Int) {
  records(type: $type, institution: $institution, finding: $finding, sort: $sort, first: $first) {
    totalCount edges { node { id label fields { name value } } }
  }
}`
const CANDIDATES = 'query ($institution: ID!) { sameAsCandidates(institution: $institution) { code } }'

/** The records of the list at an address of the page, as the page asks for them. */
export async function recordsAt(ask: Ask, href: string, first = 10) {
  const { pathname, searchParams } = new URL(href, 'http://causeway.test')
  const { institution, type, finding, sort, tab } = Object.fromEntries(searchParams)
  expect([pathname, tab]).toEqual(['/data', 'records'])
  const order = sort ? { field: sort.replace(/^-/, ''), descending: sort.startsWith('-') } : null
  const { data, errors } = await ask(RECORDS, { institution, type, finding, sort: order, first })
  expect(errors).toBeUndefined()
  return data.records as {
    totalCount: number
    edges: { node: { id: string; label: string; fields: { name: string; value: string | null }[] } }[]
  }
}

/** How many things the page at an address lists that an item of a checklist leads to. */
export async function countAt(ask: Ask, href: string, item: Pick<ChecklistItem, 'code' | 'places'>): Promise<number> {
  const { pathname, searchParams } = new URL(href, 'http://causeway.test')
  const tab = searchParams.get('tab')
  if (pathname === '/data' && tab === 'records') return (await recordsAt(ask, href)).totalCount
  if (pathname === '/data' && tab === 'same')
    return (await ask(CANDIDATES, { institution: searchParams.get('institution') })).data.sameAsCandidates.length
  if (pathname === '/data' && tab === 'releases') {
    // The page of one item lists its places, and each of those leads to what it counts.
    expect(searchParams.get('list')).toBe(item.code)
    let sum = 0
    for (const place of item.places)
      sum += place.href.includes('tab=records') ? await countAt(ask, place.href, item) : place.count
    return sum
  }
  // One thing, on its own page.
  expect(item.places.map((place) => place.href)).toEqual([href])
  return 1
}
