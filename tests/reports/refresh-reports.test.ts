import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { refreshReport } from '@causeway/server/outlets/reports/kept/refresh-report'
import { onOneDatabase } from '../support/databases.ts'
import {
  controlOf,
  editDocument,
  ENROLMENTS,
  firstParagraph,
  openKeptDesk,
  outsideControls,
  partsOf,
  type KeptDesk,
} from '../support/kept-report.ts'
import { readDocument, wordTemplate } from '../support/word.ts'

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
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
      await desk.late()
      const { figures } = await desk.refresh()
      const after = partsOf(desk.fresh)
      expect(firstParagraph(desk.fresh)).toBe('3 people of 3 people 31 person-days, she wrote & left.')
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
      const edited = (await desk.verify({}, desk.fresh)).figures.filter(({ state }) => state !== 'same')
      expect(edited).toMatchObject([{ question: 'EX07.calendar.next', state: 'edited' }])
    })

    it('writes the chart and the workbook behind it, and keeps its title', async () => {
      await desk.write(wordTemplate([], { chart: '{chart EX02 years=3}' }))
      editDocument(
        desk.out,
        (xml) => xml.replace('Foreign students received (people)', 'Ours, &amp; theirs'),
        'word/charts/chart1.xml',
      )
      await desk.late()
      await desk.refresh()
      const { chart, workbook } = readDocument(readFileSync(desk.fresh))
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
      await desk.refresh({ take: true, tracked: true })
      const xml = partsOf(desk.fresh)['word/document.xml']!
      expect(xml).toMatch(
        /<w:del w:id="\d+" w:author="Causeway" w:date="[^"]*"><w:r><w:delText xml:space="preserve">9 people<\/w:delText><\/w:r><\/w:del><w:ins [^>]*><w:sdt>.*2 people.*<\/w:sdt><\/w:ins>/,
      )
      expect(await desk.states(desk.fresh)).toContainEqual(['EX02', 'same'])
    })

    it('refuses where a number is hidden, names it, and writes its words where it is taken', async () => {
      await desk.write(wordTemplate(['{EX02}'], { chart: '{chart EX02 years=1}' }))
      const seen = { report: desk.out, out: desk.fresh, tracked: false }
      const error = await refreshReport(desk.college.causeway, ANONYMOUS, { ...seen, take: false }).catch((one) => one)
      expect(error).toMatchObject({
        code: 'FIGURES_LOST',
        facts: { figures: [{ question: 'EX02', state: 'hidden' }, { state: 'hidden' }] },
      })
      await refreshReport(desk.college.causeway, ANONYMOUS, { ...seen, take: true })
      expect(firstParagraph(desk.fresh)).not.toContain('2 people')
      expect(readDocument(readFileSync(desk.fresh)).chart.series[0]!.values).toEqual([null])
    })

    it('puts a comment beside a sentence that was edited, and makes one anew that was not', async () => {
      await desk.write(wordTemplate(['{EX02.summary}', '{EX02.border.summary}']))
      editDocument(desk.out, (xml) => xml.replace('received, College', 'received (ours), College'))
      await desk.late()
      const { figures } = await desk.refresh()
      expect(figures.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['commented', 'written'])
      const parts = partsOf(desk.fresh)
      expect(parts['word/comments.xml']).toContain('highest 3 people')
      expect(parts['word/document.xml']).toMatch(
        /<w:commentRangeStart w:id="0"\/><w:sdt>.*received \(ours\).*<\/w:sdt><w:commentRangeEnd w:id="0"\/>/,
      )
      expect(parts['word/_rels/document.xml.rels']).toContain('Target="comments.xml"')
      expect(firstParagraph(desk.fresh)).toContain('2 people each in 2020/21, 2022/23')
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
        ENROLMENTS,
        ...['KZ', 'VN'].map((code, n) => `N${n},PA,degree,1,${code},2022-10-01,2023-07-01`),
      ])

    it('are refilled by position, and get another at the end', async () => {
      await desk.write(template())
      const before = rows(desk.out)
      await another()
      const { said } = await desk.refresh()
      expect(rows(desk.fresh)).toHaveLength(before.length + 1)
      expect(new Map(rows(desk.fresh) as [string, string][]).get('Kazakhstan')).toBe('1')
      expect(new Map(rows(desk.fresh) as [string, string][]).get('Viet Nam')).toBe('3')
      expect(said).toMatchObject([{ en: expect.stringContaining('added at the end') }])
      expect((await desk.states(desk.fresh)).every(([, state]) => state === 'same')).toBe(true)
    })

    it('have no number beside the name of another category where a person edited the name', async () => {
      await desk.write(template())
      const [[first, number]] = rows(desk.out) as [[string, string]]
      editDocument(desk.out, (xml) => xml.replace(`>${first}<`, '>Our own name<'))
      const ofOwn = (path: string) => rows(path).find(([name]) => name === 'Our own name')![1]
      await another()
      await desk.refresh()
      expect(ofOwn(desk.fresh)).toBe(number)
      await desk.college.put('enrolment', [ENROLMENTS, 'M1,PA,degree,1,KZ,2022-10-01,2023-07-01'])
      const again = desk.fresh.replace('fresh', 'again')
      await desk.refresh({ report: desk.fresh, out: again })
      expect(ofOwn(again)).toBe(number)
    })

    it('are said to be wrong where a number was moved beside another name', async () => {
      await desk.write(template())
      editDocument(desk.out, (xml) => {
        const [one, other] = [0, 1].map((turn) => controlOf(xml, `EX02.border.by=country/${turn}/figure.number`))
        return xml.replace(one!, '@').replace(other!, one!).replace('@', other!)
      })
      const { figures } = await desk.verify()
      const wrong = figures.filter(({ remark }) => remark?.en.includes('another category'))
      expect(wrong.map(({ state }) => state)).toEqual(['edited', 'edited'])
    })

    it('keep rows that a person added, and do not copy what a person typed', async () => {
      await desk.write(template())
      editDocument(desk.out, (xml) =>
        xml.replace('</w:tbl>', '<w:tr><w:tc><w:p><w:r><w:t>By hand</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'),
      )
      await another()
      await desk.refresh()
      expect(rows(desk.fresh).filter(([name]) => name === 'By hand')).toHaveLength(1)
    })
  })
})
