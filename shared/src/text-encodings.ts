import encodings from './text-encodings.json' with { type: 'json' }

/** Encodings of a text file, by the names that a report says and that may be asked for. The first three show by themselves. */
export const TEXT_ENCODINGS = encodings

export type NamedEncoding = keyof typeof TEXT_ENCODINGS
export const ENCODING_NAMES = Object.keys(TEXT_ENCODINGS) as NamedEncoding[]
