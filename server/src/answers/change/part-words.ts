import { formatQuantity, formatValue } from '@causeway/shared/format-figure'
import { type Period, periodLabel } from '@causeway/shared/period'
import { fill, inBoth, type Words } from '@causeway/shared/words/words'
import type { Declaration, DimensionId } from '../../figures/indicators/definition.ts'
import { tallyRules } from '../reconcile/tally.ts'
import { shapeOf } from './counted.ts'
import type { ChangePart } from './part.ts'
import WORDS from './words.json' with { type: 'json' }

/** Between which figures a part is, and what its category is called. */
export interface PartContext {
  declaration: Declaration
  periods: { before: Period; after: Period }
  /** Null: the figure is not broken down. */
  by: { dimension: DimensionId; labelOf: (key: string) => Words } | null
}

/** What one part of a difference is, in a sentence. */
export function partWords(part: ChangePart, { declaration, periods, by }: PartContext): Words {
  const { value, stayed, sums, category } = part
  const unit = declaration.unit.en === '%' ? POINTS : declaration.unit
  const amount = (number: number, of: Words) =>
    inBoth((locale) => formatQuantity(number, declaration.decimals, of, locale))
  const much = amount(Math.abs(value), unit)
  const both = stayed === null ? NOTHING : stayedWords(stayed, declaration)
  const way = wayOf(declaration, value)
  const label = (period: Period) => inBoth((locale) => periodLabel(period, locale))
  const sum = (at: 0 | 1) => (sums ? formatValue(sums[at], 2, 'EN') : '')
  const facts = { stayedZh: both.zh, stayed: both.en, was: sum(0), is: sum(1) }
  const template: Words = WORDS[templateOf(part, declaration, by?.dimension ?? null)]
  const [before, after] = [label(periods.before), label(periods.after)]
  const said: Words = {
    zh: fill(template, { ...facts, much: much.zh, way: way.zh, before: before.zh, after: after.zh }).zh,
    en: fill(template, { ...facts, much: much.en, way: way.en, before: before.en, after: after.en }).en,
  }
  if (category === null || !by) return said
  const name = by.labelOf(category)
  return { zh: `${name.zh}：${said.zh}`, en: `${name.en}: ${said.en}` }
}

const POINTS: Words = { zh: '个百分点', en: 'percentage points' }
const PLAIN: Words = { zh: '个', en: '' }
const NOTHING: Words = { zh: '', en: '' }

/** 有4人, `4 people`. */
function stayedWords(stayed: number, declaration: Declaration): Words {
  if (stayed === 0) return isOfPeople(declaration) ? WORDS.NOBODY : WORDS.NOTHING
  const unit = shapeOf(declaration) === 'SUM' ? declaration.unit : PLAIN
  const { zh, en } = inBoth((locale) => formatQuantity(stayed, declaration.decimals, unit, locale).trim())
  return { zh: `有${zh}`, en }
}

function isOfPeople(declaration: Declaration): boolean {
  const [rule] = tallyRules(declaration)
  return rule!.subject === 'PERSONS' && rule!.by === 'one'
}

function templateOf(part: ChangePart, declaration: Declaration, by: DimensionId | null): keyof typeof WORDS {
  const { cause, category, stayed, sums } = part
  if (by !== null && category === null && stayed === null && sums === null)
    return by === 'bloc' || by === 'continent' ? 'IN_SEVERAL_OR_NONE' : 'IN_SEVERAL'
  if (cause !== 'CAME' && cause !== 'LEFT' && cause !== 'CHANGED') return cause
  if (shapeOf(declaration) === 'LEVEL')
    return cause === 'CHANGED' ? (stayed === 0 ? 'NOBODY_STAYED' : 'LEVEL_CHANGED') : `LEVEL_${cause}`
  if (cause === 'CHANGED') return 'COUNTS_OTHERWISE'
  return isOfPeople(declaration) ? `PEOPLE_${cause}` : `THINGS_${cause}`
}

/** Of what is counted: more or fewer; of a rate or a mean: higher or lower. */
function wayOf(declaration: Declaration, value: number): Words {
  const more = value > 0
  if (shapeOf(declaration) !== 'SUM') return more ? { zh: '提高', en: 'higher' } : { zh: '降低', en: 'lower' }
  return more ? { zh: '增加', en: 'more' } : { zh: '减少', en: 'fewer' }
}
