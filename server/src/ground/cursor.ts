import { QuestionError } from './question-error.ts'

/** Cursors and ids: base64url of what names the place or the thing. Opaque to those who ask. */
export function toCursor(place: string): string {
  return Buffer.from(place, 'utf8').toString('base64url')
}

export function fromCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8')
}

/** Id of a record over the whole graph and in addresses of pages, from its id `type/institution/key`. */
export function toRecordId(id: string): string {
  return toCursor(`Record:${id}`)
}

/** False for what `toCursor` cannot have made. */
export function isCursor(text: string): boolean {
  const place = fromCursor(text)
  return toCursor(place) === text && !place.includes('\0')
}

/** Of a cursor that is none, or another list's. */
export function badCursor(): QuestionError {
  return new QuestionError('BAD_PAGE', { zh: 'after 不是有效的游标。', en: 'after is no cursor of this connection.' })
}
