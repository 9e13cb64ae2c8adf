import { readFileSync, writeFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { controlOf, editDocument, openKeptDesk, partsOf, type KeptDesk } from '../support/kept-report.ts'
import { readDocument, wordTemplate } from '../support/word.ts'
import { brokenOrder } from '../support/word-schema.ts'

/** What people and programs do to a document between two refreshes: 2 students when it was filled, 3 when it is refreshed. */
onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
  })
  const TWO = '{EX02} at first'
  /** Fills, edits, lets the third student come, refreshes. */
  async function through(lines: string[], edit: (xml: string) => string, more = {}) {
    await desk.write(wordTemplate(lines))
    editDocument(desk.out, edit)
    await desk.late()
    const { figures } = await desk.refresh(more)
    expect(brokenOrder(readFileSync(desk.fresh))).toEqual([])
    const { paragraphs, rows, header } = readDocument(readFileSync(desk.fresh))
    const ofEX02 = figures.filter(({ question }) => question === 'EX02')
    return { paragraphs, rows, header, figures: ofEX02, xml: partsOf(desk.fresh)['word/document.xml']! }
  }
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

  describe('a control', () => {
    it('that was deleted leaves what was typed, and is named', async () => {
      const { paragraphs, figures } = await through([TWO], (xml) => xml.replace(controlOf(xml, 'EX02'), run('some')))
      expect(paragraphs[0]).toBe('some at first')
      expect(figures).toMatchObject([{ state: 'gone', inDocument: null, today: '3 people', outcome: 'dropped' }])
      expect(figures[0]!.remark!.en).toContain('its control was deleted')
    })

    it('whose text alone was deleted, as LibreOffice does, counts as deleted', async () => {
      const { paragraphs, figures, xml } = await through([TWO], (xml) => xml.replace('>2 people<', '><'))
      expect(paragraphs[0]).toBe(' at first')
      expect(figures).toMatchObject([{ state: 'gone', outcome: 'dropped' }])
      expect(controlOf(xml, 'EX02')).not.toContain('dataBinding')
    })

    it('that was copied is written at both places', async () => {
      const { paragraphs, figures } = await through([TWO], (xml) =>
        xml.replace(' at first', ' at first, again ').replace(/(again <\/w:t><\/w:r>)/, `$1${controlOf(xml, 'EX02')}`),
      )
      expect(paragraphs[0]).toBe('3 people at first, again 3 people')
      expect(figures.map(({ outcome }) => outcome)).toEqual(['written', 'written'])
    })

    it('that was moved into a table, a header or a footnote is written there', async () => {
      const cell = (xml: string) =>
        `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:p>${controlOf(xml, 'EX02')}</w:p></w:tc></w:tr></w:tbl><w:p/>`
      const { rows, figures } = await through([TWO, 'After'], (xml) =>
        xml.replace(controlOf(xml, 'EX02'), '').replace('<w:body>', () => `<w:body>${cell(xml)}`),
      )
      expect(rows).toEqual([['3 people']])
      expect(figures).toMatchObject([{ outcome: 'written', place: { en: expect.stringContaining('table 1, row 1') } }])

      const notes = (xml: string) =>
        `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p>${controlOf(xml, 'EX02')}</w:p></w:footnote></w:footnotes>`
      await desk.write(wordTemplate([TWO], { header: '{EX02}' }))
      const files = unzipSync(readFileSync(desk.out))
      const footnotes = strToU8(notes(strFromU8(files['word/document.xml']!)))
      writeFileSync(desk.out, zipSync({ ...files, 'word/footnotes.xml': footnotes }))
      await desk.college.put('enrolment', [
        'person,programme,kind,full_time,nationality,start,end',
        'Z9,PA,degree,1,VN,2022-10-01,2023-07-01',
      ])
      await desk.refresh()
      expect(readDocument(readFileSync(desk.fresh)).header).toBe('4 people')
      expect(partsOf(desk.fresh)['word/footnotes.xml']).toContain('>4 people<')
    })

    it('whose text a program split over runs, with marks of its spelling, is as it was', async () => {
      const split = (xml: string) =>
        xml.replace(
          /<w:r><w:t xml:space="preserve">2 people<\/w:t><\/w:r>/,
          '<w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">2 </w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>people</w:t></w:r>',
        )
      const { paragraphs, figures, xml } = await through([TWO], split)
      expect(figures).toMatchObject([{ state: 'moved', inDocument: '2 people', outcome: 'written' }])
      expect(paragraphs[0]).toBe('3 people at first')
      expect(xml).toContain('<w:b/>')
    })

    it('in a change that somebody tracks is read as it would be without what is deleted', async () => {
      const change = (kind: string, inside: string) =>
        `<w:${kind} w:id="7" w:author="王芳" w:date="2024-11-01T08:00:00Z">${inside}</w:${kind}>`
      const inserted = await through(
        [TWO],
        (xml) => xml.replace(controlOf(xml, 'EX02'), change('ins', controlOf(xml, 'EX02'))),
        {
          tracked: true,
        },
      )
      expect(inserted.paragraphs[0]).toBe('3 people at first')
      expect(inserted.xml.match(/<w:ins /g)).toHaveLength(1)
      const deleted = await through([TWO], (xml) =>
        xml.replace(controlOf(xml, 'EX02'), change('del', '<w:r><w:delText>2 people</w:delText></w:r>')),
      )
      expect(deleted.figures).toMatchObject([{ state: 'gone', outcome: 'dropped' }])
      expect(deleted.xml).toContain('<w:delText>2 people</w:delText>')
    })

    it('of another report that was pasted in is left as it is, and counted', async () => {
      await through([TWO], (xml) =>
        xml.replace(
          '</w:p>',
          () => `${controlOf(xml, 'EX02').replace(/w:storeItemID="[^"]*"/, 'w:storeItemID="{OTHER}"')}</w:p>`,
        ),
      )
      expect(readDocument(readFileSync(desk.fresh)).paragraphs[0]).toBe('3 people at first2 people')
      expect((await desk.verify({}, desk.fresh)).foreign).toBe(1)
    })
  })

  it.each([
    [
      'Word',
      (xml: string) =>
        xml
          .replaceAll('<w:r>', '<w:r w:rsidR="00A77B3E" w:rsidRPr="00C12">')
          .replaceAll('<w:p>', '<w:p w14:paraId="1A2B3C4D" w:rsidR="00A77B3E">')
          .replaceAll('<w:sdtPr>', '<w:sdtPr><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>')
          .replaceAll(
            '<w:lock',
            '<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder><w:lock',
          )
          .replaceAll('<w:text/></w:sdtPr>', '<w:text w:multiLine="1"/></w:sdtPr><w:sdtEndPr/>'),
    ],
    [
      'WPS',
      (xml: string) =>
        xml
          .replaceAll(/<w:id w:val="\d+"\/>/g, '<w:id w:val="147468021"/>')
          .replaceAll(
            '<w:sdtContent><w:r>',
            '<w:sdtContent><w:r><w:rPr><w:rFonts w:hint="default"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>',
          )
          .replaceAll(/<w:lock [^>]*>(<w:dataBinding [^>]*>)/g, '$1<w:lock w:val="contentLocked"/>'),
    ],
    [
      'LibreOffice',
      (xml: string) =>
        xml
          .replaceAll('<w:r>', '<w:r><w:rPr></w:rPr>')
          .replaceAll(/ xml:space="preserve"/g, '')
          .replaceAll(/<w:lock [^>]*>/g, '')
          .replaceAll('</w:sdtContent></w:sdt>', '</w:sdtContent></w:sdt><w:r><w:rPr></w:rPr></w:r>'),
    ],
  ])('what %s writes around a control is read and refreshed', async (_program, write) => {
    await desk.write(wordTemplate([TWO, '{#if EX02 more 2}More.{/if}']))
    editDocument(desk.out, write)
    await desk.late()
    expect((await desk.states()).filter(([question]) => question === 'EX02')).toEqual([['EX02', 'moved']])
    await desk.refresh()
    expect(readDocument(readFileSync(desk.fresh)).paragraphs.slice(0, 2)).toEqual(['3 people at first', 'More.'])
    expect((await desk.states(desk.fresh)).every(([, state]) => state === 'same')).toBe(true)
  })
})
