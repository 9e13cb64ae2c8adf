/** Gives a text to the browser to be kept as a file. */
export function saveText(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // After the click has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
