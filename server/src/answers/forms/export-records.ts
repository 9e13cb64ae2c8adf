import { toDay } from '@causeway/shared/day'
import { toPeriod, type Period, calendarOf } from '@causeway/shared/period'
import { inLocale, LIST_COMMA, type Locale } from '@causeway/shared/words/words'
import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import { listAllRecords, type StoredRecord } from '../../records/list-records.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import { spanOf } from '../../records/stretch.ts'
import { isInBloc } from '../../ground/reference/blocs.ts'
import { CONTINENTS, countryOf } from '../../ground/reference/countries.ts'
import { findEdition } from '../../figures/forms/find-form.ts'
import type { ExportColumn, FormDefinition, FormEdition, RecordExport } from '../../figures/forms/form-definition.ts'
import { checkFormYear, type FormRequest } from './fill-form.ts'
import { readPaths, type ReadField } from './record-texts.ts'
import { requireInstitution } from '../../records/institutions.ts'

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
  const institution = await requireInstitution(causeway.database, request.institution)
  const period = toPeriod('SCHOOL_YEAR', request.year, calendarOf(institution))
  const found = (await listAllRecords(database, { type: records.of, institution: institution.code })).filter((record) =>
    meets(record, period),
  )
  const read = await readPaths(causeway, institution.code, found)
  const groups = groupOf(found, records, read)
  const cell = cellWriter({ causeway, viewer, institution, year: request.year, period, read, locale })
  const rows: ExportedRecords['rows'] = []
  for (const group of groups) {
    const row: (string | number | null)[] = []
    for (const column of records.columns) row.push(await cell(column, group))
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

interface Written {
  causeway: Causeway
  viewer: Viewer
  institution: InstitutionFacts
  year: number
  period: Period
  read: ReadField
  locale: Locale
}

function cellWriter({ causeway, viewer, institution, year, period, read, locale }: Written) {
  const lists = new Map<string, Promise<StoredRecord[]>>()

  const firstOf = ({ records }: Group, path: string) =>
    records.map((record) => read(record, path)?.value ?? null).find((value) => value !== null) ?? null

  const valuesOf = ({ records }: Group, path: string) => [
    ...new Set(records.flatMap((record) => read(record, path)?.value ?? [])),
  ]

  const textsOf = ({ records }: Group, path: string) => {
    const texts = records.flatMap((record) => read(record, path)?.text ?? [])
    return [...new Set(texts.map((text) => inLocale(text, locale)))].join(inLocale(LIST_COMMA, locale))
  }

  const yearsBetween = (from: string | number | null, to: string | number | null) =>
    from === null ? null : Math.max(0, Math.min(to === null ? year : Number(to), year) - Number(from) + 1)

  async function sumOf({ of, field, on }: NonNullable<ExportColumn['sum']>, { records }: Group) {
    if (!lists.has(of))
      lists.set(
        of,
        listAllRecords(causeway.database, {
          type: of,
          institution: institution.code,
        }),
      )
    const others = (await lists.get(of)!).filter((other) => meets(other, period))
    const factor = fieldsOf(recordTypeOf(of)).find(({ name }) => name === field)?.factor ?? 1
    const agree = others.filter((other) =>
      records.some((record) => on.every((name) => (record.values[name] ?? null) === (other.values[name] ?? null))),
    )
    if (agree.length === 0) return null
    return agree.reduce((total, { values }) => total + Number(values[field] ?? 0), 0) / factor
  }

  async function figureOf({ field, indicator, basis, dimension }: NonNullable<ExportColumn['figure']>, group: Group) {
    const values = valuesOf(group, field).map(String)
    if (values.length === 0 || !causeway.indicators.some(({ id, code }) => [id, code].includes(indicator))) return null
    const filter = [{ dimension, in: values }]
    const asked = { indicator, institution: institution.code, basis, filter, from: year, to: year }
    return (await readSeries(causeway, viewer, asked)).figures[0]?.value ?? null
  }

  return async (column: ExportColumn, group: Group): Promise<string | number | null> => {
    const { field, text, continent, bloc, sum, figure, years, count, constant, fact } = column
    if (constant !== undefined) return constant
    if (fact === 'school') return institution.code
    if (fact === 'id') return `${institution.code}/${group.id}`
    if (fact === 'collected') return institution.dataDate
    if (field !== undefined) return firstOf(group, field)
    if (text !== undefined) return textsOf(group, text)
    if (count !== undefined) return valuesOf(group, count).length
    if (continent !== undefined) return continentOf(firstOf(group, continent), locale)
    if (bloc) return membership(bloc.id, firstOf(group, bloc.country), firstOf(group, bloc.on))
    if (years) return yearsBetween(firstOf(group, years[0]), firstOf(group, years[1]))
    if (sum) return sumOf(sum, group)
    if (figure) return figureOf(figure, group)
    throw new Error(`the column ${column.name} has no source`)
  }
}

function continentOf(country: string | number | null, locale: Locale): string | null {
  const continent = CONTINENTS.find(({ id }) => id === countryOf(String(country))?.continent)
  return continent ? inLocale(continent.name, locale) : null
}

/** Null: the day is not known, so that nobody can say. */
function membership(id: string, where: string | number | null, when: string | number | null): number | null {
  if (where === null || when === null) return null
  return isInBloc(id, String(where), toDay(String(when))) ? 1 : 0
}

function meets({ type, values }: StoredRecord, { start, end }: Period): boolean {
  const dayOf = (name: string) => (typeof values[name] === 'string' ? toDay(values[name]) : null)
  const { first, last } = spanOf(recordTypeOf(type), dayOf)
  return first !== null && first <= toDay(end) && (last === null || last >= toDay(start))
}
