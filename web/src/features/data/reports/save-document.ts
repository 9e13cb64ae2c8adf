const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Hands a document over to the browser. @param base64 its bytes */
export function saveDocument(base64: string, name: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: DOCX }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The file that was chosen in a form; null: none. An empty field of files holds a file without a name. */
export function fileIn(form: HTMLFormElement): File | null {
  const file = new FormData(form).get('file')
  return file instanceof File && file.name !== '' ? file : null
}
