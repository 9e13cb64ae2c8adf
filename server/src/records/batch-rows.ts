import type { Connection } from '../ground/database/database.ts'
import { findHaving } from '../ground/database/many.ts'
import type { Kind } from '../ground/database/columns.ts'
import type { BatchHeader, CheckedRow, RowOutcome, TouchedInstitution } from './batch-writer.ts'
import { kept } from '../ground/kept.ts'
import { Brought } from './brought.ts'
import { readSchoolYearStart, lockInstitutions } from './institutions.ts'
import { Chunk } from './chunk.ts'
import { lookUp } from './look-up.ts'
import { dataDateStep } from './data-date.ts'
import { isGroupRow } from './natural-key.ts'
import { KnownCodes } from './known-codes.ts'
import { tableOf, type RecordType } from './record-type.ts'
import { recordTypeOf } from './record-types.ts'
import type { ReplacedStretch } from './stretch.ts'
import { SeenKeys } from './seen-keys.ts'
import { endVersions, findCurrent, insertVersions, recordTable, toColumnValues } from './store.ts'
import type { StoredRecord, StoredValues } from './stored-values.ts'
import type { TouchedType } from './warning.ts'
import { withdrawAbsent, type Absent } from './withdraw-absent.ts'

type Header = Pick<BatchHeader, 'recordType' | 'institution' | 'onChange' | 'dataDate' | 'decides'>

/** What the importer may do inside the batch's transaction. It sees its own rows. */
export type BatchWriter = Omit<BatchRows, 'institutions' | 'totals' | 'written' | 'grown'>

/** The rows of one batch on their way into the tables. */
export class BatchRows {
  /** For reading what the batch did, inside its transaction. */
  readonly connection: Connection
  /** Id that the batch will have. */
  readonly batch: string
  readonly kind: Kind
  readonly #header: Header
  readonly #institutions = new Map<string, TouchedInstitution>()
  readonly #seen = new SeenKeys()
  readonly #codes: KnownCodes
  /** By record type. */
  readonly #brought = new Map<string, Brought>()
  /** Rows that were added, by table. */
  readonly grown = new Map<string, number>()
  #writing = Promise.resolve()

  constructor(db: Connection, kind: Kind, batch: string, header: Header) {
    this.connection = db
    this.batch = batch
    this.kind = kind
    this.#header = header
    this.#codes = new KnownCodes(db, kind)
  }

  institutions(): TouchedInstitution[] {
    return [...this.#institutions.values()]
  }

  totals(): Pick<TouchedInstitution, 'accepted' | 'updated' | 'unchanged' | 'withdrawn'> {
    const totals = { accepted: 0, updated: 0, unchanged: 0, withdrawn: 0 }
    for (const touched of this.#institutions.values())
      for (const outcome of ['accepted', 'updated', 'unchanged', 'withdrawn'] as const)
        totals[outcome] += touched[outcome]
    return totals
  }

  /** What it did so far to the institutions it has rows of, for `findWarnings`. */
  touched(recordType: string): TouchedType[] {
    return this.institutions()
      .filter(({ filled }) => filled.has(recordType))
      .map(({ institution, filled, persons, groups, dataDate }) => ({
        institution,
        hasPersons: persons.has(recordType),
        hasGroups: groups.has(recordType),
        wasFilled: filled.get(recordType)!,
        said: this.#header.dataDate,
        brought: this.#broughtOf(recordType),
        dataDate: dataDateStep(dataDate, this.#header),
      }))
  }

  hasInstitution(code: string): Promise<boolean> {
    return this.hasCode(code, 'institution', code)
  }

  hasCode(institution: string, recordType: string, code: string): Promise<boolean> {
    return this.#codes.has(institution, recordType, code)
  }

  /** Asks for many at once whether they are there, for `hasCode`. */
  learnCodes(recordType: string, codes: [institution: string, code: string][]): Promise<void> {
    return this.#codes.learn(recordType, codes)
  }

  /** Records as they are, by [institution, key]; those that are not there are left out. */
  findRecords(
    keys: [institution: string, key: string][],
    recordType: string = this.#header.recordType,
  ): Promise<StoredRecord[]> {
    return findCurrent(this.connection, this.kind, recordTable(recordTypeOf(recordType)), keys)
  }

  /** What would become of rows if they were added now. Nothing is kept of them. */
  async judge(rows: CheckedRow[], recordType: string): Promise<RowOutcome[]> {
    const type = recordTypeOf(recordType)
    const among = new Set<string>()
    const seen = rows.map(({ institution, key }) => {
      const name = `${institution}\n${key}`
      const before = among.has(name) || this.#seen.has(type.name, institution, key)
      among.add(name)
      return before
    })
    const chunk = await this.#lookUp(type, rows, seen)
    return rows.map((row, i) => {
      const current = chunk.find(row)
      const outcome = outcomeOf(chunk, row, current, seen[i]!)
      if (outcome === 'accepted' || outcome === 'updated') chunk.start(this.#versionOf(chunk, row, current))
      return outcome
    })
  }

  /** `recordType`: other than the header's. Rows in chunks of some hundreds. */
  async add(rows: CheckedRow[], recordType: string = this.#header.recordType): Promise<RowOutcome[]> {
    const type = recordTypeOf(recordType)
    const seen = rows.map((row) => this.#seen.add(type.name, row.institution, row.key))
    const chunk = await this.#lookUp(type, rows, seen)
    const table = recordTable(type)
    const outcomes = rows.map((row, i) => {
      const touched = this.#institutions.get(row.institution)!
      const current = chunk.find(row)
      const outcome = outcomeOf(chunk, row, current, seen[i]!)
      if (outcome === 'accepted' || outcome === 'updated') {
        this.#place(chunk, row, current)
        touched.changedTypes.add(type.name)
        if (row.values['person'] != null) touched.persons.add(type.name)
        else if (row.values['headcount'] != null) touched.groups.add(type.name)
        if (typeof row.values['code'] === 'string')
          this.#codes.keep(row.institution, type.name, row.values['code'], true)
      }
      if (outcome === 'accepted' || outcome === 'updated' || outcome === 'unchanged') touched[outcome]++
      return outcome
    })
    const started = chunk.started.map((record) => toColumnValues(table, record))
    this.#broughtOf(type.name).add(table, started)
    this.grown.set(table.table, (this.grown.get(table.table) ?? 0) + started.length)
    await this.#writing
    await endVersions(this.connection, this.kind, table, chunk.ended)
    this.#writing = insertVersions(this.connection, this.kind, table, started)
    // Said by `written`, and to who adds the next rows.
    this.#writing.catch(() => {})
    return outcomes
  }

  /** When the rows that were added are in their tables: they go in while the next are read. Statements after them see them. */
  written(): Promise<void> {
    return this.#writing
  }

  /**
   * When all rows are in: the records of a type that a stretch has and the file lacks, of the institutions it has rows of.
   * `withdraw` false: they are only counted and listed.
   */
  async withdrawAbsent(
    type: RecordType,
    stretchOf: (institution: string) => Promise<ReplacedStretch>,
    withdraw: boolean,
  ): Promise<Absent> {
    const all: Absent = { total: 0, records: [], uses: [] }
    for (const touched of this.#institutions.values()) {
      const { institution, revision } = touched
      if (!touched.filled.get(type.name)) continue
      const absent = await withdrawAbsent(this.connection, this.kind, type, await stretchOf(institution), {
        institution,
        schoolYearStart: await this.schoolYearStart(institution),
        batch: this.batch,
        revision: revision + 1,
        isInFile: (key) => this.#seen.has(type.name, institution, key),
        withdraw,
      })
      all.total += absent.total
      all.records.push(...absent.records)
      all.uses.push(...absent.uses)
      if (!withdraw || absent.total === 0) continue
      touched.withdrawn += absent.total
      touched.changedTypes.add(type.name)
      this.#codes.forget()
    }
    return all
  }

  /** An institution of which the batch has no rows. */
  async touch(institution: string): Promise<void> {
    await this.#know([institution])
  }

  /** Ends records of the header's type, by [institution, key]. */
  async withdraw(keys: [institution: string, key: string][]): Promise<void> {
    const type = recordTypeOf(this.#header.recordType)
    await this.#touch(new Set(keys.map(([institution]) => institution)), type)
    for (const { institution, key, since } of await this.findRecords(keys)) {
      const touched = this.#institutions.get(institution)!
      const row = [touched.revision + 1, institution, key, since]
      await endVersions(this.connection, this.kind, recordTable(type), [row])
      touched.withdrawn++
      touched.changedTypes.add(type.name)
    }
  }

  /** MM-DD */
  schoolYearStart(institution: string): Promise<string> {
    return readSchoolYearStart(this.connection, this.kind, institution)
  }

  /** What is there of the records of rows. `seen`: of which this batch (almost certainly) had the key before. */
  async #lookUp(type: RecordType, rows: CheckedRow[], seen: readonly boolean[]): Promise<Chunk> {
    await this.#touch(new Set(rows.map((row) => row.institution)), type)
    // A look-up happens where a record may be there: the institution had some, or this file had the key.
    const suspects = rows.filter(
      ({ institution }, i) => seen[i] || this.#institutions.get(institution)!.filled.get(type.name),
    )
    return lookUp(this.connection, this.kind, new Chunk(type, rows), suspects)
  }

  #place(chunk: Chunk, row: CheckedRow, current: StoredRecord | undefined): void {
    const { institution, key } = row
    const version = this.#versionOf(chunk, row, current)
    if (current) chunk.ended.push([version.since, institution, key, current.since])
    const givenUp = chunk.givenUpCode(row)
    if (givenUp !== null) this.#codes.keep(institution, chunk.type.name, givenUp, false)
    const { type, values } = version
    this.#header.onChange?.({ type, institution, key, row: row.row, before: current?.values ?? null, after: values })
    chunk.start(version)
  }

  #versionOf(chunk: Chunk, row: CheckedRow, current: StoredRecord | undefined): StoredRecord {
    const { institution, key } = row
    const values: StoredValues = current ? { ...current.values, ...row.values } : row.values
    const since = this.#institutions.get(institution)!.revision + 1
    return { type: chunk.type.name, institution, key, since, until: null, batch: this.batch, row: row.row, values }
  }

  /** Locks institutions and reads their counters, the first time one of their rows comes. */
  async #touch(institutions: Iterable<string>, type: RecordType): Promise<void> {
    const touched = await this.#know(institutions)
    const asked = touched.filter(({ filled }) => !filled.has(type.name))
    const codes = asked.map(({ institution }) => institution)
    const having = await findHaving(this.connection, this.kind, tableOf(type.name), codes)
    for (const { institution, filled } of asked) filled.set(type.name, having.has(institution))
  }

  async #know(institutions: Iterable<string>): Promise<TouchedInstitution[]> {
    const codes = [...institutions]
    const unknown = codes.filter((code) => !this.#institutions.has(code))
    const only = this.#header.institution
    const other = unknown.find((code) => only !== undefined && code !== only)
    if (other !== undefined) throw new Error(`the batch is of ${only} alone and has a row of ${other}`)
    for (const [institution, counter] of await lockInstitutions(this.connection, this.kind, unknown))
      this.#institutions.set(institution, {
        ...{ institution, ...counter, accepted: 0, updated: 0, unchanged: 0, withdrawn: 0 },
        ...{ changedTypes: new Set(), filled: new Map(), persons: new Set(), groups: new Set() },
      })
    return codes.map((code) => this.#institutions.get(code)!)
  }

  #broughtOf(recordType: string): Brought {
    return kept(this.#brought, recordType, () => new Brought())
  }
}

function outcomeOf(chunk: Chunk, row: CheckedRow, current: StoredRecord | undefined, seenBefore: boolean): RowOutcome {
  const alike = current !== undefined && isAlike(row.values, current.values)
  // Two groups may be alike in everything, so that only a person can tell whether they are one.
  if (seenBefore && current)
    return alike && !isGroupRow(chunk.type, current.values) ? 'duplicate-alike' : 'duplicate-key'
  if (chunk.codeIsTaken(row)) return 'duplicate-key'
  if (alike) return 'unchanged'
  return chunk.codeInUse(row) ?? (current ? 'updated' : 'accepted')
}

function isAlike(values: CheckedRow['values'], stored: StoredValues): boolean {
  for (const name in values) if ((values[name] ?? null) !== (stored[name] ?? null)) return false
  return true
}
