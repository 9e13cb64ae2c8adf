import { fill } from '@causeway/shared/words/words'
import type { NamedEncoding } from '@causeway/shared/text-encodings'
import type { Database } from '../../ground/database/database.ts'
import type { RecordType } from '../record-type.ts'
import { recordTypeOf } from '../record-types.ts'
import { checkDataDate, readEncoding } from './check-request.ts'
import { findType } from './ground/find-type.ts'
import { ImportRefused } from './ground/import-refused.ts'
import { withCountedCodes } from './columns/code-source.ts'
import { NOTHING_CHOSEN, onSheetsOf, type ChosenReading } from './columns/chosen-reading.ts'
import { beginRows, dataRowsOf, type CorrectedCell, type Correction, type RowAgain } from './sheets/data-rows.ts'
import { RememberedCorrections } from './sheets/remembered-corrections.ts'
import { allTitles } from './sheets/sheet-titles.ts'
import { findHeader, type FoundHeader } from './sheets/find-header.ts'
import { commentsLeft, sheetsLeft } from './sheets/sheets-left.ts'
import type { HeaderSearch } from './sheets/header-search.ts'
import type { ImportPreview } from './report/import-preview.ts'
import type { ImportRequest } from './report/import-request.ts'
import type { ImportTally } from './report/import-tally.ts'
import { checkEntries, typesMade, type CheckedEntry } from './place/makers.ts'
import type { Mapping } from './mapping/mapping.ts'
import { columnsOfPlan, matchColumns } from './columns/matched-columns.ts'
import { planMappedFile } from './mapping/plan-mapped-file.ts'
import { parseMapping } from './mapping/read-mapping.ts'
import type { SourceFile } from './readers/open-file.ts'
import { choosesMore, withChosen } from './moves/reading-as-mapping.ts'
import { notRecognised, searchFor, type RecognisedType } from './saved/recognise-types.ts'
import { planOwnFile, type FilePlan } from './columns/row-plan.ts'
import { findNamedMapping, type NamedMapping } from './saved/named-mapping.ts'
import { recogniseFile } from './saved/recognise-file.ts'
import type { SourceRow, SourceTable } from './ground/source-row.ts'
import { withStatedSums } from './sums/with-stated-sums.ts'
import { ShownMonths } from './columns/shown-months.ts'
import { headOf, pickTables, readHeads, sheetNames, visibleOf } from './sheets/table-heads.ts'
import REFUSALS from './ground/refusals.json' with { type: 'json' }

/** A file that is open, and how its rows become records; `close` ends the reading, and leaves the file open. */
export interface FileReading {
  file: SourceFile
  /** What it holds above all. */
  type: RecordType
  mapping: Mapping | null
  header: FoundHeader
  planned: FilePlan
  entries: CheckedEntry[]
  data: AsyncIterable<SourceRow[]>
  /** The day up to which it says that the records speak; null: it says none. */
  dataDate: string | null
  close(): Promise<void>
}

interface Reading {
  database: Database
  request: ImportRequest
  tally: ImportTally
  open(encoding: NamedEncoding | null): Promise<SourceFile>
  /** Of the file when it was looked at before. */
  hash?: string | undefined
}

/** Finds out what a file holds and how it is read. Throws what refuses it as a whole. */
export async function readFile(reading: Reading): Promise<FileReading> {
  const { request, tally } = reading
  const said = request.as === undefined ? null : findType(request.as)
  const given = await findMapping(reading, said, null)
  const asked = said ?? (given && recordTypeOf(given.mapping.records[0].type))
  const file = await reading.open(request.encoding === undefined ? null : readEncoding(request.encoding))
  tally.encoding = file.encoding
  tally.fileHash = file.hash
  tally.warn(file.warnings)
  if (reading.hash !== undefined && reading.hash !== file.hash) throw changedSince(file.name)
  return readOpened(file, reading, asked, given)
}

async function readOpened(
  file: SourceFile,
  reading: Reading,
  asked: RecordType | null,
  given: NamedMapping | null,
): Promise<FileReading> {
  const { database, request, tally } = reading
  const { preview = null } = request
  let chosen = request.chosen ?? NOTHING_CHOSEN
  const heads = preview || !asked ? await readHeads(tablesChosen(file, chosen)) : []
  preview?.opened(sheetNames(visibleOf(file.tables)), heads, chosen)
  const recognised = await recogniseFile(database, request.institution, heads, chosen)
  if (preview) preview.recognised = recognised.types
  const meant = asked ? null : recognised.meant()
  const type = asked ?? meant?.type
  if (!type) throw notRecognised(file.name, heads)
  const named = asked ? given : await findMapping(reading, type, meant)
  let mapping = named?.mapping ?? null
  preview?.isOf(type, asked ? (request.namedMapping ?? null) : (meant?.mapping ?? null))
  const said = request.dataDate ?? mapping?.data_date
  const dataDate = said === undefined ? null : checkDataDate(said)
  const search = { ...searchFor(type, mapping, chosen), fileName: file.name }
  const header = await findOrGuess(file, search, preview)
  const { headers } = header
  chosen = { ...chosen, constants: onSheetsOf(header, chosen.constants) }
  if (named && choosesMore(chosen))
    mapping = parseMapping(named.name, withChosen(named.text, headers, chosen, allTitles(header)), type)
  const head = headOf(header.table, heads)
  if (preview) preview.reading = { headers, levels: header.levels ?? null, head, chosen, text: named?.text ?? null }
  if (!mapping) preview?.found(header, matchColumns(type, header, chosen.columns, head))
  const correcting = request.correcting && {
    ...request.correcting,
    ...(preview && {
      onCorrected: (cell: CorrectedCell) => void preview.corrected.push(cell),
      onAgain: (row: RowAgain) => void preview.again.push(row),
    }),
  }
  const remembered = mapping?.corrections ? new RememberedCorrections(mapping.corrections, header) : null
  if (preview) preview.remembered = remembered
  const source = dataRowsOf(header, correcting, mapping !== null, remembered)
  const data = await beginRows(source, (rows) => preview?.read(rows))
  const close = async () => void (await source.return(undefined))
  try {
    const planned = withCountedCodes(
      withRemembered(planFile(type, mapping, header, head, chosen, tally), remembered),
      request.asksSame === true,
    )
    checkGiven(planned, request.correcting?.corrections ?? [])
    tally.warn(commentsLeft(file.tables, header))
    const offering = request.mappingText === undefined ? null : { head, chosen: chosen.columns }
    if (mapping) preview?.found(header, columnsOfPlan(planned, header, offering))
    const entries = checkEntries(planned, header, request.replaces)
    preview?.makes(typesMade(planned))
    return { file, type, mapping, header, planned, entries, data, dataDate, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Where no head is known, a page shows what seems to be the header: it is read as that, and somebody says what its columns are. */
async function findOrGuess(
  file: SourceFile,
  search: HeaderSearch,
  preview: ImportPreview | null,
): Promise<FoundHeader> {
  try {
    return await findHeader(file.tables, search)
  } catch (error) {
    const likely = preview?.likelyHeader
    const isOpen = search.required === undefined && search.headerRow === undefined && search.headerRows === undefined
    if (!likely || !isOpen || !(error instanceof ImportRefused) || error.code !== 'NO_HEADER') throw error
    return findHeader(file.tables, { ...search, ...likely, isChosenRow: true })
  }
}

function tablesChosen({ tables }: SourceFile, { sheet, sheets }: ChosenReading): SourceTable[] {
  return sheets ? sheets.map((name) => pickTables(tables, name)[0]!) : pickTables(tables, sheet)
}

/** `meant`: what the file was recognised as, where nobody said it. */
function findMapping(
  { database, request }: Reading,
  type: RecordType | null,
  meant: RecognisedType | null,
): Promise<NamedMapping | null> {
  const { mapping, mappingText, namedMapping = meant?.mapping ?? undefined, institution, chosen } = request
  return findNamedMapping(database, { mapping, mappingText, namedMapping, institution, chosen }, type ?? undefined)
}

function planFile(
  type: RecordType,
  mapping: Mapping | null,
  header: FoundHeader,
  head: readonly SourceRow[],
  chosen: ChosenReading,
  tally: ImportTally,
): FilePlan {
  tally.warn(sheetsLeft(header))
  if (mapping) return withStatedSums(planMappedFile(mapping, header), header)
  const { plan, isData, warnings } = planOwnFile(type, header, chosen, head)
  tally.warn(warnings)
  const entries = [{ plan, shape: null, holds: null, creates: new Map() }]
  const months = new ShownMonths(plan)
  const seen = (row: SourceRow) => {
    const is = isData(row)
    if (is && row.months) months.see(row)
    return is
  }
  return withStatedSums({ entries, isData: seen, findings: () => months.findings() }, header)
}

/** The plan, which also tells of cells that were corrected as before. */
function withRemembered(plan: FilePlan, remembered: RememberedCorrections | null): FilePlan {
  return remembered ? { ...plan, findings: () => [...plan.findings(), ...remembered.findings()] } : plan
}

/** Throws `NOT_FOR_ONE_ROW` where a field that somebody said for one row is in a column, or in nothing that is said of all rows. */
function checkGiven({ entries }: FilePlan, corrections: readonly Correction[]): void {
  const readings = entries.flatMap(({ plan }) => plan.readings)
  for (const { field, row } of corrections) {
    if (field == null || readings.some((one) => one.field.name === field && one.cells.length === 0)) continue
    const { header } = readings.find((one) => one.field.name === field) ?? { header: '' }
    const words = header === '' ? REFUSALS.NOT_SAID_FOR_ALL : REFUSALS.IN_A_COLUMN
    throw new ImportRefused('NOT_FOR_ONE_ROW', { ...fill(words, { field, row, header }), value: field })
  }
}

function changedSince(name: string): ImportRefused {
  return new ImportRefused('FILE_CHANGED', fill(REFUSALS.FILE_CHANGED_SINCE, { name }))
}
