import { resolve } from 'node:path'
import { isIsoDate } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { DatabaseBusy, type Database } from '../database/database.ts'
import { commitBatch, type BatchResult, type BatchWriter, type CheckedRow } from '../records/commit.ts'
import { findInstitution, listInstitutions } from '../records/institutions.ts'
import type { RecordType } from '../records/record-type.ts'
import { findRecordType, RECORD_TYPES } from '../records/record-types.ts'
import type { Secret } from '../records/secret.ts'
import { makeRowChecker, type ReadRow } from './check-row.ts'
import { findHeader, type FoundHeader } from './find-header.ts'
import { makeGatherer, type Gatherer } from './gather-rows.ts'
import { ImportRefused } from './import-refused.ts'
import type { ImportReport } from './import-report.ts'
import { readMapping, type Mapping } from './mapping.ts'
import { foldHeader, indexHeaders, listColumns } from './match-header.ts'
import { findNearest } from './nearest.ts'
import { didYouMean } from './parse-cell.ts'
import { planMappedFile, requiredHeaders } from './plan-mapped-file.ts'
import { ProblemList } from './problem-list.ts'
import { openFile, type SourceFile } from './readers/open-file.ts'
import { RejectsFile, unguard } from './rejects.ts'
import { planOwnFile, type PlanWarning, type RowPlan } from './row-plan.ts'
import { RowSettler, type RejectedRow, type SettledRow } from './settle-rows.ts'
import type { SourceRow } from './source-row.ts'

export type { ImportReport } from './import-report.ts'

export interface ImportRequest {
  path: string
  /** Name of the record type. */
  as: string
  /** Path of a mapping, or the name of one that ships. */
  mapping?: string | undefined
  institution?: string | undefined
  /** Tell everything, change nothing. */
  dryRun?: boolean | undefined
  /** Import the right rows though others are wrong. */
  acceptValid?: boolean | undefined
  /** Where wrong rows are written back to, as CSV. */
  rejects?: string | undefined
  /** YYYY-MM-DD: the day up to which the file speaks; else the mapping's, else today. */
  dataDate?: string | undefined
  onProgress?: ((progress: ImportProgress) => void) | undefined
}

export interface ImportProgress {
  bytes: number
  /** Of the file. */
  totalBytes: number
  rows: number
}

const CHUNK = 500

/**
 * Reads a file, checks its rows and puts them into the database, all or (with `acceptValid`) all that are right, in one
 * transaction. Whatever is wrong with the file is in the report; what is thrown is a fault of ours or of the machine.
 */
export async function importFile(database: Database, secret: Secret, request: ImportRequest): Promise<ImportReport> {
  const run = new ImportRun(database, secret, request)
  try {
    return await run.run()
  } catch (error) {
    await run.rejects?.discard()
    if (error instanceof ImportRefused) return run.refuse(error)
    if (error instanceof DatabaseBusy) {
      return run.refuse(new ImportRefused('DATABASE_BUSY', {
        zh: '另一项导入正在进行，请稍后再试。',
        en: 'Another import is under way. Try again in a while.',
      }))
    }
    throw error
  }
}

class ImportRun {
  readonly #database: Database
  readonly #secret: Secret
  readonly #request: ImportRequest
  readonly #problems = new ProblemList()
  readonly #warnings = new ProblemList()
  #encoding: string | null = null
  #rowsRead = 0
  #rowsLeftOut = 0
  #rowsMerged = 0
  #rejected = 0
  #alike = 0
  #headers: string[] = []
  rejects: RejectsFile | null = null

  constructor(database: Database, secret: Secret, request: ImportRequest) {
    this.#database = database
    this.#secret = secret
    this.#request = request
  }

  async run(): Promise<ImportReport> {
    const request = this.#request
    const type = findType(request.as)
    const mapping = request.mapping === undefined ? null : await readMapping(request.mapping, type)
    const dataDate = checkDataDate(request.dataDate ?? mapping?.data_date ?? today())
    if (request.rejects !== undefined) checkRejectsPath(request.rejects, request.path)
    let bytes = 0
    let totalBytes = 0
    const file = await openFile(request.path, (read, total) => {
      bytes = read
      totalBytes = total
    })
    this.#encoding = file.encoding
    this.#warn(file.warnings)
    const header = await findHeader(file.tables, searchFor(type, mapping))
    this.#headers = header.headers
    const plan = this.#makePlan(type, mapping, header)
    const checker = makeRowChecker(plan, header.row)
    const institution = await this.#checkInstitution(type, plan)
    if (request.rejects !== undefined) this.rejects = new RejectsFile(request.rejects, header.headers)

    const result = await commitBatch(
      this.#database,
      {
        recordType: type.name,
        fileName: file.name,
        fileHash: () => file.hash,
        encoding: () => file.encoding,
        dataDate,
        ...(institution !== null && type.name !== 'institution' && { institution }),
      },
      async (writer) => {
        const settler = new RowSettler(this.#secret, checker, writer, { type, institution, hasInstitutionColumn: plan.institution !== null })
        const gatherer = makeGatherer(mapping)
        for await (const chunk of rowsOf(header)) {
          this.#rowsRead += chunk.length
          for (let at = 0; at < chunk.length; at += CHUNK) {
            const reads = await this.#check(chunk.slice(at, at + CHUNK), plan, checker.check)
            const { settled, rejected } = await settler.settle(reads)
            await this.#reject(rejected)
            await this.#add(writer, settler, type, gatherer ? this.#gather(gatherer, settled) : settled)
          }
          request.onProgress?.({ bytes, totalBytes, rows: this.#rowsRead })
        }
        await file.confirmUnchanged()
        const late = await settler.settleWaiting()
        await this.#reject(late.rejected)
        const last = gatherer ? [...this.#gather(gatherer, late.settled), ...gatherer.drain()] : late.settled
        for (let at = 0; at < last.length; at += CHUNK) await this.#add(writer, settler, type, last.slice(at, at + CHUNK))
        for (const finding of plan.findings()) this.#warnings.add({ ...finding })
        if (this.#rowsRead - this.#rowsLeftOut === 0) throw noRows(this.#rowsRead, mapping !== null)
        await this.#findWarnings(writer, type)
        await file.confirmUnchanged()
        return this.#isRefused() || request.dryRun ? 'undo' : 'keep'
      },
    )
    const wrote = (await this.rejects?.finish()) ?? false
    return this.#report(file, result, wrote)
  }

  /** The report of an import that did not take place. */
  refuse(error: ImportRefused): ImportReport {
    this.#problems.add({ ...error.place, code: error.code, message: error.words })
    return { ...this.#emptyReport(), rejected: this.#rejected, refused: true }
  }

  #makePlan(type: RecordType, mapping: Mapping | null, header: FoundHeader): RowPlan {
    if (header.otherSheets.length > 0) {
      this.#warn([{
        code: 'OTHER_SHEETS',
        message: {
          zh: `只读取了工作表「${header.table.name}」；${header.otherSheets.map((name) => `「${name}」`).join('、')}也有这样的表头，未读取。`,
          en: `Only the sheet "${header.table.name}" was read; ${header.otherSheets.map((name) => `"${name}"`).join(', ')} have such a header too and were not.`,
        },
      }])
    }
    if (mapping) return planMappedFile(type, mapping, header)
    const { plan, warnings } = planOwnFile(type, header)
    this.#warn(warnings)
    return plan
  }

  /** The institution of every row, or null where the rows say it. */
  async #checkInstitution(type: RecordType, plan: RowPlan): Promise<string | null> {
    const code = this.#request.institution?.normalize('NFKC').trim()
    if (type.name === 'institution') return code ?? null
    if (code === undefined) {
      if (plan.institution) return null
      throw new ImportRefused('INSTITUTION_MISSING', {
        zh: '不知道这些记录属于哪所学校：请写明 --institution 学校代码，或在文件中加上「学校代码」（institution）一列。',
        en: 'Whose records are these? Say it with --institution CODE, or with a column "institution" in the file.',
      })
    }
    if (await findInstitution(this.#database, code)) return code
    const { institutions } = await listInstitutions(this.#database, { first: 2_000 })
    const names = new Map(institutions.flatMap((one) => [one.code, one.name.zh, one.name.en].map((name) => [name, one.code] as const)))
    const near = [...new Set(findNearest(code, names.keys()).map((name) => names.get(name)!))]
    throw new ImportRefused(
      'UNKNOWN_INSTITUTION',
      {
        zh: `没有代码为「${code}」的学校。请先用 causeway import FILE --as institution 导入学校${didYouMean(near).zh || '。'}`,
        en: `There is no institution of the code "${code}". Import it first: causeway import FILE --as institution${didYouMean(near).en || '.'}`,
      },
      { value: code },
    )
  }

  async #check(chunk: SourceRow[], plan: RowPlan, check: (row: SourceRow) => ReadRow): Promise<{ source: SourceRow; read: ReadRow }[]> {
    const reads: { source: SourceRow; read: ReadRow }[] = []
    const rejected: RejectedRow[] = []
    for (const source of chunk) {
      if (!plan.isData(source)) {
        this.#rowsLeftOut++
        continue
      }
      const read = check(source)
      if (read.problems.length > 0) rejected.push({ source, problems: read.problems })
      else reads.push({ source, read })
    }
    await this.#reject(rejected)
    return reads
  }

  #gather(gatherer: Gatherer, rows: SettledRow[]): SettledRow[] {
    return rows.filter((row) => {
      const taken = gatherer.take(row)
      if (taken === null) this.#rowsMerged++
      return taken === false
    })
  }

  async #add(writer: BatchWriter, settler: RowSettler, type: RecordType, rows: SettledRow[]): Promise<void> {
    const checked: CheckedRow[] = []
    const kept: SettledRow[] = []
    for (const row of rows) {
      const one = settler.toChecked(type, row, row.values)
      if ('code' in one) await this.#reject([{ source: row.source, problems: [one] }])
      else {
        checked.push(one)
        kept.push(row)
      }
    }
    if (checked.length === 0) return
    const outcomes = await writer.add(checked)
    const companions: SettledRow[] = []
    for (let i = 0; i < kept.length; i++) {
      const row = kept[i]!
      const outcome = outcomes[i]!
      if (outcome === 'duplicate-key') await this.#reject([{ source: row.source, problems: [duplicateKey(row.source.row, checked[i]!.key)] }])
      else if (outcome === 'duplicate-alike') {
        this.#alike++
        this.#warnings.add({ ...duplicateKey(row.source.row, checked[i]!.key), code: 'DUPLICATE_ROW', message: { zh: '与前面一行完全相同，只计一次', en: 'it is alike an earlier row in everything, and was counted once' } })
      }
      if (row.companion && outcome !== 'duplicate-key') companions.push(row)
    }
    if (companions.length > 0) await this.#addCompanions(writer, settler, type, companions)
  }

  /** Records that further columns of a row make: the row itself is counted, they are not. */
  async #addCompanions(writer: BatchWriter, settler: RowSettler, type: RecordType, rows: SettledRow[]): Promise<void> {
    const other = findType(type.companion!.type)
    const checked: CheckedRow[] = []
    for (const row of rows) {
      const one = settler.toChecked(other, row, row.companion!)
      if ('code' in one) throw new Error('the key of a companion is longer than that of its row')
      checked.push(one)
    }
    const outcomes = await writer.add(checked, other.name)
    for (let i = 0; i < outcomes.length; i++) {
      if (outcomes[i] === 'duplicate-key') await this.#reject([{ source: rows[i]!.source, problems: [duplicateKey(rows[i]!.source.row, checked[i]!.key)] }])
    }
  }

  async #reject(rows: RejectedRow[]): Promise<void> {
    for (const { source, problems } of rows) {
      this.#rejected++
      for (const problem of problems) this.#problems.add(problem)
      await this.rejects?.add(source, this.#headers, problems)
    }
  }

  async #findWarnings(_writer: BatchWriter, _type: RecordType): Promise<void> {}

  #warn(warnings: PlanWarning[]): void {
    for (const { code, message } of warnings) this.#warnings.add({ row: null, column: null, code, value: null, message })
  }

  #isRefused(): boolean {
    return this.#rejected > 0 && !this.#request.acceptValid
  }

  #emptyReport(): ImportReport {
    return {
      batch: null,
      accepted: 0,
      updated: 0,
      unchanged: 0,
      withdrawn: 0,
      rejected: 0,
      encoding: this.#encoding,
      problems: this.#problems.list(),
      warnings: this.#warnings.list(),
      refused: false,
      rowsRead: this.#rowsRead,
      rowsLeftOut: this.#rowsLeftOut,
      rowsMerged: this.#rowsMerged,
      rejects: null,
    }
  }

  #report(_file: SourceFile, result: BatchResult, wroteRejects: boolean): ImportReport {
    const report = { ...this.#emptyReport(), rejected: this.#rejected, rejects: wroteRejects ? this.#request.rejects! : null }
    if (this.#isRefused()) return { ...report, refused: true }
    const { accepted, updated, unchanged, withdrawn } = result
    const changed = accepted + updated + withdrawn > 0
    return { ...report, batch: changed ? result.batch : null, accepted, updated, unchanged: unchanged + this.#alike, withdrawn }
  }
}

async function* rowsOf(header: FoundHeader): AsyncGenerator<SourceRow[]> {
  if (!header.isRejects) {
    yield* header.rows
    return
  }
  for await (const chunk of header.rows) yield chunk.map((row) => ({ ...row, cells: row.cells.map(unguard) }))
}

function searchFor(type: RecordType, mapping: Mapping | null) {
  if (mapping) {
    return {
      knows: () => true,
      required: requiredHeaders(mapping),
      expected: requiredHeaders(mapping),
      ...(mapping.sheet !== undefined && { sheet: mapping.sheet }),
      ...(mapping.header_row !== undefined && { headerRow: mapping.header_row }),
    }
  }
  const columns = listColumns(type)
  const index = indexHeaders(columns)
  return {
    knows: (folded: string) => index.has(folded),
    expected: [...columns.map((field) => field.label.zh), ...columns.map((field) => field.name)].filter((name) => foldHeader(name) !== ''),
  }
}

function findType(name: string): RecordType {
  const type = findRecordType(name)
  if (type) return type
  const names = RECORD_TYPES.map((one) => one.name)
  const near = didYouMean(findNearest(name, names))
  throw new ImportRefused(
    'UNKNOWN_TYPE',
    { zh: `没有台账类型「${name}」；可用：${names.join('、')}${near.zh}`, en: `There is no record type "${name}"; there are ${names.join(', ')}${near.en}` },
    { value: name },
  )
}

function checkDataDate(date: string): string {
  if (isIsoDate(date)) return date
  throw new ImportRefused('BAD_DATA_DATE', { zh: `数据截至日期「${date}」应为真实日期，如 2024-08-31。`, en: `The data date "${date}" must be a date that exists, as 2024-08-31.` }, { value: date })
}

function checkRejectsPath(rejects: string, path: string): void {
  if (resolve(rejects) === resolve(path)) {
    throw new ImportRefused('CANNOT_WRITE_REJECTS', { zh: '--rejects 不能与导入的文件相同。', en: '--rejects may not be the file that is imported.' })
  }
  if (/\.(xlsx?|gz)$/i.test(rejects)) {
    throw new ImportRefused('CANNOT_WRITE_REJECTS', { zh: '--rejects 写出的是 CSV，请以 .csv 为扩展名。', en: '--rejects writes CSV: give it a name that ends in .csv.' })
  }
}

/** The day of import, where the machine stands. */
function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

function duplicateKey(row: number, key: string): { row: number; column: null; code: string; value: string; message: Words } {
  return {
    row,
    column: null,
    code: 'DUPLICATE_KEY',
    value: key.length > 200 ? `${key.slice(0, 199)}…` : key,
    message: {
      zh: '与文件中前面一行是同一条记录，内容却不同；请只保留正确的一行，或用 source_id 区分',
      en: 'it is the same record as an earlier row of the file, and says something else; keep the right one, or tell them apart by source_id',
    },
  }
}

function noRows(read: number, mapped: boolean): ImportRefused {
  if (read > 0 && mapped) {
    return new ImportRefused('NO_ROWS', {
      zh: `读到 ${read} 行，但没有一行符合对照文件的条件。请核对 where 与 skip。`,
      en: `${read} rows were read, and none meets the conditions of the mapping. Check its where and skip.`,
    })
  }
  return new ImportRefused('NO_ROWS', {
    zh: '找到了表头，但其下没有数据行。请填写后再导入。',
    en: 'There is a header, and no row of data under it. Fill some in and import again.',
  })
}
