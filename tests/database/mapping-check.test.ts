import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOfFile } from '../support/folders.ts'
import { runCauseway } from '../support/processes.ts'

const folder = folderOfFile()

function file(name: string, lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

async function check(...args: string[]) {
  const { code, out } = await runCauseway(['mapping', 'check', ...args], {})
  return { code, out }
}

describe('mapping check', () => {
  test('names line and column of every mistake', async () => {
    const mapping = file('wrong.yaml', [
      'type: mobility',
      'header_rows: 2',
      "unpivot: { columns: '[', names: [a], values: a }",
      "split_rows: [{ column: 国家, by: '/、*/' }]",
      'fields:',
      '  person: 学号',
      '  contry: 国家',
      '  start: { column: 开始, extract: ( }',
    ])
    const { code, out } = await check(mapping, '--json')
    const { problems } = JSON.parse(out) as {
      problems: { line: number; column: number; message: { zh: string; en: string } }[]
    }
    expect(code).toBe(1)
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual([
      '3:12',
      '3:26',
      '3:38',
      '4:28',
      '7:3',
      '8:24',
    ])
    for (const { message } of problems) expect(message.zh).toMatch(/\p{Script=Han}/u)
    expect((await check(mapping, '--lang', 'zh')).out).toMatch(/第 7 行第 3 列：mobility 没有字段「contry」/)
  })

  test.each([
    ["fields: { start: '培训 }", /第 2 行第 \d+ 列：缺少引号、括号/],
    ['fields:\n\tperson: 学号', /第 3 行第 1 列：缩进用了制表符/],
    ['fields: { start: !!js/function "x" }', /第 2 行第 18 列：这里不用以 ! 开头的标记/],
    ['type: partner', /第 2 行第 1 列：这一项写了两次/],
    ['fields:\n  start: 培训时间: 开始', /第 3 行第 10 列：一行里有两个/],
  ])('says of what is no YAML what to do, in the language of who asks: %j', async (line, said) => {
    expect((await check(file('no.yaml', ['type: mobility', line]), '--lang', 'zh')).out).toMatch(said)
  })

  test('shows the first rows as they would be read', async () => {
    const mapping = file('right.yaml', [
      'type: enrolment',
      'header_rows: 2',
      'skip: [{ column: 国别, in: [合计] }]',
      "unpivot: { columns: '/', names: [年, 类], values: 人数 }",
      'fields:',
      '  headcount: 人数',
      '  nationality: 国别',
      '  kind: { column: 类, values: { 学历: degree, 语言: non-degree } }',
      "  start: { column: 年, cases: [{ matches: '^(\\d{4})$', value: $1-09-01 }] }",
      '  end: { constant: 2024-07-31 }',
    ])
    const table = file('a.csv', ['国别,2022,,2023,', ',学历,语言,学历,语言', '老挝,1,0,x,2', '合计,1,,,2'])
    const shown = await check(mapping, '--with', table)
    expect(shown.code).toBe(1)
    expect(shown.out).toMatch(/header is in row 1: 国别, 2022\/学历, 2022\/语言, 2023\/学历, 2023\/语言/)
    expect(shown.out).toMatch(/^3 +1 +degree +LA +2022-09-01 +2024-07-31$/m)
    expect(shown.out).toMatch(/D3 .*is "x".*\[BAD_NUMBER\]/)
    expect(shown.out).toMatch(/Rows among them that are no data: 4\./)
    const { records } = JSON.parse((await check(mapping, '--with', table, '--json')).out) as {
      records: { row: number; type: string; values: object }[]
    }
    expect(records[0]).toMatchObject({ row: 3, type: 'enrolment', values: { headcount: '1', nationality: 'LA' } })
    const other = await check(mapping, '--with', file('b.csv', ['国家,2022', '甲,乙', '老挝,1']))
    expect(other).toMatchObject({ code: 1, out: expect.stringContaining('"国别" (line 3 of the mapping') })
  })
})
