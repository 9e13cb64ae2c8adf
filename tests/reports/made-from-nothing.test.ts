import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { readerOf } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { TEXT_WIDTH } from '@causeway/server/outlets/reports/shipped/xml'
import { editDocument, ENROLMENTS, openKeptDesk, partsOf, type KeptDesk } from '../support/kept-report.ts'
import { readDocument, wordTemplate } from '../support/word.ts'

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
    await desk.college.put('enrolment', [
      `${ENROLMENTS},level`,
      'M1,PA,degree,1,VN,2022-09-01,2023-07-01,higher',
      'M2,PA,degree,1,VN,2022-09-01,2023-07-01,training',
      'M3,PA,degree,1,LA,2022-09-01,2023-07-01,higher',
    ])
  })
  const rowsOf = async (tag: string, locale: 'ZH' | 'EN' = 'EN') =>
    (await desk.write(wordTemplate([tag]), { locale, strict: true })).read.rows

  describe('a table', () => {
    it('has the years of several figures, in either language', async () => {
      expect(await rowsOf('{table EX02 DN01 years 3}')).toEqual([
        ['School year', 'Foreign students received (people)', 'Learners enrolled (people)'],
        ['2020/21', '2', '2'],
        ['2021/22', 'no records', 'no records'],
        ['2022/23', '5', '6'],
      ])
      expect((await rowsOf('{表 EX02 近2年}', 'ZH')).map(([year]) => year)).toEqual([
        '学年',
        '2021—2022学年',
        '2022—2023学年',
      ])
    })

    it('has the categories of a figure, this year and before, and of two dimensions', async () => {
      expect(await rowsOf('{table EX02.by=country years=3}')).toEqual([
        ['Country or region', '2020/21', '2021/22', '2022/23'],
        ['Laos', '1', 'no records', '1'],
        ['Viet Nam', '1', 'no records', '4'],
      ])
      const rows = await rowsOf('{table EX02 by country across level}')
      expect(rows[0]).toEqual(['Country or region', 'higher', 'training', 'unknown'])
      expect(rows.slice(1)).toEqual([
        ['Laos', '1', '0', '0'],
        ['Viet Nam', '1', '1', '2'],
      ])
    })

    it('of a whole official table has room for the longest unit and number in its letters', async () => {
      const partsOfWidth = async (form: string, locale: 'ZH' | 'EN') => {
        await desk.write(wordTemplate([`{table form:${form}}`]), { locale, strict: true })
        const xml = partsOf(desk.out)['word/document.xml']!
        const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
        const whole = widths.reduce((sum, one) => sum + one, 0)
        expect(Math.abs(whole - TEXT_WIDTH)).toBeLessThan(5)
        return widths.map((one) => (100 * one) / whole)
      }
      const [number, label, unit] = await partsOfWidth('international-influence/2022', 'EN')
      // "programmes", and 11.1, in a table of 10 points.
      expect(unit).toBeGreaterThan(15)
      expect(number).toBeLessThan(10)
      expect(label).toBeGreaterThan(20)
      const [long] = await partsOfWidth('impi/2012', 'EN')
      expect(long).toBeGreaterThan(number!)
      const [, , chinese] = await partsOfWidth('international-influence/2022', 'ZH')
      expect(chinese).toBeLessThan(unit!)
    })

    it('has in each cell what GraphQL answers', async () => {
      const rows = await rowsOf('{table EX02 by country across level}')
      const { data } = await desk.college.ask(
        '{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022, by: "country", across: "level") { figures { category { label } across { label } value } } } }',
        {},
        await readerOf(desk.college),
      )
      const { figures } = data.indicator.series
      expect(figures.length).toBeGreaterThan(3)
      for (const { category, across, value } of figures) {
        const row = rows.find(([name]) => name === category.label)!
        const column = rows[0]!.indexOf(across.label)
        expect([category.label, across.label, Number(row[column])]).toEqual([category.label, across.label, value])
      }
    })

    it('is a whole official table, with its notes, in the style of the document', async () => {
      const files = unzipSync(wordTemplate(['{table form:international-influence/2022}']))
      const styles = strFromU8(files['word/styles.xml']!).replace(
        '</w:styles>',
        '<w:style w:type="table" w:styleId="a3"><w:name w:val="Table Grid"/></w:style></w:styles>',
      )
      const { read } = await desk.write(Buffer.from(zipSync({ ...files, 'word/styles.xml': strToU8(styles) })))
      expect(read.rows[0]).toEqual(['Line', 'Indicator', 'Unit', 'Year before', 'This year', 'Note'])
      expect(read.rows).toHaveLength(16)
      expect(read.xml).toContain('<w:tblStyle w:val="a3"/>')
      const { data } = await desk.college.ask(
        '{ form(id: "international-influence", edition: "2022", institution: "X", year: 2022) { lines { number figure { value } } } }',
        {},
        await readerOf(desk.college),
      )
      for (const { number, figure } of data.form.lines) {
        if (figure === null || figure.value === null) continue
        expect([number, Number(read.rows.find(([own]) => own === number)![4])]).toEqual([number, figure.value])
      }
    })

    it('gets another row at a refresh', async () => {
      await rowsOf('{table EX02.by=country years=3}')
      await desk.college.put('enrolment', [ENROLMENTS, 'Q1,PA,degree,1,KZ,2022-09-01,2023-07-01'])
      await desk.refresh()
      const rows = readDocument(readFileSync(desk.fresh)).rows.slice(1)
      expect(rows.map(([name, , , value]) => [name, value])).toEqual([
        ['Kazakhstan', '1'],
        ['Laos', '1'],
        ['Viet Nam', '4'],
      ])
      expect((await desk.states(desk.fresh)).every(([, state]) => state === 'same')).toBe(true)
    })

    it('gets another column at a refresh, beside new rows and what a person added, and is as wide as before', async () => {
      await rowsOf('{table EX02 by country across level}')
      editDocument(desk.out, (xml) =>
        xml.replace(
          '</w:tbl>',
          `<w:tr>${'<w:tc><w:p><w:r><w:t>own</w:t></w:r></w:p></w:tc>'.repeat(4)}</w:tr></w:tbl>`,
        ),
      )
      await desk.college.put('enrolment', [
        `${ENROLMENTS},level`,
        'Q1,PA,degree,1,KZ,2022-09-01,2023-07-01,bachelor',
        'Q2,PA,degree,1,VN,2022-09-01,2023-07-01,bachelor',
      ])
      const { said } = await desk.refresh()
      const { rows, xml } = readDocument(readFileSync(desk.fresh))
      expect(rows).toEqual([
        ['Country or region', 'higher', 'training', 'unknown', 'bachelor'],
        ['Kazakhstan', '0', '0', '0', '1'],
        ['Laos', '1', '0', '0', '0'],
        ['Viet Nam', '1', '1', '2', '1'],
        ['own', 'own', 'own', 'own', ''],
      ])
      expect(said.map(({ en }) => en)).toContainEqual(
        'added as last columns of the table EX02.by=country × level: bachelor',
      )
      const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
      expect(widths).toHaveLength(5)
      expect(Math.abs(widths.reduce((sum, one) => sum + one, 0) - TEXT_WIDTH)).toBeLessThan(5)
      expect((await desk.states(desk.fresh)).every(([, state]) => state === 'same')).toBe(true)
      await desk.refresh({ report: desk.fresh, out: desk.out })
      expect(readDocument(readFileSync(desk.out)).rows).toEqual(rows)
    })

    it('of which a person joined cells gets no column, and that is said', async () => {
      await rowsOf('{table EX02 by country across level}')
      editDocument(desk.out, (xml) => xml.replace('<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>'))
      await desk.college.put('enrolment', [`${ENROLMENTS},level`, 'Q1,PA,degree,1,VN,2022-09-01,2023-07-01,bachelor'])
      const { said } = await desk.refresh()
      expect(said).toMatchObject([{ en: expect.stringMatching(/more columns \(bachelor\).*by hand/) }])
      expect(readDocument(readFileSync(desk.fresh)).rows[0]).toHaveLength(4)
    })

    it('of what may not be asked, or within other text, is named', async () => {
      const { unknown } = await desk.write(
        wordTemplate(['{table EX02 by country across level}', 'See {table EX02}', '{table nothing}']),
        { viewer: ANONYMOUS },
      )
      expect(unknown.map(({ tag, problem }) => [tag, problem.en])).toEqual([
        ['{table EX02 by country across level}', expect.stringContaining('signing in')],
        ['{table EX02}', 'a table tag has a paragraph to itself'],
        ['{table nothing}', expect.stringContaining('no such tag')],
      ])
    })
  })

  describe('a native chart', () => {
    const made = async (tag: string, more = {}) => {
      const { lock } = await desk.write(wordTemplate([tag]), { strict: true, ...more })
      const parts = partsOf(desk.out)
      const read = readDocument(
        zipSync({
          'word/document.xml': strToU8(parts['word/document.xml']!),
          'word/charts/chart1.xml': strToU8(parts['word/charts/chart2.xml']!),
          'word/embeddings/chart1.xlsx': unzipSync(readFileSync(desk.out))['word/embeddings/chart2.xlsx']!,
        }),
      )
      return { ...read, parts, lock, xml: parts['word/charts/chart2.xml']! }
    }

    it('is made of years, as lines, with its workbook and a sentence for those who cannot see it', async () => {
      const { chart, workbook, xml, parts } = await made('{chart lines EX02 DN01 years=3}')
      expect(chart.categories).toEqual(['2020/21', '2021/22', '2022/23'])
      expect(chart.series.map(({ values }) => values)).toEqual([
        [2, null, 5],
        [2, null, 6],
      ])
      expect(workbook[3]).toEqual(['2022/23', '5', '6'])
      expect(xml).toContain('<c:lineChart>')
      expect(parts['word/document.xml']).toMatch(/descr="Chart: Foreign students received, College A &amp; B/)
      expect(parts['[Content_Types].xml']).toContain('/word/charts/chart2.xml')
    })

    it('sets last year beside this one by category, and stacks categories over the years', async () => {
      const beside = await made('{图 EX02 按国家 近3年}', { locale: 'ZH' })
      expect(beside.chart.categories).toEqual(['老挝', '越南'])
      expect(beside.chart.series).toEqual([
        { name: '2020—2021学年', values: [1, 1] },
        { name: '2021—2022学年', values: [null, null] },
        { name: '2022—2023学年', values: [1, 4] },
      ])
      const stacked = await made('{chart stacked EX02 by country years 3 top 1 rest}')
      expect(stacked.chart.series).toEqual([
        { name: 'Viet Nam', values: [1, null, 4] },
        { name: 'others', values: [1, null, 1] },
      ])
      expect(stacked.xml).toContain('<c:grouping val="stacked"/>')
    })

    it('is refreshed with its workbook', async () => {
      await made('{chart EX02 years=3}')
      await desk.late()
      const { figures } = await desk.refresh()
      expect(figures.filter(({ outcome }) => outcome === 'written').map(({ question }) => question)).toContain(
        'chart EX02 years=3',
      )
      expect(partsOf(desk.fresh)['word/charts/chart2.xml']).toMatch(/<c:v>6<\/c:v>/)
    })
  })
})
