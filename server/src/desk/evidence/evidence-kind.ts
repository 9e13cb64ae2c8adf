/** A kind of file that evidence may be. */
export interface EvidenceKind {
  ending: string
  type: string
}

const PDF = { ending: 'pdf', type: 'application/pdf' }
const PNG = { ending: 'png', type: 'image/png' }
const JPEG = { ending: 'jpg', type: 'image/jpeg' }
const WEBP = { ending: 'webp', type: 'image/webp' }
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const DOCX = { ending: 'docx', type: `${OFFICE}.wordprocessingml.document` }
const XLSX = { ending: 'xlsx', type: `${OFFICE}.spreadsheetml.sheet` }
const PPTX = { ending: 'pptx', type: `${OFFICE}.presentationml.presentation` }

/** Nothing among them that a browser would run: no web page, no SVG, no archive. */
export const EVIDENCE_KINDS: readonly EvidenceKind[] = [PDF, PNG, JPEG, WEBP, DOCX, XLSX, PPTX]

const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** What a file is by its first bytes, whatever its name says; null: none that evidence may be. */
export function findEvidenceKind(head: Uint8Array): EvidenceKind | null {
  const starts = (bytes: number[], at = 0) => bytes.every((byte, i) => head[at + i] === byte)
  const text = Buffer.from(head).toString('latin1')
  if (text.startsWith('%PDF-')) return PDF
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return PNG
  if (starts([0xff, 0xd8, 0xff])) return JPEG
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return WEBP
  return starts(ZIP) ? findOfficeKind(head) : null
}

/** The folder of the first entries tells which program wrote it. */
function findOfficeKind(head: Uint8Array): EvidenceKind | null {
  const bytes = Buffer.from(head)
  for (let at = 0; at >= 0 && at + 30 < bytes.length; at = bytes.indexOf(Buffer.from(ZIP), at + 4)) {
    if (bytes.readUInt32LE(at) !== 0x04034b50) continue
    const name = bytes.toString('latin1', at + 30, at + 30 + bytes.readUInt16LE(at + 26))
    if (name.startsWith('word/')) return DOCX
    if (name.startsWith('xl/')) return XLSX
    if (name.startsWith('ppt/')) return PPTX
  }
  return null
}
