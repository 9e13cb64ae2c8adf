import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { copyFile, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { fill } from '@causeway/shared/words/words'
import { QuestionError } from '../../ground/question-error.ts'
import { Turns } from '../../ground/under-way.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const NAMES = ['soffice', 'libreoffice', 'soffice.exe']
/** Where it is when it is on no search path. */
const PLACES = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  String.raw`C:\Program Files\LibreOffice\program\soffice.exe`,
]
/** A report of 300 pages takes a tenth of it. */
const LONGEST_MS = 180_000

/** Tagged, by PDF/UA, so that it can be read by those who cannot see it. */
const EXPORT = `pdf:writer_pdf_Export:${JSON.stringify(
  Object.fromEntries(
    ['UseTaggedPDF', 'PDFUACompliance', 'ExportBookmarks'].map((name) => [name, { type: 'boolean', value: 'true' }]),
  ),
)}`

/** The program that makes a PDF of a document. @throws QuestionError NO_OFFICE where it is not installed */
export function findOffice(path = process.env['PATH'] ?? '', places: readonly string[] = PLACES): string {
  const found = [...path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))), ...places].find(
    isRunnable,
  )
  if (found === undefined) throw new QuestionError('NO_OFFICE', REFUSALS.NO_OFFICE)
  return found
}

/**
 * A PDF beside a document, made by LibreOffice with a separate profile, so that neither a running one nor another conversion is in
 * its way.
 * @returns its path
 * @throws QuestionError PDF_FAILED
 */
export const writePdf = (docx: string, office: string): Promise<string> => turns.take(() => convert(docx, office))

/** One at a time: each takes a processor for some seconds. */
const turns = new Turns(1)

async function convert(docx: string, office: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'causeway-pdf-'))
  const made = join(folder, basename(docx).replace(/\.docx$/i, '.pdf'))
  const out = docx.replace(/\.docx$/i, '.pdf')
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  try {
    await promisify(execFile)(office, [profile, '--headless', '--convert-to', EXPORT, '--outdir', folder, docx], {
      timeout: LONGEST_MS,
    })
    await stat(made)
    const beside = `${out}.part`
    // It may be on another disk.
    await copyFile(made, beside)
    await rename(beside, out)
    return out
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string }
    throw new QuestionError(
      'PDF_FAILED',
      fill(REFUSALS.PDF_FAILED, { name: basename(docx), message: stderr.trim() || message }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whether it is installed. */
export function hasOffice(): boolean {
  try {
    return findOffice() !== ''
  } catch {
    return false
  }
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
