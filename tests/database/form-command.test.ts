import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { runCauseway } from '../support/processes.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-form-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)

const OWN = `id: own-table
name: { zh: 校内表, en: Own table }
authority: { zh: 学校, en: the college }
source: { zh: 校内, en: own }
confidence: VERIFIED
editions:
  - edition: '2024'
    name: { zh: 2024年, en: '2024' }
    from: 2024
    yearOffset: 1
    source: { zh: 校内, en: own }
    confidence: VERIFIED
    lines:
      - { number: '1', label: { zh: 教师出国天数, en: Days }, unit: { zh: 人日, en: days }, indicator: EX11, confidence: VERIFIED }
`

forEachDatabase((_name, _open, newUrl) => {
  test('a table is listed, filled, checked and written; a value filled in by hand is imported like any record', async () => {
    mkdirSync(at('forms'))
    writeFileSync(at('forms/own.yaml'), OWN)
    const settings = {
      DATABASE_URL: await newUrl(),
      CAUSEWAY_SECRET_FILE: at('secret'),
      CAUSEWAY_FORMS: at('forms'),
    }
    const run = (...args: string[]) => runCauseway(args, settings, folder)
    const json = async (...args: string[]) => {
      const done = await run(...args, '--json')
      expect(done, args.join(' ')).toMatchObject({ code: 0, err: '' })
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
    await json('import', 'me.csv', '--as', 'institution', '--data-date', '2024-08-31')
    await json('import', 'stays.csv', '--as', 'mobility', '--institution', 'x', '--data-date', '2024-08-31')
    await json('import', 'values.csv', '--as', 'form-value', '--institution', 'x', '--data-date', '2024-08-31')

    const ids = (await json('form', 'list')).map(({ id }: { id: string }) => id)
    expect(ids).toEqual(expect.arrayContaining(['international-influence', 'scorecard', 'own-table']))
    // The report of 2024 takes the edition of 2022.
    const filled = await json('form', 'international-influence', '--institution', 'x', '--year', '2023')
    expect(filled).toMatchObject({ edition: '2022', reportYear: 2024, profile: 'EXACT' })
    expect(filled.lines[2]).toMatchObject({ number: '3', value: 10, note: 'Thailand', lastYear: null })
    expect((await json('form', 'own-table', '--institution', 'x', '--year', '2023')).lines).toMatchObject([
      { value: 10 },
    ])
    const resources = await json('form', 'teaching-resources', '--institution', 'x', '--year', '2023')
    expect(resources.lines[0]).toMatchObject({ value: 640, source: 'hand-filled', handFilled: { by: '李' } })
    expect(await json('form', 'check', 'teaching-resources', '--institution', 'x', '--year', '2023')).toEqual([])

    const out = await run(
      'form',
      'teaching-resources',
      '--institution',
      'x',
      '--year',
      '2023',
      '--out',
      'out.xlsx',
      '--lang',
      'zh',
    )
    expect(out).toMatchObject({ code: 0, err: '' })
    const workbook = new Workbook()
    await workbook.xlsx.readFile(at('out.xlsx'))
    const row = workbook.worksheets[0]!.getColumn(1).values.indexOf('1')
    expect(workbook.worksheets[0]!.getRow(row).values).toEqual([
      undefined,
      '1',
      '计划内课程总数',
      '门',
      640,
      '未填报',
      '直接填报：教务系统（李，2024-11-01）',
    ])
    expect(await run('form', 'scorecard', '--institution', 'x', '--year', '2023', '--out', 'out.doc')).toMatchObject({
      code: 1,
    })
    expect(existsSync(at('out.doc'))).toBe(false)
    expect(await run('form', 'scorecard', '--institution', 'x')).toMatchObject({ code: 2 })

    writeFileSync(
      at('forms/broken.yaml'),
      OWN.replace('own-table', 'other').replace('EX11', 'EX99').replace('from: 2024', 'form: 2024'),
    )
    const broken = await run('form', 'list')
    expect(broken.code).toBe(2)
    expect(broken.err).toContain('broken.yaml, line 7')
  })
})
