/** Gives a text, or the bytes of a workbook, to the browser to be kept as a file. */
export function saveFile(content: string | Uint8Array<ArrayBuffer>, fileName: string): void {
  const type = typeof content === 'string' ? 'text/csv;charset=utf-8' : WORKBOOK
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // After the click has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
