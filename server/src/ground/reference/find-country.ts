import { FOREIGN, UNKNOWN } from '@causeway/shared/unknown'
import { Spellings } from '../nearest.ts'
import { COUNTRIES, countryOf, namesOf } from './countries.ts'
import {
  BY_WORDS,
  DISSOLVED,
  ELSEWHERE,
  inAnyOrder,
  NAMES,
  PLACE_WORDS,
  REGIONS,
  toComparable,
  toWords,
  WORLD_NAMES,
  type NameIndex,
} from './place-names.ts'

/** What a text says where a country is asked for. */
export type Place =
  | { is: 'country'; code: string }
  /** One name that several countries have, or a state that is no more and of which there are several now. */
  | { is: 'shared'; codes: readonly string[] }
  /** The names of several countries. */
  | { is: 'several'; codes: readonly string[] }
  /** A part of the world, a bloc, countries that are not named. */
  | { is: 'region' }

const BY_ALPHA_3 = new Map(COUNTRIES.map(({ alpha3, code }) => [alpha3, code]))
const FORMS = {
  // The longest first: 阿曼苏丹国 is 阿曼.
  zh: PLACE_WORDS.forms.zh.split(' ').sort((a, b) => b.length - a.length),
  adjectives: PLACE_WORDS.forms.zh_adjectives.split(' '),
  others: new Set(toWords(PLACE_WORDS.forms.others)),
  notOf: new Set(PLACE_WORDS.forms.not_of.split(' ')),
}
const PLURALS = { zh: new RegExp(PLACE_WORDS.plurals.zh, 'u'), en: new RegExp(PLACE_WORDS.plurals.en, 'giu') }
/** A name is shorter, and so are those of several countries in a cell. */
const LONGEST = 300
const HAN = /\p{Script=Han}/u
/** Sets countries apart beyond doubt; a bracket holds another name of the one before it. */
const APART = /[、，,;；/|\n\r→>【】[\]()（）]+|\s[-–—]+\s/u
/** May be part of a name too. */
const LINKED = /\s*(?:以及|[和与及&+-]|\b(?:and|und|et)\b)\s*/iu
const AND_OTHERS = /等(?:[^等]{0,8}(?:国|国家|地区|地))?$/u

/**
 * The code of a country that a person wrote: its name in Chinese, English and the other languages of CLDR, official names, two names
 * of the one country, alpha-2 or alpha-3; `unknown` and `foreign` for words that say so. Undefined for anything else.
 */
export function findCountry(text: string): string | undefined {
  const place = readPlace(text)
  return place?.is === 'country' ? place.code : undefined
}

/** What a text says; null: nothing that is known. Nothing is guessed: a slip of the pen is no name. */
export function readPlace(text: string): Place | null {
  if (text.length > LONGEST) return null
  return readOne(text) ?? readRegion(text) ?? readJoined(text)
}

/** The country that a text is a slip of the pen for; undefined where it may be another place, or none. */
export function findMistyped(text: string): string | undefined {
  if (text.length > LONGEST || readPlace(text) !== null || isElsewhere(text)) return undefined
  return (spellings ??= new Spellings(named())).findMeant(text)
}

/** A town, a province or a sea that is written or spoken nearly as a country is. */
export function isElsewhere(text: string): boolean {
  return ELSEWHERE.has(toComparable(text))
}

let spellings: Spellings | undefined

function* named(): Generator<[string, string]> {
  for (const { code } of COUNTRIES)
    for (const language of ['zh', 'en'] as const) for (const name of namesOf(code, language)) yield [name, code]
}

function readOne(text: string): Place | null {
  // Codes to the letter, or `N/A` would be Namibia.
  const code = text.normalize('NFKC').trim().toUpperCase()
  if (countryOf(code)) return { is: 'country', code }
  const byAlpha3 = BY_ALPHA_3.get(code)
  if (byAlpha3 !== undefined) return { is: 'country', code: byAlpha3 }
  const key = toComparable(text)
  return lookUp(NAMES, key) ?? lookUp(DISSOLVED, key) ?? lookUpAbroad(key) ?? readOfficial(text)
}

/**
 * Nigera is Niger in another language, and a slip for Nigeria in English: a name that is nearly that of another country may be either,
 * and is asked about.
 */
function lookUpAbroad(key: string): Place | null {
  const known = knownAbroad.get(key)
  if (known !== undefined) return known
  const found = lookUp(WORLD_NAMES(), key)
  const place = found?.is === 'country' && !HAN.test(key) ? withNext(found.code, key) : found
  if (knownAbroad.size < MOST_KNOWN) knownAbroad.set(key, place)
  return place
}

/** Looking for what is near takes a millisecond, and a file names a country in every row. */
const knownAbroad = new Map<string, Place | null>()
const MOST_KNOWN = 10_000

function withNext(code: string, key: string): Place {
  const others = (spellings ??= new Spellings(named())).findNext(key).filter((other) => other !== code)
  return others.length === 0 ? { is: 'country', code } : { is: 'shared', codes: [code, ...others] }
}

function lookUp(index: NameIndex, key: string): Place | null {
  const codes = index.find(key)
  if (codes.length === 0) return null
  return codes.length === 1 ? { is: 'country', code: codes[0]! } : { is: 'shared', codes }
}

/** A name in another order, written short, or with the words for what kind of state it is. */
function readOfficial(text: string): Place | null {
  if (HAN.test(text)) return readChineseForms(toComparable(text).replace(/(?:国)?籍$/u, ''))
  const words = toWords(text)
  const known = lookUp(BY_WORDS(), inAnyOrder(words))
  if (known) return known
  const bare = words.filter((word) => !FORMS.others.has(word))
  // Cape Verde Islands
  for (const fewer of [bare, bare.filter((word) => word !== 'islands')]) {
    if (fewer.length === words.length) continue
    const found = lookUp(BY_WORDS(), inAnyOrder(fewer)) ?? lookUp(WORLD_NAMES(), toComparable(fewer.join('')))
    if (found) return unlessOther(found)
  }
  return null
}

function readChineseForms(name: string): Place | null {
  const whole = lookUp(NAMES, name)
  if (whole) return whole
  for (const form of FORMS.zh) {
    if (!name.endsWith(form)) continue
    const found = unlessOther(readWithoutAdjectives(name.slice(0, -form.length)))
    if (found) return found
  }
  return null
}

function readWithoutAdjectives(name: string): Place | null {
  const found = lookUp(NAMES, name) ?? lookUp(WORLD_NAMES(), name)
  if (found) return found
  for (const adjective of FORMS.adjectives)
    if (name.length > adjective.length && name.endsWith(adjective)) {
      const bare = readWithoutAdjectives(name.slice(0, -adjective.length))
      if (bare) return bare
    }
  return null
}

/** The Republic of China is not China: of such, a name with another form is left alone. */
function unlessOther(place: Place | null): Place | null {
  return place?.is === 'country' && FORMS.notOf.has(place.code) ? null : place
}

function readRegion(text: string): Place | null {
  const key = toComparable(text)
  if (key === '') return null
  if (REGIONS().has(key)) return { is: 'region' }
  const bare = HAN.test(text) ? withoutPlural(text.trim()) : text.replaceAll(PLURALS.en, ' ')
  const rest = toComparable(bare)
  if (rest === key) return null
  const isOfCountries = rest === '' && /国|countr|nation/i.test(text)
  return isOfCountries || REGIONS().has(rest) ? { is: 'region' } : null
}

function withoutPlural(text: string): string {
  const bare = text.replace(PLURALS.zh, '')
  return bare === text || bare === '' ? bare : withoutPlural(bare)
}

/** Two names of one country are that country; names of two are two. */
function readJoined(text: string): Place | null {
  const others = text.trim().replace(AND_OTHERS, '')
  if (others !== text.trim() && others !== '') {
    const named = readPlace(others)
    if (named?.is === 'country') return { is: 'several', codes: [named.code] }
    if (named) return named
  }
  const apart = partsOf(text, APART)
  if (apart.length > 1) return weigh(apart, false)
  const linked = partsOf(text, HAN.test(text) ? new RegExp(`${LINKED.source}|\\s+`, 'iu') : LINKED)
  if (linked.length > 1) return weigh(linked, true) ?? weighLonger(text)
  // 泰国Thailand
  const scripts = text.match(/[\p{Script=Han}\s]+|[^\p{Script=Han}]+/gu)?.filter((part) => part.trim() !== '') ?? []
  return scripts.length > 1 ? weigh(scripts, true) : null
}

/** Trinidad and Tobago and Laos are two: of what is linked, the longest that is a name is one. */
function weighLonger(text: string): Place | null {
  const pieces = text.split(new RegExp(`(${LINKED.source})`, 'iu'))
  if (pieces.length > MOST_PIECES) return null
  const names: string[] = []
  for (let from = 0; from < pieces.length;) {
    let to = pieces.length
    while (to > from && readOne(pieces.slice(from, to).join('')) === null) to -= 2
    if (to <= from) return null
    names.push(pieces.slice(from, to).join(''))
    from = to + 1
  }
  return names.length > 1 ? weigh(names, true) : null
}

/** Names with the links between them. */
const MOST_PIECES = 21

function partsOf(text: string, by: RegExp): string[] {
  return text.split(by).filter((part) => part.trim() !== '')
}

/** `all`: each part must be the name of a country, or they may be parts of one name. */
function weigh(parts: string[], all: boolean): Place | null {
  // `in` and `is` are codes too, but no names within a text.
  const places = parts.map((part) => (/^\s*\p{Ll}{1,3}\s*$/u.test(part) ? null : readPlace(part)))
  if (all && places.includes(null)) return null
  const codes = [...new Set(places.flatMap((place) => (place?.is === 'country' ? [place.code] : [])))]
  const named = codes.filter((code) => code !== UNKNOWN)
  const several = places.flatMap((place) => (place?.is === 'several' ? place.codes : []))
  if (named.length > 1 || several.length > 0) return { is: 'several', codes: [...new Set([...named, ...several])] }
  if (places.every((place) => place?.is === 'region')) return { is: 'region' }
  const [only] = named
  if (only === undefined) return null
  const fits = (place: Place | null) =>
    (place?.is === 'country' && (place.code === only || only === FOREIGN)) ||
    (place?.is === 'shared' && place.codes.includes(only))
  return places.every(fits) ? { is: 'country', code: only } : null
}
