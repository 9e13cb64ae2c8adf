import { formatValue } from '@causeway/shared/format-figure'
import type { Locale } from '@causeway/shared/words/words'
import type { GivenValue, LineContent } from './form-query.ts'

/** What stands in a cell of the table: the number, or what reads in its place. */
export function contentText({ value, decimals, shown }: LineContent, locale: Locale): string {
  return value === null ? shown : formatValue(value, decimals, locale)
}

/** A value as somebody wrote it down, with the decimals they gave it. */
export function givenText({ value, text }: Pick<GivenValue, 'value' | 'text'>, locale: Locale): string {
  if (value === null) return text ?? ''
  return formatValue(value, (String(value).split('.')[1] ?? '').length, locale)
}
