import { inLocale, type Locale, type Words, inBoth } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { listFigureRecords } from '../../figures/figure-records.ts'
import { readSeries } from '../../figures/read-series.ts'
import { readLabels } from '../../figures/series-facts.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import type { FormLine, NoteRule } from '../../figures/indicators/form-line.ts'
import type { LineFigure } from './line-figure.ts'
import { readPaths } from './record-texts.ts'
import { widthOf } from '../../ground/downloads.ts'

const USUAL_LIMIT = 200
const RECORDS_AT_ONCE = 500
/** Behind more records than these a note is no list that anybody reads. */
const MOST_RECORDS = 5000

/**
 * What is in the note column, made from the records that the line's figures were counted from. For one who may see them.
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
  return inBoth((locale) => writeNote(entries, locale, limit))
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
  const read = await readPaths(causeway, institution, records, loose)
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

/** One entry of a note. */
export interface NoteEntry {
  name: Words
  details: Words[]
  /** Place in the declared order. */
  order: string
}

/**
 * Entries in their order, as many as fit, and how many more there are.
 * @param limit characters; a Latin letter is half a one
 */
export function writeNote(entries: readonly NoteEntry[], locale: Locale, limit: number): string {
  const collator = new Intl.Collator(locale === 'ZH' ? 'zh-Hans-CN' : 'en', { numeric: true })
  const zh = locale === 'ZH'
  const written = entries
    .map((entry) => ({ order: entry.order, text: writeEntry(entry, locale) }))
    .toSorted((a, b) => comparePlaces(a.order, b.order) || collator.compare(a.text, b.text))
    .map(({ text }) => text)
  const fits = (text: string) => widthOf(text) <= 2 * limit
  const between = zh ? '；' : '; '
  const whole = written.join(between)
  if (fits(whole)) return whole
  for (let kept = written.length - 1; kept > 0; kept--) {
    const rest = written.length - kept
    const text = `${written.slice(0, kept).join(between)}${between}${zh ? `……另有${rest}项` : `… and ${rest} more`}`
    if (fits(text)) return text
  }
  const [first = ''] = written
  const rest = written.length - 1
  const more = rest === 0 ? '' : zh ? `另有${rest}项` : ` and ${rest} more`
  let start = [...first]
  while (start.length > 1 && !fits(`${start.join('')}……${more}`)) start = start.slice(0, -1)
  return `${start.join('')}${zh ? '……' : '…'}${more}`
}

/** Without a place in the order it comes last. */
export function comparePlaces(a: string, b: string): number {
  return a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1
}

function writeEntry({ name, details }: NoteEntry, locale: Locale): string {
  const inside = details.map((detail) => inLocale(detail, locale)).join(locale === 'ZH' ? '、' : ', ')
  const text = inLocale(name, locale)
  if (inside === '') return text
  return locale === 'ZH' ? `${text}（${inside}）` : `${text} (${inside})`
}
