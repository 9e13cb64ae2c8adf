import { formatValue } from '@causeway/shared/format-figure'
import type { Locale } from '@causeway/shared/words/words'
import type { FormLineFacts, GivenValue, LineContent } from '../../graph/generated.ts'

/** What stands in a cell of the table: the number, or what reads in its place. */
export function contentText({ value, decimals, shown }: LineContent, locale: Locale): string {
  return value === null ? shown : formatValue(value, decimals, locale)
}

/** A value as somebody wrote it down, with the decimals they gave it. */
export function givenText({ value, text }: Pick<GivenValue, 'value' | 'text'>, locale: Locale): string {
  if (value === null) return text ?? ''
  return formatValue(value, (String(value).split('.')[1] ?? '').length, locale)
}

/** The period of a line that has another than the table: a cohort, a day. Null: it has the same, or no figure of its own. */
export function ownPeriodOf({ figure }: Pick<FormLineFacts, 'figure'>, period: string): string | null {
  return figure && figure.period.label !== period ? figure.period.label : null
}
