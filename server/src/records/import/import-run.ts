import type { Database } from '../../ground/database/database.ts'
import { commitBatch } from '../commit.ts'
import type { RecordType } from '../record-type.ts'
import { recordTypeOf } from '../record-types.ts'
import type { Secret } from '../secret.ts'
import { findSuccessor } from '../identity/find-code.ts'
import { checkDataDate, checkRejectsPath, findInstitutionOf, findType, readEncoding } from './check-request.ts'
import { BringRows } from './bring-rows.ts'
import { checkEntries, openMakers, typesMade } from './makers.ts'
import { beginRows, dataRowsOf, noRows, type CorrectedCell } from './data-rows.ts'
import { NOTHING_CHOSEN } from './chosen-reading.ts'
import { findHeader, sheetsLeft, type FoundHeader } from './find-header.ts'
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
import { planOwnFile, type FilePlan } from './row-plan.ts'
import type { SourceRow } from './source-row.ts'
import { findNamedMapping, type NamedMapping } from './saved/named-mapping.ts'
import { recogniseFile } from './saved/recognise-file.ts'
import { withStatedSums } from './sums/with-stated-sums.ts'
import { headOf, pickTables, readHeads, sheetNames, visibleOf } from './table-heads.ts'

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
    this.#tally.acceptValid = request.acceptValid === true
    const said = request.as === undefined ? null : findType(request.as)
    const given = await this.#findMapping(said, null)
    const asked = said ?? (given && recordTypeOf(given.mapping.records[0].type))
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
    const entries = checkEntries(planned, header, request.replaces)
    request.preview?.makes(typesMade(planned))
    if (request.replaces) this.#tally.withdrawals = []
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
            if (!this.#tally.isRefused) await request.beforeEnd!(db, revisions)
          },
        }),
      },
      async (writer) => {
        const makers = openMakers(entries, { secret: this.#secret, writer, institution, mapping, request })
        const rows = new BringRows(planned, makers, { writer, request, tally: this.#tally })
        for await (const chunk of data) {
          await rows.take(chunk)
          request.onProgress?.({ ...this.#bytes, rows: this.#tally.rowsRead })
        }
        await file.confirmUnchanged()
        await rows.end()
        if (this.#tally.rowsRead - this.#tally.rowsLeftOut === 0)
          throw noRows(this.#tally.rowsRead, mapping !== null, file.name, header.table)
        await rows.settle(this.#database)
        await file.confirmUnchanged()
        await this.#tally.rejects?.close()
        return this.#tally.isRefused || request.dryRun ? 'undo' : 'keep'
      },
    )
    const rejects = (await this.#tally.rejects?.publish()) ?? null
    return this.#tally.report(result, rejects)
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
  async #findMapping(type: RecordType | null, meant: RecognisedType | null): Promise<NamedMapping | null> {
    const { mapping, namedMapping = meant?.mapping ?? undefined, institution, chosen } = this.#request
    return findNamedMapping(this.#database, { mapping, namedMapping, institution, chosen }, type ?? undefined)
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
    if (mapping) return withStatedSums(planMappedFile(mapping, header), header)
    const { plan, isData, warnings } = planOwnFile(type, header, this.#request.chosen)
    this.#tally.warn(warnings)
    const entries = [{ plan, shape: null, holds: null, creates: new Map() }]
    return withStatedSums({ entries, isData, findings: () => [] }, header)
  }
}
