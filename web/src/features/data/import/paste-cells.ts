/** Cells copied from a spreadsheet, as they come over the clipboard, as the file that they would be; null: no table. */
export function toCsvFile(pasted: string, name: string): File | null {
  const rows = readCells(pasted.replace(/\r\n?/g, '\n'))
  if (rows.length < 2 || rows[0]!.every((cell) => cell.trim() === '')) return null
  const text = rows.map((row) => row.map(quote).join(',')).join('\n')
  return new File([`\ufeff${text}\n`], name, { type: 'text/csv' })
}

/** Tabs between cells, line ends between rows; a cell that holds either is in quotes, its own quotes doubled. */
export function readCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''))
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
