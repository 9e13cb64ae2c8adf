import type { Figure, Gap, Interval } from './figure.ts'
import { englishUnit, isRange } from './words/units.ts'
import { inLocale, type Locale, type Words } from './words/words.ts'
import gaps from './words/gaps.json' with { type: 'json' }

interface GapWords {
  /** as it is where a number would. */
  word: Words
  /** Where there is no room for the word; its meaning is then explained beside it. */
  symbol: string
  meaning: Words
}

/** Zero and blank are none of them: zero is a number, and no figure reads as nothing. */
export const gapWords: Record<Gap, GapWords> = gaps

/** Why there is no number, in a sentence: `未填报：该时段没有台账记录…`. */
export function gapReason(gap: Gap): Words {
  const { word, meaning } = gapWords[gap]
  return { zh: `${word.zh}：${meaning.zh}`, en: `${word.en}: ${meaning.en}` }
}

const MINUS = '−'

/**
 * A number as both languages write it: `1,284`, `−5.6`. `decimals` is the most places that are shown, 0 to 20; how many of them
 * there are is `shownPlaces`. Halves round away from zero, and what rounds to zero has no sign. Throws on NaN and infinities: those
 * are never figures. Written by hand: a phone needs a tenth of a second to get `Intl.NumberFormat` ready, before the first figure is
 * seen.
 */
export function formatValue(value: number, decimals: number, _locale: Locale): string {
  const places = shownPlaces(value, decimals)
  const digits = roundedDigits(Math.abs(value), places)
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',')
  const text = places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`
  return value < 0 && /[1-9]/.test(digits) ? MINUS + text : text
}

/** From this size on a number that goes on behind the point is shown as a whole one; from the other with one place. */
const [NO_PLACES, ONE_PLACE] = [1000, 100]
/** As many places more may be shown of what would else read as nothing, or as all of a hundred. */
const MORE_PLACES = 4

/**
 * How many places of at most `decimals` a number is shown with. One that has no more keeps its own, none of them empty: 1,391,
 * 1,391.5, 88.76. Of others the larger has the fewer; what rounds to a whole number has none. What is not 0 is never shown as 0, nor
 * as 100 what is not.
 */
export function shownPlaces(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`)
  const size = Math.abs(value)
  const own = placesOf(size)
  if (own <= decimals) return own
  const places = size >= NO_PLACES ? 0 : size >= ONE_PLACE ? Math.min(decimals, 1) : decimals
  const isWhole = (at: number) => roundedDigits(size, at).endsWith('0'.repeat(at))
  if (!isWhole(places)) return places
  const rounded = Number(roundedDigits(size, places)) / 10 ** places
  if (decimals === 0 || (rounded !== 0 && rounded !== 100)) return 0
  for (let more = places + 1; more <= places + MORE_PLACES; more++) if (!isWhole(more)) return more
  return 0
}

/** The same as a workbook takes it: `#,##0.0`. */
export function numberFormat(value: number, decimals: number): string {
  const places = shownPlaces(value, decimals)
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`
}

/** How many places a number has as it is written in decimals: 88.76 has two, 1e-7 seven. */
function placesOf(value: number): number {
  const [written, power = '0'] = String(value).split('e')
  return Math.max((written!.split('.')[1] ?? '').length - Number(power), 0)
}

/** The number times ten to the power of `decimals`, rounded as it is written in decimals: 1.005 to two places is 101. */
function roundedDigits(value: number, decimals: number): string {
  const [written, power = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = written!.split('.')
  // Where the point would be, from the left end of the digits.
  const point = whole.length + Number(power) + decimals
  const all = (whole + fraction).padEnd(point, '0')
  const kept = point > 0 ? BigInt(all.slice(0, point)) : 0n
  const next = point < 0 ? '0' : (all[point] ?? '0')
  return String(next >= '5' ? kept + 1n : kept).padStart(decimals + 1, '0')
}

/** A number with its unit: `163 people`, `163人`, `81.3%`, `−5.6 points`; of a unit like `0–1` the number alone. */
export function formatQuantity(value: number, decimals: number, unit: Words, locale: Locale): string {
  const text = formatValue(value, decimals, locale)
  const word = inLocale(unit, locale)
  if (word === '' || isRange(word)) return text
  if (word === '%' || locale === 'ZH') return text + word
  return `${text} ${englishUnit(word, text)}`
}

interface FigureFormat {
  decimals: number
  /** Left out: the number alone. */
  unit?: Words
  /** Where a gap has to fit a narrow cell. The meaning of the symbol must then are beside it. */
  gapAs?: 'word' | 'symbol'
}

/** A figure as people read it. A gap reads as its words or as its symbol, never as 0 or as nothing. */
export function formatFigure(figure: Pick<Figure, 'value' | 'gap'>, format: FigureFormat, locale: Locale): string {
  if (figure.value === null) {
    const gap = gapWords[figure.gap ?? 'NO_RECORDS']
    return format.gapAs === 'symbol' ? gap.symbol : inLocale(gap.word, locale)
  }
  return format.unit
    ? formatQuantity(figure.value, format.decimals, format.unit, locale)
    : formatValue(figure.value, format.decimals, locale)
}

/**
 * The ends of an interval: `68.7–88.9`; where an end is negative, `−1.2 to 3.4` and `−1.2 至 3.4`. `unit`: of both, said once;
 * left out where it is above or beside them.
 */
export function formatInterval(
  interval: Pick<Interval, 'low' | 'high'>,
  decimals: number,
  locale: Locale,
  unit: Words = { zh: '', en: '' },
): string {
  const low = formatValue(interval.low, decimals, locale)
  const high = formatQuantity(interval.high, decimals, unit, locale)
  if (low.startsWith(MINUS) || high.startsWith(MINUS))
    return locale === 'ZH' ? `${low} 至 ${high}` : `${low} to ${high}`
  return `${low}–${high}`
}
