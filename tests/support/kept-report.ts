import { readFileSync, writeFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { OPERATOR } from '@causeway/server/access/viewer'
import type { Database } from '@causeway/server/ground/database/database'
import { refreshReport, type RefreshOrder } from '@causeway/server/outlets/reports/kept/refresh-report'
import { verifyReport } from '@causeway/server/outlets/reports/kept/verify-report'
import { openReportDesk } from './report-desk.ts'
import { readDocument } from './word.ts'

export const ENROLMENTS = 'person,programme,kind,full_time,nationality,start,end'

/** A desk that looks at its report afterwards, and writes it anew as `fresh`. */
export async function openKeptDesk(database: Database) {
  const desk = await openReportDesk(database)
  const { causeway } = desk.college
  const fresh = desk.out.replace('out.docx', 'fresh.docx')
  const verify = (more = {}, path = desk.out) => verifyReport(causeway, OPERATOR, path, more)
  return {
    ...desk,
    fresh,
    verify,
    refresh: (more: Partial<RefreshOrder> = {}) =>
      refreshReport(causeway, OPERATOR, { report: desk.out, out: fresh, take: false, tracked: false, ...more }),
    states: async (path = desk.out) =>
      (await verify({}, path)).figures.map(({ question, state }) => [question, state] as const),
    /** A third student, after the report was filled. */
    late: () => desk.college.put('enrolment', [ENROLMENTS, 'N1,PA,degree,1,VN,2022-10-01,2023-07-01']),
  }
}
export type KeptDesk = Awaited<ReturnType<typeof openKeptDesk>>

export const firstParagraph = (path: string) => readDocument(readFileSync(path)).paragraphs[0]

/** The parts of a document as text; what is no XML byte by byte. */
export function partsOf(path: string): Record<string, string> {
  const files = unzipSync(readFileSync(path))
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, strFromU8(content, !/\.(xml|rels)$/.test(name))]),
  )
}

/** Changes the text of a document as a person does in a program. */
export function editDocument(path: string, edit: (xml: string) => string, part = 'word/document.xml'): void {
  const files = unzipSync(readFileSync(path))
  const before = strFromU8(files[part]!)
  const after = edit(before)
  if (after === before) throw new Error('nothing was edited')
  writeFileSync(path, zipSync({ ...files, [part]: strToU8(after) }))
}

export function withoutPart(path: string, name: RegExp): void {
  const files = Object.entries(unzipSync(readFileSync(path))).filter(([part]) => !name.test(part))
  writeFileSync(path, zipSync(Object.fromEntries(files)))
}

/** The document without its content controls. */
export function outsideControls(xml: string): string {
  let depth = 0
  let kept = ''
  for (const piece of xml.split(/(<w:sdt>|<\/w:sdt>)/)) {
    if (piece === '<w:sdt>') depth++
    else if (piece === '</w:sdt>') depth--
    else if (depth === 0) kept += piece
  }
  return kept
}

/** A control with this tag, whole. */
export function controlOf(xml: string, tag: string): string {
  const found = xml
    .match(/<w:sdt>(?:(?!<\/w:sdt>)[\s\S])*<\/w:sdt>/g)
    ?.find((one) => one.includes(`<w:tag w:val="${tag}"/>`))
  if (!found) throw new Error(`there is no control ${tag}`)
  return found
}
