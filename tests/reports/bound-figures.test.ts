import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { type ReportLock } from '@causeway/server/outlets/reports/lock'
import { readerOf } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { openKeptDesk, partsOf, type KeptDesk } from '../support/kept-report.ts'
import { readDocument, wordTemplate } from '../support/word.ts'

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
  })

  describe('a filled report', () => {
    it('has each figure in a locked control of plain text, bound to one value of an XML part', async () => {
      await desk.write(wordTemplate(['{EX02} and {EX02} of {EX02.previous2.number}']))
      const parts = partsOf(desk.out)
      const xml = parts['word/document.xml']!
      const [first, second, third] = xml.match(/<w:sdt>.*?<\/w:sdt>/g)!
      const ids = [first, second, third].map((one) => /c:(v\d+)\[1\]/.exec(one!)![1])
      expect(ids).toEqual(['v1', 'v1', 'v2'])
      expect([...first!.matchAll(/<(w:[a-zA-Z]+)/g)].map(([, name]) => name)).toEqual([
        'w:sdt',
        'w:sdtPr',
        'w:alias',
        'w:tag',
        'w:id',
        'w:lock',
        'w:dataBinding',
        'w:text',
        'w:sdtContent',
        'w:r',
        'w:t',
      ])
      expect(first).toContain('<w:alias w:val="Foreign students received, 2022/23"/><w:tag w:val="EX02"/>')
      expect(new Set(xml.match(/<w:id w:val="\d+"/g)).size).toBe(xml.match(/<w:id w:val="\d+"/g)!.length)
      expect(parts['customXml/item1.xml']).toContain('<v1>2 people</v1><v2>2</v2>')
      const store = /w:storeItemID="([^"]*)"/.exec(xml)![1]
      expect(parts['customXml/itemProps1.xml']).toContain(`ds:itemID="${store}"`)
      expect(parts['word/_rels/document.xml.rels']).toContain('Target="../customXml/item1.xml"')
      expect(parts['[Content_Types].xml']).toContain('/customXml/itemProps1.xml')
      expect(xml).not.toMatch(/<w:r>(?:(?!<\/w:r>).)*<w:sdt>/)
    })

    it('has a short tag where the question is longer than Word takes, and no control within another', async () => {
      const long = '{EX02.country=VN,LA,KZ,RU,TH,MM,KH,MY,ID,PH,BD,PK,IN,LK,NP,UZ,TJ,KG,TM.previous2.number}'
      await desk.write(wordTemplate([long]))
      const [, tag] = /<w:tag w:val="([^"]*)"/.exec(partsOf(desk.out)['word/document.xml']!)!
      expect([...tag!].length).toBeLessThanOrEqual(64)
      expect(await desk.states()).toContainEqual([tag, 'same'])
    })
  })

  it('fills and refreshes a text box in both of its writings, and counts it once', async () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>{EX02.number}</w:t></w:r></w:p></w:txbxContent>'
    const markup = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
    const twice = `<mc:AlternateContent xmlns:mc="${markup}"><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`
    const files = unzipSync(wordTemplate(['BOX']))
    const xml = strFromU8(files['word/document.xml']!).replace('<w:t xml:space="preserve">BOX</w:t>', twice)
    await desk.write(Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(xml) })))
    const controls = (path: string) => partsOf(path)['word/document.xml']!.match(/<w:sdtContent>.*?<\/w:sdtContent>/g)!
    expect(controls(desk.out).map((one) => /<w:t[^>]*>([^<]*)/.exec(one)![1])).toEqual(['2', '2'])
    expect((await desk.states()).filter(([question]) => question === 'EX02.number')).toHaveLength(1)
    await desk.late()
    await desk.refresh()
    expect(controls(desk.fresh).map((one) => /<w:t[^>]*>([^<]*)/.exec(one)![1])).toEqual(['3', '3'])
  })

  it('has in its text what GraphQL answers, before and after a refresh', async () => {
    const codes = ['EX02', 'EX07', 'DN01', 'DN03', 'EX03']
    await desk.write(wordTemplate(codes.map((code) => `{${code}.number}`)))
    await desk.late()
    await desk.refresh()
    const said = readDocument(readFileSync(desk.fresh)).paragraphs.slice(0, codes.length)
    const lock = JSON.parse(readFileSync(desk.fresh.replace('.docx', '.lock.json'), 'utf8')) as ReportLock
    for (const [n, code] of codes.entries()) {
      const { data } = await desk.college.ask(
        `{ indicator(id: "${code}") { series(institution: "X", from: 2022, to: 2022) { figures { value } } } }`,
        {},
        await readerOf(desk.college),
      )
      const { value } = data.indicator.series.figures[0]
      expect([code, Number(said[n])]).toEqual([code, value])
      expect(lock.figures.find((one) => one.code === code)!.value).toBe(value)
    }
  })
})
