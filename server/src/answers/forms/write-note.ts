import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { widthOf } from '../../ground/text-width.ts'

/** One entry of a note. */
export interface NoteEntry {
  name: Words
  details: Words[]
  /** Place in the declared order. */
  order: string
}

/**
 * Entries in their order, as many as fit, and how many more there are.
 * @param limit characters; a Latin letter is half a one
 */
export function writeNote(entries: readonly NoteEntry[], locale: Locale, limit: number): string {
  const collator = new Intl.Collator(locale === 'ZH' ? 'zh-Hans-CN' : 'en', { numeric: true })
  const zh = locale === 'ZH'
  const written = entries
    .map((entry) => ({ order: entry.order, text: writeEntry(entry, locale) }))
    .toSorted((a, b) => comparePlaces(a.order, b.order) || collator.compare(a.text, b.text))
    .map(({ text }) => text)
  const fits = (text: string) => widthOf(text) <= 2 * limit
  const between = zh ? '；' : '; '
  const whole = written.join(between)
  if (fits(whole)) return whole
  for (let kept = written.length - 1; kept > 0; kept--) {
    const rest = written.length - kept
    const text = `${written.slice(0, kept).join(between)}${between}${zh ? `……另有${rest}项` : `… and ${rest} more`}`
    if (fits(text)) return text
  }
  const [first = ''] = written
  const rest = written.length - 1
  const more = rest === 0 ? '' : zh ? `另有${rest}项` : ` and ${rest} more`
  let start = [...first]
  while (start.length > 1 && !fits(`${start.join('')}……${more}`)) start = start.slice(0, -1)
  return `${start.join('')}${zh ? '……' : '…'}${more}`
}

/** Without a place in the order it comes last. */
export function comparePlaces(a: string, b: string): number {
  return a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1
}

function writeEntry({ name, details }: NoteEntry, locale: Locale): string {
  const inside = details.map((detail) => inLocale(detail, locale)).join(locale === 'ZH' ? '、' : ', ')
  const text = inLocale(name, locale)
  if (inside === '') return text
  return locale === 'ZH' ? `${text}（${inside}）` : `${text} (${inside})`
}
