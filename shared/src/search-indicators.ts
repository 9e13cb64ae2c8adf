import type { Words } from './words/words.ts'

/** What an indicator is found by. */
export interface Searchable {
  id: string
  code: string
  name: Words
  /** Its Chinese name spelt, a syllable for each character; what is no Chinese character is as it is. */
  pinyin: readonly string[]
  /** The wording of the official lines that it feeds. */
  lines?: readonly Words[]
  definition?: Words
}

/** Where the words that were typed stand: the first place of each counts, and the least telling of these the whole. */
export type FoundIn = 'code' | 'name' | 'line' | 'definition'

/** From a character to before another. */
export type Stretch = readonly [from: number, to: number]

export interface Match {
  in: FoundIn
  /** Stretches of the two names to show, in order and apart. */
  name: { zh: Stretch[]; en: Stretch[] }
  /** The wording of the line that was found. */
  line: Words | null
}

const TELLING: readonly FoundIn[] = ['code', 'name', 'line', 'definition']

/**
 * Every word that was typed is looked for: in the code and id, the name in both languages, the name's pinyin, in full (laihua) or
 * by initials (lh) or mixed, the wording of official lines, the definition. Null: one of them is nowhere.
 */
export function findMatch(it: Searchable, typed: string): Match | null {
  const name = { zh: [] as Stretch[], en: [] as Stretch[] }
  let worst = 0
  let line: Words | null = null
  for (const word of wordsOf(typed)) {
    const found = findWord(it, word)
    if (!found) return null
    worst = Math.max(worst, TELLING.indexOf(found.in))
    name.zh.push(...found.name.zh)
    name.en.push(...found.name.en)
    line ??= found.line
  }
  return { in: TELLING[worst]!, name: { zh: joined(name.zh), en: joined(name.en) }, line }
}

/** Those that match, the most telling first, else in their order. */
export function searchIndicators<It extends Searchable>(
  list: readonly It[],
  typed: string,
): { it: It; match: Match }[] {
  return list
    .flatMap((it) => {
      const match = findMatch(it, typed)
      return match ? [{ it, match }] : []
    })
    .toSorted((a, b) => TELLING.indexOf(a.match.in) - TELLING.indexOf(b.match.in))
}

function wordsOf(typed: string): string[] {
  return fold(typed).split(/\s+/).filter(Boolean)
}

function findWord(it: Searchable, word: string): Match | null {
  const zh = stretchesOf(it.name.zh, word)
  const en = stretchesOf(it.name.en, word)
  const inCode = fold(it.code).includes(word) || fold(it.id).includes(word)
  if (inCode || zh.length + en.length > 0) return { in: inCode ? 'code' : 'name', name: { zh, en }, line: null }
  const spelt = findSpelt(it, word)
  if (spelt) return { in: 'name', name: { zh: [spelt], en: [] }, line: null }
  const nowhere = { zh: [], en: [] }
  const line = it.lines?.find((one) => holds(one, word))
  if (line) return { in: 'line', name: nowhere, line }
  return it.definition && holds(it.definition, word) ? { in: 'definition', name: nowhere, line: null } : null
}

function holds({ zh, en }: Words, word: string): boolean {
  return fold(zh).includes(word) || fold(en).includes(word)
}

/** Where the name's pinyin begins to read as what was typed: whole syllables or their first letters, the last one as far as it was typed. */
function findSpelt({ name, pinyin }: Searchable, word: string): Stretch | null {
  const letters = word.replaceAll(/['’]/g, '').replaceAll('ü', 'v')
  if (!/^[a-z]+$/.test(letters)) return null
  const starts = charactersOf(name.zh)
  for (let at = 0; at < pinyin.length; at++) {
    if (!isSyllable(pinyin[at]!)) continue
    const end = read(pinyin, at, letters)
    if (end !== null) return [starts[at]!, starts[end] ?? name.zh.length]
  }
  return null
}

/** The character before which the letters end; null: they do not read so from here. */
function read(pinyin: readonly string[], at: number, letters: string): number | null {
  if (letters === '') return at
  const syllable = pinyin[at]
  if (syllable === undefined) return null
  // Brackets and quotation marks are not typed.
  if (!/[a-z\d]/i.test(syllable)) return read(pinyin, at + 1, letters)
  const typed = fold(syllable)
  if (typed.startsWith(letters)) return at + 1
  const whole = letters.startsWith(typed) ? read(pinyin, at + 1, letters.slice(typed.length)) : null
  if (whole !== null || !isSyllable(syllable)) return whole
  // Of zh, ch and sh people type one letter or both.
  const initials = [/^[zcs]h/.exec(typed)?.[0], typed[0]!]
  for (const initial of initials) {
    if (!initial || !letters.startsWith(initial)) continue
    const end = read(pinyin, at + 1, letters.slice(initial.length))
    if (end !== null) return end
  }
  return null
}

function isSyllable(text: string): boolean {
  return /^[a-z]+$/.test(text)
}

/** Where each character of a text begins. */
function charactersOf(text: string): number[] {
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    starts.push(at)
    at += character.length
  }
  return starts
}

function stretchesOf(text: string, word: string): Stretch[] {
  const folded = fold(text)
  // A text that folding makes longer or shorter is found and not marked.
  if (folded.length !== text.length) return folded.includes(word) ? [[0, 0]] : []
  const stretches: Stretch[] = []
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
    stretches.push([at, at + word.length])
  return stretches
}

function joined(stretches: Stretch[]): Stretch[] {
  const apart: [number, number][] = []
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else if (to > from) apart.push([from, to])
  }
  return apart
}

/** Small letters; a bracket typed in Chinese is one typed in English. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
