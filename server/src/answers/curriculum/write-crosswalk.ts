import type { Database } from '../../ground/database/database.ts'
import { findStandards, unknownStandard, type Standard } from './standard.ts'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import { csvLine, guardFormula } from '../../ground/csv.ts'
import { GUARDED_HEADER } from '../../records/import/match-header.ts'
import type { Field } from '../../records/record-type.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import type { StoredValues } from '../../records/stored-values.ts'
import { readMappings, speaksOf, type Mapping } from './mapping.ts'
import { findVersion, readVersions, versionOn } from './version.ts'

/**
 * A standard as people write it, `STANDARD` or `STANDARD@VERSION`; a code that itself holds an @ is found first.
 * @throws QuestionError UNKNOWN_STANDARD
 */
export async function readStandardAddress(
  database: Database,
  institution: string,
  text: string,
  on: string,
): Promise<{ standard: Standard; version: string | null }> {
  const at = text.lastIndexOf('@')
  const code = at < 0 ? text : text.slice(0, at)
  const found = await findStandards(database, institution, [...new Set([text, code])], on)
  const whole = found.get(text)
  if (whole) return { standard: whole, version: null }
  const standard = found.get(code)
  if (!standard) throw await unknownStandard(database, institution, code)
  return { standard, version: text.slice(at + 1) || null }
}

export interface CrosswalkRequest {
  institution: string
  /** As people write them: `STANDARD` or `STANDARD@VERSION`. Without a version judgements of every version are meant. */
  from: string
  to: string
  /** YYYY-MM-DD: later judgements are not read. */
  on: string
  /** Rows for units that nobody has judged, for somebody to fill in: of the version named, else of the one in force on the day. */
  withUnmapped: boolean
}

export interface WrittenCrosswalk {
  csv: string
  mapped: number
  unmapped: number
}

const TYPE = recordTypeOf('standard-mapping')
/** Excel takes a file for UTF-8 by its mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The judgements from one standard to another that govern on a day, as a file that an import of standard mappings takes back
 * unchanged: headers and choices in the language asked for, codes as the records have them.
 * @throws QuestionError UNKNOWN_STANDARD, UNKNOWN_STANDARD_VERSION
 */
export async function writeCrosswalk(
  database: Database,
  request: CrosswalkRequest,
  locale: Locale,
): Promise<WrittenCrosswalk> {
  const { institution, on, withUnmapped } = request
  const from = await readStandardAddress(database, institution, request.from, on)
  const to = await readStandardAddress(database, institution, request.to, on)
  const codes = [from.standard.code, to.standard.code]
  const versions = await readVersions(database, institution, codes)
  const of = (code: string) => versions.get(code) ?? []
  const named = from.version === null ? null : findVersion(of(codes[0]!), codes[0]!, from.version)
  const target = to.version === null ? null : findVersion(of(codes[1]!), codes[1]!, to.version)
  const targets = target && new Set(target.units.map((unit) => unit.code))
  const mappings = (await readMappings(database, institution, [codes[0]!], on)).filter(
    (mapping) =>
      mapping.standard === codes[0] &&
      mapping.toStandard === codes[1] &&
      (named === null || mapping.version === null || mapping.version === named.version) &&
      (targets === null || mapping.toUnit === null || targets.has(mapping.toUnit)),
  )
  const version = named ?? versionOn(of(codes[0]!), on)
  const unmapped = withUnmapped && version ? blankRows(version.units, mappings, codes[1]!) : []
  const rows = [...mappings.map(({ record }) => record.values), ...unmapped]
  const fields = columnsOf(rows)
  const lines = [
    fields.map(({ label }) => inLocale(label, locale)),
    ...rows.map((values) => fields.map((field) => toCell(field, values, locale))),
  ]
  const guarded = lines.map((cells) => cells.map(guardFormula))
  // Said only where it is so: most files are as plain as a person would write them.
  if (lines.some((cells, row) => cells.some((cell, at) => cell !== guarded[row]![at])))
    guarded.forEach((cells, row) => cells.push(row === 0 ? GUARDED_HEADER : ''))
  const csv = BYTE_ORDER_MARK + guarded.map((cells) => csvLine(cells)).join('')
  return { csv, mapped: mappings.length, unmapped: unmapped.length }
}

/** A unit that nobody has judged has no relation yet: an import asks for it. */
function blankRows(
  units: readonly { standard: string; version: string; code: string }[],
  mappings: readonly Mapping[],
  toStandard: string,
): StoredValues[] {
  return units
    .filter((unit) => !mappings.some((mapping) => speaksOf(mapping, unit)))
    .map(({ standard, version, code }) => ({ standard, version, unit_code: code, to_standard: toStandard }))
}

/** The type's own fields, and those of every type that some row has filled. */
function columnsOf(rows: readonly StoredValues[]): Field[] {
  const isFilled = ({ name }: Field) => rows.some((values) => values[name] != null && values[name] !== '')
  return fieldsOf(TYPE).filter((field) => TYPE.fields.includes(field) || isFilled(field))
}

function toCell({ name, choices, factor = 1 }: Field, values: StoredValues, locale: Locale): string {
  const value = values[name]
  if (value == null) return ''
  const choice = choices?.find(({ key }) => key === value)
  return choice ? inLocale(choice.label, locale) : String(typeof value === 'number' ? value / factor : value)
}
