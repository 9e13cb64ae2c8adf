/**
 * How a file that is sent is named, by RFC 6266 and RFC 5987: the real name, in any letters, and one that every client can read.
 * `plain`: that one; left out it is made of the letters that the name has of it.
 */
export function contentDisposition(kind: 'attachment' | 'inline', name: string, plain = name): string {
  const encoded = encodeURIComponent(fileNameOf(name).toWellFormed()).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain.replaceAll(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encoded}`
}

/** Without the signs that a system does not take in the name of a file. */
function fileNameOf(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-')
}
