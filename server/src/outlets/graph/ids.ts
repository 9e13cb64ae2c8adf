import { fromCursor, isCursor, toCursor } from '../../ground/cursor.ts'
import { QuestionError } from '../../ground/question-error.ts'

/** `type/institution/key` of a record, from its id over the whole graph. Throws `BAD_ID`. */
export function readRecordId(id: string): string {
  return readId(id, 'Record')
}

/** The id of a record over the whole graph, as `node` takes it. */
export function writeRecordId(id: string): string {
  return toCursor(`Record:${id}`)
}

/** Id of a batch, from its id over the whole graph or as the command line names it. Throws `BAD_ID`. */
export function readBatchId(id: string): string {
  return /^\d{8}-[a-z0-9]{1,20}$/.test(id) ? id : readId(id, 'Batch')
}

function readId(id: string, type: string): string {
  const text = isCursor(id) ? fromCursor(id) : ''
  if (text.startsWith(`${type}:`)) return text.slice(type.length + 1)
  throw new QuestionError('BAD_ID', {
    zh: '这不是有效的 id。',
    en: `This is no id of a ${type}.`,
    facts: { types: [type] },
  })
}
