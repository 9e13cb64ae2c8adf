import type { Database } from '../../ground/database/database.ts'
import type { BatchWriter } from '../batch-rows.ts'
import type { RecordChange } from '../batch-writer.ts'
import { commitBatch, type BatchResult } from '../commit.ts'
import { recordTypeOf } from '../record-types.ts'
import type { Secret } from '../secret.ts'
import { BringRows } from './place/bring-rows.ts'
import { checkRejectsPath, findInstitutionOf } from './check-request.ts'
import { noRows } from './sheets/data-rows.ts'
import { readFile, type FileReading } from './file-reading.ts'
import { headerOf, type Part, type Source } from './import-header.ts'
import type { RowProblem } from './ground/row-problem.ts'
import { beforeRow, RowPlaces } from './ground/row-places.ts'
import { ImportRefused } from './ground/import-refused.ts'
import { placeOf, rejectsPathOf, tablesAsked, type ImportTable } from './import-tables.ts'
import { OpenFiles } from './readers/open-files.ts'
import { ImportPreview } from './report/import-preview.ts'
import type { ImportReport, SheetsOfFile } from './report/import-report.ts'
import type { ImportRequest } from './report/import-request.ts'
import { ImportTally } from './report/import-tally.ts'
import { wholeReport } from './report/whole-report.ts'
import { openMakers, typesMade } from './place/makers.ts'
import { carriedFrom, RejectsFile } from './report/rejects.ts'
import REFUSALS from './ground/refusals.json' with { type: 'json' }

/** One import, from its file or files to the report. */
export class ImportRun {
  readonly #database: Database
  readonly #secret: Secret
  readonly #request: ImportRequest
  readonly #files: OpenFiles
  #parts: Part[]
  #sheetsFound: SheetsOfFile[] = []
  /** Files of a folder that are not read. */
  #leftOut: RowProblem[] = []
  /** The one that is being read. */
  #current: Part | null = null
  #bytes = { bytes: 0, totalBytes: 0 }

  constructor(database: Database, secret: Secret, request: ImportRequest) {
    this.#database = database
    this.#secret = secret
    this.#request = request
    this.#files = new OpenFiles((bytes, totalBytes) => {
      this.#bytes = { bytes, totalBytes }
      this.#tellProgress()
    })
    const table: ImportTable = { asked: 0, fileName: '', sheets: [], request }
    this.#parts = [{ table, tally: this.#tallyOf({}, new RowPlaces(), request.preview) }]
  }

  async run(): Promise<ImportReport> {
    try {
      return await this.#run()
    } finally {
      await this.#files.closeAll()
    }
  }

  async #run(): Promise<ImportReport> {
    const { rejects, replaces, preview } = this.#request
    const { tables, found } = await tablesAsked(this.#database, this.#request, this.#files, (left) =>
      this.#leftOut.push({ row: null, column: null, value: null, ...left }),
    )
    this.#sheetsFound = found
    if (tables.length === 1) this.#parts[0]!.table = tables[0]!
    else {
      const places = new RowPlaces()
      this.#parts = tables.map((table) => {
        const own = preview && new ImportPreview()
        const request = { ...table.request, preview: own }
        return { table: { ...table, request }, tally: this.#tallyOf(placeOf(table, tables), places, own) }
      })
      if (replaces) throw new ImportRefused('REPLACES_NOT_APPLICABLE', REFUSALS.REPLACES_SEVERAL)
    }
    for (const [at, { table }] of this.#parts.entries()) {
      if (rejects === undefined) break
      for (const { request } of tables) checkRejectsPath(this.#rejectsPath(rejects, table, at), request.path)
    }
    if (tables.length > 1) return this.#runAll()
    const part = this.#parts[0]!
    const reading = await this.#read(part, part.tally, part.table.request.fileHash)
    try {
      if (replaces) part.tally.withdrawals = []
      const code = await this.#institutionOf(part, reading)
      const { type, dataDate } = reading
      const source: Source = { part, type, order: 0, dataDate, institution: { code }, open: async () => reading }
      this.#keepRejects(source, reading, 0)
      return await this.#commit([source])
    } finally {
      await reading.close()
    }
  }

  /** All that cannot be read is said before a row of the others. */
  async #runAll(): Promise<ImportReport> {
    const sources: Source[] = []
    const refusals = new Map<Part, ImportRefused>()
    for (const [at, part] of this.#parts.entries()) {
      this.#current = part
      try {
        // What it warns of is said when its rows go in.
        const reading = await this.#read(part, new ImportTally(), part.table.request.fileHash)
        await reading.close()
        const { type, dataDate, planned, file } = reading
        const order = Math.max(...typesMade(planned).map((name) => recordTypeOf(name).order))
        const open = () => this.#read(part, part.tally, file.hash)
        const source: Source = { part, type, order, dataDate, institution: null, open }
        this.#keepRejects(source, reading, at)
        sources.push(source)
      } catch (error) {
        if (!(error instanceof ImportRefused)) throw error
        refusals.set(part, error)
      }
      await this.#files.closeOld()
    }
    this.#current = null
    if (refusals.size > 0) return this.#whole((part) => part.tally.refuse(refusals.get(part) ?? null))
    sources.sort((a, b) => a.order - b.order)
    // What is wrong with one is said before what comes of it in others.
    this.#parts = sources.map(({ part }) => part)
    return this.#commit(sources)
  }

  #tallyOf(place: ImportTally['place'], places: RowPlaces, preview: ImportPreview | undefined): ImportTally {
    const tally = new ImportTally(place, places)
    tally.preview = preview ?? null
    tally.acceptValid = this.#request.acceptValid === true
    return tally
  }

  /** `hash`: of the file when it was looked at before. */
  #read({ table: { request } }: Part, tally: ImportTally, hash?: string): Promise<FileReading> {
    const open = (encoding: Parameters<OpenFiles['open']>[1]) => this.#files.open(request, encoding)
    return readFile({ database: this.#database, request, tally, open, hash })
  }

  #rejectsPath(rejects: string, table: ImportTable, at: number): string {
    return this.#parts.length === 1 ? rejects : rejectsPathOf(rejects, table, at)
  }

  #keepRejects({ part: { table, tally } }: Source, { header }: FileReading, at: number): void {
    const { rejects } = this.#request
    if (rejects === undefined) return
    tally.rejects = new RejectsFile(this.#rejectsPath(rejects, table, at), header.headers, beforeRow(tally.place))
  }

  #institutionOf({ table }: Part, { type, planned }: FileReading, writer?: BatchWriter): Promise<string | null> {
    const hasColumn = planned.entries[0]!.plan.institution !== null
    return findInstitutionOf(this.#database, type, table.request.institution, hasColumn, writer)
  }

  async #commit(sources: readonly Source[]): Promise<ImportReport> {
    const request = this.#request
    request.onRead?.(() => this.#whole(({ tally }) => tally.soFar(this.#isRefused)))
    const opened: FileReading['file'][] = []
    if (sources.length > 1) this.#tellTypes(sources)
    const result = await commitBatch(
      this.#database,
      {
        ...(await headerOf(this.#database, sources, opened, request.institution)),
        ...(request.by && { by: request.by }),
        ...(request.preview && { onChange: (change) => this.#changed(change) }),
        ...(request.beforeEnd && {
          beforeEnd: async (db, revisions) => {
            // What was refused changes nothing, whatever its right rows would.
            if (!this.#isRefused) await request.beforeEnd!(db, revisions)
          },
        }),
      },
      async (writer) => {
        const all: { part: Part; rows: BringRows }[] = []
        for (const source of sources) {
          const { part } = source
          this.#current = part
          const reading = await source.open()
          opened.push(reading.file)
          const code = source.institution ? source.institution.code : await this.#institutionOf(part, reading, writer)
          all.push({ part, rows: await this.#bring(part, reading, writer, code) })
          if (sources.length > 1) await reading.close()
          await this.#files.closeOld()
        }
        const done = new Set<string>()
        for (const { part, rows } of all) {
          this.#current = part
          await rows.settle(this.#database, done)
        }
        this.#current = null
        if (sources.length === 1) await opened[0]!.confirmUnchanged()
        request.signal?.throwIfAborted()
        for (const { tally } of this.#parts) await tally.rejects?.close()
        return this.#isRefused || request.dryRun ? 'undo' : 'keep'
      },
    )
    const rejects = new Map<Part, string | null>()
    for (const part of this.#parts) rejects.set(part, (await part.tally.rejects?.publish()) ?? null)
    const isRefused = this.#isRefused
    return this.#whole((part) => part.tally.report(result, rejects.get(part)!, isRefused), result)
  }

  get #isRefused(): boolean {
    return this.#parts.some(({ tally }) => tally.isRefused)
  }

  #changed(change: RecordChange): void {
    this.#request.preview!.changed(change)
    if (this.#parts.length > 1) this.#current!.tally.preview!.changed(change)
  }

  /** What the import is of as a whole, whose tables have previews of their own. */
  #tellTypes(sources: readonly Source[]): void {
    const { preview } = this.#request
    preview?.isOf(sources.at(-1)!.type, null)
    preview?.makes(sources.flatMap(({ part }) => part.tally.preview?.recordTypes ?? []))
  }

  async #bring(
    { table, tally }: Part,
    reading: FileReading,
    writer: BatchWriter,
    institution: string | null,
  ): Promise<BringRows> {
    const { file, mapping, header, planned, entries, data } = reading
    const { request } = table
    const makers = openMakers(entries, {
      ...{ secret: this.#secret, writer, institution, mapping, request },
      warn: (problem) => tally.warnings.add(problem),
    })
    tally.rejects?.carry(carriedFrom(planned, request))
    const rows = new BringRows(planned, makers, { writer, request, tally })
    for await (const chunk of data) {
      request.signal?.throwIfAborted()
      await rows.take(chunk)
      this.#tellProgress()
    }
    await file.confirmUnchanged()
    await rows.end()
    if (tally.rowsRead === tally.rowsLeftOut) throw noRows(tally.rowsRead, mapping !== null, file.name, header.table)
    return rows
  }

  #tellProgress(): void {
    const rows = this.#parts.reduce((sum, { tally }) => sum + tally.rowsRead, 0)
    this.#request.onProgress?.({ ...this.#bytes, rows })
  }

  #whole(reportOf: (part: Part) => ImportReport, result: BatchResult | null = null): ImportReport {
    const parts = this.#parts.map((part) => {
      const { asked, fileName, sheets } = part.table
      return { asked, fileName, sheets, report: reportOf(part), preview: part.tally.preview }
    })
    const report = wholeReport(parts, result, this.#sheetsFound)
    const [warnings, warningCount] = [this.#leftOut.concat(report.warnings), this.#leftOut.length + report.warningCount]
    return { ...report, warnings, warningCount }
  }

  /** The report of an import that did not take place; what it wrote of rejects goes with it. */
  async refuse(error: ImportRefused): Promise<ImportReport> {
    await this.discard()
    const current = this.#current ?? this.#parts[0]!
    return this.#whole((part) => part.tally.refuse(part === current ? error : null))
  }

  async discard(): Promise<void> {
    for (const { tally } of this.#parts) await tally.rejects?.discard()
  }
}
