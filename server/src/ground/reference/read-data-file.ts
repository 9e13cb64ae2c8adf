import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** The text of one of the data files beside this one, and what it says. */
export function readDataFile<T>(name: string): { text: string; data: T } {
  const text = readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')
  // Everything stays text: the country code NO is not `false`, a date is not a moment.
  return { text, data: parse(text, { schema: 'failsafe' }) as T }
}

/** How sure we are of data: V seen at the publisher, M on a mirror, C in public code, G general knowledge. */
export type Confidence = 'V' | 'M' | 'C' | 'G'
