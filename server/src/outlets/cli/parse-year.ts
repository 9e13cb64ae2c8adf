import { InvalidArgumentError } from 'commander'
import { say } from '../../ground/locale.ts'

/** A year of the command line. */
export function parseYear(text: string): number {
  if (!/^\d{4}$/.test(text))
    throw new InvalidArgumentError(say({ zh: '应为四位年份。', en: 'It must be a year of four digits.' }))
  return Number(text)
}
