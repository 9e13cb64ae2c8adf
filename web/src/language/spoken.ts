import type { Words } from '@causeway/shared/words/words'

/** A text that the server already said in the reader's language, where both languages are wanted. */
export function spoken(text: string): Words {
  return { zh: text, en: text }
}
