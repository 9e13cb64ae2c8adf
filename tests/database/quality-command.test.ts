import { writeFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, beforeAll } from 'vitest'
import { Workbook } from '@cj-tech-master/excelts'
import { onOneDatabase } from '../support/databases.ts'
import { folderOfEachTest, folderOfFile, folderOfTest } from '../support/folders.ts'
import { runAlone, runCauseway } from '../support/processes.ts'
import { ownTable } from '../support/form-college.ts'

const folder = folderOfFile()
const settings = () => ({
  DATABASE_URL: `file:${join(folder, 'one.db')}`,
  CAUSEWAY_SECRET_FILE: join(folder, 'secret'),
})
const run = (args: string) => runCauseway(['reconcile', ...args.split(' ')], settings(), folder)

beforeAll(async () => {
  const put = async (type: string, lines: string[], ...args: string[]) => {
    writeFileSync(join(folder, 'rows.csv'), `${lines.join('\n')}\n`)
    const importing = ['import', 'rows.csv', '--as', type, '--data-date', '2024-08-31', ...args]
    expect(await runCauseway(importing, settings(), folder)).toMatchObject({ code: 0 })
  }
  await put('institution', ['code,name_zh,country', 'x,学院,CN'])
  const stays = ['T1,out,staff,guide,TH,2023-10-01,2023-10-10', 'T2,out,staff,guide,HK,2024-02-01,2024-02-05']
  await put('mobility', ['person,direction,audience,purpose,country,start,end', ...stays], '--institution', 'x')
})

test('the values of a name are in a table with who asks for them, and a sentence says why each is another', async () => {
  const { code, out } = await run('EX11 --institution x --year 2023')
  expect(code).toBe(0)
  expect(out).toMatch(/^1\. school year 2023\/24, abroad {2,}10 person-days {2}International influence table 2022\//m)
  expect(out).toContain(
    '2. Abroad, with Hong Kong, Macao and Taiwan: 15 person-days, 5 more than abroad (10 person-days): it counts 5 person-days (Hong Kong, China).',
  )
  const asked = ['reconcile', 'EX11', '--institution', 'x', '--year', '2023']
  const chinese = await runAlone(asked, { ...settings(), LANG: 'zh_CN.UTF-8' })
  expect(chinese.out).toContain('2. 国（境）外为15人日，比国外（10人日）多5人日：另含5人日（中国香港）。')
})

test('a program is said the same with the records of each part', async () => {
  const { out } = await run('EX11 --institution x --year 2023 --json')
  const { values, differences } = JSON.parse(out)
  expect(values[0]).toMatchObject({ basis: 'SCHOOL_YEAR', scope: 'ABROAD', value: 10, gap: null, counting: null })
  expect(differences[0]).toMatchObject({ from: 0, to: 1, value: 5 })
  expect(differences[0].parts).toMatchObject([
    { side: null, reason: 'COUNTRY', direction: 'IN', value: 5, records: [{ type: 'mobility' }] },
  ])
})

test('an indicator or an institution that is not there is refused with 1', async () => {
  const refused = { code: 1, out: expect.not.stringContaining('1.') }
  expect(await run('NO99 --institution x --year 2023')).toMatchObject(refused)
  expect(await run('EX11 --institution nobody --year 2023')).toMatchObject(refused)
})

const at = folderOfEachTest()

const OWN = ownTable('教师出国天数', 'Days', '{ zh: 人日, en: days }', 'EX11')

onOneDatabase((_name, _open, newUrl) => {
  test('causeway quality says in both languages what is there, what to correct and what is missing, and as JSON', async () => {
    const folder = folderOfTest()
    const settings = { DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: join(folder, 'secret') }
    const run = (...parts: string[]) => runCauseway(parts.join(' ').split(' '), settings, folder)
    writeFileSync(join(folder, 'me.csv'), 'code,name_zh,name_en,country\nx,学院,A college,CN\n')
    writeFileSync(
      join(folder, 'stays.csv'),
      'person,direction,audience,purpose,country,start,end,unit\nA,out,staff,guide,unknown,2023-10-01,2023-10-10,国际处\n',
    )
    writeFileSync(join(folder, 'targets.csv'), 'plan,indicator,year,value\n双高,EX11,2023,60\n双高,EX99,2023,60\n')
    const imported = async (file: string, as: string, ...more: string[]) =>
      JSON.parse((await run('import', file, '--as', as, '--data-date', '2024-08-31', '--json', ...more)).out) as {
        accepted: number
        problems: { row: number; code: string }[]
      }
    expect(await imported('me.csv', 'institution')).toMatchObject({ accepted: 1 })
    expect(await imported('stays.csv', 'mobility', '--institution', 'x')).toMatchObject({ accepted: 1 })
    expect(await imported('targets.csv', 'target', '--institution', 'x', '--accept-valid')).toMatchObject({
      accepted: 1,
      problems: [{ row: 3, code: 'UNKNOWN_INDICATOR' }],
    })

    const chinese = await run('quality --institution x --lang zh')
    expect(chinese).toMatchObject({ code: 0, err: '' })
    expect(chinese.out).toContain('学院　2023—2024学年　数据质量')
    expect(chinese.out).toMatch(/师生国（境）外交流 +全校 +1 /)
    expect(chinese.out).toMatch(/ +国际处 +1 /)
    expect(chinese.out).toMatch(/技能竞赛成绩 +全校 +未填报/)
    expect(chinese.out).toContain('“师生国（境）外交流”有 1 条记录的“国家（地区）”未注明。 [UNKNOWN_COUNTRY]')
    expect(chinese.out).toMatch(
      /SK01[^\n]*：缺技能竞赛成绩的台账，或该学年的零报告\n {6}causeway template competition-result --lang zh/,
    )
    const english = await run('quality --institution x --lang en')
    expect(english.out).toContain('A college, 2023/24: quality of its records')
    expect(english.out.replaceAll('国际处', '')).not.toMatch(/\p{Script=Han}/u)

    const json = JSON.parse((await run('quality --institution x --year 2023 --json')).out) as {
      completeness: { type: string; records: number; state: string }[]
      uncomputed: { code: string; missing: { type: string }[] }[]
    }
    expect(json).toMatchObject({
      institution: 'x',
      year: 2023,
      start: '2023-09-01',
      end: '2024-08-31',
      partial: false,
    })
    expect(json.completeness[0]).toHaveProperty('state')
    expect(json.uncomputed.find(({ code }) => code === 'SK01')!.missing).toMatchObject([{ type: 'competition-result' }])
    expect((await run('quality --institution nobody')).code).toBe(1)
  })

  test('a table is listed, filled, checked and written; a value filled in by hand is imported like any record', async () => {
    mkdirSync(at('forms'))
    writeFileSync(at('forms/own.yaml'), OWN)
    const settings = {
      DATABASE_URL: await newUrl(),
      CAUSEWAY_SECRET_FILE: at('secret'),
      CAUSEWAY_FORMS: at('forms'),
    }
    const run = (...parts: string[]) => runCauseway(parts.join(' ').split(' '), settings, at())
    const json = async (line: string) => {
      const done = await run(line, '--json')
      expect(done, line).toMatchObject({ code: 0, err: '' })
      return JSON.parse(done.out)
    }
    writeFileSync(at('me.csv'), 'code,name_zh,country\nx,学院,CN\n')
    writeFileSync(
      at('stays.csv'),
      'person,direction,audience,purpose,country,start,end\nT1,out,staff,guide,TH,2023-10-01,2023-10-10\n',
    )
    writeFileSync(
      at('values.csv'),
      'form,edition,line,year,status,value,source,filled_by,filled_on\nteaching-resources,2018,1,2023,hand-filled,640,教务系统,李,2024-11-01\n',
    )
    await json('import me.csv --as institution --data-date 2024-08-31')
    await json('import stays.csv --as mobility --institution x --data-date 2024-08-31')
    await json('import values.csv --as form-value --institution x --data-date 2024-08-31')

    const ids = (await json('form list')).map(({ id }: { id: string }) => id)
    expect(ids).toEqual(expect.arrayContaining(['international-influence', 'scorecard', 'own-table']))
    // The report of 2024 takes the edition of 2022.
    const filled = await json('form international-influence --institution x --year 2023')
    expect(filled).toMatchObject({ edition: '2022', reportYear: 2024, profile: 'EXACT' })
    expect(filled.lines[2]).toMatchObject({ number: '3', value: 10, note: 'Thailand', lastYear: null })
    expect((await json('form own-table --institution x --year 2023')).lines).toMatchObject([{ value: 10 }])
    const resources = await json('form teaching-resources --institution x --year 2023')
    expect(resources.lines[0]).toMatchObject({ value: 640, source: 'hand-filled', handFilled: { by: '李' } })
    expect(await json('form check teaching-resources --institution x --year 2023')).toEqual([])

    const out = await run('form teaching-resources --institution x --year 2023 --out out.xlsx --lang zh')
    expect(out).toMatchObject({ code: 0, err: '' })
    const workbook = new Workbook()
    await workbook.xlsx.readFile(at('out.xlsx'))
    const row = workbook.worksheets[0]!.getColumn(1).values.indexOf('1')
    expect((workbook.worksheets[0]!.getRow(row).values as unknown[]).slice(1)).toEqual([
      ...['1', '计划内课程总数', '门', 640, '未填报', '直接填报：教务系统（李，2024-11-01）'],
    ])
    expect(await run('form scorecard --institution x --year 2023 --out out.doc')).toMatchObject({
      code: 1,
    })
    expect(existsSync(at('out.doc'))).toBe(false)
    expect(await run('form scorecard --institution x')).toMatchObject({ code: 2 })

    writeFileSync(
      at('forms/broken.yaml'),
      OWN.replace('own-table', 'other').replace('EX11', 'EX99').replace('from: 2024', 'form: 2024'),
    )
    const broken = await run('form list')
    expect(broken.code).toBe(2)
    expect(broken.err).toContain('broken.yaml, line 7')
  })
})
