import { createHash } from 'node:crypto'
import { remember } from '../../../ground/kept.ts'
import { eachLanguage } from '../../each-language.ts'
import { foldName } from '../../identity/find-code.ts'
import { readPartialDate } from './partial-date.ts'

const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
/** Of 31 letters each: among 100,000 names two get the same code once in some hundred thousand registers. */
const LENGTH = 10

/** The code that a name is given where a register has none for it: `n-7k2m9qxwab`, the same for the same name. */
export function codeFromName(name: string): string {
  return codeOf(foldText(name))
}

/** Returns the code made from the cells that identify a row, the same for other spellings of the same names and days. */
export function codeFromParts(parts: readonly string[]): string {
  const folded = parts.map(foldPart)
  return folded.every((part) => part === '') ? '' : codeOf(folded.join('\n'))
}

const foldPart = remember((text: string): string => {
  const date = readPartialDate(text)
  const isDate = typeof date === 'object' && 'year' in date
  return isDate ? [date.year, date.month, date.day].filter(Boolean).join('-') : foldText(text)
})

/** Returns the Chinese part of a name in both languages: other lists write that part alone. */
function foldText(text: string): string {
  return foldName(eachLanguage(text).zh)
}

function codeOf(folded: string): string {
  if (folded === '') return ''
  let rest = BigInt(`0x${createHash('sha256').update(folded).digest('hex')}`)
  let letters = ''
  while (letters.length < LENGTH) {
    letters += LETTERS[Number(rest % 31n)]
    rest /= 31n
  }
  return `n-${letters}`
}
