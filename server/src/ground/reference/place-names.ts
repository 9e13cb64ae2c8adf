import { FOREIGN, foreignWords, UNKNOWN, unknownWords } from '@causeway/shared/unknown'
import { kept } from '../kept.ts'
import { BLOCS } from './blocs.ts'
import { COUNTRIES, listedNames, namesOf } from './countries.ts'
import { readShipped } from '../shipped-yaml.ts'

interface PlaceWords {
  foreign: string[]
  unknown: string[]
  regions: { zh: string[]; en: string[] }
  plurals: { zh: string; en: string }
  dissolved: { until: string; now: string; names: string[] }[]
  forms: { zh: string; zh_adjectives: string; others: string; not_of: string }
  short: Record<string, string>
  small: string
  elsewhere: string[]
}

export const PLACE_WORDS = readShipped<PlaceWords>(import.meta.dirname, 'data/place-words.yaml').data

/** CLDR has the names of countries in all of them: what colleges here, their neighbours and the schools of Erasmus write. */
export const LANGUAGES =
  'zh zh-Hant zh-Hant-HK en fr de es pt it nl pl cs sk hu ro bg el hr sl sr lt lv et fi sv da nb tr ru uk kk ar vi th id ja ko'.split(
    ' ',
  )
/** UN M49, and the unions that CLDR names. */
const M49 =
  '001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 202 419 EU EZ UN QO'

/** Case, width, accents, spaces and punctuation do not tell two places apart. */
export function toComparable(name: string): string {
  return toPlain(name)
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

function toPlain(name: string): string {
  // Nothing below finds anything in plain letters, which most names are written in.
  if (/^[ -~]*$/.test(name)) return name.toLowerCase()
  return (
    name
      .normalize('NFKD')
      .toLowerCase()
      // Of Latin, Greek and Cyrillic letters alone: in Khmer or Burmese such a mark is a vowel.
      .replaceAll(/[\u0300-\u036f]/g, '')
      .replaceAll('ı', 'i')
      .replaceAll('ø', 'o')
      .replaceAll('ł', 'l')
      .replaceAll('đ', 'd')
  )
}

const SMALL = new Set(PLACE_WORDS.small.split(' '))

/** The words of a name, small ones left out and short ones in full: `Congo, Dem. Rep.` is congo, democratic, republic. */
export function toWords(name: string): string[] {
  return toPlain(name)
    .replaceAll(/['’‘`´]/g, '')
    .replaceAll(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => PLACE_WORDS.short[word] ?? word)
    .filter((word) => word !== '' && !SMALL.has(word))
}

export function inAnyOrder(words: readonly string[]): string {
  return words.toSorted().join(' ')
}

/** One who has a name, or all who share it: what a name means. */
export class NameIndex {
  readonly #owners = new Map<string, string[]>()

  add(key: string, code: string): void {
    if (key === '') return
    const owners = kept(this.#owners, key, () => [])
    if (!owners.includes(code)) owners.push(code)
  }

  /** Codes of those that go by it; none: no such name. */
  find(key: string): readonly string[] {
    return this.#owners.get(key) ?? []
  }
}

/** Names in our list and in i18n-iso-countries, and the words that say foreign or unknown. */
export const NAMES = new NameIndex()
for (const { code } of COUNTRIES)
  for (const name of [...namesOf(code, 'zh'), ...namesOf(code, 'en')]) NAMES.add(toComparable(name), code)
for (const [code, words, lists] of [
  [FOREIGN, foreignWords, PLACE_WORDS.foreign],
  [UNKNOWN, unknownWords, PLACE_WORDS.unknown],
] as const)
  for (const name of [code, words.zh, words.en, ...lists.flatMap(split)]) NAMES.add(toComparable(name), code)

/** The same by their words: only for Latin ones, and CLDR's English names among them. */
export const BY_WORDS = once(() => {
  const index = new NameIndex()
  for (const { code } of COUNTRIES)
    for (const name of [...namesOf(code, 'en'), ...cldrNames('en', code)]) index.add(inAnyOrder(toWords(name)), code)
  return index
})

/** The names of CLDR and of i18n-iso-countries in every language. */
export const WORLD_NAMES = once(() => {
  const index = new NameIndex()
  for (const language of LANGUAGES) {
    const listed = listedNames(language)
    for (const { code } of COUNTRIES)
      for (const name of [...cldrNames(language, code), ...[listed[code] ?? []].flat().filter(isNoRegion)])
        if (!isAbbreviation(name)) index.add(toComparable(name), code)
  }
  return index
})

/** States that are no more: what is there now. */
export const DISSOLVED = new NameIndex()
for (const { names, now } of PLACE_WORDS.dissolved)
  for (const name of names) for (const code of now.split(' ')) DISSOLVED.add(toComparable(name), code)

/** Parts of the world and groups of countries, by name. */
export const REGIONS = once(() => {
  const names = [...PLACE_WORDS.regions.zh, ...PLACE_WORDS.regions.en].flatMap(split)
  for (const { name } of BLOCS) names.push(name.zh, name.en)
  for (const language of LANGUAGES) for (const code of M49.split(' ')) names.push(...cldrNames(language, code))
  return new Set(names.map(toComparable))
})

/** Towns and provinces that are written nearly as a country is. */
export const ELSEWHERE = new Set(PLACE_WORDS.elsewhere.flatMap(split).map(toComparable))

/** Južna Afrika is the south of Africa to one, and South Africa to the other. */
function isNoRegion(name: string): boolean {
  return !REGIONS().has(toComparable(name))
}

/** É.-U. is the United States to the French, and EU the Union to everybody else. */
function isAbbreviation(name: string): boolean {
  return /^[\p{Lu}\s.-]+$/u.test(name) && /^\p{Script=Latin}{1,2}$/u.test(toComparable(name))
}

/** Chinese words are set apart by blanks, others, which hold blanks, by commas. */
function split(line: string): string[] {
  return line.split(/\p{Script=Han}/u.test(line) ? ' ' : ', ')
}

const displays = new Map<string, Intl.DisplayNames[]>()

/** The long and the short name; none where CLDR has none. */
function cldrNames(language: string, code: string): string[] {
  const styles = kept(displays, language, () =>
    (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' }),
    ),
  )
  return styles.flatMap((style) => style.of(code) ?? [])
}

/** Made where it is first asked for: most cells are a name of our own list. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
