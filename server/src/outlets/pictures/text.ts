const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it is in HTML, SVG or XML, between tags or in quotes. Control characters, which XML has no place for, are left out. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign]!).replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
}

/** Signs that no line begins with. */
const NEVER_FIRST = /^[，。；：、！？）」』》”’%…,.;:!?)\]}]/
const CJK = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/

/**
 * A text in lines that fit a width; of more than `most` the last ends in an ellipsis. Latin breaks between words, Chinese between
 * any two signs but before a closing one.
 */
export function wrapText(text: string, width: number, measure: (text: string) => number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line === '' || measure(line + piece.trimEnd()) <= width) line += piece
    else {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    }
    // One word that is too long by itself.
    while (measure(line.trimEnd()) > width && [...line].length > 1) {
      const fitting = longestFitting(line, width, measure)
      lines.push(fitting)
      line = line.slice(fitting.length)
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  const last = lines.slice(most - 1).join(' ')
  return [...lines.slice(0, most - 1), `${longestFitting(last, width - measure('…'), measure).trimEnd()}…`]
}

/** What may not be broken. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const sign of text) {
    const before = pieces.at(-1)
    const glued =
      before !== undefined &&
      (NEVER_FIRST.test(sign) ||
        sign === ' ' ||
        (!before.endsWith(' ') && !CJK.test(sign) && !CJK.test(before.at(-1)!)))
    if (glued) pieces[pieces.length - 1] += sign
    else pieces.push(sign)
  }
  return pieces
}

function longestFitting(text: string, width: number, measure: (text: string) => number): string {
  const signs = [...text]
  let [low, high] = [1, signs.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(signs.slice(0, middle).join('')) <= width) low = middle
    else high = middle - 1
  }
  return signs.slice(0, low).join('')
}
