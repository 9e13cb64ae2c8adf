const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu

/** Columns that a text takes on a terminal or in a cell: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0)
}
