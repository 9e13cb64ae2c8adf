import { formatValue } from '@causeway/shared/format-figure'
import type { Locale } from '@causeway/shared/words/words'
import type {
  FormLineFacts,
  GivenValue,
  LineContent,
  FormIndicator as IndicatorName,
  FormEditionFacts,
} from '../../graph/generated.ts'
import type { Address } from '../../address/address.tsx'

/** Is it the edition of the report whose period begins in the year? */
export function takesYear({ from, to, yearOffset }: FormEditionFacts, year: number): boolean {
  return from <= year + yearOffset && (to === null || year + yearOffset <= to)
}

/** The indicators behind a line: also where its value is withheld, so that one can read what is counted. */
export function indicatorsOf({ indicators, line }: FormLineFacts): IndicatorName[] {
  if (indicators.length > 0) return indicators
  return line.indicator ? [line.indicator] : []
}

/** What an indicator's page is shown with, so that it has the number of the line. */
export function viewOf({ line: { basis, scope, yearOffset } }: FormLineFacts, year: number) {
  return { basis, scope, year: year + yearOffset }
}

/** The answer card of the line's number; null: it has none, or is made from two. */
export function cardOf(address: Address, line: FormLineFacts, year: number): string | null {
  const { indicator } = line.line
  if (!indicator || line.source !== 'COMPUTED') return null
  return address.to({ page: 'answer', id: indicator.id }, viewOf(line, year))
}

/** What is in a cell of the table: the number, or what reads in its place. */
export function contentText({ value, decimals, shown }: LineContent, locale: Locale): string {
  return value === null ? shown : formatValue(value, decimals, locale)
}

/** A value as somebody wrote it down, with the decimals they gave it. */
export function givenText({ value, text }: Pick<GivenValue, 'value' | 'text'>, locale: Locale): string {
  if (value === null) return text ?? ''
  return formatValue(value, (String(value).split('.')[1] ?? '').length, locale)
}

/** The period of a line that has another than the table: a cohort, a day. Null: it has the same, or no figure. */
export function ownPeriodOf({ figure }: Pick<FormLineFacts, 'figure'>, period: string): string | null {
  return figure && figure.period.label !== period ? figure.period.label : null
}
