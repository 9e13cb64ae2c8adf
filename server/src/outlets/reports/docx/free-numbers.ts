import { FIRST_NUMBER } from './control-markup.ts'
import { TEXT_PARTS } from './find-controls.ts'
import { textOfPart, type WordParts } from './word-package.ts'

/** Numbers that nothing in a document has yet. */
export interface FreeNumbers {
  /** The next control, as `ControlFacts` counts them. */
  control: () => number
  /** The next id of a tracked change or a bookmark. */
  mark: () => number
}

export function freeNumbers(parts: WordParts): FreeNumbers {
  const xml = Object.keys(parts).flatMap((name) => (TEXT_PARTS.test(name) ? [textOfPart(parts, name)] : []))
  const last = (pattern: RegExp) =>
    Math.max(0, ...xml.flatMap((text) => [...text.matchAll(pattern)].map(([, id]) => Number(id))))
  let control = Math.max(0, last(/<w:id w:val="(\d+)"/g) - FIRST_NUMBER)
  let mark = last(/\bw:id="(\d+)"/g)
  return { control: () => ++control, mark: () => ++mark }
}
