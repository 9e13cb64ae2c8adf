import { graph } from '../../graph/graph.ts'
import type { Locale } from '@causeway/shared/words/words'
import type { FormFacts } from '../../graph/generated.ts'

/** A table, and for anyone who may read records (`$inside`) what is said inside the college only. */
export const FormQuery = graph(`
  query Form($id: ID!, $edition: String, $institution: ID, $year: Int, $release: ID, $asOf: DateTime, $locale: Locale!, $inside: Boolean!) {
    institution(code: $institution, release: $release, asOf: $asOf) { code form(id: $id, edition: $edition, year: $year) { ...FormFacts } }
  }
  fragment FormFacts on Form {
    id name(locale: $locale) edition year reportYear period(locale: $locale) periodBefore(locale: $locale)
    inForce profile publishedOn
    definition { authority(locale: $locale) source(locale: $locale) confidence editions { ...FormEditionFacts } }
    before { edition name(locale: $locale) }
    changes { kinds before { number } after { number } sentence(locale: $locale) }
    checks @include(if: $inside) { ...FormFinding }
    lines { ...FormLineFacts }
  }
  fragment FormEditionFacts on FormEdition {
    edition name(locale: $locale) from to yearOffset source(locale: $locale) confidence
    exportColumns { name label(locale: $locale) }
  }
  fragment FormFinding on FormFinding { rule lines sentence(locale: $locale) }
  fragment FormLineFacts on FilledLine {
    number label(locale: $locale) unit(locale: $locale) definition(locale: $locale) under confidence
    note(locale: $locale) source value decimals gap text shown(locale: $locale) filed { ...GivenValue }
    figure { period { label(locale: $locale) } }
    handFilled { ...GivenValue }
    last { ...LineContent }
    line { basis scope part yearOffset computed indicator { ...FormIndicator } }
    indicators { ...FormIndicator }
    filedDifference @include(if: $inside) { sentence(locale: $locale) }
    departments @include(if: $inside) {
      unit name(locale: $locale) records recordType { name label(locale: $locale) }
    }
  }
  fragment LineContent on FormLineContent {
    source value decimals gap text shown(locale: $locale) filed { ...GivenValue }
  }
  fragment GivenValue on FormValue { value text inUnit source filledBy filledOn }
  fragment FormIndicator on Indicator { id code name(locale: $locale) }
`)

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
