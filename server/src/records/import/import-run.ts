import { fill } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import type { BatchWriter } from '../batch-rows.ts'
import { commitBatch } from '../commit.ts'
import type { RecordType } from '../record-type.ts'
import type { Secret } from '../secret.ts'
import { findWarnings } from '../warnings.ts'
import { findSuccessor } from '../identity/find-code.ts'
import { describeRecords } from '../describe-record.ts'
import {
  checkDataDate,
  checkRejectsPath,
  checkReplaces,
  findInstitutionOf,
  findType,
  readEncoding,
} from './check-request.ts'
import { beginRows, dataRowsOf, noRows, type CorrectedCell } from './data-rows.ts'
import { NOTHING_CHOSEN } from './chosen-reading.ts'
import { refuseBadDecisions, refuseOthers, refuseOthersDecisions, successionWarnings } from './row-institutions.ts'
import { makeRowChecker, type ReadRow, type RowChecker } from './check-row.ts'
import { findHeader, sheetsLeft, type FoundHeader } from './find-header.ts'
import { makeGatherer, type Gatherer } from './gather-rows.ts'
import { searchFor, notRecognised, type RecognisedType } from './recognise-types.ts'
import type { ImportRefused } from './import-refused.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportRequest } from './import-request.ts'
import { ImportTally } from './import-tally.ts'
import type { Mapping } from './mapping.ts'
import { columnsOfPlan, matchColumns } from './matched-columns.ts'
import { planMappedFile } from './plan-mapped-file.ts'
import { openFile, type SourceFile } from './readers/open-file.ts'
import { parseMapping } from './read-mapping.ts'
import { choosesMore, withChosen } from './reading-as-mapping.ts'
import { RejectsFile } from './rejects.ts'
import { absentInUse, makeReplacedRows, type ReplacedRows } from './replaced-rows.ts'
import { addRows } from './row-adder.ts'
import { planOwnFile, type FilePlan } from './row-plan.ts'
import { makeRowSettler, type RejectedRow } from './settle-rows.ts'
import type { SettledRow, SourceRow } from './source-row.ts'
import { findNamedMapping, type NamedMapping } from './saved/named-mapping.ts'
import { recogniseFile } from './saved/recognise-file.ts'
import { headOf, pickTables, readHeads, sheetNames, visibleOf } from './table-heads.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const CHUNK = 500

/** One import, from the file to the report. */
export class ImportRun {
  readonly #database: Database
  readonly #secret: Secret
  readonly #request: ImportRequest
  readonly #tally = new ImportTally()
  #bytes = { bytes: 0, totalBytes: 0 }

  constructor(database: Database, secret: Secret, request: ImportRequest) {
    this.#database = database
    this.#secret = secret
    this.#request = request
  }

  async run(): Promise<ImportReport> {
    const request = this.#request
    this.#tally.preview = request.preview ?? null
    const asked = request.as === undefined ? null : findType(request.as)
    const given = asked && (await this.#findMapping(asked, null))
    if (request.rejects !== undefined) checkRejectsPath(request.rejects, request.path)
    const file = await this.#open()
    try {
      return await this.#read(file, asked, given)
    } finally {
      await file.close()
    }
  }

  async #read(file: SourceFile, asked: RecordType | null, given: NamedMapping | null): Promise<ImportReport> {
    const request = this.#request
    const { preview = null } = request
    const chosen = request.chosen ?? NOTHING_CHOSEN
    const heads = preview || !asked ? await readHeads(pickTables(file.tables, chosen.sheet)) : []
    preview?.opened(sheetNames(visibleOf(file.tables)), heads)
    const recognised = await recogniseFile(this.#database, request.institution, heads, chosen)
    if (preview) preview.recognised = recognised.types
    const meant = asked ? null : recognised.meant()
    const type = asked ?? meant?.type
    if (!type) throw notRecognised(file.name, heads)
    const named = asked ? given : await this.#findMapping(type, meant)
    let mapping = named?.mapping ?? null
    preview?.isOf(type, asked ? (request.namedMapping ?? null) : (meant?.mapping ?? null))
    const said = request.dataDate ?? mapping?.data_date
    const dataDate = said === undefined ? null : checkDataDate(said)
    const search = { ...searchFor(type, mapping, chosen), fileName: file.name }
    const header = await findHeader(file.tables, search)
    const { headers } = header
    if (named && choosesMore(chosen)) mapping = parseMapping(named.name, withChosen(named.text, headers, chosen), type)
    if (preview) preview.reading = { headers, chosen, text: named?.text ?? null }
    if (!mapping) preview?.found(header, matchColumns(type, header, chosen.columns, headOf(header.table, heads)))
    const correcting = request.correcting && {
      ...request.correcting,
      ...(preview && { onCorrected: (cell: CorrectedCell) => void preview.corrected.push(cell) }),
    }
    const source = dataRowsOf(header, correcting, mapping !== null)
    const data = await beginRows(source, (rows) => preview?.read(rows))
    try {
      return await this.#import(type, mapping, file, header, data, dataDate)
    } finally {
      await source.return(undefined)
    }
  }

  async #import(
    type: RecordType,
    mapping: Mapping | null,
    file: SourceFile,
    header: FoundHeader,
    data: AsyncIterable<SourceRow[]>,
    dataDate: string | null,
  ): Promise<ImportReport> {
    const request = this.#request
    const planned = this.#planFile(type, mapping, header)
    const { plan } = planned.entries[0]!
    if (mapping) request.preview?.found(header, columnsOfPlan(planned, header))
    const checker = makeRowChecker(plan, header.row)
    if (request.replaces) {
      checkReplaces(request.replaces, type, plan, header)
      this.#tally.withdrawals = []
    }
    const institution = await findInstitutionOf(this.#database, type, request.institution, plan.institution !== null)
    if (request.rejects !== undefined) this.#tally.rejects = new RejectsFile(request.rejects, header.headers)

    const result = await commitBatch(
      this.#database,
      {
        recordType: type.name,
        fileName: file.name,
        fileHash: () => file.hash,
        encoding: () => file.encoding,
        dataDate,
        isMuch: true,
        ...(await this.#onlyInstitution(institution, type)),
        ...(request.by && { by: request.by }),
        ...(request.preview && { onChange: (change) => request.preview!.changed(change) }),
        ...(request.beforeEnd && {
          beforeEnd: async (db, revisions) => {
            // What was refused changes nothing, whatever its right rows would.
            if (!this.#isRefused()) await request.beforeEnd!(db, revisions)
          },
        }),
      },
      async (writer) => {
        const settler = makeRowSettler(this.#secret, checker, writer, { type, institution })
        const add = (rows: SettledRow[]) => addRows(rows, { writer, settler, type, tally: this.#tally })
        const gatherer = makeGatherer(mapping && mapping.records[0], request.chosen)
        const replaced = request.replaces && makeReplacedRows(plan, request.replaces, checker, writer)
        for await (const chunk of data) {
          this.#tally.rowsRead += chunk.length
          for (let at = 0; at < chunk.length; at += CHUNK) {
            const { reads, rejected } = this.#check(chunk.slice(at, at + CHUNK), planned, checker)
            await this.#tally.reject(rejected)
            for (let from = 0; from < reads.length; from += CHUNK) {
              const settled = await this.#standing(await settler.settle(reads.slice(from, from + CHUNK)), replaced)
              await add(gatherer ? this.#gather(gatherer, settled) : settled)
            }
          }
          request.onProgress?.({ ...this.#bytes, rows: this.#tally.rowsRead })
        }
        await file.confirmUnchanged()
        const late = await this.#standing(await settler.settleWaiting(), replaced)
        const last = gatherer ? [...this.#gather(gatherer, late), ...gatherer.drain()] : late
        for (let at = 0; at < last.length; at += CHUNK) await add(last.slice(at, at + CHUNK))
        for (const finding of planned.findings()) this.#tally.warnings.add({ ...finding })
        if (this.#tally.rowsRead - this.#tally.rowsLeftOut === 0)
          throw noRows(this.#tally.rowsRead, mapping !== null, file.name, header.table)
        for (const warning of successionWarnings(settler.institutions)) this.#tally.warnings.add(warning)
        if (request.mayChange) refuseOthers(writer, type, request.mayChange)
        if (type.name === 'same-as') {
          if (request.mayChange) await refuseOthersDecisions(writer, request.mayChange)
          await refuseBadDecisions(writer)
        }
        if (replaced && !this.#isRefused()) await this.#withdraw(writer, replaced)
        await this.#findWarnings(writer, type, checker)
        await file.confirmUnchanged()
        await this.#tally.rejects?.close()
        return this.#isRefused() || request.dryRun ? 'undo' : 'keep'
      },
    )
    const rejects = (await this.#tally.rejects?.publish()) ?? null
    return this.#tally.report(result, { refused: this.#isRefused(), rejects })
  }

  async #open(): Promise<SourceFile> {
    const { path, name, encoding } = this.#request
    const onRead = (bytes: number, totalBytes: number) => {
      this.#bytes = { bytes, totalBytes }
      this.#request.onProgress?.({ ...this.#bytes, rows: this.#tally.rowsRead })
    }
    const file = await openFile(path, onRead, name, encoding === undefined ? null : readEncoding(encoding))
    this.#tally.encoding = file.encoding
    this.#tally.warn(file.warnings)
    return file
  }

  /** `meant`: what the file was recognised as, where nobody said it. */
  async #findMapping(type: RecordType, meant: RecognisedType | null): Promise<NamedMapping | null> {
    const { mapping, namedMapping = meant?.mapping ?? undefined, institution } = this.#request
    return findNamedMapping(this.#database, { mapping, namedMapping, institution }, type)
  }

  /** Rows of one institution alone: its writers take turns and nobody else's. Its successor's may be among them. */
  async #onlyInstitution(institution: string | null, type: RecordType): Promise<{ institution?: string }> {
    if (institution === null || type.name === 'institution') return {}
    return (await findSuccessor(this.#database.quick, institution)) ? {} : { institution }
  }

  /** The report of an import that did not take place; what it wrote of rejects goes with it. */
  async refuse(error: ImportRefused): Promise<ImportReport> {
    await this.discard()
    return this.#tally.refuse(error)
  }

  async discard(): Promise<void> {
    await this.#tally.rejects?.discard()
  }

  #planFile(type: RecordType, mapping: Mapping | null, header: FoundHeader): FilePlan {
    this.#tally.warn(sheetsLeft(header))
    if (mapping) return planMappedFile(mapping, header)
    const { plan, isData, warnings } = planOwnFile(type, header, this.#request.chosen)
    this.#tally.warn(warnings)
    return { entries: [{ plan, shape: null, holds: null }], isData, findings: () => [] }
  }

  #check(
    chunk: SourceRow[],
    plan: Pick<FilePlan, 'isData' | 'entries'>,
    checker: RowChecker,
  ): { reads: { source: SourceRow; read: ReadRow }[]; rejected: RejectedRow[] } {
    const reads: { source: SourceRow; read: ReadRow }[] = []
    const rejected: RejectedRow[] = []
    const { shape } = plan.entries[0]!
    for (const row of chunk) {
      const made = !plan.isData(row) ? [] : shape ? shape.make(row) : [row]
      if (!Array.isArray(made)) {
        rejected.push({ source: row, problems: [made] })
        continue
      }
      if (made.length === 0) {
        this.#tally.rowsLeftOut++
        this.#request.preview?.became(row, 'LEFT_OUT')
        continue
      }
      if (row.hidden) this.#tally.hidden.push(row.row)
      for (const source of made) {
        const read = checker.check(source)
        this.#askFurther(read, checker)
        reads.push({ source, read })
      }
    }
    return { reads, rejected }
  }

  #askFurther(read: ReadRow, checker: RowChecker): void {
    const finding = this.#request.checkRow?.(read.values)
    if (!finding) return
    const { field, code, message, isDoubt, nearest } = finding
    // A doubt is reported of what would go in, and of one cell one thing.
    if (read.problems.some((problem) => isDoubt || problem.field === field)) return
    const value = read.values[field]
    const found = checker.at(read.place, field, isDoubt || value == null ? null : String(value), code, message, nearest)
    if (isDoubt) this.#tally.warnings.add(found)
    else read.problems.push(found)
  }

  /** The rows that stand, once those that do not are stated. */
  async #standing(
    { settled, rejected }: { settled: SettledRow[]; rejected: RejectedRow[] },
    replaced: ReplacedRows | undefined,
  ): Promise<SettledRow[]> {
    await this.#tally.reject(rejected)
    if (!replaced) return settled
    const { within, outside } = await replaced.part(settled)
    await this.#tally.reject(outside)
    return within
  }

  /** Which record a rejected row means cannot be recognised, so that no record can be said to be absent while there is one. */
  async #withdraw(writer: BatchWriter, replaced: ReplacedRows): Promise<void> {
    const { rejected } = this.#tally
    const absent = await writer.withdrawAbsent(replaced.type, replaced.stretchOf, rejected === 0)
    if (absent.uses.length > 0) throw absentInUse(absent)
    if (absent.total === 0) return
    if (rejected > 0) {
      this.#tally.warn([
        {
          code: 'NOT_WITHDRAWN',
          message: fill(REFUSALS.NONE_WITHDRAWN, { rejected, total: absent.total }),
        },
      ])
      return
    }
    const described = await describeRecords(this.#database, absent.records)
    this.#tally.withdrawals = absent.records.map(({ institution, key }, i) => {
      return { institution, key, label: described[i]!.label }
    })
  }

  #gather(gatherer: Gatherer, rows: SettledRow[]): SettledRow[] {
    return rows.filter((row) => {
      const taken = gatherer.take(row)
      if (taken === null) this.#tally.rowsMerged++
      return taken === false
    })
  }

  #isRefused(): boolean {
    return this.#tally.rejected > 0 && !this.#request.acceptValid
  }

  async #findWarnings(writer: BatchWriter, type: RecordType, checker: RowChecker): Promise<void> {
    for (const { row, field, value, code, message } of await findWarnings(writer, type)) {
      if (row === null) this.#tally.warnings.add({ row, column: field, code, value, message })
      // What is doubtful is in the record, as its days: it is not what the cell says.
      else this.#tally.warnings.add({ ...checker.at({ row }, field, null, code, message), value })
    }
  }
}
