import { formatValue, gapWords } from '@causeway/shared/format-figure'
import { inLocale, type Locale, type Words, asIs } from '@causeway/shared/words/words'
import type { LineContent } from './fill-form.ts'
import type { Confidence, FormLine } from '../../figures/indicators/form-line.ts'
import { decimalsOf } from './line-figure.ts'

/** How sure we are of the wording of a line, as a footnote says it. */
export const confidenceWords: Record<Confidence, Words> = {
  VERIFIED: { zh: '指标项文字见官方原文', en: 'wording seen at the original publisher' },
  MIRROR: { zh: '指标项文字见转载，可能有误', en: 'wording seen on a re-post, may be damaged' },
  CODE: { zh: '指标项文字见公开的程序或数据字典', en: 'wording seen in public code or data dictionaries' },
  GENERAL: { zh: '指标项文字为一般了解，未经证实', en: 'wording from general knowledge, unproven' },
}

/** The tags of the confidences, as footnotes carry them. */
export const CONFIDENCE_TAGS: Record<Confidence, string> = { VERIFIED: 'V', MIRROR: 'M', CODE: 'C', GENERAL: 'G' }

const WITHHELD: Words = { zh: '公布前不公开', en: 'not public before it is published' }

/** No record can fill the line, and nobody did. */
const NOT_FILLED: Words = { zh: '未填报', en: 'not filled in' }

/** What is in the value column in place of a number; empty: there is a number. */
export function contentWords({ source, value, gap, text }: Omit<LineContent, 'figures' | 'filed'>): Words {
  if (value !== null) return { zh: '', en: '' }
  if (text !== null) return asIs(text)
  if (source === 'withheld') return WITHHELD
  if (source === 'empty') return NOT_FILLED
  return gapWords[gap ?? 'NO_RECORDS'].word
}

/** Decimals to show a value with: those of its indicators, or those it was typed with. */
export function shownDecimals(line: FormLine, { source, value, figures }: LineContent): number {
  if (source === 'computed') {
    const decimals = decimalsOf(
      line,
      figures.map(({ declaration }) => declaration),
    )
    // Half a person-day must not vanish because the indicator shows whole ones.
    return value !== null && decimals === 0 && Number.isInteger(value * 2) && !Number.isInteger(value) ? 1 : decimals
  }
  return (String(value ?? 0).split('.')[1] ?? '').length
}

/** The value column as people read it: a number, or the words of a gap. */
export function contentText(line: FormLine, content: LineContent, locale: Locale): string {
  return content.value === null
    ? inLocale(contentWords(content), locale)
    : formatValue(content.value, shownDecimals(line, content), locale)
}
