import type { Locale } from '@causeway/shared/words/words'

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Fonts that Word has on every machine of that language. */
export const FONTS: Record<Locale, { latin: string; asian: string; headAsian: string }> = {
  ZH: { latin: 'Times New Roman', asian: '宋体', headAsian: '黑体' },
  EN: { latin: 'Calibri', asian: '宋体', headAsian: '黑体' },
}
