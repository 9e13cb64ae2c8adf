import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Database } from '../../ground/database/database.ts'
import type { BatchWriter } from '../batch-rows.ts'
import type { BatchHeader } from '../batch-writer.ts'
import { commitBatch } from '../commit.ts'
import { findSuccessor } from '../identity/find-code.ts'
import type { RecordType } from '../record-type.ts'
import { recordTypeOf } from '../record-types.ts'
import type { Secret } from '../secret.ts'
import { BringRows } from './place/bring-rows.ts'
import { checkRejectsPath, findInstitutionOf } from './check-request.ts'
import { noRows } from './sheets/data-rows.ts'
import { readFile, type FileReading } from './file-reading.ts'
import { filesIn } from './readers/files-in.ts'
import { ImportRefused } from './ground/import-refused.ts'
import type { ImportReport } from './report/import-report.ts'
import type { ImportRequest } from './report/import-request.ts'
import { ImportTally } from './report/import-tally.ts'
import { openMakers, typesMade } from './place/makers.ts'
import { RejectsFile } from './report/rejects.ts'
import REFUSALS from './ground/refusals.json' with { type: 'json' }

/** A file of an import: what it holds is known before it is read. */
interface Source {
  name: string
  type: RecordType
  dataDate: string | null
  /** Null: whose its rows are is asked when the files before it are in. */
  institution: { code: string | null } | null
  open(): Promise<FileReading>
}

/** One import, from its file or files to the report. */
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
    const { rejects, replaces, preview = null } = this.#request
    this.#tally.preview = preview
    this.#tally.acceptValid = this.#request.acceptValid === true
    const [path, ...more] = filesIn([this.#request.path, ...(this.#request.more ?? [])])
    if (rejects !== undefined) checkRejectsPath(rejects, path!)
    if (more.length > 0) return this.#runAll([path!, ...more])
    const reading = await this.#read(path!, this.#tally, this.#request.fileHash)
    try {
      if (replaces) this.#tally.withdrawals = []
      const source = await this.#sourceOf(reading)
      if (rejects !== undefined) this.#tally.rejects = new RejectsFile(rejects, reading.header.headers)
      return await this.#commit([source])
    } finally {
      await reading.close()
    }
  }

  /** What is pointed to before what points to it, and as one batch. */
  async #runAll(paths: readonly string[]): Promise<ImportReport> {
    if (this.#request.rejects !== undefined)
      throw new ImportRefused('CANNOT_WRITE_REJECTS', REFUSALS.REJECTS_OF_SEVERAL)
    if (this.#request.replaces) throw new ImportRefused('REPLACES_NOT_APPLICABLE', REFUSALS.REPLACES_SEVERAL)
    const sources: { source: Source; order: number }[] = []
    for (const path of paths) {
      this.#tally.file = basename(path)
      // What it warns of is said when its rows go in.
      const reading = await this.#read(path, new ImportTally())
      await reading.close()
      const { type, dataDate, planned, file } = reading
      const open = () => this.#read(path, this.#tally, file.hash)
      const order = Math.max(...typesMade(planned).map((name) => recordTypeOf(name).order))
      sources.push({ source: { name: basename(path), type, dataDate, institution: null, open }, order })
    }
    this.#tally.file = null
    return this.#commit(sources.sort((a, b) => a.order - b.order).map(({ source }) => source))
  }

  /** `hash`: of the file when it was looked at before. */
  #read(path: string, tally: ImportTally, hash?: string): Promise<FileReading> {
    const onBytes = (bytes: number, totalBytes: number) => {
      this.#bytes = { bytes, totalBytes }
      this.#request.onProgress?.({ ...this.#bytes, rows: this.#tally.rowsRead })
    }
    return readFile(path, { database: this.#database, request: this.#request, tally, onBytes, hash })
  }

  async #sourceOf(reading: FileReading): Promise<Source> {
    const { file, type, dataDate } = reading
    const code = await this.#institutionOf(reading)
    return { name: file.name, type, dataDate, institution: { code }, open: async () => reading }
  }

  #institutionOf({ type, planned }: FileReading, writer?: BatchWriter): Promise<string | null> {
    const hasColumn = planned.entries[0]!.plan.institution !== null
    return findInstitutionOf(this.#database, type, this.#request.institution, hasColumn, writer)
  }

  async #commit(sources: readonly Source[]): Promise<ImportReport> {
    const request = this.#request
    request.onRead?.(() => this.#tally.soFar())
    const opened: FileReading['file'][] = []
    const result = await commitBatch(
      this.#database,
      {
        ...(await this.#headerOf(sources, opened)),
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
        const all: { name: string; rows: BringRows }[] = []
        for (const { name, institution, open } of sources) {
          if (sources.length > 1) this.#tally.file = name
          const reading = await open()
          opened.push(reading.file)
          const code = institution ? institution.code : await this.#institutionOf(reading, writer)
          all.push({ name, rows: await this.#bring(reading, writer, code) })
          if (sources.length > 1) await reading.close()
          this.#tally.endFile()
        }
        const done = new Set<string>()
        for (const { name, rows } of all) {
          if (all.length > 1) this.#tally.file = name
          await rows.settle(this.#database, done)
        }
        this.#tally.file = null
        if (sources.length === 1) await opened[0]!.confirmUnchanged()
        request.signal?.throwIfAborted()
        await this.#tally.rejects?.close()
        return this.#tally.isRefused || request.dryRun ? 'undo' : 'keep'
      },
    )
    const rejects = (await this.#tally.rejects?.publish()) ?? null
    return this.#tally.report(result, rejects)
  }

  async #bring(reading: FileReading, writer: BatchWriter, institution: string | null): Promise<BringRows> {
    const { file, mapping, header, planned, entries, data } = reading
    const [request, tally] = [this.#request, this.#tally]
    const before = tally.rowsRead - tally.rowsLeftOut
    const makers = openMakers(entries, { secret: this.#secret, writer, institution, mapping, request })
    const rows = new BringRows(planned, makers, { writer, request, tally })
    const readBefore = tally.rowsRead
    for await (const chunk of data) {
      request.signal?.throwIfAborted()
      await rows.take(chunk)
      request.onProgress?.({ ...this.#bytes, rows: tally.rowsRead })
    }
    await file.confirmUnchanged()
    await rows.end()
    if (tally.rowsRead - tally.rowsLeftOut === before)
      throw noRows(tally.rowsRead - readBefore, mapping !== null, file.name, header.table)
    return rows
  }

  /** `opened`: the files, once they are. */
  async #headerOf(sources: readonly Source[], opened: readonly FileReading['file'][]): Promise<BatchHeader> {
    const { type } = sources.at(-1)!
    const days = sources.flatMap(({ dataDate }) => dataDate ?? []).sort()
    const only = sources.length === 1 ? sources[0]!.institution!.code : (this.#request.institution ?? null)
    return {
      recordType: type.name,
      fileName: nameOf(sources.map(({ name }) => name)),
      fileHash: () => hashOf(opened.map(({ hash }) => hash)),
      encoding: () => (new Set(opened.map(({ encoding }) => encoding)).size === 1 ? opened[0]!.encoding : null),
      dataDate: days.at(-1) ?? null,
      isMuch: true,
      ...(sources.every((source) => source.type.name !== 'institution') && (await this.#onlyInstitution(only))),
    }
  }

  /** Rows of one institution alone: its writers take turns and nobody else's. Its successor's may be among them. */
  async #onlyInstitution(institution: string | null): Promise<{ institution?: string }> {
    if (institution === null) return {}
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
}

const MOST_NAMED = 5

function nameOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return `${names.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` … +${rest}` : ''}`
}

function hashOf(hashes: readonly string[]): string {
  return hashes.length === 1 ? hashes[0]! : createHash('sha256').update(hashes.join('\n')).digest('hex')
}
