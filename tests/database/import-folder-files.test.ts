import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { folderOfFile } from '../support/folders.ts'
import { runCauseway } from '../support/processes.ts'

const home = folderOfFile()

interface Said {
  accepted: number
  problems: { file?: string; code: string; message: string }[]
  warnings: { file?: string; code: string; message: string }[]
}

/** A row that is a partner, its cells parted by `delimiter`. */
const partner = (code: string, delimiter: string): string =>
  [
    ['编号', '中文名称', '国家（地区）', '类型'],
    [code, `${code}学院`, '泰国', '学院'],
  ]
    .map((cells) => cells.join(delimiter))
    .join('\n')

async function workbook(code: string): Promise<Uint8Array> {
  const book = new Workbook()
  book.addWorksheet('合作机构').addRows(
    partner(code, ',')
      .split('\n')
      .map((line) => line.split(',')),
  )
  return new Uint8Array(await book.xlsx.writeBuffer())
}

forEachDatabase((name, _open, newUrl) => {
  test('a folder is read to the last table, and what of it was not read is named', async () => {
    const settings = { DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: join(home, `${name}.key`) }
    const run = (...words: string[]) => runCauseway(words, settings, home)
    const folderOf = (folder: string, files: Record<string, string | Uint8Array>) => {
      mkdirSync(join(home, name, folder), { recursive: true })
      for (const [file, content] of Object.entries(files)) writeFileSync(join(home, name, folder, file), content)
      return join(name, folder)
    }
    const bring = async (folder: string, ...more: string[]) => {
      const { code, out } = await run('import', folder, '--institution', 'X', '--json', ...more)
      return { code, ...(JSON.parse(out) as Said) }
    }
    writeFileSync(join(home, 'college.csv'), 'code,name_zh,name_en,country\nX,甲学院,College X,CN\n')
    expect(await run('import', 'college.csv', '--as', 'institution')).toMatchObject({ code: 0 })

    const tables = folderOf('表格', {
      ...{ 'a.csv': partner('P1', ','), 'b.tsv': partner('P2', '\t'), 'c.txt': partner('P3', ';') },
      ...{ 'd.TXT': partner('P4', '\t'), 'e.xlsm': await workbook('P5'), 'f.xlsx': await workbook('P6') },
      // Nobody has to be told of these.
      ...{ '.DS_Store': 'x', '~$f.xlsx': 'x', '.~lock.a.csv#': 'x', 'Thumbs.db': 'x', 'desktop.ini': 'x' },
    })
    mkdirSync(join(home, tables, '__MACOSX'))
    const elsewhere = join(home, `${name}-linked.csv`)
    writeFileSync(elsewhere, partner('P7', ','))
    symlinkSync(elsewhere, join(home, tables, 'g.csv'))
    expect(await bring(tables)).toMatchObject({ code: 0, accepted: 7, problems: [], warnings: [] })

    // What is no data for sure is named, and the import is all that was asked for.
    const beside = folderOf('附件', {
      'a.csv': partner('Q1', ','),
      ...{ 'README.md': 'x', 'readme.txt': 'a, b\nc, d\n', '说明.txt': '请各院系于九月填写。\n', '合影.JPG': 'x' },
    })
    const soft = await bring(beside)
    expect(soft).toMatchObject({ code: 0, accepted: 1 })
    expect(soft.warnings.map(({ file, code }) => [file, code])).toEqual(
      ['README.md', 'readme.txt', '合影.JPG', '说明.txt'].map((file) => [file, 'FILE_LEFT_OUT']),
    )

    // Where something may hold data the command does not end as if all had been read.
    const missed = folderOf('2023', {
      ...{ 'a.csv': partner('R1', ','), '协议.docx': 'x', '统计表.pdf': 'x', '交流.ods': 'x', '导出.dat': 'x' },
      ...{ '数据.zip': 'x', '学生.txt': '编号    名称\nR2      乙\nR3      丙\n', 无扩展名: 'x' },
    })
    mkdirSync(join(home, missed, '二级学院'))
    const named = '二级学院 交流.ods 协议.docx 学生.txt 导出.dat 数据.zip 无扩展名 统计表.pdf'.split(' ')
    const loud = await bring(missed)
    expect(loud).toMatchObject({ code: 1, accepted: 1, problems: [] })
    expect(loud.warnings.map(({ file, code }) => `${file} ${code}`).toSorted()).toEqual(
      named.map((file) => `${file} FILE_NOT_READ`).toSorted(),
    )
    expect(loud.warnings.find(({ file }) => file === '二级学院')?.message).toMatch(/子文件夹/)
    const said = await run('import', missed, '--institution', 'X', '--dry-run', '--lang', 'zh')
    expect(said.code).toBe(1)
    for (const file of named) expect(said.out).toContain(file)

    // So does one that holds nothing else, and one of which a table is wrong.
    expect(await bring(folderOf('无表格', { '协议.docx': 'x' }))).toMatchObject({
      ...{ code: 1, problems: [{ code: 'NO_SUCH_FILE' }], warnings: [{ file: '协议.docx', code: 'FILE_NOT_READ' }] },
    })
    const wrong = folderOf('有误', { 'a.csv': 'a,b\n1,2\n', 'b.csv': partner('S1', ','), 'c.pdf': 'x' })
    expect((await bring(wrong)).warnings).toMatchObject([{ file: 'c.pdf', code: 'FILE_NOT_READ' }])
  })
})
