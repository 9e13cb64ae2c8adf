import { zipSync } from 'fflate'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The earliest time that a ZIP entry can have: the same data give the same bytes. */
const MTIME = new Date(1980, 0, 1)

/** The body that an address of data answered with. */
export type DataAnswer = readonly [address: string, body: Uint8Array]

/**
 * Packs what the addresses of one indicator answer into a ZIP: all its series as one CSV and as one JSON, each named after the archive.
 * @param file the name of the archive, as `data/foreign-students-en.zip`
 */
export function zipData(file: string, answers: readonly DataAnswer[]): Uint8Array {
  const name = file.slice(file.lastIndexOf('/') + 1, -'.zip'.length)
  const byFormat = Map.groupBy(answers, ([address]) => formatOf(address))
  const entries = [...byFormat].map(([format, ofFormat]) => [`${name}.${format}`, joinData(format, ofFormat)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: MTIME })
}

/** `/i/foreign-students.csv?by=country`: `csv` */
function formatOf(address: string): string {
  return /\.(\w+)(?:\?|$)/.exec(address)![1]!
}

/**
 * What several addresses of one indicator answer, the whole and its breakdowns, as one file: CSV with one more column, which says by
 * what each row is broken down, or a JSON list of series.
 */
export function joinData(format: string, answers: readonly DataAnswer[]): Uint8Array {
  const sorted = answers.toSorted(([one], [other]) => (dimensionOf(one) < dimensionOf(other) ? -1 : 1))
  const texts = sorted.map(([address, body]) => [dimensionOf(address), decoder.decode(body)] as const)
  if (format === 'json') return encoder.encode(`[\n${texts.map(([, text]) => text.trim()).join(',\n')}\n]\n`)
  const files = texts.map(([by, text]) => ({ by, rows: rowsOf(text) }))
  // One that says of which release its breakdown is has a column more, after the others.
  const columnsOf = ({ rows }: (typeof files)[number]) => rows[0]!.split(',').length
  const widest = files.toSorted((a, b) => columnsOf(b) - columnsOf(a))[0]!
  const rows = files.flatMap((one) => {
    const missing = ','.repeat(columnsOf(widest) - columnsOf(one))
    return one.rows.slice(1).map((row) => `${row}${missing},${one.by}`)
  })
  return encoder.encode([`${widest.rows[0]},dimension`, ...rows].map((row) => `${row}\r\n`).join(''))
}

/** The whole is by nothing, and comes first. */
const dimensionOf = (address: string): string => new URL(address, 'http://causeway').searchParams.get('by') ?? ''

/** The rows of a CSV: a line end within quotes ends none. */
function rowsOf(csv: string): string[] {
  return csv.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) ?? []
}
