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
      expect((await desk.verify({}, again)).figures).toContainEqual(
        expect.objectContaining({
          inDocument: number,
          remark: { en: expect.stringContaining('so the number is kept'), zh: expect.anything() },
        }),
      )
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
      expect(said.map(({ en }) => en)).toEqual([
        'added at the end of the loop EX02.border.by=country: Viet Nam',
        'added at the end of the loop EX02.border.by=country: Viet Nam',
        'no row of the loop EX02.border.by=country has Kazakhstan: the row there was deleted, or its name is what a person typed',
      ])
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
