import { strToU8 } from 'fflate'
import { MAIN_PART, packWord, relationshipsOf, relsOf, textOfPart, unpackWord, type WordParts } from './word-package.ts'

const NOTES = /^(.*\/)(footnotes|endnotes)$/

/** The library fills the text, headers and footers: footnotes and endnotes with tags are shown to it as headers. */
export function notesAsHeaders(bytes: Buffer): Buffer {
  const parts = unpackWord(bytes)
  const notes = relationshipsOf(parts, MAIN_PART).filter(
    ({ type, target }) => NOTES.test(type) && textOfPart(parts, target).includes('{'),
  )
  if (notes.length === 0) return bytes
  return packWord(withTypes(parts, new Map(notes.map(({ id, type }) => [id, type.replace(NOTES, '$1header')]))))
}

/** As they were: what a part is its content type says. */
export function notesAsNotes(parts: WordParts): WordParts {
  const types = textOfPart(parts, '[Content_Types].xml')
  const shown = relationshipsOf(parts, MAIN_PART).flatMap(({ id, type, target }) => {
    const said = new RegExp(`<Override\\b(?=[^>]*PartName="/${target}")[^>]*\\.(footnotes|endnotes)\\+xml"`).exec(types)
    return said && type.endsWith('/header') ? [[id, type.replace(/header$/, said[1]!)] as const] : []
  })
  return shown.length === 0 ? parts : withTypes(parts, new Map(shown))
}

/** @param types by the ids of relationships of the text */
function withTypes(parts: WordParts, types: ReadonlyMap<string, string>): WordParts {
  const rels = textOfPart(parts, relsOf(MAIN_PART)).replaceAll(/<Relationship\b[^>]*>/g, (written) => {
    const type = types.get(/\bId\s*=\s*["']([^"']*)["']/.exec(written)?.[1] ?? '')
    return type === undefined ? written : written.replace(/(\bType\s*=\s*["'])[^"']*/, `$1${type}`)
  })
  return { ...parts, [relsOf(MAIN_PART)]: strToU8(rels) }
}
