import { InvalidArgumentError } from 'commander'
import { isIsoDate } from '@causeway/shared/day'
import { say } from '../../ground/locale.ts'

/** A day of the command line, YYYY-MM-DD. */
export function parseDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError(say({ zh: '应为 YYYY-MM-DD。', en: 'It must be YYYY-MM-DD.' }))
  return text
}
