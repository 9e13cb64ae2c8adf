import { toDay } from '@causeway/shared/day'
import { toPeriod, type Period } from '@causeway/shared/period'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import { requireInstitution, type InstitutionFacts } from '../../records/institutions.ts'
import { listAllRecords, type StoredRecord } from '../../records/list-records.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import { spanOf } from '../../records/stretch.ts'
import { BLOCS } from '../../ground/reference/blocs.ts'
import { CONTINENTS, countryOf } from '../../ground/reference/countries.ts'
import { findEdition } from '../../figures/forms/find-form.ts'
import type { ExportColumn, FormDefinition, FormEdition, RecordExport } from '../../figures/forms/form-definition.ts'
import { checkFormYear, type FormRequest } from './fill-form.ts'
import { readPaths, type ReadField } from './record-texts.ts'

/** Rows of records in columns with official names. */
export interface ExportedRecords {
  form: FormDefinition
  edition: FormEdition
  institution: InstitutionFacts
  year: number
  period: Period
  columns: readonly ExportColumn[]
  rows: (string | number | null)[][]
}

/**
 * The records of an edition that is an export, those whose stretch meets the school year. For one who may read records.
 * @throws QuestionError UNKNOWN_FORM, UNKNOWN_EDITION, UNKNOWN_INSTITUTION, FORBIDDEN, UNAUTHENTICATED
 */
export async function exportRecords(
  causeway: Causeway,
  viewer: Viewer,
  request: FormRequest,
  locale: Locale,
): Promise<ExportedRecords> {
  const { form, edition } = findEdition(causeway, request.form, request.edition)
  const records = edition.records
  if (!records) throw new Error(`${form.id} ${edition.edition} has lines, not records`)
  requireExact(viewer, request.institution)
  checkFormYear(request.year)
  const { database } = causeway
  const institution = await requireInstitution(database, request.institution)
  const { schoolYearStart, dataDate } = institution
  const calendar = { schoolYearStart, dataDay: dataDate === null ? Number.NEGATIVE_INFINITY : toDay(dataDate) }
  const period = toPeriod('SCHOOL_YEAR', request.year, calendar)
  const found = (await listAllRecords(database, { type: records.of, institution: institution.code })).filter((record) =>
    meets(record, period),
  )
  const read = await readPaths(database, institution.code, found)
  const groups = groupOf(found, records, read)
  const writer = new RowWriter(causeway, viewer, institution, request.year, period, read, locale)
  const rows: ExportedRecords['rows'] = []
  for (const group of groups) {
    const row: (string | number | null)[] = []
    for (const column of records.columns) row.push(await writer.cell(column, group))
    rows.push(row)
  }
  return { form, edition, institution, year: request.year, period, columns: records.columns, rows }
}

interface Group {
  /** What names the row for good. */
  id: string
  records: StoredRecord[]
}

function groupOf(records: StoredRecord[], { onePer }: RecordExport, read: ReadField): Group[] {
  if (onePer === undefined) return records.map((record) => ({ id: record.key, records: [record] }))
  const groups = Map.groupBy(records, (record) => String(read(record, onePer)?.value ?? record.key))
  return [...groups].map(([id, some]) => ({ id, records: some }))
}

class RowWriter {
  readonly #causeway: Causeway
  readonly #viewer: Viewer
  readonly #institution: InstitutionFacts
  readonly #year: number
  readonly #period: Period
  readonly #read: ReadField
  readonly #locale: Locale
  readonly #lists = new Map<string, Promise<StoredRecord[]>>()

  constructor(
    causeway: Causeway,
    viewer: Viewer,
    institution: InstitutionFacts,
    year: number,
    period: Period,
    read: ReadField,
    locale: Locale,
  ) {
    this.#causeway = causeway
    this.#viewer = viewer
    this.#institution = institution
    this.#year = year
    this.#period = period
    this.#read = read
    this.#locale = locale
  }

  async cell(column: ExportColumn, group: Group): Promise<string | number | null> {
    const { field, text, continent, bloc, sum, figure, years, count, constant, fact } = column
    if (constant !== undefined) return constant
    if (fact === 'school') return this.#institution.code
    if (fact === 'id') return `${this.#institution.code}/${group.id}`
    if (fact === 'collected') return this.#institution.dataDate
    if (field !== undefined) return this.#first(group, field)
    if (text !== undefined) return this.#texts(group, text)
    if (count !== undefined) return this.#values(group, count).length
    if (continent !== undefined) return this.#continentOf(this.#first(group, continent))
    if (bloc) return this.#membership(bloc, group)
    if (years) return this.#yearsBetween(this.#first(group, years[0]), this.#first(group, years[1]))
    if (sum) return this.#sum(sum, group)
    if (figure) return this.#figure(figure, group)
    throw new Error(`the column ${column.name} has no source`)
  }

  #first({ records }: Group, path: string): string | number | null {
    return records.map((record) => this.#read(record, path)?.value ?? null).find((value) => value !== null) ?? null
  }

  #values({ records }: Group, path: string): (string | number)[] {
    return [...new Set(records.flatMap((record) => this.#read(record, path)?.value ?? []))]
  }

  #texts({ records }: Group, path: string): string {
    const texts = records.flatMap((record) => {
      const found = this.#read(record, path)
      return found ? [inLocale(found.text, this.#locale)] : []
    })
    return [...new Set(texts)].join(this.#locale === 'ZH' ? '、' : ', ')
  }

  #continentOf(country: string | number | null): string | null {
    const continent = CONTINENTS.find(({ id }) => id === countryOf(String(country))?.continent)
    return continent ? inLocale(continent.name, this.#locale) : null
  }

  /** Null: the day is not known, so that nobody can say. */
  #membership({ id, country, on }: NonNullable<ExportColumn['bloc']>, group: Group): number | null {
    const [where, when] = [this.#first(group, country), this.#first(group, on)]
    if (where === null || when === null) return null
    const day = toDay(String(when))
    const members = BLOCS.find((bloc) => bloc.id === id)?.members ?? []
    const isMember = members.some(
      (one) => one.country === where && one.from <= day && (one.to === null || one.to >= day),
    )
    return isMember ? 1 : 0
  }

  #yearsBetween(from: string | number | null, to: string | number | null): number | null {
    if (from === null) return null
    return Math.max(0, Math.min(to === null ? this.#year : Number(to), this.#year) - Number(from) + 1)
  }

  async #sum({ of, field, on }: NonNullable<ExportColumn['sum']>, { records }: Group): Promise<number | null> {
    if (!this.#lists.has(of))
      this.#lists.set(of, listAllRecords(this.#causeway.database, { type: of, institution: this.#institution.code }))
    const others = (await this.#lists.get(of)!).filter((other) => meets(other, this.#period))
    const factor = fieldsOf(recordTypeOf(of)).find(({ name }) => name === field)?.factor ?? 1
    const agree = others.filter((other) =>
      records.some((record) => on.every((name) => (record.values[name] ?? null) === (other.values[name] ?? null))),
    )
    if (agree.length === 0) return null
    return agree.reduce((total, { values }) => total + Number(values[field] ?? 0), 0) / factor
  }

  async #figure(asked: NonNullable<ExportColumn['figure']>, group: Group): Promise<number | null> {
    const { indicators } = this.#causeway
    const values = this.#values(group, asked.field).map(String)
    if (values.length === 0 || !indicators.some(({ id, code }) => [id, code].includes(asked.indicator))) return null
    const series = await readSeries(this.#causeway, this.#viewer, {
      indicator: asked.indicator,
      institution: this.#institution.code,
      basis: asked.basis,
      filter: [{ dimension: asked.dimension, in: values }],
      from: this.#year,
      to: this.#year,
    })
    return series.figures[0]?.value ?? null
  }
}

function meets({ type, values }: StoredRecord, { start, end }: Period): boolean {
  const dayOf = (name: string) => (typeof values[name] === 'string' ? toDay(values[name]) : null)
  const { first, last } = spanOf(recordTypeOf(type), dayOf)
  return first !== null && first <= toDay(end) && (last === null || last >= toDay(start))
}
