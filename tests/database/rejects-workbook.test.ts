import { ValueType, Workbook } from '@cj-tech-master/excelts'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

const HEADER = 'person,direction,audience,purpose,country,start,end,note'
const ID = '230102199001011234'
const wrong = (person: string, note = '') => `${person},out,student,study,Nowhere,2023-09-01,2023-10-01,${note}`

forEachDatabase((_name, open) => {
  test('wrong rows are written back as a workbook of text, and are the same when it is imported', async () => {
    const desk = await openDeskWithCollege(await open())
    const notes = ['=1+1', "'=quoted", '_x0041_ stays', '"two\nlines"', ' 007 ', '+86 10', '2023-09-01']
    const rows = notes.map((note, i) => wrong(i === 0 ? ID : `P${i}`, note.startsWith('"') ? note : `"${note}"`))
    const path = desk.file('a.csv', [HEADER, ...rows])
    const rejects = join(desk.folder, 'rejects.xlsx')
    const first = await desk.import(path, 'mobility', { institution: 'X', rejects })
    expect(first).toMatchObject({ refused: true, rejected: notes.length, rejects })
    expect(statSync(rejects).mode & 0o077).toBe(0)

    const book = new Workbook()
    await book.xlsx.readFile(rejects)
    const [sheet] = book.worksheets
    expect(sheet!.getCell('A2').value).toBe(ID)
    sheet!.eachRow((row) =>
      row.eachCell((cell) => {
        expect([cell.type, cell.numFmt], cell.address).toEqual([ValueType.String, '@'])
      }),
    )
    expect(String(sheet!.getCell('J2').value)).toContain('Nowhere')

    const again = join(desk.folder, 'again.xlsx')
    await desk.import(rejects, 'mobility', { institution: 'X', rejects: again })
    const texts = async (file: string) => {
      const read = new Workbook()
      await read.xlsx.readFile(file)
      const all: string[][] = []
      // The row in the file and the reason are of each file.
      read.worksheets[0]!.eachRow((row) => all.push((row.values as string[]).slice(1, 9).map(String)))
      return all
    }
    expect(await texts(again)).toEqual(await texts(rejects))

    // As Excel reads a text, which the library leaves as it is written, and writes in its own way.
    const plain = (text: string) =>
      text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    sheet!.eachRow((row) => row.eachCell((cell) => (cell.value = plain(String(cell.value)))))
    for (let row = 2; row <= notes.length + 1; row++) sheet!.getCell(`E${row}`).value = 'LA'
    await book.xlsx.writeFile(rejects)
    const brought = await desk.import(rejects, 'mobility', { institution: 'X' })
    expect(brought).toMatchObject({ refused: false, accepted: notes.length, problems: [] })
    const kept = (await desk.records('mobility')).map(({ note }) => note)
    expect(new Set(kept)).toEqual(
      new Set(['=1+1', "'=quoted", '_x0041_ stays', 'two\nlines', '007', '+86 10', '2023-09-01']),
    )
  })

  test('where every row is right there is no workbook', async () => {
    const desk = await openDeskWithCollege(await open())
    const rejects = join(desk.folder, 'rejects.xlsx')
    const path = desk.file('a.csv', [HEADER, wrong('P1').replace('Nowhere', 'LA')])
    expect(await desk.import(path, 'mobility', { institution: 'X', rejects })).toMatchObject({
      accepted: 1,
      rejects: null,
    })
    expect([existsSync(rejects), existsSync(`${rejects}.part`)]).toEqual([false, false])
  })
})
