import { formatQuantity, formatValue } from '@causeway/shared/format-figure'
import { type Words, SEMICOLON, asIs, capital, inBoth, joinWords } from '@causeway/shared/words/words'
import { gapWords } from '@causeway/shared/format-figure'
import { allOf } from '../../figures/indicators/formula/join-words.ts'
import type { RawPart } from './compare.ts'
import { gapReason } from './gap-reason.ts'
import { partWords, quantity } from './part-words.ts'
import type { State } from './state.ts'
import { totalOf, type Tally, type TallyRule } from './tally.ts'
import type { LawfulValue } from './lawful-values.ts'
import { PART_WORDS, shortLabel, type ValueWords } from './value-words.ts'

/** One end of a difference. */
export interface End {
  value: LawfulValue
  state: State
  words: ValueWords
  /** The value, or the side that is wanted; null: a gap. */
  number: number | null
}

/** One side of both figures, and what makes the difference between them. */
export interface SideDifference {
  rule: TallyRule
  from: Tally
  to: Tally
  parts: RawPart[]
}

type Labelled = End & { label: Words }

/** A difference as a dean is stated it. */
export function differenceSentence(reference: End, other: End, sides: readonly SideDifference[]): Words {
  const [from, to] = [
    { ...reference, label: labelOf(reference, other) },
    { ...other, label: labelOf(other, reference) },
  ]
  const head =
    to.number === null || from.number === null ? gapHead(from, to) : valueHead(from, to, from.number, to.number)
  const isHidden = [from, to].some(({ state }) => state.figure.gap === 'NO_RECORDS')
  const stated = isHidden ? null : sidesWords(sides, to)
  if (!stated) return { zh: `${head.zh}。`, en: `${capital(head.en)}.` }
  if (to.number === null || from.number === null)
    return { zh: `${head.zh}。${stated.zh}。`, en: `${capital(head.en)}. ${capital(stated.en)}.` }
  return { zh: `${head.zh}：${stated.zh}。`, en: `${capital(head.en)}: ${stated.en}.` }
}

/** Each is called by what tells it from the other; a side of a figure is called that. */
function labelOf(own: End, other: End): Words {
  const label = shortLabel(own.words, other.words)
  const { part } = own.value
  if (part === null) return label
  return { zh: `${label.zh}的${PART_WORDS[part].zh}`, en: `the ${PART_WORDS[part].en} of ${label.en}` }
}

function gapHead(from: Labelled, to: Labelled): Words {
  const gap = from.state.figure.gap
  const [reason, other] = [from, to].map(({ state }) => (state.figure.gap === null ? null : gapReason(state)))
  if (gap !== null && gap === to.state.figure.gap && reason!.zh === other!.zh && from.label.zh === to.label.zh)
    return {
      zh: `${to.label.zh}没有数值（${gapWords[gap].word.zh}）：${reason!.zh}`,
      en: `${to.label.en} has no value (${gapWords[gap].word.en}): ${reason!.en}`,
    }
  if (gap !== null && gap === to.state.figure.gap && reason!.zh === other!.zh)
    return {
      zh: `${to.label.zh}与${from.label.zh}均没有数值（${gapWords[gap].word.zh}）：${reason!.zh}`,
      en: `neither ${to.label.en} nor ${from.label.en} has a value (${gapWords[gap].word.en}): ${reason!.en}`,
    }
  const stated = [to, from].map((end): Words => {
    if (end.number !== null) {
      const said = numberWords(end)
      return { zh: `${end.label.zh}为${said.zh}`, en: `${end.label.en} is ${said.en}` }
    }
    const reason = gapReason(end.state)
    const { word } = gapWords[end.state.figure.gap ?? 'NOT_APPLICABLE']
    return {
      zh: `${end.label.zh}没有数值（${word.zh}）：${reason.zh}`,
      en: `${end.label.en} has no value (${word.en}): ${reason.en}`,
    }
  })
  return joinWords(stated, SEMICOLON)
}

function valueHead(from: Labelled, to: Labelled, before: number, after: number): Words {
  const [was, is] = [numberWords(from), numberWords(to)]
  const difference = after - before
  if (difference === 0 && to.label.zh === from.label.zh)
    return { zh: `${to.label.zh}为${is.zh}`, en: `${to.label.en} is ${is.en}` }
  if (difference === 0)
    return {
      zh: `${to.label.zh}为${is.zh}，与${from.label.zh}相同`,
      en: `${to.label.en}: ${is.en}, the same as ${from.label.en}`,
    }
  const more = difference > 0
  const by = byHowMuch(from, to, Math.abs(difference))
  const [zh, en] = isCounted(to) ? (more ? ['多', 'more'] : ['少', 'fewer']) : more ? ['高', 'higher'] : ['低', 'lower']
  return {
    zh: `${to.label.zh}为${is.zh}，比${from.label.zh}（${was.zh}）${zh}${by.zh}`,
    en: `${to.label.en}: ${is.en}, ${by.en} ${en} than ${from.label.en} (${was.en})`,
  }
}

function isCounted({ state, value }: End): boolean {
  return value.part !== null || ['STOCK', 'FLOW', 'CUMULATIVE'].includes(state.question.declaration.kind)
}

function byHowMuch(from: End, to: End, difference: number): Words {
  const { declaration } = to.state.question
  if (to.value.part !== null || declaration.unit.en !== from.state.question.declaration.unit.en) {
    const text = formatValue(difference, to.value.part === null ? declaration.decimals : 0, 'ZH')
    return asIs(text)
  }
  const unit = declaration.unit.en === '%' ? { zh: '个百分点', en: 'percentage points' } : declaration.unit
  const least = 10 ** -declaration.decimals
  const much =
    difference < least / 2
      ? {
          zh: `不到${formatQuantity(least, declaration.decimals, unit, 'ZH')}`,
          en: `less than ${formatQuantity(least, declaration.decimals, unit, 'EN')}`,
        }
      : both((locale) => formatQuantity(difference, declaration.decimals, unit, locale))
  return isCounted(to) ? { zh: much.zh, en: formatValue(difference, declaration.decimals, 'EN') } : much
}

function numberWords({ value, state, number }: End): Words {
  const { declaration } = state.question
  if (value.part !== null) {
    const rule = state.tallies.find((tally) => tally.rule.side === value.part)?.rule
    return quantity({ factor: 1, unit: rule?.unit ?? { zh: '', en: '' } }, number!)
  }
  return both((locale) => formatQuantity(number!, declaration.decimals, declaration.unit, locale))
}

const both = (write: (locale: 'ZH' | 'EN') => string): Words => inBoth((locale) => write(locale))

function sidesWords(sides: readonly SideDifference[], to: End): Words | null {
  if (sides.length === 0) return null
  if (sides.every(({ parts }) => parts.length === 0))
    return to.number && to.value.part === null ? { zh: '计入的对象相同', en: 'the same are counted' } : null
  const stated = sides.map((side) => sideWords(side, to))
  return joinWords(stated, SEMICOLON)
}

function sideWords({ rule, from, to, parts }: SideDifference, end: End): Words {
  const why = partsWords(parts)
  if (rule.side === null || end.value.part !== null) return why
  const name = sideName(rule, end)
  const [was, is] = [quantity(from.rule, totalOf(from)), quantity(to.rule, totalOf(to))]
  if (parts.length === 0) return { zh: `${name.zh}不变，为${is.zh}`, en: `${name.en} stays ${is.en}` }
  const change =
    was.en === is.en
      ? { zh: `仍为${is.zh}`, en: `stays ${is.en}` }
      : { zh: `由${was.zh}变为${is.zh}`, en: `goes from ${was.en} to ${is.en}` }
  return { zh: `${name.zh}${change.zh}（${why.zh}）`, en: `${name.en} ${change.en} (${why.en})` }
}

type SideNames = Record<'NUMERATOR' | 'DENOMINATOR', Words>

const RATE: SideNames = {
  NUMERATOR: { zh: '分子', en: 'the numerator' },
  DENOMINATOR: { zh: '分母', en: 'the denominator' },
}
const MEAN: SideNames = {
  NUMERATOR: { zh: '总和', en: 'the total' },
  DENOMINATOR: { zh: '计入的值', en: 'what is counted' },
}
const GAIN: SideNames = {
  NUMERATOR: { zh: '提高的总分', en: 'the sum of the gains' },
  DENOMINATOR: { zh: '前后测配对', en: 'what is matched' },
}
const NORMALISED: SideNames = {
  ...GAIN,
  DENOMINATOR: { zh: '可提高的总分', en: 'the sum of what could be gained' },
}
const ATTAINMENT: SideNames = {
  NUMERATOR: { zh: '达标的结果', en: 'what was found competent' },
  DENOMINATOR: { zh: '测评的结果', en: 'what was assessed' },
}

function sideName({ side }: TallyRule, { state }: End): Words {
  const { measure } = state.question.declaration
  if ('median' in measure || 'mean' in measure) return MEAN[side!]
  if ('pairs' in measure) return (measure.gain === 'normalised' ? NORMALISED : GAIN)[side!]
  return ('weighted' in measure ? ATTAINMENT : RATE)[side!]
}

function partsWords(parts: readonly RawPart[]): Words {
  const list = (some: readonly RawPart[]) => some.map(partWords)
  const more = list(parts.filter(({ direction }) => direction === 'IN'))
  const fewer = list(parts.filter(({ direction }) => direction === 'OUT'))
  const stated: Words[] = []
  if (more.length > 0)
    stated.push({ zh: `另含${more.map(({ zh }) => zh).join('、')}`, en: `it counts ${allOf(more).en}` })
  if (fewer.length > 0)
    stated.push({ zh: `不含${fewer.map(({ zh }) => zh).join('、')}`, en: `it leaves out ${allOf(fewer).en}` })
  return joinWords(stated, SEMICOLON)
}
