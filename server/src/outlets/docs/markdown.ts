import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'

/** A table of Markdown, line by line. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map(
    (row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  )
}

/** What a page is written with in one language: `say` takes the names of the page's texts, and any other text as it is. */
export function penOf<Name extends string>(texts: Record<Name, Words>, locale: Locale) {
  const [colon, comma, semicolon] = locale === 'ZH' ? ['：', '、', '；'] : [': ', ', ', '; ']
  const say = (text: NoInfer<Name> | Words) => inLocale(typeof text === 'string' ? texts[text] : text, locale)
  return { locale, say, colon, comma, semicolon }
}

/** The lines of a page as a file holds them. */
export function toPage(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`
}
