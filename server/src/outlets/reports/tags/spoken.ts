import { dimensionWords } from '@causeway/shared/words/terms'
import { COUNTRIES, namesOf } from '../../../ground/reference/countries.ts'
import { findNearest } from '../../../ground/nearest.ts'
import { once } from '../../../ground/once.ts'
import SPOKEN from './spoken.json' with { type: 'json' }

/** The Chinese words of a part of the language of tags, by its English word. */
export type Vocabulary = Record<string, readonly string[]>

export const {
  facts: FACT_WORDS,
  facets,
  choices,
  modifiers,
  keys,
  tests,
  starts,
  inside,
  looks,
  more: comparisons,
} = SPOKEN satisfies Record<string, Vocabulary>

const MEANT = new Map<string, readonly string[]>(Object.entries(SPOKEN.meant))

/** What may have been meant by a word that is near no other. */
export function meantBy(said: string): readonly string[] {
  const [, of = '', value = ''] = /^(.+?)[为是](.+)$/.exec(said) ?? []
  if (isCountry(said)) return [`国家=${said}`]
  if (isDimension(of)) return [`${of}=${value}`]
  if (isDimension(said)) return [`按${said}`]
  if (said.startsWith('和') && isDimension(said.slice(1))) return [`再按${said.slice(1)}`]
  const year = /\d{4}/.exec(said)?.[0] ?? '2020'
  const words = MEANT.get(said.replace(/\d+年?$/, '')) ?? []
  return words.map((word) => word.replace('2020', year))
}

const LANGUAGE = [SPOKEN.starts, SPOKEN.facts, SPOKEN.inside].flatMap((one: Vocabulary) => [
  ...Object.keys(one),
  ...Object.values(one).flat(),
])

/** Returns the words a tag may begin with that a misspelt one is nearest to, best first: table for tabel, 表格 for 表个. */
export function nearestWords(said: string): string[] {
  return findNearest(said, LANGUAGE).filter((word) => Math.abs(word.length - said.length) <= 2)
}

const NUMERALS = '一二三四五六七八九'

/** Up to 99. */
function digitsOf(numeral: string): string {
  const [tens, ones] = numeral.replace('两', '二').split('十')
  const digit = (of: string) => (of === '' ? 0 : NUMERALS.indexOf(of) + 1)
  return String(ones === undefined ? digit(tens!) : (digit(tens!) || 1) * 10 + digit(ones))
}

/**
 * Word's full-width letters and spaces, and its non-breaking ones, are the plain ones; 近五年 is 近5年; 按大小 is an order and no
 * dimension; Chinese has no blanks beside a code.
 */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(
      /(?<=[近前上])([一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])(?=[年个名位列及其. ]|$)/g,
      digitsOf,
    )
    .replaceAll(/按(?:大小|多少|人数)(?:排序|排列)?(?=$|[. ])/g, '从大到小')
    .replaceAll(/^(\p{Script=Han}+)(?=[A-Za-z]{2}\d{2})/gu, '$1 ')
    .replaceAll(/(?<=^|\s)([A-Za-z]{2}\d{2})(?=\p{Script=Han})/gu, '$1 ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The English word of one that is written in either language; as it is where it is none. */
export function wordOf(said: string, ...of: readonly Vocabulary[]): string {
  const word = said.toLowerCase()
  for (const vocabulary of of)
    for (const [english, chinese] of Object.entries(vocabulary)) if (chinese.includes(word)) return english
  return word
}

const PHRASES = /\b(top|by|across|since|against|years|more|less)(?: than)?(?: ?= ?| )(?=[^\s.=])/gi

const CHINESE_PHRASES = new RegExp(
  `(?<=^|[ .])(${Object.values(SPOKEN.more).flat().join('|')}|再按|按|对比|自|近|前) (?=[^\\s.=])`,
  'g',
)

/** With what belongs to a word joined to it, and what does not apart: `top 5` is top=5, 按国家前5 is 按国家 and 前5. */
export const joined = (name: string) =>
  name
    .replaceAll(PHRASES, '$1=')
    .replaceAll(CHINESE_PHRASES, '$1')
    .replaceAll(byDimension(dimensionWords), '$1 ')
    .replaceAll(/(?<=\p{Script=Han} )(前\d+[个名位]?)(?=\p{Script=Han})/gu, '$1 ')

/** A tag in pieces: `EX02.by=country top 5` is EX02, by=country, top=5. A point before a digit is of a number. */
export function piecesOf(name: string): string[] {
  return joined(name)
    .split(/\.(?!\d)|\s+/)
    .filter(Boolean)
}

/** A modifier with a value, in English: 前5 is top=5, 按国家 is by=country; null: it has none. */
export function keyAndValue(piece: string): { key: string; value: string } | null {
  const equals = piece.indexOf('=')
  if (equals > 0) {
    const key = piece.slice(0, equals)
    const english = wordOf(key, keys, dimensions())
    return toKey(english === 'order' ? 'size-order' : english, piece.slice(equals + 1))
  }
  for (const [key, chinese] of Object.entries(keys))
    for (const word of chinese)
      if (piece.length > word.length && piece.startsWith(word)) return toKey(key, piece.slice(word.length))
  const [, top] = /^top(\d+)$/i.exec(piece) ?? []
  return top === undefined ? null : { key: 'top', value: top }
}

function toKey(key: string, value: string): { key: string; value: string } {
  if (key === 'by' || key === 'across') return { key, value: wordOf(value, dimensions()) }
  if (key === 'country') return { key, value: value.split(/[,、]/).map(countryCode).join(',') }
  return { key, value: /^\d/.test(value) ? value.replace(/[年个名位]$/, '') : value.replaceAll('、', ',') }
}

/** Dimensions by what they are called, with and without what is in brackets. */
const dimensions = (): Vocabulary => namesOfDimensions(dimensionWords)
const namesOfDimensions = once((words: typeof dimensionWords): Vocabulary =>
  Object.fromEntries(
    Object.entries(words).map(([id, { zh }]) => [id, [tidy(zh), tidy(zh).replaceAll(/\(.*?\)/g, '')]]),
  ),
)

/** 按 with a dimension, and something right after it. */
const byDimension = once((words: typeof dimensionWords) => {
  const names = Object.values(namesOfDimensions(words)).flat()
  const longest = names.toSorted((a, b) => b.length - a.length).map((one) => one.replaceAll(/[()]/g, '\\$&'))
  return new RegExp(`(按(?:${longest.join('|')}))(?=[\\p{Script=Han}])`, 'gu')
})

const isDimension = (said: string) => Object.values(dimensions()).some((names) => names.includes(said))

const isCountry = (said: string) => countriesByName(COUNTRIES).has(said.trim().toLowerCase())

function countryCode(said: string): string {
  return countriesByName(COUNTRIES).get(said.trim().toLowerCase()) ?? said.trim()
}

const countriesByName = once(
  (countries: typeof COUNTRIES) =>
    new Map(
      countries.flatMap(({ code }) =>
        (['zh', 'en'] as const).flatMap((language) =>
          namesOf(code, language).map((name) => [name.toLowerCase(), code] as const),
        ),
      ),
    ),
)
