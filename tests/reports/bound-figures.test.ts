import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { type ReportLock } from '@causeway/server/outlets/reports/lock'
import { readerOf } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { openKeptDesk, partsOf, type KeptDesk } from '../support/kept-report.ts'
import { readDocument, wordTemplate } from '../support/word.ts'
import { brokenOrder } from '../support/word-schema.ts'

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

  const OWN = '<w:alias w:val="人数"/><w:tag w:val="own"/><w:id w:val="77"/>'
  it.each([
    ['of plain text', `${OWN}<w:text/>`, ''],
    ['that shows its placeholder', `${OWN}<w:showingPlcHdr/><w:text/>`, ''],
    [
      'bound to a property',
      `${OWN}<w:dataBinding w:xpath="/ns0:coreProperties[1]/ns1:title[1]" w:storeItemID="{6C3C8BC8}"/><w:text/>`,
      '',
    ],
    ['of rich text', OWN, 'of '],
    ['around a paragraph', `${OWN}<w:text/>`, 'whole'],
  ])('binds and refreshes a tag within a writer’s own control %s', async (_kind, properties, inside) => {
    const isWhole = inside === 'whole'
    const before = isWhole ? 'of ' : inside
    const text = (letters: string) => `<w:r><w:t xml:space="preserve">${letters}</w:t></w:r>`
    const around = (content: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const files = unzipSync(wordTemplate(['HERE']))
    const document = strFromU8(files['word/document.xml']!)
    const [paragraph] = /<w:p>(?:(?!<w:p>).)*?HERE.*?<\/w:p>/.exec(document)!
    const tagged = text(`${before}{EX02.number}`)
    const own = isWhole ? around(`<w:p>${tagged}</w:p>`) : `<w:p>${text('Here ')}${around(tagged)}</w:p>`
    const template = strToU8(document.replace(paragraph, () => own))
    await desk.write(Buffer.from(zipSync({ ...files, 'word/document.xml': template })))
    const xml = partsOf(desk.out)['word/document.xml']!
    expect(brokenOrder(readFileSync(desk.out))).toEqual([])
    expect(xml).toContain(`<w:sdtPr>${OWN}</w:sdtPr>`)
    expect(xml).toMatch(/<w:tag w:val="own"\/>.*<w:sdtContent>.*<w:tag w:val="EX02.number"\/>.*<w:dataBinding/)
    await desk.late()
    expect(await desk.states()).toContainEqual(['EX02.number', 'moved'])
    const { figures } = await desk.refresh({ tracked: true })
    expect(figures.find(({ question }) => question === 'EX02.number')).toMatchObject({ outcome: 'written', today: '3' })
    expect(brokenOrder(readFileSync(desk.fresh))).toEqual([])
    const fresh = partsOf(desk.fresh)['word/document.xml']!
    expect(fresh).toMatch(/<w:delText xml:space="preserve">2<\/w:delText>.*<w:ins .*<w:sdt>.*>3<\/w:t>/)
    expect(await desk.states(desk.fresh)).toContainEqual(['EX02.number', 'same'])
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
