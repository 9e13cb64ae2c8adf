/** A line of CSV (RFC 4180): what another delimiter, a quote, a break or blanks at an end could blur is in quotes. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells.map(quote).join(delimiter)}\r\n`
}

/** A file of such lines; Excel takes it for UTF-8 by the mark that it begins with. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => csvLine(cells)).join('')}`
}

function quote(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A spreadsheet runs what begins like a formula. An apostrophe before it makes it text; so does one before an apostrophe, to be undone. */
export function guardFormula(cell: string): string {
  return /^[=+\-@\t\r']/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
}

/** A guarded cell as it was. */
export function unguardFormula(cell: string): string {
  return /^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell
}
