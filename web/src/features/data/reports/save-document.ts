const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/** Hands a document over to the browser, and its PDF where there is one. @param document in base64, as `pdf` is */
export function saveDocument(document: string, name: string, pdf: string | null): void {
  save(document, name, TYPES.docx)
  if (pdf !== null) save(pdf, name.replace(/\.docx$/i, '.pdf'), TYPES.pdf)
}

function save(base64: string, name: string, type: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The file that was chosen in a form; null: none. An empty field of files holds a file without a name. */
export function fileIn(form: HTMLFormElement): File | null {
  const file = new FormData(form).get('file')
  return file instanceof File && file.name !== '' ? file : null
}
