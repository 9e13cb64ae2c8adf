import { appendFileSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect } from 'vitest'
import { ValueType, Workbook } from '@cj-tech-master/excelts'
import { findInstitution } from '@causeway/server/records/institutions'
import { onOneDatabase } from '../support/databases.ts'
import { packFiles } from '../support/hostile-workbooks.ts'
import { test } from '../support/import-desk.ts'
import { refused } from '../support/refused-import.ts'

const HEADER = 'person,direction,audience,purpose,country,start,end'
const RIGHT = 'L1,out,student,study,VN,2023-09-01,2023-10-01'

const ID = '230102199001011234'
const wrong = (person: string, note = '') => `${person},out,student,study,Nowhere,2023-09-01,2023-10-01,${note}`

onOneDatabase(() => {
  test('files that are no table are refused, whatever their name', async (desk) => {
    expect((await refused(desk, 'a.csv', '')).code).toBe('EMPTY_FILE')
    expect((await refused(desk, 'b.csv', '\n\n\n')).code).toBe('EMPTY_FILE')
    expect((await refused(desk, 'c.xlsx', '%PDF-1.4 not a workbook')).code).toBe('WRONG_FILE_KIND')
    expect((await refused(desk, 'd.csv', zipSync({ 'word/document.xml': strToU8('<w/>') }))).en).toContain(
      'Word document',
    )
    const bomb = packFiles({ 'xl/workbook.xml': '<workbook/>', 'xl/a.xml': '0'.repeat(30_000_000) })
    expect((await refused(desk, 'e.xlsx', bomb)).code).toBe('ZIP_BOMB')
    expect((await refused(desk, 'f.csv', [HEADER])).code).toBe('NO_ROWS')
    expect((await desk.import(join(desk.folder, 'nowhere.csv'), 'mobility')).problems[0]!.code).toBe('NO_SUCH_FILE')
  })

  test('a file without a header is refused, and what a header would say is said', async (desk) => {
    const { code, en, zh } = await refused(desk, 'a.csv', [RIGHT, RIGHT.replace('L1', 'L2')])
    expect(code).toBe('NO_HEADER')
    expect(en).toContain('template')
    expect(zh).toContain('人员编号')
  })

  test('a quote that is never closed in the header is said, and where it is', async (desk) => {
    const { code, zh, problem } = await refused(desk, 'a.csv', [HEADER.replace('direction', '"direction'), RIGHT])
    expect([code, problem.row, problem.column]).toEqual(['NO_HEADER', 1, 'B'])
    expect(zh).toContain('第 1 行 B 列的引号没有闭合')
  })

  test('a header nearly right of a field that may be empty is said, and of one that every record has it refuses the file', async (desk) => {
    const optional = await desk.import(desk.file('a.csv', [`${HEADER},parnter`, `${RIGHT},P1`]), 'mobility', {
      dryRun: true,
    })
    expect(optional).toMatchObject({ refused: false, accepted: 1, warnings: [{ code: 'NEAR_COLUMN' }] })
    expect(optional.warnings[0]!.message.en).toContain(
      'Column H "parnter" was not read: it is nearly, but not quite, "Partner"',
    )
    const chinese = await refused(desk, 'b.csv', [
      '人员编号,方向,人员类别,事由,国家（地区）,开始日期,结束日其',
      'L1,派出,学生,学习,越南,2023-09-01,2023-10-01',
    ])
    expect(chinese.zh).toContain('结束日期')
    const all = await refused(desk, 'c.csv', ['persn,directon,audince,purpse,contry,strt,ennd', RIGHT])
    expect(all.code).toBe('NO_HEADER')
    expect(all.en).toMatch(/did you mean "person" by "persn", "direction" by "directon"/)
  })

  test('two headers alike are refused, and so are two names of one field', async (desk) => {
    expect(await refused(desk, 'a.csv', [`${HEADER},start`, `${RIGHT},2023-09-02`])).toMatchObject({
      code: 'DUPLICATE_COLUMN',
      problem: { row: 1, column: 'start' },
    })
    const named = await refused(desk, 'b.csv', [`${HEADER},国别`, `${RIGHT},老挝`])
    expect(named.en).toMatch(/Columns E "country" and H "国别"/)
  })

  test('a file that lacks what a record is known by is refused', async (desk) => {
    expect(await refused(desk, 'a.csv', ['person,audience,purpose', 'L1,student,study'])).toMatchObject({
      code: 'MISSING_COLUMN',
    })
  })

  test('300 columns, of which seven are ours, are no trouble, and the rest are named', async (desk) => {
    const strange = Array.from({ length: 293 }, (_, i) => `指标${String(i).padStart(3, '0')}x`)
    const report = await desk.bring('mobility', [
      [HEADER, ...strange].join(','),
      [RIGHT, ...strange.map(() => '1')].join(','),
    ])
    expect(report).toMatchObject({ accepted: 1, rejected: 0, warnings: [{ code: 'IGNORED_COLUMNS' }] })
    expect(report.warnings[0]!.message.en).toContain('(293)')
  })

  test('one wrong row refuses the file and changes nothing', async (desk) => {
    const { database } = desk
    const before = await findInstitution(database, 'X')
    const report = await refused(desk, 'a.csv', [HEADER, RIGHT, 'L2,out,student,study,Nowhere,2023-09-01,2023-10-01'])
    expect(report).toMatchObject({ rejected: 1, problem: { row: 3, column: 'country' } })
    expect(await findInstitution(database, 'X')).toEqual(before)
  })

  test('an unknown institution is refused with the nearest codes; none at all with how to say it', async (desk) => {
    await desk.put('institution', ['code,name_zh,country', '4123012345,丙学院,CN'])
    expect(await refused(desk, 'a.csv', [HEADER, RIGHT], { institution: '4123012354' })).toMatchObject({
      code: 'UNKNOWN_INSTITUTION',
      en: expect.stringContaining('4123012345'),
    })
    expect(await refused(desk, 'b.csv', [HEADER, RIGHT], { institution: undefined })).toMatchObject({
      code: 'INSTITUTION_MISSING',
    })
    const column = await refused(desk, 'c.csv', [`institution,${HEADER}`, `4123012354,${RIGHT}`, `X,${RIGHT}`], {
      institution: undefined,
    })
    expect(column.problems).toMatchObject([
      {
        row: 2,
        column: 'institution',
        code: 'UNKNOWN_INSTITUTION',
        message: { en: expect.stringContaining('4123012345') },
      },
    ])
    const other = await refused(desk, 'd.csv', [`institution,${HEADER}`, `X2,${RIGHT}`])
    expect(other.problems).toMatchObject([{ row: 2, column: 'institution', code: 'OTHER_INSTITUTION' }])
  })

  test('a file that is changed while it is read is refused', async (desk) => {
    const lines = Array.from({ length: 20_000 }, (_, i) => RIGHT.replace('L1', `L${i}`))
    const path = desk.file('moving.csv', [HEADER, ...lines])
    let changed = false
    const report = await desk.import(path, 'mobility', {
      onProgress: () => {
        if (!changed) appendFileSync(path, `${RIGHT.replace('L1', 'LATE')}\n`)
        changed = true
      },
    })
    expect(report).toMatchObject({ refused: true, accepted: 0, batch: null })
    expect(report.problems.map(({ code }) => code)).toContain('FILE_CHANGED')
    expect(await desk.records('mobility')).toEqual([])
  })

  test('a file cannot be its own list of rejects, and one that cannot be written refuses the import', async (desk) => {
    const path = desk.file('a.csv', [HEADER, RIGHT.replace('VN', 'Nowhere')])
    for (const rejects of [
      path,
      join(desk.folder, 'r.xls'),
      join(desk.folder, 'no', 'such', 'folder.csv'),
      join(desk.folder, 'no', 'folder.xlsx'),
    ]) {
      expect(await desk.import(path, 'mobility', { rejects }), rejects).toMatchObject({
        refused: true,
        problems: expect.arrayContaining([expect.objectContaining({ code: 'CANNOT_WRITE_REJECTS' })]),
      })
    }
    expect(existsSync(path)).toBe(true)
  })

  test('wrong rows are written back as a workbook of text, and are the same when it is imported', async (desk) => {
    const notes = ['=1+1', "'=quoted", '_x0041_ stays', '"two\nlines"', ' 007 ', '+86 10', '2023-09-01']
    const rows = notes.map((note, i) => wrong(i === 0 ? ID : `P${i}`, note.startsWith('"') ? note : `"${note}"`))
    const path = desk.file('a.csv', [`${HEADER},note`, ...rows])
    const rejects = join(desk.folder, 'rejects.xlsx')
    const first = await desk.import(path, 'mobility', { rejects })
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
    await desk.import(rejects, 'mobility', { rejects: again })
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
    const brought = await desk.import(rejects, 'mobility')
    expect(brought).toMatchObject({ refused: false, accepted: notes.length, problems: [] })
    const kept = (await desk.records('mobility')).map(({ note }) => note)
    expect(new Set(kept)).toEqual(
      new Set(['=1+1', "'=quoted", '_x0041_ stays', 'two\nlines', '007', '+86 10', '2023-09-01']),
    )
  })

  test('where every row is right there is no workbook', async (desk) => {
    const rejects = join(desk.folder, 'rejects.xlsx')
    const path = desk.file('a.csv', [`${HEADER},note`, wrong('P1').replace('Nowhere', 'LA')])
    expect(await desk.import(path, 'mobility', { rejects })).toMatchObject({
      accepted: 1,
      rejects: null,
    })
    expect([existsSync(rejects), existsSync(`${rejects}.part`)]).toEqual([false, false])
  })
})
