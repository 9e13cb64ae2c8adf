import type { Words } from '@causeway/shared/words/words'
import { pinyinOf } from './pinyin.ts'

/** The candidates most like `text`, at most `limit`, best first; none where nothing is near enough to be meant. */
export function findNearest(text: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = fold(text)
  if (wanted === '') return []
  const near: [distance: number, candidate: string][] = []
  for (const candidate of candidates) {
    const other = fold(candidate)
    if (other === '') continue
    const most = mostEdits(wanted, other)
    const contained = wanted.length >= 2 && other.length >= 2 && (other.includes(wanted) || holds(wanted, other))
    const distance = editDistance(wanted, other, most)
    // Whether it says the contrary takes longest to ask, and few are near.
    if ((distance > most && !contained) || changesMeaning(wanted, other)) continue
    near.push([distance <= most ? distance : most + Math.abs(other.length - wanted.length) / 100 + 0.5, candidate])
  }
  near.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))
  return near.slice(0, limit).map(([, candidate]) => candidate)
}

/** Two letters are by chance in many a longer word, as `to` does; two Han characters do not. */
function holds(wanted: string, other: string): boolean {
  const meant = other.length > 2 || other.length * 2 >= wanted.length || /\p{Script=Han}/u.test(other)
  return meant && wanted.includes(other)
}

/** What is on the other side, or the other way round, is near in letters alone: 国内 and 国外, 未获奖 and 获奖. */
const OPPOSITES =
  '内外 出入进 来去往 南北东西中 上下 前后 左右 男女 金银铜 初中高 有无 大小 新旧 开结 始终止 师生 本专 公私'.split(' ')
const NEGATIONS = /[非未无不没免]|^(?:non|not|un|in|im|dis)/u

/** One of two words says the contrary of the other, or names its fellow. */
function changesMeaning(a: string, b: string): boolean {
  if (NEGATIONS.test(a) !== NEGATIONS.test(b)) return true
  return OPPOSITES.some((set) => {
    const [of, other] = [a, b].map((word) => [...word].filter((one) => set.includes(one)).join(''))
    return of !== other && of !== '' && other !== ''
  })
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-–—·.]/g, '')
    .slice(0, 60)
}

// Han words are short: 柬埔赛 for 柬埔寨 is one edit of three; of two the first must be the same, as 派去 for 派出: 性别 is another word
// than 国别. Latin words need more letters in common.
function mostEdits(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  if (HAN.test(a)) return length <= 2 ? Number(length === 2 && a[0] === b[0]) : Math.max(1, Math.floor(length / 3))
  return length <= 2 ? 0 : length <= 5 ? 1 : Math.min(4, Math.floor(length / 3))
}

/** Insertions, deletions, substitutions and swaps of neighbours between two texts; `most + 1` once there are more than `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, beforeLast[j - 2]! + 1)
      row.push(edits)
      least = Math.min(least, edits)
    }
    if (least > most) return most + 1
    beforeLast = last
    last = row
  }
  return last[b.length]!
}

/**
 * What a text is a slip of the pen for, of things that go by names. A word within a word, a word before it or after it makes another
 * name: nothing of the kind is a slip.
 */
export class Spellings {
  readonly #named: [folded: string, of: string][]

  constructor(named: Iterable<[name: string, of: string]>) {
    this.#named = [...named].map(([name, of]) => [fold(name), of])
  }

  /** The one that is meant; undefined where none is so near, or another is nearly as near. */
  findMeant(text: string): string | undefined {
    const most = mostSlips(fold(text), HAN.test(text))
    const [best, next] = [...this.#slipsTo(text)].sort((one, other) => one[1] - other[1])
    if (!best || best[1] > most) return undefined
    return next && next[1] <= best[1] + 1 ? undefined : best[0]
  }

  /** All that are one slip away. */
  findNext(text: string): string[] {
    return [...this.#slipsTo(text)].flatMap(([of, slips]) => (slips <= 1 ? [of] : []))
  }

  /** How far it is from the nearest name of each, as far as that may be a slip. */
  #slipsTo(text: string): Map<string, number> {
    const wanted = fold(text)
    const isHan = HAN.test(wanted)
    const most = mostSlips(wanted, isHan)
    const least = new Map<string, number>()
    if (most === 0) return least
    for (const [name, of] of this.#named) {
      if (Math.abs(name.length - wanted.length) > most + 1 || isHan !== HAN.test(name)) continue
      const slips = slipsBetween(wanted, name, isHan)
      if (slips < (least.get(of) ?? Infinity)) least.set(of, slips)
    }
    return least
  }
}

const HAN = /\p{Script=Han}/u

function mostSlips({ length }: string, isHan: boolean): number {
  if (isHan) return length <= 2 ? 0 : 1
  return length <= 3 ? 0 : length <= 9 ? 1 : 2
}

/** How many slips apart two words are, counted a little beyond the most there may be; Infinity: they differ otherwise than by slips. */
function slipsBetween(wanted: string, other: string, isHan: boolean): number {
  const slips = editDistance(wanted, other, mostSlips(wanted, isHan) + 1)
  if (slips !== 1) return slips
  // 几内亚湾 is a gulf and no slip for 几内亚, 北苏丹 none for 南苏丹.
  if (isHan)
    return wanted.startsWith(other) || wanted.endsWith(other) || changesMeaning(wanted, other) ? Infinity : slips
  if (wanted[0] !== other[0]) return Infinity
  // Of short words one letter makes another: Lagos is not Laos. Two letters swapped, or one twice, are a slip.
  const isShort = wanted.length <= 5
  return isShort && !(sorted(wanted) === sorted(other) || once(wanted) === once(other)) ? Infinity : slips
}

function sorted(word: string): string {
  return [...word].sort().join('')
}

function once(word: string): string {
  return word.replaceAll(/(.)\1/gu, '$1')
}

const MARKS = /[\s'"“”‘’「」『』（）()[\]【】《》〈〉<>·•・.．。_–—-]+/gu
const NUMERALS = /\d+|[零一二两三四五六七八九十百千万]/gu
const SHORTEST_ALIKE = 3

/**
 * Whether two texts are one word in two spellings: marks, blanks, width and case apart; one slip of the pen; Chinese characters that
 * sound alike, as 換 and 换 do. What differs in a number, or says the contrary, is another word.
 */
export function areSpelledAlike(a: string, b: string): boolean {
  const numbersOf = (text: string) => (text.normalize('NFKC').match(NUMERALS) ?? []).join(' ')
  if (numbersOf(a) !== numbersOf(b)) return false
  const [one, other] = [a, b].map((text) => text.normalize('NFKC').toLowerCase().replaceAll(MARKS, '')) as [
    string,
    string,
  ]
  if (one === other) return true
  const shorter = one.length < other.length ? one : other
  const isHan = HAN.test(one)
  if (shorter.length < SHORTEST_ALIKE || isHan !== HAN.test(other) || changesMeaning(one, other)) return false
  if (!isHan) return slipsBetween(one, other, false) <= mostSlips(shorter, false)
  // One character in place of another makes another word, as 学士 and 硕士, unless it sounds like it.
  if (one.length === other.length) return sorted(one) === sorted(other) || soundOf(one) === soundOf(other)
  return shorter.length > SHORTEST_ALIKE && slipsBetween(one, other, true) === 1
}

/** To be said after a sentence without its full stop; empty where nothing is near. */
export function didYouMean(near: readonly string[]): Words {
  if (near.length === 0) return { zh: '', en: '' }
  return { zh: `。是否应为 ${near.join('、')}？`, en: `. Did you mean ${near.join(' or ')}?` }
}

/** Candidates that are spoken as `text` is: who types by sound picks the wrong one of several characters, 太国 for 泰国. */
export function findSoundingAlike(text: string, candidates: Iterable<string>): string[] {
  if (!HAN.test(text) || text.length > 20) return []
  const wanted = soundOf(text.trim())
  return [...candidates].filter((candidate) => HAN.test(candidate) && soundOf(candidate) === wanted)
}

function soundOf(text: string): string {
  return pinyinOf(text).join(' ')
}
