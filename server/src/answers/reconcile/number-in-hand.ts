import { formatQuantity, formatValue } from '@causeway/shared/format-figure'
import { periodLabel, type Period } from '@causeway/shared/period'
import { fill, type Words, asIs, inBoth } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import { allOf } from '../../figures/indicators/formula/join-words.ts'
import { readWrittenNumber, type WrittenNumber } from './written-number.ts'
import type { ReconciledValue, Reconciliation } from './reconcile.ts'
import { PART_WORDS } from './value-words.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** A number that somebody has from elsewhere, set against every lawful value of the name. */
export interface NumberInHand {
  number: number
  /** The lawful values that read as it does, rounded as it is written. */
  matches: ReconciledValue[]
  /** The first of the matches, else the one that is least away; null: no value has a number. */
  nearest: ReconciledValue | null
  /** The nearest less the number; null: there is none. */
  difference: number | null
  /** Other periods whose figure, on the terms of the reference, reads as it does. */
  otherPeriods: Period[]
  sentence: Words
}

/** How far around the year a number from another one is looked for. */
const YEARS_BEFORE = 4
const YEARS_AFTER = 1

/**
 * Which lawful value a number equals, or is nearest to, and why it is another one. It is held against what the viewer may see alone.
 * @throws QuestionError BAD_NUMBER, and those of `readSeries`
 */
export async function setAgainst(
  causeway: Causeway,
  viewer: Viewer,
  found: Reconciliation,
  text: string,
): Promise<NumberInHand> {
  const written = readWrittenNumber(text)
  const { number } = written
  const valued = found.values.filter((value) => value.number !== null)
  const matches = valued.filter((value) => readsAs(value.number!, written))
  const nearest =
    matches[0] ?? valued.toSorted((a, b) => Math.abs(a.number! - number) - Math.abs(b.number! - number))[0] ?? null
  const others = matches.length > 0 ? [] : await otherPeriods(causeway, viewer, found, written)
  return {
    number,
    matches,
    nearest,
    difference: nearest && nearest.number! - number,
    otherPeriods: others.map(({ period }) => period),
    sentence: sentenceOf(found, written, { matches, nearest, others }),
  }
}

/** Whether a figure, rounded as the number is written, is that number. */
function readsAs(value: number, { number, step }: WrittenNumber): boolean {
  return Math.abs(value - number) <= step / 2 + Math.abs(number) * 1e-12
}

async function otherPeriods(causeway: Causeway, viewer: Viewer, found: Reconciliation, written: WrittenNumber) {
  const { declaration, institution, year } = found
  const { figures } = await readSeries(causeway, viewer, {
    indicator: declaration.id,
    institution,
    from: year - YEARS_BEFORE,
    to: year + YEARS_AFTER,
  })
  return figures.filter(({ period, value }) => period.year !== year && value !== null && readsAs(value, written))
}

function sentenceOf(
  found: Reconciliation,
  written: WrittenNumber,
  said: Pick<NumberInHand, 'matches' | 'nearest'> & { others: { period: Period }[] },
): Words {
  const { matches, nearest, others } = said
  const { text } = written
  const side = sideOf(found, written)
  if (matches.includes(found.reference))
    return {
      zh: `${text}就是本指标的数值：${labelled(found.reference).zh}${rounded(found.reference, written).zh}。`,
      en: `${text} is the figure itself: ${labelled(found.reference).en}${rounded(found.reference, written).en}.`,
    }
  const why = nearest && found.differences?.find(({ to }) => to === nearest)?.sentence
  if (matches.length > 0) {
    const list = allOf(matches.map((value) => quoted(value)))
    const asked = askedWords(matches[0]!)
    return {
      zh: `${text}是${list.zh}的数值${rounded(matches[0]!, written).zh}${asked.zh}。${why?.zh ?? ''}`,
      en: `${text} is the value of ${list.en}${rounded(matches[0]!, written).en}${asked.en}.${why ? ` ${why.en}` : ''}`,
    }
  }
  if (others.length > 0) {
    const list = allOf(others.map(({ period }) => inBoth((locale) => periodLabel(period, locale))))
    return {
      zh: `${text}是${list.zh}的数值，不是所问时段的：${labelled(found.reference).zh}。`,
      en: `${text} is the figure of ${list.en}, not of the period asked for: ${labelled(found.reference).en}.`,
    }
  }
  if (side)
    return {
      zh: `${text}是本指标的${PART_WORDS[side].zh}，不是指标值：${labelled(found.reference).zh}。`,
      en: `${text} is the ${PART_WORDS[side].en} of the indicator, not its value: ${labelled(found.reference).en}.`,
    }
  if (!nearest) return fill(REFUSALS.NOTHING_TO_SET_AGAINST, { text })
  const away = formatValue(Math.abs(nearest.number! - written.number), decimalsOf(nearest, written), 'EN')
  const more = nearest.number! > written.number
  const points = nearest.part === null && nearest.question.declaration.unit.en === '%'
  const by = points ? { zh: `${away}个百分点`, en: `${away} percentage points` } : asIs(away)
  return {
    zh: `没有哪个统计口径的数值是${text}。最接近的是${quoted(nearest).zh}：${amount(nearest).zh}，比${text}${points ? (more ? '高' : '低') : more ? '多' : '少'}${by.zh}。${why?.zh ?? ''}`,
    en: `No way of counting gives ${text}. The nearest is ${quoted(nearest).en}: ${amount(nearest).en}, ${by.en} ${more ? 'above' : 'below'} ${text}.${why ? ` ${why.en}` : ''}`,
  }
}

/** The side of the reference that the number is. */
function sideOf({ reference }: Reconciliation, written: WrittenNumber): 'NUMERATOR' | 'DENOMINATOR' | null {
  const { numerator, denominator } = reference.figure
  if (denominator === null) return null
  if (numerator !== null && readsAs(numerator, written)) return 'NUMERATOR'
  return readsAs(denominator, written) ? 'DENOMINATOR' : null
}

/** A label may quote its own name: that is in the inner quotation marks. */
function quoted({ label }: ReconciledValue): Words {
  const inner = label.zh.replace('“', '‘').replace('”', '’')
  return { zh: `“${inner}”`, en: `"${label.en.replaceAll('"', "'")}"` }
}

function labelled(value: ReconciledValue): Words {
  const much = amount(value)
  return { zh: `${value.label.zh}，${much.zh}`, en: `${value.label.en}, ${much.en}` }
}

function amount({ number, part, question: { declaration } }: ReconciledValue): Words {
  if (number === null) return { zh: '没有数值', en: 'no value' }
  const decimals = part === null ? declaration.decimals : 1
  const unit = part === null ? declaration.unit : { zh: '', en: '' }
  return inBoth((locale) => formatQuantity(number, decimals, unit, locale))
}

/** Said where the number has fewer places than the figure is shown with. */
function rounded(
  { number, question: { declaration } }: ReconciledValue,
  { number: inHand, step }: WrittenNumber,
): Words {
  const shown = 10 ** -declaration.decimals
  if (step <= shown || number === inHand) return { zh: '', en: '' }
  return { zh: '（四舍五入后）', en: ' (rounded)' }
}

function decimalsOf({ question }: ReconciledValue, { decimals }: WrittenNumber): number {
  return Math.max(question.declaration.decimals, decimals, 0)
}

/** The official lines that want this value, each table once. */
function askedWords({ askedBy }: ReconciledValue): Words {
  const tables = [...new Map(askedBy.map(({ form }) => [form.id, form.name])).values()]
  if (tables.length === 0) return { zh: '', en: '' }
  const list = allOf(tables.map(({ zh, en }) => ({ zh: `《${zh}》`, en })))
  return { zh: `，${list.zh}要的是这个数`, en: `, which ${list.en} ask${tables.length === 1 ? 's' : ''} for` }
}
