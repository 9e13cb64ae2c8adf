import { SEMICOLON, joinWords, type Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { readCanonical, type CanonicalRecord } from '../../records/identity/canonical-records.ts'
import { findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import { nameOf } from '../../records/record-names.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import type { StoredValues } from '../../records/stored-values.ts'
import { formatQuantity } from '@causeway/shared/format-figure'

/** A unit of one version of a standard. */
export interface Unit {
  standard: string
  version: string
  code: string
  title: Words
  /** Null: not said. */
  weight: number | null
  eqfLevel: number | null
  escoUri: string | null
  record: StoredRecord
}

/** A version of a standard with its units in the order of their codes. One that only units speak of has no record and no dates. */
export interface Version {
  standard: string
  version: string
  from: string | null
  to: string | null
  reviewDue: string | null
  reviewedOn: string | null
  units: Unit[]
  record: StoredRecord | null
}

const UNIT_TYPE = recordTypeOf('standard-unit')
const WEIGHT_FACTOR = UNIT_TYPE.fields.find(({ name }) => name === 'weight')!.factor!

/** The versions of some standards by the codes of these, the earliest first. */
export async function readVersions(
  database: Database,
  institution: string,
  standards: readonly string[],
): Promise<Map<string, Version[]>> {
  const wanted = { standard: standards }
  const records = await readCanonical(database, 'standard-version', institution, wanted)
  const units = (await readCanonical(database, UNIT_TYPE.name, institution, wanted)).map(toUnit)
  const byPlace = Map.groupBy(units, ({ standard, version }) => `${standard}\n${version}`)
  const versions = new Map<string, Version>()
  for (const { record, values } of records) {
    const version = toVersion(values, record)
    const place = `${version.standard}\n${version.version}`
    if (!versions.has(place)) versions.set(place, version)
  }
  for (const [place, own] of byPlace) {
    const [first] = own as [Unit]
    const version = versions.get(place) ?? toVersion({ standard: first.standard, version: first.version }, null)
    versions.set(place, version)
    // One unit under two codes of the standard is one.
    version.units = [...new Map(own.map((unit) => [unit.code, unit])).values()].sort(byCode)
  }
  const order = ({ from, version }: Version) => `${from ?? ''}\n${version}`
  const sorted = [...versions.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  return Map.groupBy(sorted, ({ standard }) => standard)
}

/** The last day belongs to it. A version without dates is in force on no day. */
export function isInForce({ from, to }: Pick<Version, 'from' | 'to'>, on: string): boolean {
  return from !== null && from <= on && (to === null || to >= on)
}

/** Past its review, and not reviewed since that was due, as ST11 has it. Null: none is due. */
export function isOverdue({ reviewDue, reviewedOn }: Version, on: string): boolean | null {
  return reviewDue === null
    ? null
    : reviewDue < on && (reviewedOn === null || reviewedOn < reviewDue || reviewedOn > on)
}

/** The version in force on a day; of several the latest; where none is, the latest of all. Null: there are none. */
export function versionOn(versions: readonly Version[], on: string): Version | null {
  return versions.findLast((version) => isInForce(version, on)) ?? versions.at(-1) ?? null
}

/** @throws QuestionError UNKNOWN_STANDARD_VERSION with those there are */
export function findVersion(versions: readonly Version[], standard: string, version: string): Version {
  const found = versions.find((it) => it.version === version)
  if (found) return found
  const known = versions.map((it) => it.version)
  throw new QuestionError('UNKNOWN_STANDARD_VERSION', {
    zh: `标准 ${standard} 没有版本“${version}”；${known.length > 0 ? `已登记：${known.join('、')}。` : '尚未登记任何版本。'}`,
    en: `The standard ${standard} has no version "${version}". ${known.length > 0 ? `It has ${known.join(', ')}.` : 'It has none yet.'}`,
    facts: { standard, version, versions: known, nearest: findNearest(version, known) },
  })
}

/** What the weights of some units add up to; null: none has one. */
export function sumWeights(units: readonly Unit[]): number | null {
  const weights = units.flatMap(({ weight }) => (weight === null ? [] : [weight]))
  // Weights have four decimals: a sum of binary fractions is not quite theirs.
  return weights.length === 0 ? null : Math.round(weights.reduce((a, b) => a + b, 0) * 1e4) / 1e4
}

function toVersion(values: StoredValues, record: StoredRecord | null): Version {
  const text = (field: string) => (values[field] ? String(values[field]) : null)
  return {
    standard: String(values['standard']),
    version: String(values['version']),
    from: text('from'),
    to: text('to'),
    reviewDue: text('review_due'),
    reviewedOn: text('reviewed_on'),
    units: [],
    record,
  }
}

function toUnit({ record, values }: CanonicalRecord): Unit {
  const weight = values['weight']
  const level = values['eqf_level']
  return {
    standard: String(values['standard']),
    version: String(values['version']),
    code: String(values['code']),
    title: nameOf(UNIT_TYPE, values),
    weight: typeof weight === 'number' ? weight / WEIGHT_FACTOR : null,
    eqfLevel: typeof level === 'number' ? level : null,
    escoUri: values['esco_uri'] ? String(values['esco_uri']) : null,
    record,
  }
}

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : 1
}

export const UNIT_CHANGES = ['ADDED', 'REMOVED', 'RETITLED', 'REWEIGHTED', 'EQF_CHANGED', 'ESCO_CHANGED'] as const
export type UnitChangeKind = (typeof UNIT_CHANGES)[number]

/** What became of one unit from one version of a standard to another; a unit is known by its code. */
export interface UnitChange {
  code: string
  kinds: UnitChangeKind[]
  /** Null: it was added. */
  before: Unit | null
  /** Null: it was removed. */
  after: Unit | null
  words: Words
}

/** Units that are not the same in both versions, in the order of their codes. */
export function compareVersions(from: Version, to: Version): UnitChange[] {
  const before = new Map(from.units.map((unit) => [unit.code, unit]))
  const after = new Map(to.units.map((unit) => [unit.code, unit]))
  const shares: Shares = { before: sharesOf(from.units), after: sharesOf(to.units) }
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((code) => compareUnits(code, before.get(code) ?? null, after.get(code) ?? null, shares))
    .filter(({ kinds }) => kinds.length > 0)
}

/** A weight as its share in all of its version, whatever these add up to: that is what figures take it for. */
type Shares = Record<'before' | 'after', (unit: Unit) => Words>

function compareUnits(code: string, before: Unit | null, after: Unit | null, shares: Shares): UnitChange {
  const parts = before === null || after === null ? [] : differences(before, after, shares)
  const [sole] = before === null ? (['ADDED'] as const) : after === null ? (['REMOVED'] as const) : []
  return {
    code,
    kinds: sole ? [sole] : parts.map(({ kind }) => kind),
    before,
    after,
    words: sole ? soleWords(sole, code, (after ?? before)!) : changeWords(code, after!, parts),
  }
}

interface Difference {
  kind: UnitChangeKind
  words: Words
}

const NOT_SAID: Words = { zh: '未填', en: 'not said' }

function differences(before: Unit, after: Unit, shares: Shares): Difference[] {
  const found: Difference[] = []
  const add = (kind: UnitChangeKind, name: Words, old: Words, now: Words) => {
    if (old.zh === now.zh && old.en === now.en) return
    const zh = `${name.zh}由${old.zh}改为${now.zh}`.trimEnd()
    found.push({ kind, words: { zh, en: `${name.en} was ${old.en} and is now ${now.en}` } })
  }
  add('RETITLED', { zh: '名称', en: 'the title' }, quoted(before.title), quoted(after.title))
  // Where a unit came or went, every share is another: nobody gave the others another weight.
  if (before.weight !== after.weight)
    add('REWEIGHTED', { zh: '权重', en: 'the weight' }, shares.before(before), shares.after(after))
  add('EQF_CHANGED', { zh: '欧洲资历框架等级', en: 'the EQF level' }, plain(before.eqfLevel), plain(after.eqfLevel))
  add('ESCO_CHANGED', { zh: 'ESCO 链接', en: 'the ESCO link' }, plain(before.escoUri), plain(after.escoUri))
  return found
}

function quoted({ zh, en }: Words): Words {
  return { zh: `“${zh}”`, en: `"${en}"` }
}

function plain(value: string | number | null): Words {
  return value === null ? NOT_SAID : { zh: ` ${value} `, en: String(value) }
}

/** As the table of units writes a weight. */
function sharesOf(units: readonly Unit[]): (unit: Unit) => Words {
  const whole = sumWeights(units) || 1
  return ({ weight }) =>
    plain(weight === null ? null : formatQuantity((100 * weight) / whole, 0, { zh: '%', en: '%' }, 'EN'))
}

function soleWords(kind: 'ADDED' | 'REMOVED', code: string, { title }: Unit): Words {
  return kind === 'ADDED'
    ? { zh: `新增 ${code}“${title.zh}”`, en: `${code} "${title.en}" is new` }
    : { zh: `删去 ${code}“${title.zh}”`, en: `${code} "${title.en}" was left out` }
}

function changeWords(code: string, { title }: Unit, parts: readonly Difference[]): Words {
  const { zh, en } = joinWords(
    parts.map(({ words }) => words),
    SEMICOLON,
  )
  return { zh: `${code}“${title.zh}”：${zh}`, en: `${code} "${title.en}": ${en}` }
}
