import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { fill } from '@causeway/shared/words/words'
import { QuestionError } from '../../ground/question-error.ts'
import type { Answer, ChosenReading } from '../../records/import/columns/chosen-reading.ts'
import type { ImportPart } from '../../records/import/report/import-request.ts'
import type { Correcting } from '../../records/import/sheets/data-rows.ts'
import type { ReplacedStretch } from '../../records/stretch.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** A table of an import, and how it is to be read. */
export interface PageTable {
  type?: string | null
  /** Id that the file has among those of the request. */
  file: string
  fileHash?: string | null
  encoding?: string | null
  mapping?: string | null
  /** The text of one, in its stead. */
  mappingText?: string | null
  columns?: readonly { column: number; field?: string | null }[] | null
  answers?: readonly Answer[] | null
  renamed?: readonly { was: string; is: string }[] | null
  constants?: ChosenReading['constants'] | null
  dateOrder?: 'YMD' | 'DMY' | 'MDY' | null
  decimalComma?: boolean | null
  addUp?: boolean | null
  sheet?: string | null
  sheets?: readonly string[] | null
  headerRow?: number | null
  headRows?: number | null
  corrections?: Correcting['corrections'] | null
  sameRecords?: readonly string[] | null
  leaveOut?: readonly number[] | null
  leaveOutOn?: Correcting['leaveOut'] | null
  lines?: Correcting['lines'] | null
  headsWere?: readonly string[] | null
}

/** An import as a page asks for it. */
export interface PageImport extends PageTable {
  institution?: string | null
  /** What goes in with it as one batch. */
  more?: readonly PageTable[] | null
  allSheets?: boolean | null
  dryRun?: boolean | null
  acceptValid?: boolean | null
  replaces?: ReplacedStretch | null
  dataDate?: string | null
  reason?: string | null
  figures?: boolean | null
  seconds?: number | null
  untilRead?: boolean | null
}

const MOST_CORRECTIONS = 10_000
const MOST_COLUMN = 16_384
const MOST_HEAD_ROWS = 5
const LONGEST_CELL = 32_767

const MOST_TABLES = 200

/** @throws QuestionError TYPE_MISSING, TOO_MANY_TABLES, TOO_MANY_CORRECTIONS, BAD_CORRECTION */
export function checkAsked(asked: PageImport): void {
  const { more, reason, replaces, dryRun } = asked
  const tables = [asked, ...(more ?? [])]
  if (tables.length > MOST_TABLES)
    throw new QuestionError('TOO_MANY_TABLES', {
      ...fill(REFUSALS.TOO_MANY_TABLES, { most: MOST_TABLES, count: tables.length }),
      facts: { limit: MOST_TABLES },
    })
  for (const table of tables) checkTable(table, dryRun === true)
  for (const year of replaces?.years ?? [])
    if (year < FIRST_YEAR || year > LAST_YEAR)
      throw bad(
        `整表替换的学年须在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间`,
        `a year to replace is from ${FIRST_YEAR} to ${LAST_YEAR}`,
      )
  if ((reason?.length ?? 0) > 1_000) throw bad('说明过长', 'the reason is too long')
}

function checkTable(table: PageTable, dryRun: boolean): void {
  const { type, mapping, mappingText, corrections, leaveOut, leaveOutOn, lines, headRows, columns, constants } = table
  if (type == null && mapping == null && mappingText == null && !dryRun)
    throw new QuestionError('TYPE_MISSING', REFUSALS.TYPE_MISSING)
  const count = [corrections, leaveOut, leaveOutOn, lines, table.sameRecords].reduce(
    (sum, some) => sum + (some?.length ?? 0),
    0,
  )
  if (
    count > MOST_CORRECTIONS ||
    (columns?.length ?? 0) > 2_000 ||
    (table.renamed?.length ?? 0) > 500 ||
    (table.headsWere?.length ?? 0) > MOST_COLUMN ||
    (constants?.length ?? 0) > 200
  )
    throw new QuestionError('TOO_MANY_CORRECTIONS', {
      ...fill(REFUSALS.TOO_MANY_CORRECTIONS, { most: MOST_CORRECTIONS }),
      facts: { limit: MOST_CORRECTIONS },
    })
  for (const { row, column, field, value } of corrections ?? []) {
    const at = column ?? 0
    if (row < 1 || at < 0 || at >= MOST_COLUMN || value.length > LONGEST_CELL)
      throw bad('改正的行号、列号或内容超出范围', 'a correction is of a row or column that cannot be, or too long')
    if ((column == null) === (field == null))
      throw bad('改正须写明 column 与 field 之一', 'a correction says either column or field')
  }
  if (headRows != null && (headRows < 0 || headRows > MOST_HEAD_ROWS))
    throw bad(`表头至多 ${MOST_HEAD_ROWS} 行`, `a header has ${MOST_HEAD_ROWS} rows at most`)
  if (mapping == null && mappingText == null && (table.answers?.length ?? 0) > 0)
    throw bad('answers 须与 mapping 同用', 'answers go with a mapping')
}

function bad(zh: string, en: string): QuestionError {
  return new QuestionError('BAD_CORRECTION', { zh: `${zh}。`, en: `${en[0]!.toUpperCase()}${en.slice(1)}.` })
}

/** As the importer takes it. */
export function toPart(table: PageTable, { path, name }: { path: string; name: string }): ImportPart {
  const { type, encoding, mapping, mappingText, corrections, leaveOut, leaveOutOn, lines } = table
  return {
    ...{ path, name },
    fileHash: table.fileHash ?? undefined,
    as: type ?? undefined,
    encoding: encoding ?? undefined,
    namedMapping: mapping ?? undefined,
    mappingText: mappingText ?? undefined,
    ...(table.sameRecords != null && { sameRecords: table.sameRecords, asksSame: true }),
    chosen: toChosen(table),
    correcting: {
      corrections: corrections ?? [],
      lines: lines ?? [],
      headsWere: table.headsWere ?? undefined,
      leaveOut: [...(leaveOut ?? []).map((row) => ({ row })), ...(leaveOutOn ?? [])],
    },
  }
}

function toChosen(asked: PageTable): ChosenReading {
  return {
    columns: new Map((asked.columns ?? []).map(({ column, field }) => [column, field ?? null])),
    renamed: new Map((asked.renamed ?? []).map(({ was, is }) => [was, is])),
    constants: asked.constants ?? [],
    answers: asked.answers ?? [],
    style: {
      ...(asked.dateOrder && { dateOrder: asked.dateOrder }),
      ...(asked.decimalComma && { decimalComma: true }),
    },
    addUp: asked.addUp ?? undefined,
    sheet: asked.sheet ?? undefined,
    sheets: asked.sheets?.length ? asked.sheets : undefined,
    headerRow: asked.headerRow ?? undefined,
    headRows: asked.headRows ?? undefined,
  }
}
