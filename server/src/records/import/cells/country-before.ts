import { readPlace } from '../../../ground/reference/find-country.ts'

const LONGEST_COUNTRY = 12
/** 刚果（金）, and not 刚果（金. */
const WHOLE = /^[^（()）]+(?:[（(][^（()）]*[）)])?$/u
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
