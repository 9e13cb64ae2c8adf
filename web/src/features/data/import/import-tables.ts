import type { ImportReport, WholeReport } from '../../../graph/generated.ts'
import { stopRun } from './under-way.ts'
import { isUnplaced, knownAgain, placedAgain } from './other-edition.ts'
import { nextId, readImport, setImport, type Draft, type ImportState, type Step } from './import-draft.ts'

/** All tables of a choice, in their order, those that are left out among them. */
export function tablesOf({ draft, aside }: Pick<ImportState, 'draft' | 'aside'>): Draft[] {
  return draft ? [draft, ...aside].sort((a, b) => a.id - b.id) : []
}

/** Those that go in. */
export function tablesOn(state: Pick<ImportState, 'draft' | 'aside'>): Draft[] {
  return tablesOf(state).filter(({ isOn }) => isOn)
}

/** Looks at another table of those that were chosen together. */
export function openTable(id: number): void {
  const state = readImport()
  const draft = tablesOf(state).find((one) => one.id === id)
  if (draft) setImport({ ...state, ...opened(state, draft), report: state.reports.get(id) ?? state.report })
}

/** Changes one, whether it is looked at or not; null takes it out. One that goes in stays open. */
export function changeTable(id: number, change: Partial<Draft> | null): void {
  stopRun()
  const state = readImport()
  const tables = tablesOf(state).flatMap((one) => (one.id === id ? (change ? [{ ...one, ...change }] : []) : [one]))
  const draft =
    tables.find((one) => one.id === state.draft?.id && one.isOn) ?? tables.find(({ isOn }) => isOn) ?? tables[0]
  if (draft)
    setImport({ ...state, ...opened({ tables }, draft), report: state.reports.get(draft.id) ?? null, unchecked: true })
}

function opened(of: { tables: Draft[] } | ImportState, draft: Draft): Pick<ImportState, 'draft' | 'aside'> {
  const tables = 'tables' in of ? of.tables : tablesOf(of)
  return { draft, aside: tables.filter((one) => one !== draft) }
}

/**
 * What was found becomes what the page is about. A workbook whose sheets are several tables becomes these, and what was recognised is
 * from now on what it is, so that a correction does not make it another. `sent`: the tables that it was found of. `counted`: false where
 * rows are to come.
 */
export function settle(
  step: Step,
  whole: WholeReport,
  sent: readonly Draft[],
  institution: string | null,
  counted = true,
): void {
  const before = readImport()
  const { draft: only, leftOut } = before
  const saved = only && isReadAsKept(only, whole) ? whole.asMapping : before.saved
  if (step === 'done')
    return setImport({
      ...before,
      ...{ step, draft: null, aside: [], report: whole, whole, institution, counted, unchecked: false, saved },
    })
  const { tables, reports } = parted(tablesOf(before), whole, sent, counted)
  const isNew = tables.length !== tablesOf(before).length
  const kept = isNew ? undefined : tables.find(({ id }) => id === before.draft?.id)
  const wrong = tables.find(({ id, isOn }) => isOn && isWrong(reports.get(id)))
  const draft = kept ?? wrong ?? tables.find(({ isOn }) => isOn) ?? tables[0] ?? null
  const report = (draft && reports.get(draft.id)) ?? whole
  const aside = tables.filter((one) => one !== draft)
  setImport({ step, draft, aside, report, whole, reports, institution, counted, unchecked: false, saved, leftOut })
}

/** A mapping reads it, and nobody said more of it. */
function isReadAsKept(draft: Draft, { mapping }: WholeReport): boolean {
  const { reading, answers, columns, renamed, constants, corrections, lines } = draft
  const said = [answers, corrections, lines, ...[columns, renamed, constants].map(Object.keys)]
  return mapping !== null && reading === null && said.every(({ length }) => length === 0)
}

export function isWrong(report: ImportReport | undefined): boolean {
  return report === undefined || report.recordType === null || report.problemCount > 0
}

/** Nothing is wrong with it, and others kept its rows from being read. */
export function isNotRead(report: ImportReport): boolean {
  return report.rowsRead === 0 && report.recordType !== null && report.problemCount === 0
}

interface Found {
  table: Draft
  /** Null: it was left out. */
  report: ImportReport | null
}

function parted(tables: readonly Draft[], whole: WholeReport, sent: readonly Draft[], counted: boolean) {
  const found = tables.flatMap((table): Found[] => {
    const isFound = !sent.some(({ id }) => id === table.id)
    const at = sent.findIndex(({ id }) => id === (isFound ? table.foundIn : table.id))
    if (at < 0) return [{ table, report: null }]
    if (whole.parts.length === 0) return [{ table, report: whole }]
    const parts = whole.parts.filter((part) => part.table === at && (!isFound || isOfSheets(table, part)))
    const [only, ...others] = parts
    return others.length === 0 ? [{ table, report: only ?? null }] : sheetsAsTables(table, parts, whole, at)
  })
  // Others come between them: each is numbered anew.
  const isMore = found.length > tables.length
  const unplaced = new Set<number | null>(sent.filter(isUnplaced).map(({ id }) => id))
  const numbered = isMore
    ? found.map((one) => ({ ...one, table: { ...one.table, id: nextId(), foundIn: one.table.id } }))
    : found
  return {
    tables: numbered.map(({ table, report }) =>
      report
        ? {
            ...table,
            ...(table.type === null && recognisedAs(report)),
            ...ofEdition(table, report, {
              counted,
              wasUnplaced: unplaced.has(table.id) || unplaced.has(table.foundIn),
            }),
            fileHash: table.fileHash ?? report.fileHash,
          }
        : table,
    ),
    reports: new Map(numbered.flatMap(({ table, report }) => (report ? [[table.id, report] as const] : []))),
  }
}

/** Those that are read, and between them those that were left out, in the order of the workbook. */
function sheetsAsTables(table: Draft, parts: readonly ImportReport[], whole: WholeReport, at: number): Found[] {
  const sheets = whole.sheetsFound.filter((sheet) => sheet.table === at)
  return sheets.flatMap(({ name, leftOut, why = null }): Found[] => {
    if (leftOut !== null) return [{ table: { ...table, sheet: name, isOn: false, whyOff: why }, report: null }]
    const part = parts.find(({ tableSheets }) => tableSheets[0] === name)
    return part ? [{ table: { ...table, ...sheetsTaken(part.tableSheets) }, report: part }] : []
  })
}

/** Of one that was not split it is the only part. */
function isOfSheets({ sheet, sheets }: Draft, { tableSheets }: ImportReport): boolean {
  const [first = sheet] = sheets
  return first === null || tableSheets.length === 0 || tableSheets[0] === first
}

function sheetsTaken(sheets: readonly string[]): Pick<Draft, 'sheet' | 'sheets'> {
  return sheets.length > 1 ? { sheet: null, sheets } : { sheet: sheets[0] ?? null, sheets: [] }
}

/** Where its columns and rows are in the edition that was looked at. `wasUnplaced`: when that was asked, so that no row was spoken of. */
function ofEdition(
  table: Draft,
  report: ImportReport,
  { counted, wasUnplaced }: { counted: boolean; wasUnplaced: boolean },
): Partial<Draft> {
  const heads = report.columns.map(({ header }) => header)
  if (heads.length === 0) return {}
  if (isUnplaced(table)) return { ...placedAgain(table, heads), heads }
  return { ...(counted && !wasUnplaced && knownAgain(table, report)), heads }
}

function recognisedAs({ recordType, mapping }: ImportReport): Partial<Draft> {
  return recordType ? { type: recordType.name, mapping, typeFound: true } : {}
}
