import { createHash } from 'node:crypto'

/** What every link to data says, and a folder of one institution need not. */
const UNSAID = new Set(['institution', 'from', 'to', 'lang', 'year'])

/**
 * The file in the folder that holds what an address of data answers: `/i/training-person-days.csv?by=country&lang=zh` is
 * `data/training-person-days-by-country-zh.csv`. Whatever else is asked for stands in it as a hash.
 */
export function fileOfAddress(address: string): string {
  const [path, query = ''] = address.split('?') as [string, string?]
  const asked = new URLSearchParams(query)
  const dot = path.lastIndexOf('.')
  const name = path.slice(1, dot).replace(/^i\//, '').replaceAll('/', '-')
  const by = asked.get('by')
  const others = [...asked].filter(([key]) => !UNSAID.has(key) && key !== 'by').toSorted()
  const hash = createHash('sha256').update(JSON.stringify(others)).digest('hex').slice(0, 8)
  const parts = [decodeURIComponent(name), by && `by-${by}`, others.length > 0 && hash, asked.get('lang')]
  return `data/${parts
    .filter(Boolean)
    .join('-')
    .replace(/[^\w.-]/g, '_')}${path.slice(dot)}`
}
