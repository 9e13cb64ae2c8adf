import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { runCauseway } from '../support/processes.ts'

forEachDatabase((_name, _open, newUrl) => {
  test('causeway quality says in both languages what is there, what to correct and what is missing, and as JSON', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'causeway-quality-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const settings = { DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: join(folder, 'secret') }
    const run = (...args: string[]) => runCauseway(args, settings, folder)
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

    const chinese = await run('quality', '--institution', 'x', '--lang', 'zh')
    expect(chinese).toMatchObject({ code: 0, err: '' })
    expect(chinese.out).toContain('学院　2023—2024学年　数据质量')
    expect(chinese.out).toMatch(/师生国（境）外交流 +全校 +1 /)
    expect(chinese.out).toMatch(/ +国际处 +1 /)
    expect(chinese.out).toMatch(/技能竞赛成绩 +全校 +未填报/)
    expect(chinese.out).toContain('“师生国（境）外交流”有 1 条记录的“国家（地区）”未注明。 [UNKNOWN_COUNTRY]')
    expect(chinese.out).toMatch(
      /SK01[^\n]*：缺技能竞赛成绩的台账，或该学年的零报告\n {6}causeway template competition-result --lang zh/,
    )
    const english = await run('quality', '--institution', 'x', '--lang', 'en')
    expect(english.out).toContain('A college, 2023/24: quality of its records')
    expect(english.out.replaceAll('国际处', '')).not.toMatch(/\p{Script=Han}/u)

    const json = JSON.parse((await run('quality', '--institution', 'x', '--year', '2023', '--json')).out) as {
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
    expect((await run('quality', '--institution', 'nobody')).code).toBe(1)
  })
})
