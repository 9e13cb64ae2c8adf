import { expect, test } from 'vitest'
import { toFault } from '../../../web/src/graph/fault.ts'

const WORDS = { zh: '原因', en: 'why' }
const answered = (code: string) => {
  const error = { message: 'x', extensions: { code, messages: WORDS, requestId: 'r-1' } }
  return { graphQLErrors: [error] } as unknown as Parameters<typeof toFault>[0]
}

test('a question that is refused says why, and is not asked again', () => {
  expect(toFault(answered('UNKNOWN_CATEGORY'), false)).toMatchObject({ kind: 'question', message: 'why' })
  expect(toFault(answered('UNKNOWN_CATEGORY'), true)).toMatchObject({ kind: 'question', message: '原因' })
})

test('a full disk is no fault of the question: it is said in words, and may be tried again', () => {
  expect(toFault(answered('DISK_FULL'), false)).toEqual({
    kind: 'broken',
    code: 'DISK_FULL',
    message: 'why',
    nearest: undefined,
    requestId: 'r-1',
  })
  expect(toFault(answered('DISK_FULL'), true).message).toBe('原因')
})

test('what nobody expected has no words of the server', () => {
  expect(toFault(answered('INTERNAL'), false)).toMatchObject({ kind: 'broken', message: null, requestId: 'r-1' })
})
