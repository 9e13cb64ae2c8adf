import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { findOffice, hasOffice, writePdf } from '@causeway/server/outlets/reports/pdf'
import { fillForDesk } from '@causeway/server/outlets/reports/report-desk'
import { onOneDatabase } from '../support/databases.ts'
import { folderOfTest } from '../support/folders.ts'
import { openReportDesk } from '../support/report-desk.ts'
import { wordTemplate } from '../support/word.ts'

/** A program that takes what LibreOffice takes, notes it, and does as the test says. */
function fakeOffice(does: string): { folder: string; office: string; notes: string } {
  const folder = join(folderOfTest(), 'bin')
  mkdirSync(folder, { recursive: true })
  const [office, notes] = [join(folder, 'soffice'), join(folder, 'notes.json')]
  const script = `#!${process.execPath}
const { writeFileSync } = require('node:fs'); const { join, basename } = require('node:path')
const args = process.argv.slice(2); writeFileSync(${JSON.stringify(notes)}, JSON.stringify(args))
${does}`
  writeFileSync(office, script)
  chmodSync(office, 0o755)
  return { folder, office, notes }
}

const WRITES = `writeFileSync(join(args[args.indexOf('--outdir') + 1], basename(args.at(-1)).replace('.docx', '.pdf')), '%PDF-1.7')`

it('a PDF is asked for tagged and by PDF/UA, with a separate profile, and is beside the document', async () => {
  const { folder, notes } = fakeOffice(WRITES)
  const docx = join(folder, '报告 2023.docx')
  writeFileSync(docx, 'x')
  const pdf = await writePdf(docx, findOffice(folder))
  expect(pdf).toBe(join(folder, '报告 2023.pdf'))
  expect(readFileSync(pdf, 'utf8')).toBe('%PDF-1.7')
  const args = JSON.parse(readFileSync(notes, 'utf8')) as string[]
  expect(args[0]).toMatch(/^-env:UserInstallation=file:\/\/.*causeway-pdf-/)
  const options = JSON.parse(args[args.indexOf('--convert-to') + 1]!.replace('pdf:writer_pdf_Export:', ''))
  expect(options).toMatchObject({ UseTaggedPDF: { value: 'true' }, PDFUACompliance: { value: 'true' } })
  expect(existsSync(args[args.indexOf('--outdir') + 1]!)).toBe(false)
})

it('what LibreOffice cannot do is said in a sentence, and nothing is left behind', async () => {
  const { folder, office } = fakeOffice(`console.error('source file could not be loaded'); process.exit(1)`)
  const docx = join(folder, 'a.docx')
  writeFileSync(docx, 'x')
  await expect(writePdf(docx, office)).rejects.toMatchObject({
    code: 'PDF_FAILED',
    words: { en: expect.stringContaining('source file could not be loaded'), zh: expect.stringContaining('a.docx') },
  })
  expect(readdirSync(folder).filter((name) => name.includes('pdf'))).toEqual([])
})

it('where it is not installed that is said', () => {
  expect(() => findOffice(folderOfTest(), [])).toThrowError(expect.objectContaining({ code: 'NO_OFFICE' }))
})

onOneDatabase((_name, open) => {
  it('comes with a report that a page asks for; where LibreOffice is not installed the page is refused at once', async () => {
    const { causeway } = (await openReportDesk(await open())).college
    const asked = {
      institution: 'X',
      template: 'en/confirmation-of-one-number.docx',
      year: 2022,
      locale: 'EN' as const,
    }
    const path = process.env['PATH']
    try {
      process.env['PATH'] = fakeOffice(WRITES).folder
      expect(hasOffice()).toBe(true)
      const made = await fillForDesk(causeway, OPERATOR, undefined, { ...asked, pdf: true })
      expect(made.pdf!.toString()).toBe('%PDF-1.7')
      process.env['PATH'] = folderOfTest()
      expect(hasOffice()).toBe(false)
      expect((await fillForDesk(causeway, OPERATOR, undefined, asked)).pdf).toBeNull()
      expect(() => fillForDesk(causeway, OPERATOR, undefined, { ...asked, pdf: true })).toThrowError(
        expect.objectContaining({ code: 'NO_OFFICE' }),
      )
    } finally {
      process.env['PATH'] = path
    }
  })

  it('a report has a title and a language for those who cannot see it', async () => {
    const desk = await openReportDesk(await open())
    await desk.write(wordTemplate(['{EX02}']))
    const core = strFromU8(unzipSync(readFileSync(desk.out))['docProps/core.xml']!)
    expect(core).toContain('<dc:title>College A &amp; B &lt;X&gt; · 2022/23</dc:title><dc:language>en-GB</dc:language>')
  })
})
