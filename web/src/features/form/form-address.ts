import type { Locale } from '@causeway/shared/words/words'
import type { FormFacts } from '../../graph/generated.ts'

/** The address that answers the table as a file. */
export function formFileAddress(
  { id, edition }: Pick<FormFacts, 'id' | 'edition'>,
  institution: string,
  year: number,
  format: 'xlsx' | 'csv',
  locale: Locale,
): string {
  const query = new URLSearchParams({ institution, lang: locale === 'ZH' ? 'zh' : 'en' })
  return `/forms/${encodeURIComponent(id)}/${encodeURIComponent(edition)}/${year}.${format}?${query}`
}
