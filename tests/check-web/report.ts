/** What was found: rows of tables, and what breaks a limit. */
export class Report {
  readonly broken: string[] = []

  table(title: string, columns: string[], rows: (string | number)[][]): void {
    const texts = [columns, ...rows.map((row) => row.map(String))]
    const widths = columns.map((_, at) => Math.max(...texts.map((row) => (row[at] ?? '').length)))
    const line = (row: string[]) =>
      row.map((text, at) => (at === 0 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!))).join('  ')
    process.stdout.write(`\n${title}\n${texts.map(line).join('\n')}\n`)
  }

  /** Notes what breaks a limit; `what` says which page, and by how much. */
  hold(isHeld: boolean, what: string): void {
    if (!isHeld) this.broken.push(what)
  }
}
