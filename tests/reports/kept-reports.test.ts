import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { refreshReport, type RefreshOrder } from '@causeway/server/outlets/reports/kept/refresh-report'
import { verifyReport } from '@causeway/server/outlets/reports/kept/verify-report'
import { onOneDatabase } from '../support/databases.ts'
import { controlOf, editDocument, outsideControls, partsOf, withoutPart } from '../support/kept-report.ts'
import { openReportDesk, type ReportDesk } from '../support/report-desk.ts'
import { readDocument, wordTemplate } from '../support/word.ts'

const HEADER = 'person,programme,kind,full_time,nationality,start,end'
onOneDatabase((_name, open) => {
  let desk: ReportDesk
  let fresh: string
  beforeEach(async () => {
    desk = await openReportDesk(await open())
    fresh = desk.out.replace('out.docx', 'fresh.docx')
  })
  const verify = (more = {}, path = desk.out) => verifyReport(desk.college.causeway, OPERATOR, path, more)
  const refresh = (more: Partial<RefreshOrder> = {}) =>
    refreshReport(desk.college.causeway, OPERATOR, {
      report: desk.out,
      out: fresh,
      take: false,
      tracked: false,
      ...more,
    })
  const states = async (path = desk.out) =>
    (await verify({}, path)).figures.map(({ question, state }) => [question, state])
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => null,
      ({ code }: { code: string }) => code,
    )
  const late = () => desk.college.put('enrolment', [HEADER, 'N1,PA,degree,1,VN,2022-10-01,2023-07-01'])
  const text = (path: string) => readDocument(readFileSync(path)).paragraphs[0]

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
      expect(await states()).toContainEqual([tag, 'same'])
    })
  })

  describe('verify', () => {
    it('says what moved and why, what was edited, and what was deleted', async () => {
      await desk.write(wordTemplate(['{EX02} {EX02.previous2} {EX07.calendar.next} {EX02.border}']))
      expect(new Set((await states()).map(([, state]) => state))).toEqual(new Set(['same']))
      await late()
      editDocument(desk.out, (xml) =>
        xml
          .replace('>30 person-days<', '>31 person-days<')
          .replace(controlOf(xml, 'EX02.border'), '<w:r><w:t>4</w:t></w:r>'),
      )
      const { figures } = await verify()
      const of = (tag: string) => figures.find(({ question }) => question === tag)!
      expect(of('EX02')).toMatchObject({
        ...{ locked: '2 people', inDocument: '2 people', today: '3 people', state: 'moved' },
        cause: { en: expect.stringContaining('1 person') },
      })
      expect(of('EX02.previous2').state).toBe('same')
      expect(of('EX07.calendar.next')).toMatchObject({
        state: 'edited',
        inDocument: '31 person-days',
        today: '30 person-days',
      })
      expect(of('EX02.border')).toMatchObject({
        state: 'gone',
        inDocument: null,
        remark: { en: expect.stringContaining('deleted') },
      })
    })

    it('names numbers that are bound to no figure, and binds them where asked', async () => {
      await desk.write(wordTemplate(['{EX07.calendar.next}, that is 30 person-days in 2023.']))
      const { unbound, bound } = await verify({ bind: true })
      expect(unbound).toMatchObject([
        { text: '30 person-days', isEqual: true, figures: [{ question: 'EX07.calendar.next' }] },
      ])
      expect(bound!.count).toBe(1)
      const xml = Buffer.from(unzipSync(bound!.report)['word/document.xml']!).toString()
      expect(xml.match(/<w:tag w:val="EX07\.calendar\.next"\/>/g)).toHaveLength(2)
      expect(readDocument(bound!.report).paragraphs[0]).toBe('30 person-days, that is 30 person-days in 2023.')
    })

    it('works without the lock file, and with it where the XML part is lost; another report it refuses', async () => {
      await desk.write(wordTemplate(['{EX02}']))
      copyFileSync(desk.lockFile, `${desk.lockFile}.kept`)
      rmSync(desk.lockFile)
      expect(await states()).toContainEqual(['EX02', 'same'])
      withoutPart(desk.out, /^customXml/)
      expect(await refusal(verify())).toBe('REPORT_UNKNOWN')
      copyFileSync(`${desk.lockFile}.kept`, desk.lockFile)
      expect(await states()).toContainEqual(['EX02', 'same'])
      rmSync(desk.lockFile)
      const alone = await verify({ institution: 'X', year: 2022, language: 'en' })
      expect(alone.figures).toMatchObject([
        { question: 'EX02', state: 'same' },
        { question: 'institution', state: 'same' },
      ])
      await late()
      const later = await verify({ institution: 'X', year: 2022, language: 'en' })
      expect(later.figures).toMatchObject([
        { state: 'edited', inDocument: '2 people', today: '3 people' },
        { state: 'same' },
      ])
      copyFileSync(`${desk.lockFile}.kept`, desk.lockFile)
      expect(await refusal(verify({ institution: 'Y' }))).toBe('OTHER_REPORT')
      expect(await refusal(verify({ year: 2021 }))).toBe('OTHER_REPORT')
    })
  })

  it('refuses a document that was made to do harm, in a sentence', async () => {
    await desk.write(wordTemplate(['{EX02}']))
    const whole = readFileSync(desk.out)
    const codeOf = async (edit: (xml: string) => string, part?: string) => {
      writeFileSync(desk.out, whole)
      editDocument(desk.out, edit, part)
      rmSync(desk.lockFile, { force: true })
      return refusal(verify())
    }
    const many = (what: string, count: number) => (xml: string) =>
      xml.replace('</w:body>', `${what.repeat(count)}</w:body>`)
    expect(await codeOf(many('<w:sdt></w:sdt>', 6_000))).toBe('TOO_MANY_CONTROLS')
    expect(
      await codeOf((xml) => xml.replace('</w:body>', `${'<w:p>'.repeat(900)}${'</w:p>'.repeat(900)}</w:body>`)),
    ).toBe('DOCUMENT_DAMAGED')
    expect(await codeOf((xml) => xml.replace('"id":"v1"', '"id":"v1><x"'), 'customXml/item1.xml')).toBe(
      'REPORT_UNKNOWN',
    )
  })

  describe('refresh', () => {
    it('writes what moved, keeps what was edited, and touches nothing else', async () => {
      await desk.write(
        wordTemplate(['{EX02} of {EX02} {EX07.calendar.next}, he said & left.'], { chart: '{chart DN01}' }),
      )
      editDocument(desk.out, (xml) =>
        xml.replace('he said', 'she wrote').replace('>30 person-days<', '>31 person-days<'),
      )
      const before = partsOf(desk.out)
      await late()
      const { figures } = await refresh()
      const after = partsOf(fresh)
      expect(text(fresh)).toBe('3 people of 3 people 31 person-days, she wrote & left.')
      expect(outsideControls(after['word/document.xml']!)).toBe(outsideControls(before['word/document.xml']!))
      expect(controlOf(after['word/document.xml']!, 'EX07.calendar.next')).not.toContain('dataBinding')
      expect(figures.map(({ question, outcome }) => [question, outcome])).toEqual([
        ...[
          ['EX02', 'written'],
          ['EX02', 'written'],
          ['EX07.calendar.next', 'kept'],
        ],
        ...[
          ['institution', 'none'],
          ['chart DN01', 'written'],
        ],
      ])
      const changed = Object.keys(after).filter((name) => after[name] !== before[name])
      expect(changed.sort()).toEqual([
        ...['customXml/item1.xml', 'word/charts/chart1.xml', 'word/document.xml', 'word/embeddings/chart1.xlsx'],
      ])
      expect(after['customXml/item1.xml']).toContain('<v1>3 people</v1>')
      const edited = (await verify({}, fresh)).figures.filter(({ state }) => state !== 'same')
      expect(edited).toMatchObject([{ question: 'EX07.calendar.next', state: 'edited' }])
    })

    it('writes the chart and the workbook behind it, and keeps its title', async () => {
      await desk.write(wordTemplate([], { chart: '{chart EX02 years=3}' }))
      editDocument(
        desk.out,
        (xml) => xml.replace('Foreign students received (people)', 'Ours, &amp; theirs'),
        'word/charts/chart1.xml',
      )
      await late()
      await refresh()
      const { chart, workbook } = readDocument(readFileSync(fresh))
      expect(chart.title).toBe('Ours, & theirs')
      expect(chart.series[0]!.values).toEqual([2, null, 3])
      expect(workbook.slice(1)).toEqual([
        ['2020/21', '2'],
        ['2021/22', null],
        ['2022/23', '3'],
      ])
    })

    it('takes the data over what was edited where asked, and tracks what it writes', async () => {
      await desk.write(wordTemplate(['{EX02}']))
      editDocument(desk.out, (xml) => xml.replace('>2 people<', '>9 people<'))
      await refresh({ take: true, tracked: true })
      const xml = partsOf(fresh)['word/document.xml']!
      expect(xml).toMatch(
        /<w:del w:id="\d+" w:author="Causeway" w:date="[^"]*"><w:r><w:delText xml:space="preserve">9 people<\/w:delText><\/w:r><\/w:del><w:ins [^>]*><w:sdt>.*2 people.*<\/w:sdt><\/w:ins>/,
      )
      expect(await states(fresh)).toContainEqual(['EX02', 'same'])
    })

    it('refuses where a number is hidden, names it, and writes its words where it is taken', async () => {
      await desk.write(wordTemplate(['{EX02}'], { chart: '{chart EX02 years=1}' }))
      const seen = { report: desk.out, out: fresh, tracked: false }
      const error = await refreshReport(desk.college.causeway, ANONYMOUS, { ...seen, take: false }).catch((one) => one)
      expect(error).toMatchObject({
        code: 'FIGURES_LOST',
        facts: { figures: [{ question: 'EX02', state: 'hidden' }, { state: 'hidden' }] },
      })
      await refreshReport(desk.college.causeway, ANONYMOUS, { ...seen, take: true })
      expect(text(fresh)).not.toContain('2 people')
      expect(readDocument(readFileSync(fresh)).chart.series[0]!.values).toEqual([null])
    })

    it('puts a comment beside a sentence that was edited, and makes one anew that was not', async () => {
      await desk.write(wordTemplate(['{EX02.summary}', '{EX02.border.summary}']))
      editDocument(desk.out, (xml) => xml.replace('received, College', 'received (ours), College'))
      await late()
      const { figures } = await refresh()
      expect(figures.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['commented', 'written'])
      const parts = partsOf(fresh)
      expect(parts['word/comments.xml']).toContain('highest 3 people')
      expect(parts['word/document.xml']).toMatch(
        /<w:commentRangeStart w:id="0"\/><w:sdt>.*received \(ours\).*<\/w:sdt><w:commentRangeEnd w:id="0"\/>/,
      )
      expect(parts['word/_rels/document.xml.rels']).toContain('Target="comments.xml"')
      expect(text(fresh)).toContain('2 people each in 2020/21, 2022/23')
    })
  })

  describe('rows of a loop', () => {
    const rows = (path: string) => readDocument(readFileSync(path)).rows.slice(1)
    const template = () =>
      wordTemplate([
        {
          table: {
            head: ['a', 'b'],
            row: ['{category}', '{figure.number}'],
            widths: [1, 1],
            loop: 'EX02.border.by=country',
          },
        },
      ])
    const another = () =>
      desk.college.put('enrolment', [
        HEADER,
        ...['KZ', 'VN'].map((code, n) => `N${n},PA,degree,1,${code},2022-10-01,2023-07-01`),
      ])

    it('are refilled by position, and get another at the end', async () => {
      await desk.write(template())
      const before = rows(desk.out)
      await another()
      const { said } = await refresh()
      expect(rows(fresh)).toHaveLength(before.length + 1)
      expect(new Map(rows(fresh) as [string, string][]).get('Kazakhstan')).toBe('1')
      expect(new Map(rows(fresh) as [string, string][]).get('Viet Nam')).toBe('3')
      expect(said).toMatchObject([{ en: expect.stringContaining('added at the end') }])
      expect((await states(fresh)).every(([, state]) => state === 'same')).toBe(true)
    })

    it('have no number beside the name of another category where a person edited the name', async () => {
      await desk.write(template())
      const [[first, number]] = rows(desk.out) as [[string, string]]
      editDocument(desk.out, (xml) => xml.replace(`>${first}<`, '>Our own name<'))
      await another()
      await refresh()
      const own = rows(fresh).find(([name]) => name === 'Our own name')!
      expect(own[1]).toBe(number)
    })

    it('are said to be wrong where a number was moved beside another name', async () => {
      await desk.write(template())
      editDocument(desk.out, (xml) => {
        const [one, other] = [0, 1].map((turn) => controlOf(xml, `EX02.border.by=country/${turn}/figure.number`))
        return xml.replace(one!, '@').replace(other!, one!).replace('@', other!)
      })
      const { figures } = await verify()
      const wrong = figures.filter(({ remark }) => remark?.en.includes('another category'))
      expect(wrong.map(({ state }) => state)).toEqual(['edited', 'edited'])
    })

    it('keep rows that a person added, and do not copy what a person typed', async () => {
      await desk.write(template())
      editDocument(desk.out, (xml) =>
        xml.replace('</w:tbl>', '<w:tr><w:tc><w:p><w:r><w:t>By hand</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'),
      )
      await another()
      await refresh()
      expect(rows(fresh).filter(([name]) => name === 'By hand')).toHaveLength(1)
    })
  })

  it('shows nobody what the public may not see, in any part', async () => {
    const { lock } = await desk.write(
      wordTemplate(['{EX02} {EX02.summary}'], { chart: '{chart EX02 years=3}', description: '{EX02.summary}' }),
      {
        viewer: ANONYMOUS,
      },
    )
    expect(lock.profile).toBe('PUBLIC')
    expect(lock.figures.some(({ gap }) => gap === 'SUPPRESSED')).toBe(true)
    const { chart, workbook } = readDocument(readFileSync(desk.out))
    expect(chart.series.flatMap(({ values }) => values)).toEqual([null, null, null])
    expect(workbook.slice(1).map((row) => row[1] ?? null)).toEqual([null, null, null])
    const everything = Object.values(partsOf(desk.out)).join('\n') + readFileSync(desk.lockFile, 'utf8')
    expect(everything).not.toMatch(/\b2 people\b/)
    expect(everything).not.toMatch(/"(value|numerator|size)": ?2\b/)
  })
})
