import type { Address } from '../../address/use-address.ts'
import type { FormLineFacts, FormIndicator as IndicatorName } from '../../graph/generated.ts'

/** The indicators behind a line: also where its value is withheld, so that one can read what is counted. */
export function indicatorsOf({ indicators, line }: FormLineFacts): IndicatorName[] {
  if (indicators.length > 0) return indicators
  return line.indicator ? [line.indicator] : []
}

/** What an indicator's page is shown with, so that it has the number of the line. */
export function viewOf({ line: { basis, scope, yearOffset } }: FormLineFacts, year: number) {
  return { basis, scope, year: year + yearOffset }
}

/** The answer card of the line's number; null: it has none of its own, or is made from two. */
export function cardOf(address: Address, line: FormLineFacts, year: number): string | null {
  const { indicator } = line.line
  if (!indicator || line.source !== 'COMPUTED') return null
  return address.to({ page: 'answer', id: indicator.id }, viewOf(line, year))
}
