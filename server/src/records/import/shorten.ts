const MOST_SHOWN = 200

/** What of a cell or key a problem repeats. */
export function shorten(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 1)}…`
}
