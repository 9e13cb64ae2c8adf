import type { Locale, Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import type { AnswerReads } from '../graph/context.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'

/** What a page says of itself to those who do not run it: chat programs, search engines, the tab of a browser. */
export interface PageHead {
  locale: Locale
  title: string
  /** The sentence that its figures make; null: it has none. */
  description: string | null
  institution: Words | null
  /** What is drawn for it, as it stands in `/i/…` and `/embed/…`; null: nothing. */
  picture: { name: string; parameters: URLSearchParams; alt: string } | null
}

/** A page as its address names it. */
export interface AskedPage {
  causeway: Causeway
  /** What of its address says what its chart shows. */
  query: URLSearchParams
  /** The year it is about; null: the one that pages open on. */
  year: number | null
  locale: Locale
  reads: AnswerReads
}

export function titleOf({ name }: Pick<InstitutionFacts, 'name'>, what: Words, locale: Locale): string {
  return locale === 'ZH' ? `${name.zh}：${what.zh}` : `${what.en}, ${name.en}`
}

/** Of the parameters of a page those of these names. */
export function keep(query: URLSearchParams, names: string[]): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => names.includes(name)))
}
