import { fill, joinWords, type Words } from '@causeway/shared/words/words'
import type { Database } from '../../../ground/database/database.ts'
import { kept } from '../../../ground/kept.ts'
import { recordTypeOf } from '../../record-types.ts'
import { NOTHING_CHOSEN, type ChosenReading } from '../columns/chosen-reading.ts'
import { isLetter } from '../sheets/file-columns.ts'
import { findHeader } from '../sheets/find-header.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import { recordTypesOf, type Mapping } from '../mapping/mapping.ts'
import { foldHeader, isColumnOfOurs } from '../sheets/match-header.ts'
import { requiredHeaders } from '../mapping/named-columns.ts'
import { compilePattern } from '../ground/pattern.ts'
import { parseMapping } from '../mapping/read-mapping.ts'
import { searchFor, type RecognisedType } from './recognise-types.ts'
import type { TableHead } from '../sheets/table-heads.ts'
import { toHeads } from './made-for.ts'
import type { SavedFit } from './saved-fit.ts'
import { findSavedMapping, listSavedMappings, type SavedMapping } from './saved-mapping.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

export type RecognisedSaved = RecognisedType & { mapping: string; saved: SavedFit }

/** Of the heads that it was made for: with fewer a mapping is not looked into. */
const LEAST_THERE = 0.5
const MOST_HEADS_NAMED = 3
const MOST_KEPT = 500

/** The saved mappings that a file is like, the likest first. */
export async function findFittingMappings(
  database: Database,
  institution: string,
  heads: readonly TableHead[],
  chosen: ChosenReading = NOTHING_CHOSEN,
): Promise<RecognisedSaved[]> {
  const saved = await listSavedMappings(database, institution)
  if (saved.length === 0) return []
  const rows = heads.flatMap(({ head }) => head.map(({ cells }) => cells.filter((cell) => cell.trim() !== '')))
  const there = new Set(rows.flat().map(foldHeader))
  const isThere = (head: string) => there.has(foldHeader(head)) || there.has(foldHeader(head.split('/').at(-1)!))
  const found: RecognisedSaved[] = []
  for (const one of saved) {
    if (one.heads.filter(isThere).length < one.heads.length * LEAST_THERE) continue
    const mapping = await readKept(database, one)
    const fit = mapping && (await compare(one, mapping, [...heads], rows, chosen).catch(nullWhereRefused))
    if (fit) found.push(fit)
  }
  return found.sort((a, b) => b.sharePercent - a.sharePercent)
}

async function compare(
  saved: SavedMapping,
  mapping: Mapping,
  heads: TableHead[],
  rows: readonly string[][],
  chosen: ChosenReading,
): Promise<RecognisedSaved | null> {
  const type = recordTypeOf(recordTypesOf(mapping)[0]!)
  const header = await findHeader(heads, searchFor(type, mapping, chosen)).catch(nullWhereRefused)
  const made = new Map(saved.heads.map((head) => [foldHeader(head), head]))
  const headers = header?.headers ?? likest(rows, made)
  const now = new Map(toHeads(headers.filter((head) => !isColumnOfOurs(head))).map((head) => [foldHeader(head), head]))
  const isMatched = makeMatcher(mapping)
  const [headsNow, headsThen] = [[...now.values()], [...made.values()]]
  const added = headsNow.filter((head) => !made.has(foldHeader(head)) && !isMatched(head))
  const gone = headsThen.filter((head) => !now.has(foldHeader(head)) && !isMatched(head))
  const known = headsNow.length - added.length
  if (known === 0) return null
  const fits = header !== null
  const needed = fits ? [] : requiredHeaders(mapping)
  const lacks = needed.filter((head) => !isLetter(head) && !now.has(foldHeader(head)))
  const fit = { version: saved.version, savedAt: saved.savedAt, known, added, gone, lacks, fits }
  return {
    type,
    mapping: saved.name,
    sharePercent: shareOf(known / (known + added.length + gone.length), fits),
    why: sayFit(saved.name, fit),
    missing: [],
    saved: fit,
    ...(mapping.sheets && { joins: true }),
  }
}

/** The heads that a mapping knows by a pattern: another year across is nothing new. */
function makeMatcher({ records }: Mapping): (head: string) => boolean {
  const patterns = records.flatMap(({ unpivot }) =>
    typeof unpivot?.columns === 'string' ? [compilePattern(unpivot.columns)] : [],
  )
  return (head) => patterns.some((pattern) => pattern.match(head) !== null)
}

/** Above all that nobody of the college wrote, where it fits. */
export function shareOf(alike: number, fits: boolean): number {
  return fits ? 70 + 30 * alike : 60 * alike
}

function likest(rows: readonly string[][], made: ReadonlyMap<string, string>): string[] {
  let best: { row: string[]; known: number } = { row: [], known: 0 }
  for (const row of rows) {
    const known = row.filter((cell) => made.has(foldHeader(cell))).length
    if (known > best.known) best = { row, known }
  }
  return best.row
}

function sayFit(name: string, { savedAt, known, added, gone, lacks }: SavedFit): Words {
  const columns = { n: added.length, ...named(added) }
  const parts = [
    fill(REFUSALS.READ_AS_SAVED, { name, year: savedAt.slice(0, 4), known }),
    added.length > 0 ? fill(REFUSALS.COLUMNS_ADDED, columns) : null,
    gone.length > 0 ? fill(REFUSALS.COLUMNS_GONE, { n: gone.length, ...named(gone) }) : null,
  ]
  const said = joinWords(parts)
  if (lacks.length === 0) return { zh: `${said.zh}。`, en: `${said.en}.` }
  const cure = fill(REFUSALS.COLUMNS_LACKING, named(lacks))
  return { zh: `${said.zh}。${cure.zh}`, en: `${said.en}. ${cure.en}` }
}

function named(heads: readonly string[]): { zh: string; en: string } {
  const some = heads.slice(0, MOST_HEADS_NAMED)
  const more = heads.length > some.length
  return {
    zh: some.map((head) => `“${head}”`).join('、') + (more ? '等' : ''),
    en: some.map((head) => `"${head}"`).join(', ') + (more ? ' …' : ''),
  }
}

const parsed = new WeakMap<Database, Map<string, Mapping | null>>()

/** A version never changes: it is parsed once. Null: this build does not read it. */
async function readKept(database: Database, { institution, name, version, savedAt }: SavedMapping) {
  const known = kept(parsed, database, () => new Map())
  const key = [institution, name, version, savedAt].join('\n')
  if (known.has(key)) return known.get(key)!
  const found = await findSavedMapping(database, institution, name, version)
  if (known.size >= MOST_KEPT) known.clear()
  const mapping = found && parseOrNull(found.text)
  known.set(key, mapping)
  return mapping
}

function parseOrNull(text: string): Mapping | null {
  try {
    return parseMapping('', text)
  } catch (error) {
    return nullWhereRefused(error)
  }
}

/** A mapping that cannot read the file, as where a pattern of it is too slow, hinders nobody. */
function nullWhereRefused(error: unknown): null {
  if (error instanceof ImportRefused) return null
  throw error
}
