import type { Words } from './words/words.ts'

/** The category of what is not said; a country that is not known. It is inside no scope and comes last. */
export const UNKNOWN = 'unknown'

export const unknownWords: Words = { zh: '未注明', en: 'unknown' }

/**
 * The value of a country field that says no more than abroad: inside both scopes, in no continent and no bloc, and no value where
 * countries are counted. It comes last but for what is unknown (contract.md, Record types, fields, keys).
 */
export const FOREIGN = 'foreign'

export const foreignWords: Words = { zh: '国外（国别不详）', en: 'Foreign, country not known' }

/** Of the categories of a dimension: does it name no thing that has a page, or a size beside others? */
export function namesNothing(dimension: string, key: string | null | undefined): boolean {
  return key === UNKNOWN || isForeign(dimension, key)
}

/** Where one comes among those that are ordered by size: at the end what names nothing, the unknown last of all. */
export function placeAtEnd(dimension: string, key: string | null | undefined): 0 | 1 | 2 {
  return key === UNKNOWN ? 2 : isForeign(dimension, key) ? 1 : 0
}

/** The key is one of a country alone: an employer may be `foreign` too. */
function isForeign(dimension: string, key: string | null | undefined): boolean {
  return dimension === 'country' && key === FOREIGN
}
