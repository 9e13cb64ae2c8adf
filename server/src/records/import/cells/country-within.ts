import { FOREIGN, UNKNOWN } from '@causeway/shared/unknown'
import { findCountry, readPlace } from '../../../ground/reference/find-country.ts'

const LONGEST_COUNTRY = 12
/** 刚果（金）, and not 刚果（金. */
const WHOLE = /^[^（()）]+(?:[（(][^（()）]*[）)])?$/u
const HAN = /\p{Script=Han}/u
const LETTER = /[\p{Script=Latin}\d]/u
/** Shorter names are in words that say something else. */
const LEAST_LATIN = 4
/** The own country, and 国外, which is said of whatever went abroad. */
const NO_COUNTRY = ['CN', FOREIGN, UNKNOWN]
const [LATIN_END, LATIN_START] = [/\p{Script=Latin}$/u, /^\p{Script=Latin}/u]

/** The name of the country that a text begins with, the longest that it may be; null: none. */
export function countryAtStart(text: string): string | null {
  for (let length = Math.min(text.length, LONGEST_COUNTRY); length >= 2; length--) {
    const start = text.slice(0, length)
    // Mary is nobody from Morocco.
    if (LATIN_END.test(start) && LATIN_START.test(text.slice(length))) continue
    if (WHOLE.test(start) && readPlace(start)?.is === 'country') return start
  }
  return null
}

/** What follows the country, without brackets around it and without 等3所; empty: the text is a country, or nothing. */
export function restAfterCountry(text: string): string {
  const rest = text.slice(countryAtStart(text)?.length ?? 0).trim()
  return rest.replace(/^[（(](.+)[）)]$/u, '$1').replace(/等\s*\d+\s*[所家个]$/u, '')
}

/** Where a text names a country among other words, the first; null: nowhere. */
export function countryWithin(text: string): { from: number; to: number } | null {
  for (let from = 0; from < text.length; from++) {
    // Nothing begins within a word, and most places are within one.
    if (isWithinWord(text, from)) continue
    const name = countryAtStart(text.slice(from))
    if (name === null || isWithinWord(text, from + name.length) || NO_COUNTRY.includes(findCountry(name)!)) continue
    if (HAN.test(name) || name.length >= LEAST_LATIN) return { from, to: from + name.length }
  }
  return null
}

/** HSK is no part of HSKK. */
export function isWhole(text: string, from: number, to: number): boolean {
  return !isWithinWord(text, from) && !isWithinWord(text, to)
}

function isWithinWord(text: string, at: number): boolean {
  const [before, after] = [text[at - 1], text[at]]
  return (
    before !== undefined &&
    after !== undefined &&
    LETTER.test(before) &&
    LETTER.test(after) &&
    /\d/.test(before) === /\d/.test(after)
  )
}
