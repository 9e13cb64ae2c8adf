import type { Words } from './words/words.ts'

/** The category of what is not said; a country that is not known. It is inside no scope and comes last. */
export const UNKNOWN = 'unknown'

export const unknownWords: Words = { zh: '未注明', en: 'unknown' }
