import type { Database } from '../../ground/database/database.ts'
import { findStandards, unknownStandard, type Standard } from './standard.ts'

/**
 * A standard as people write it, `STANDARD` or `STANDARD@VERSION`; a code that itself holds an @ is found first.
 * @throws QuestionError UNKNOWN_STANDARD
 */
export async function readStandardAddress(
  database: Database,
  institution: string,
  text: string,
  on: string,
): Promise<{ standard: Standard; version: string | null }> {
  const at = text.lastIndexOf('@')
  const code = at < 0 ? text : text.slice(0, at)
  const found = await findStandards(database, institution, [...new Set([text, code])], on)
  const whole = found.get(text)
  if (whole) return { standard: whole, version: null }
  const standard = found.get(code)
  if (!standard) throw await unknownStandard(database, institution, code)
  return { standard, version: text.slice(at + 1) || null }
}
