import { formatQuantity } from '@causeway/shared/format-figure'
import type { Words } from '@causeway/shared/words/words'
import { sumWeights, type Unit, type Version } from './version.ts'

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
    words: sole ? soleWords(sole, code, (after ?? before)!) : joinWords(code, after!, parts),
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

function joinWords(code: string, { title }: Unit, parts: readonly Difference[]): Words {
  return {
    zh: `${code}“${title.zh}”：${parts.map(({ words }) => words.zh).join('；')}`,
    en: `${code} "${title.en}": ${parts.map(({ words }) => words.en).join('; ')}`,
  }
}
