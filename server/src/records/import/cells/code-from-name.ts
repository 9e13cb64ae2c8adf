import { createHash } from 'node:crypto'
import { eachLanguage } from '../../each-language.ts'
import { foldName } from '../../identity/find-code.ts'

const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
/** Of 31 letters each: among 100,000 names two get the same code once in some hundred thousand registers. */
const LENGTH = 10

/** The code that a name is given where a register has none for it: `n-7k2m9qxwab`, the same for the same name. */
export function codeFromName(name: string): string {
  // Of a name in both languages the Chinese one: others write that alone.
  const folded = foldName(eachLanguage(name).zh)
  if (folded === '') return ''
  let rest = BigInt(`0x${createHash('sha256').update(folded).digest('hex')}`)
  let letters = ''
  while (letters.length < LENGTH) {
    letters += LETTERS[Number(rest % 31n)]
    rest /= 31n
  }
  return `n-${letters}`
}
