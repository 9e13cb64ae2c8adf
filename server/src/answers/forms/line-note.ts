import type { Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { listFigureRecords } from '../../figures/figure-records.ts'
import { readSeries } from '../../figures/read-series.ts'
import { readLabels } from '../../figures/series-facts.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import type { FormLine, NoteRule } from '../../figures/indicators/form-line.ts'
import type { LineFigure } from './line-figure.ts'
import { readPaths } from './record-texts.ts'
import { comparePlaces, writeNote, type NoteEntry } from './write-note.ts'

const USUAL_LIMIT = 200
const RECORDS_AT_ONCE = 500
/** Behind more records than these a note is no list that anybody reads. */
const MOST_RECORDS = 5000

/**
 * What stands in the note column, made from the records that the line's figures were counted from. For one who may see them.
 * Null: the line has no rule, or nothing was counted.
 */
export async function noteOf(
  causeway: Causeway,
  institution: string,
  line: FormLine,
  { figures }: { figures: readonly LineFigure[] },
  limit = USUAL_LIMIT,
): Promise<Words | null> {
  const { note } = line
  const counted = figures.filter(({ figure }) => (figure.numerator ?? figure.value ?? 0) > 0)
  if (!note || counted.length === 0) return null
  const viewer: Viewer = { role: 'reader', institution }
  const entries =
    'by' in note
      ? await categoriesOf(causeway, viewer, note.by, counted)
      : await entriesOf(causeway, viewer, institution, note, counted)
  if (entries.length === 0) return null
  return { zh: writeNote(entries, 'ZH', limit), en: writeNote(entries, 'EN', limit) }
}

async function categoriesOf(
  causeway: Causeway,
  viewer: Viewer,
  by: string,
  counted: readonly LineFigure[],
): Promise<NoteEntry[]> {
  const entries = new Map<string, NoteEntry>()
  for (const { request, declaration } of counted) {
    const series = await readSeries(causeway, viewer, { ...request, by, profile: 'EXACT' })
    const labels = await readLabels(causeway, series, declaration, 'category')
    for (const { category, numerator, value } of series.figures) {
      if (category === null || (numerator ?? value ?? 0) === 0 || entries.has(category)) continue
      const order = String(entries.size).padStart(6, '0')
      entries.set(category, { name: labels.get(category)!, details: [], order })
    }
  }
  return [...entries.values()]
}

async function entriesOf(
  causeway: Causeway,
  viewer: Viewer,
  institution: string,
  note: Extract<NoteRule, { entry: string }>,
  counted: readonly LineFigure[],
): Promise<NoteEntry[]> {
  const records: StoredRecord[] = []
  for (const figure of counted) records.push(...(await recordsOf(causeway, viewer, figure)))
  const loose = [note.entry, ...(note.with ?? [])].filter((path) => path.includes('@'))
  const read = await readPaths(causeway.database, institution, records, loose)
  const entries = new Map<string, NoteEntry>()
  const placed = records
    .map((record) => ({ record, order: note.order === undefined ? '' : String(read(record, note.order)?.value ?? '') }))
    .toSorted((a, b) => comparePlaces(a.order, b.order))
  for (const { record, order } of placed) {
    const name = read(record, note.entry)
    if (!name) continue
    const key = String(name.value)
    const entry = entries.get(key) ?? { name: name.text, details: [], order }
    for (const path of note.with ?? []) {
      const detail = read(record, path)?.text
      if (detail && !entry.details.some(({ zh, en }) => zh === detail.zh && en === detail.en))
        entry.details.push(detail)
    }
    entries.set(key, entry)
  }
  return [...entries.values()]
}

async function recordsOf(
  causeway: Causeway,
  viewer: Viewer,
  { request, figure, question }: LineFigure,
): Promise<StoredRecord[]> {
  const records: StoredRecord[] = []
  const address = { year: figure.period.year, category: null, across: null }
  const part = question.part ?? 'NUMERATOR'
  for (let after: string | null = null; records.length < MOST_RECORDS;) {
    const page = await listFigureRecords(causeway, viewer, request, address, part, { first: RECORDS_AT_ONCE, after })
    records.push(...page.records)
    if (!page.hasNext) break
    after = page.endCursor
  }
  return records
}
