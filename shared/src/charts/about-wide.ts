/** About how wide a text is in the type of charts, in CSS pixels: nothing is measured where nothing is drawn. */
export function aboutWide(text: string): number {
  let width = 0
  for (const letter of text) width += letter > '\u2E80' ? 13 : 7
  return width
}
