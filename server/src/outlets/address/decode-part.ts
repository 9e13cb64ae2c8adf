import { QuestionError } from '../../ground/question-error.ts'

/** A part of a path as it is meant. @throws QuestionError BAD_REQUEST where it is no text. */
export function decodePart(text: string): string {
  try {
    const decoded = decodeURIComponent(text)
    if (!decoded.includes('\0')) return decoded
  } catch {
    // Falls through to the refusal.
  }
  throw new QuestionError('BAD_REQUEST', {
    zh: '地址中有无法读取的字符。',
    en: 'The address holds characters that cannot be read.',
  })
}
