import { strToU8 } from 'fflate'
import { escapeXml } from '../shipped/xml.ts'
import type { Stamp } from './write-controls.ts'
import { declareType, MAIN_PART, relate, relationshipsOf, textOfPart, type WordParts } from './word-package.ts'
import type { Edit, XmlElement } from './xml-places.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${W}"></w:comments>`

/** Puts a comment beside an element of a paragraph. @returns what it needs in the text; the comment itself is in `parts` */
export function addComment(parts: WordParts, { start, end }: XmlElement, text: string, stamp: Stamp): Edit[] {
  const known = relationshipsOf(parts, MAIN_PART).find(({ type }) => type.endsWith('/comments'))?.target
  const name = known && parts[known] ? known : 'word/comments.xml'
  const before = (parts[name] ? textOfPart(parts, name) : EMPTY).replace(
    /<w:comments\b([^>]*)\/>\s*$/,
    '<w:comments$1></w:comments>',
  )
  const ids = [...before.matchAll(/<w:comment\b[^>]*\bw:id="(\d+)"/g)].map(([, id]) => Number(id))
  const id = Math.max(-1, ...ids) + 1
  const comment = `<w:comment w:id="${id}" w:author="${escapeXml(stamp.author)}" w:date="${stamp.date}"><w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p></w:comment>`
  parts[name] = strToU8(before.replace(/<\/w:comments>\s*$/, () => `${comment}</w:comments>`))
  relate(parts, MAIN_PART, 'comments', name)
  declareType(parts, name, TYPE)
  return [
    { start, end: start, text: `<w:commentRangeStart w:id="${id}"/>` },
    {
      ...{ start: end, end },
      text: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
    },
  ]
}
