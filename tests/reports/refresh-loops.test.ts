import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import {
  controlOf,
  editDocument,
  ENROLMENTS,
  firstParagraph,
  openKeptDesk,
  type KeptDesk,
} from '../support/kept-report.ts'
import { readDocument, wordTemplate } from '../support/word.ts'

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
  })

  describe('rows of a loop', () => {
    const rows = (path: string) => readDocument(readFileSync(path)).rows.slice(1)
    const table = {
      table: {
        head: ['a', 'b'],
        row: ['{category}', '{figure.number}'],
        widths: [1, 1],
        loop: 'EX02.border.by=country',
      },
    }
    const template = () => wordTemplate([table])
    const another = () =>
      desk.college.put('enrolment', [
        ENROLMENTS,
        ...['KZ', 'VN'].map((code, n) => `N${n},PA,degree,1,${code},2022-10-01,2023-07-01`),
      ])

    it('are refilled by position, and get another at the end', async () => {
      await desk.write(template())
      const before = rows(desk.out)
      await another()
      const { said, figures } = await desk.refresh()
      expect(rows(desk.fresh)).toHaveLength(before.length + 1)
      // Where another category is now, that it has other records is no cause.
      const moved = figures.filter(({ question, state }) => question.endsWith('figure.number') && state === 'moved')
      expect(moved.map(({ cause }) => cause?.en)).toEqual(['This place was of Viet Nam, and is of Macao, China now.'])
      expect(new Map(rows(desk.fresh) as [string, string][]).get('Kazakhstan')).toBe('1')
      expect(new Map(rows(desk.fresh) as [string, string][]).get('Viet Nam')).toBe('3')
      expect(said).toMatchObject([{ en: expect.stringContaining('added at the end') }])
      expect((await desk.states(desk.fresh)).every(([, state]) => state === 'same')).toBe(true)
    })

    const own = (turn: number, column: string) => `EX02.border.by=country/${turn}/${column}`
    /** Its control deleted, and something typed there. */
    const typed = (xml: string, column: string, text: string) =>
      xml.replace(controlOf(xml, own(0, column)), `<w:r><w:t>${text}</w:t></w:r>`)

    it.each([
      { what: 'a name edited', edit: (xml: string) => xml.replace('>Macao, China<', '>Ours<'), row: ['Ours', '1'] },
      { what: 'a name typed', edit: (xml: string) => typed(xml, 'category', 'Ours'), row: ['Ours', '1'] },
      {
        what: 'a number typed',
        edit: (xml: string) => typed(xml, 'figure.number', 'some 9'),
        row: ['Macao, China', 'some 9'],
      },
      {
        what: 'a number edited',
        edit: (xml: string) =>
          xml.replace(controlOf(xml, own(0, 'figure.number')), (one) => one.replace('>1<', '>one<')),
        row: ['Macao, China', 'one'],
      },
      {
        what: 'words beside a name',
        edit: (xml: string) =>
          xml.replace(controlOf(xml, own(0, 'category')), (one) => `${one}<w:r><w:t> (near)</w:t></w:r>`),
        row: ['Macao, China (near)', '1'],
      },
    ])('with $what stay of their category, and the others take the rest', async ({ edit, row }) => {
      await desk.write(template())
      editDocument(desk.out, edit)
      await another()
      const { said } = await desk.refresh()
      expect(rows(desk.fresh)).toEqual([row, ['Kazakhstan', '1'], ['Viet Nam', '3']])
      expect(said).toMatchObject([{ en: expect.stringContaining('added at the end') }])
      // And so at any later time.
      await desk.college.put('enrolment', [ENROLMENTS, 'M1,PA,degree,1,BY,2022-10-01,2023-07-01'])
      await desk.refresh({ report: desk.fresh, out: desk.out })
      expect(rows(desk.out)).toEqual([row, ['Belarus', '1'], ['Kazakhstan', '1'], ['Viet Nam', '3']])
    })

    it('that are new look as the last that no person wrote in, and come after all', async () => {
      await desk.write(template())
      editDocument(desk.out, (xml) =>
        xml.replace(controlOf(xml, own(1, 'category')), (one) => `${one}<w:r><w:t> (near)</w:t></w:r>`),
      )
      await desk.college.put('enrolment', [ENROLMENTS, 'N1,PA,degree,1,ZM,2022-10-01,2023-07-01'])
      await desk.refresh()
      expect(rows(desk.fresh)).toEqual([
        ['Macao, China', '1'],
        ['Viet Nam (near)', '2'],
        ['Zambia', '1'],
      ])
    })

    it('of several paragraphs are added whole', async () => {
      await desk.write(wordTemplate(['{#EX02.border.by=country}', '{category}', '{figure.number}', '{/}']))
      await desk.college.put('enrolment', [ENROLMENTS, 'N1,PA,degree,1,ZM,2022-10-01,2023-07-01'])
      await desk.refresh()
      const { paragraphs } = readDocument(readFileSync(desk.fresh))
      expect(paragraphs.slice(0, 6)).toEqual(['Macao, China', '1', 'Viet Nam', '2', 'Zambia', '1'])
    })

    it('that a person took out stay out', async () => {
      await desk.write(template())
      editDocument(desk.out, (xml) => {
        const control = xml.indexOf(controlOf(xml, own(0, 'category')))
        const [from, to] = [xml.lastIndexOf('<w:tr>', control), xml.indexOf('</w:tr>', control)]
        return xml.slice(0, from) + xml.slice(to + '</w:tr>'.length)
      })
      await another()
      await desk.refresh()
      expect(rows(desk.fresh)).toEqual([
        ['Kazakhstan', '1'],
        ['Viet Nam', '3'],
      ])
    })

    it('stay as they are where a person wrote and the data have no such category any more', async () => {
      await desk.write(wordTemplate([{ table: { ...table.table, loop: 'EX02.border.by=country top 1' } }]))
      editDocument(desk.out, (xml) => xml.replace('>Viet Nam<', '>Viet Nam, ours<'))
      const lines = [1, 2, 3].map((n) => `N${n},PA,degree,1,KZ,2022-10-01,2023-07-01`)
      await desk.college.put('enrolment', [ENROLMENTS, ...lines])
      const { figures } = await desk.refresh({ take: true })
      expect(rows(desk.fresh)[0]).toEqual(['Viet Nam, ours', '2'])
      expect(figures.filter(({ remark }) => remark?.en.includes('so the row is kept'))).toHaveLength(2)
    })

    it('of the same loop in two places each have their own names, and each place gets its row', async () => {
      await desk.write(wordTemplate(['{#EX02.border.by=country}{and}{category} {figure.number}{/}', table]))
      const [[first, number]] = rows(desk.out) as [[string, string]]
      editDocument(desk.out, (xml) => {
        const own = controlOf(xml, 'EX02.border.by=country #2/0/category')
        return xml.replace(own, '<w:r><w:t>Our own name</w:t></w:r>')
      })
      await another()
      const { said } = await desk.refresh()
      expect(rows(desk.fresh)).toContainEqual(['Our own name', number])
      expect(rows(desk.fresh)).toHaveLength(3)
      // Nor where all that was edited is to be taken over, at any later time.
      await desk.refresh({ report: desk.fresh, out: desk.out, take: true })
      expect(rows(desk.out)).toContainEqual(['Our own name', number])
      expect(firstParagraph(desk.fresh)).toBe('Kazakhstan 1, Macao, China 1 and Viet Nam 3')
      expect(first).not.toBe('Our own name')
      expect(rows(desk.fresh)).toContainEqual(['Kazakhstan', '1'])
      const added = 'added at the end of the loop EX02.border.by=country: Viet Nam'
      expect(said.map(({ en }) => en)).toEqual([added, added])
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
