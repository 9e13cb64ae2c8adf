import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { folderOfEachTest } from '../support/folders.ts'
import { runCauseway, type Run } from '../support/processes.ts'
import { readDocument, wordTemplate } from '../support/word.ts'

const at = folderOfEachTest()

onOneDatabase((_name, _open, newUrl) => {
  let run: (...args: string[]) => Promise<Run>
  beforeEach(async () => {
    const settings = { DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: at('secret') }
    run = (...args) => runCauseway(args, settings, at())
    writeFileSync(at('me.csv'), 'code,name_zh,name_en,country\nx,学院,College,CN\n')
    writeFileSync(
      at('stays.csv'),
      'person,direction,audience,purpose,country,start,end\nT1,out,staff,guide,TH,2022-10-01,2022-10-10\n',
    )
    for (const args of [
      ['me.csv', '--as', 'institution'],
      ['stays.csv', '--as', 'mobility', '--institution', 'x'],
    ]) {
      const imported = await run('import', ...args, '--data-date', '2024-08-31')
      if (imported.code !== 0) throw new Error(imported.err)
    }
    writeFileSync(at('good.docx'), wordTemplate(['{year}: {EX11}']))
    writeFileSync(at('bad.docx'), wordTemplate(['{EX11} {EX77}']))
  })
  const report = (template: string, ...more: string[]) =>
    run('report', template, '--institution', 'x', '--year', '2022', '--out', 'out.docx', ...more)

  it('causeway report writes the report and its lock file where the user is, and says both years', async () => {
    const english = await report('good.docx', '--lang', 'en', '--strict')
    expect(english).toMatchObject({ code: 0, err: '' })
    expect(english.out).toContain('College, 2022/23 (quality report of 2023)')
    expect(readDocument(readFileSync(at('out.docx'))).paragraphs[0]).toBe('2022/23: 10 person-days')
    expect(JSON.parse(readFileSync(at('out.lock.json'), 'utf8'))).toMatchObject({
      language: 'en',
      year: { year: 2022, edition: 2023 },
    })
    const chinese = await report('good.docx', '--lang', 'zh')
    expect(chinese.out).toContain('学院，2022—2023学年（质量年报 2023年度）')
    expect(readDocument(readFileSync(at('out.docx'))).paragraphs[0]).toBe('2022—2023学年: 10人日')
  })

  it('lists unknown tags on the side, refuses them with --strict, and answers programs in JSON', async () => {
    const lenient = await report('bad.docx', '--lang', 'en')
    expect(lenient.code).toBe(0)
    expect(lenient.err).toContain('{EX77}  paragraph 1 (“{EX11} {EX77}”): there is no such tag')
    rmSync(at('out.docx'))
    const strict = await report('bad.docx', '--lang', 'en', '--strict', '--json')
    expect(strict.code).toBe(1)
    expect(JSON.parse(strict.out)).toMatchObject({ error: { code: 'UNKNOWN_TAG', unknown: [{ tag: '{EX77}' }] } })
    expect(existsSync(at('out.docx'))).toBe(false)
    const json = JSON.parse((await report('bad.docx', '--lang', 'zh', '--json')).out)
    expect(json).toMatchObject({
      year: { year: 2022, edition: 2023 },
      unknown: [{ tag: '{EX77}', place: expect.stringContaining('第 1 段') }],
    })
  })

  it('looks a template over, verifies a report, and refreshes it, in words and in JSON', async () => {
    const asked = ['--institution', 'x', '--year', '2022', '--lang', 'en']
    const checked = JSON.parse((await run('report', 'check', 'bad.docx', ...asked, '--json')).out)
    expect({ ...checked, figures: checked.figures.slice(0, 2) }).toMatchObject({
      figures: [{ question: '{EX11}', today: '10 person-days', state: 'same', inDocument: null }, { state: 'gone' }],
      unknown: [{ tag: '{EX77}' }],
    })
    expect((await run('report', 'check', 'bad.docx', ...asked)).out).toContain('1 tag that cannot be understood')
    await report('good.docx')
    writeFileSync(
      at('more.csv'),
      'person,direction,audience,purpose,country,start,end\nT2,out,staff,guide,TH,2022-10-01,2022-10-05\n',
    )
    expect((await run('import', 'more.csv', '--as', 'mobility', '--institution', 'x')).code).toBe(0)
    const looked = JSON.parse((await run('report', 'verify', 'out.docx', ...asked, '--json')).out)
    const moved = looked.figures.find(({ question }: { question: string }) => question === 'EX11')
    expect(moved).toMatchObject({
      ...{ locked: '10 person-days', inDocument: '10 person-days', today: '15 person-days', state: 'moved' },
      cause: expect.stringContaining('5'),
    })
    expect((await run('report', 'verify', 'out.docx', '--lang', 'zh')).out).toContain('数据已变 1')
    const refreshed = await run('report', 'refresh', 'out.docx', '--out', 'new.docx', '--lang', 'en')
    expect(refreshed).toMatchObject({ code: 0, out: expect.stringContaining('1 written, 0 kept') })
    expect(readDocument(readFileSync(at('new.docx'))).paragraphs[0]).toBe('2022/23: 15 person-days')
    expect(existsSync(at('new.lock.json'))).toBe(true)
    expect(await run('report', 'refresh', 'out.docx')).toMatchObject({ code: 2 })
    const other = await run('report', 'verify', 'out.docx', '--institution', 'y', '--json')
    expect(JSON.parse(other.out)).toMatchObject({ error: { code: 'OTHER_REPORT' } })
  })

  it('tells wrong usage from a file or year that will not do', async () => {
    expect(await run('report', 'good.docx', '--institution', 'x', '--out', 'out.docx')).toMatchObject({ code: 2 })
    expect(await report('good.docx', '--out', 'out.pdf')).toMatchObject({ code: 2 })
    expect(await report('good.docx', '--year', '22')).toMatchObject({ code: 2 })
    const missing = await report('none.docx')
    expect(missing).toMatchObject({ code: 1 })
    expect(missing.err).toContain('none.docx')
    const text = await report('stays.csv')
    expect(text).toMatchObject({ code: 1, err: 'stays.csv is not a Word document (.docx).\n' })
    const partial = await report('good.docx', '--year', '2024', '--lang', 'en')
    expect(partial.err).toContain('2024/25 is not complete')
  })
})
