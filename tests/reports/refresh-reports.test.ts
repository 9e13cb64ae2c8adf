import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { refreshReport } from '@causeway/server/outlets/reports/kept/refresh-report'
import { onOneDatabase } from '../support/databases.ts'
import {
  controlOf,
  editDocument,
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
        wordTemplate(['{EX02} of {EX02} {EX07.calendar.next}, he said & left in a calendar year.'], {
          chart: '{chart DN01}',
        }),
      )
      editDocument(desk.out, (xml) =>
        xml.replace('he said', 'she wrote').replace('>30 person-days<', '>31 person-days<'),
      )
      const before = partsOf(desk.out)
      await desk.late()
      const { figures } = await desk.refresh()
      const after = partsOf(desk.fresh)
      expect(firstParagraph(desk.fresh)).toBe(
        '3 people of 3 people 31 person-days, she wrote & left in a calendar year.',
      )
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

    it('gives a chart that a program mixed up with another its data, title and workbook again', async () => {
      await desk.write(wordTemplate(['{chart EX07 years 3}'], { chart: '{chart EX02 years=3}' }))
      const parts = partsOf(desk.out)
      // As LibreOffice 25.2 saves one that was cut and pasted.
      for (const name of ['word/charts/chart1.xml', 'word/charts/_rels/chart1.xml.rels'])
        editDocument(desk.out, () => parts[name.replace('chart1', 'chart2')]!, name)
      await desk.late()
      const { figures } = await desk.refresh()
      const mixed = figures.find(({ question }) => question === 'chart EX02 years=3')
      expect(mixed).toMatchObject({ outcome: 'written', remark: { en: expect.stringContaining('another chart') } })
      const after = partsOf(desk.fresh)
      const { chart } = readDocument(readFileSync(desk.fresh))
      expect(chart.title).toContain('Foreign students received')
      expect(chart.series[0]!.values).toEqual([2, null, 3])
      expect(after['word/charts/chart2.xml']).toBe(parts['word/charts/chart2.xml'])
      const [own, other] = ['1', '2'].map(
        (n) => /Target="([^"]*)"/.exec(after[`word/charts/_rels/chart${n}.xml.rels`]!)![1],
      )
      expect(own).not.toBe(other)
      expect(Object.keys(after)).toContain(`word/${own!.slice('../'.length)}`)
      expect((await desk.states(desk.fresh)).every(([, state]) => state === 'same')).toBe(true)
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

  it('writes a period or scope that its paragraph leaves unsaid after a figure, at filling and later', async () => {
    const lines = ['{EX02} with {EX02.border}; {EX07.calendar.next}', '{EX07.calendar.next}', '{EX02 with-scope}']
    const { read } = await desk.write(wordTemplate(lines))
    const asWritten = [
      '2 people with 3 people (with Hong Kong, Macao and Taiwan); 30 person-days (calendar year 2023)',
      '30 person-days',
      '2 people (without Hong Kong, Macao and Taiwan)',
    ]
    expect(read.paragraphs.slice(0, 3)).toEqual(asWritten)
    await desk.late()
    await desk.refresh()
    expect(readDocument(readFileSync(desk.fresh)).paragraphs.slice(0, 3)).toEqual([
      asWritten[0]!.replace('2 people', '3 people').replace('with 3', 'with 4'),
      asWritten[1],
      asWritten[2]!.replace('2', '3'),
    ])
    const inChinese = await desk.write(wordTemplate(['{EX02}，{EX02.国境外}，{EX07.自然年.下年}']), { locale: 'ZH' })
    expect(inChinese.read.paragraphs[0]).toBe('3人，4人（含港澳台），30人日（自然年2023年）')
    // The usual scope of the one says nothing of the other.
    const beside = await desk.write(wordTemplate(['{EX07} {EX02.border}', '{EX02.border} {EX02.border.country=VN}']))
    expect(beside.read.paragraphs.slice(0, 2)).toEqual([
      '30 person-days 4 people (with Hong Kong, Macao and Taiwan)',
      '4 people 3 people',
    ])
  })
})
