import type { Database } from '../../ground/database/database.ts'
import {
  coverageOf,
  type Coverage,
  bestOf,
  readMappings,
  speaksOf,
  type Mapping,
  type Correspondence,
} from './mapping.ts'
import { findStandard, type Standard, findStandards, unknownStandard } from './standard.ts'
import { findVersion, readVersions, versionOn, type Unit, type Version } from './version.ts'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import { csvFile, guardFormula } from '../../ground/downloads.ts'
import { GUARDED_HEADER } from '../../records/import/sheets/match-header.ts'
import type { Field } from '../../records/record-type.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import type { StoredValues } from '../../records/stored-values.ts'

/** A standard, and one of its versions. */
export interface StandardAddress {
  standard: string
  /** Null: the one in force on the day, else the latest. */
  version: string | null
}

/** One version of a standard, unit by unit, in one of another: as judged from the first to the second. */
export interface Crosswalk {
  on: string
  from: Standard
  /** Null: it has no versions. */
  fromVersion: Version | null
  to: Standard
  toVersion: Version | null
  rows: CrosswalkRow[]
  /** Of the units of either side, by these judgements alone. */
  coverage: Coverage
  toCoverage: Coverage
  /** Of the first standard as a whole. */
  whole: Mapping[]
  /** That name a unit which the version has not. */
  strays: Mapping[]
}

export interface CrosswalkRow {
  unit: Unit
  correspondence: Correspondence
  cells: CrosswalkCell[]
}

export interface CrosswalkCell {
  /** Null: the second standard as a whole, or a unit of it that is not registered. */
  unit: Unit | null
  mapping: Mapping
}

/** @throws QuestionError UNKNOWN_STANDARD, UNKNOWN_STANDARD_VERSION */
export async function readCrosswalk(
  database: Database,
  institution: string,
  given: { from: StandardAddress; to: StandardAddress; on: string },
): Promise<Crosswalk> {
  const { on } = given
  const from = await findStandard(database, institution, given.from.standard, on)
  const to = await findStandard(database, institution, given.to.standard, on)
  const versions = await readVersions(database, institution, [from.code, to.code])
  const fromVersion = chooseVersion(versions.get(from.code) ?? [], from.code, given.from.version, on)
  const toVersion = chooseVersion(versions.get(to.code) ?? [], to.code, given.to.version, on)
  const mappings = (await readMappings(database, institution, [from.code], on)).filter(
    ({ standard, version, toStandard }) =>
      standard === from.code &&
      toStandard === to.code &&
      (version === null || version === (fromVersion?.version ?? version)),
  )
  const units = fromVersion?.units ?? []
  const targets = new Map((toVersion?.units ?? []).map((unit) => [unit.code, unit]))
  const rows = units.map((unit): CrosswalkRow => {
    const own = mappings.filter((mapping) => speaksOf(mapping, unit))
    return {
      unit,
      correspondence: bestOf(own) ?? 'UNMAPPED',
      cells: own.map((mapping) => ({
        unit: mapping.toUnit === null ? null : (targets.get(mapping.toUnit) ?? null),
        mapping,
      })),
    }
  })
  const said = new Set(rows.flatMap(({ cells }) => cells.map(({ mapping }) => mapping)))
  const isStray = (mapping: Mapping) =>
    mapping.unit !== null &&
    (!said.has(mapping) || (mapping.toUnit !== null && targets.size > 0 && !targets.has(mapping.toUnit)))
  const never = () => false
  return {
    ...{ on, from, fromVersion, to, toVersion, rows },
    coverage: coverageOf(units, mappings, never),
    toCoverage: coverageOf([...targets.values()], mappings, never),
    whole: mappings.filter(({ unit }) => unit === null),
    strays: mappings.filter(isStray),
  }
}

function chooseVersion(
  versions: readonly Version[],
  standard: string,
  asked: string | null,
  on: string,
): Version | null {
  return asked === null ? versionOn(versions, on) : findVersion(versions, standard, asked)
}

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

const TYPE = recordTypeOf('standard-mapping')

/**
 * The judgements from one standard to another that govern on a day, as a file that an import of standard mappings takes back
 * unchanged: headers and choices in the language asked for, codes as the records have them.
 * @throws QuestionError UNKNOWN_STANDARD, UNKNOWN_STANDARD_VERSION
 */
export async function writeCrosswalk(
  database: Database,
  request: CrosswalkRequest,
  locale: Locale,
): Promise<{ csv: string; mapped: number; unmapped: number }> {
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
  return { csv: csvFile(guarded), mapped: mappings.length, unmapped: unmapped.length }
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
