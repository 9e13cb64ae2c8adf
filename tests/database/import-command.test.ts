import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { folderOfFile } from '../support/folders.ts'
import { runCauseway } from '../support/processes.ts'

const folder = folderOfFile()
const write = (file: string, lines: string[]) => writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
/** A command line as one types it, in parts or whole. */
const runWith =
  (settings: Record<string, string>) =>
  (...parts: string[]) =>
    runCauseway(parts.join(' ').split(' '), settings, folder)

forEachDatabase((name, _open, newUrl) => {
  test('import, refuse, correct, revert: what the command line says and with which exit code', async () => {
    const run = runWith({ DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: join(folder, `${name}.key`) })
    write('college.csv', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
    write('partners.csv', ['code,name_en,country', 'P1,A,VN', 'P2,B,Nowhere'])

    // A path is relative to where the user is.
    expect(await run('import college.csv --as institution --lang zh')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/已导入，批次 \S+：新增 1，更新 0/),
    })

    const refused = await run('import partners.csv --as partner --institution X --json --rejects rejects.csv')
    expect(refused.code).toBe(1)
    const report = JSON.parse(refused.out) as Record<string, unknown> & { problems: Record<string, unknown>[] }
    expect(Object.keys(report).join(' ')).toBe(
      'batch accepted updated unchanged withdrawn rejected created encoding problems warnings',
    )
    expect(report).toMatchObject({
      ...{ batch: null, accepted: 0, updated: 0, unchanged: 0, withdrawn: 0, rejected: 1, encoding: 'UTF-8' },
      warnings: [],
    })
    expect(Object.keys(report.problems[0]!)).toEqual(['row', 'column', 'code', 'value', 'message'])
    expect(report.problems[0]).toMatchObject({
      ...{ row: 3, column: 'country', code: 'UNKNOWN_COUNTRY', value: 'Nowhere' },
      message: expect.stringMatching(/没有这个国家.* \/ .*no such country/),
    })
    expect(readFileSync(join(folder, 'rejects.csv'), 'utf8')).toContain('P2,B,Nowhere,3,')

    const human = await run('import partners.csv --as partner --institution X --lang en')
    expect(human).toMatchObject({ code: 1, err: '' })
    expect(human.out).toMatch(
      /Nothing was imported\. Wrong rows: 1\.[\s\S]*row 3: C3 "Country or region" is "Nowhere"[\s\S]*\[UNKNOWN_COUNTRY\]/,
    )
    expect(human.out).not.toMatch(/\p{Script=Han}/u)

    write('corrected.csv', [readFileSync(join(folder, 'rejects.csv'), 'utf8').trimEnd().replace('Nowhere', 'Laos'), ''])
    const corrected = JSON.parse((await run('import corrected.csv --as partner --institution X --json')).out) as {
      batch: string
    }
    expect(corrected).toMatchObject({ accepted: 1, rejected: 0, warnings: [] })

    expect(await run('import partners.csv --as partner --institution X --dry-run --accept-valid')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Dry run, nothing was changed. It would be: 1 new'),
    })
    expect(await run('revert', corrected.batch)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`Batch ${corrected.batch} is taken back`),
    })
    expect(await run('revert', corrected.batch, '--lang', 'zh')).toMatchObject({
      code: 1,
      err: expect.stringContaining('已经撤回'),
    })
  })

  test('a file that replaces a unit says first, and then again, what it takes away', async () => {
    const run = runWith({ DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: join(folder, `${name}-3.key`) })
    write('college.csv', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
    write('all.csv', ['code,name_en,country,unit', 'P1,Anna,VN,INTL', 'P2,Berta,VN,INTL'])
    write('one.csv', ['code,name_en,country,unit', 'P1,Anna,VN,INTL'])
    await run('import college.csv --as institution')
    await run('import all.csv --as partner --institution X')
    const replace = 'import one.csv --as partner --institution X --replaces'
    const preview = await run(replace, 'unit=INTL --dry-run')
    expect(preview.code).toBe(0)
    expect(preview.out).toMatch(
      /would be: 0 new, 0 updated, 1 unchanged, 1 withdrawn.*[\s\S]*would be withdrawn:\s+Berta/,
    )
    expect(JSON.parse((await run(replace, 'unit=INTL --json')).out)).toMatchObject({
      withdrawn: 1,
      withdrawals: [{ institution: 'X', key: 'P2', label: expect.stringContaining('Berta') }],
    })
    expect(await run(replace, 'yeer=2023')).toMatchObject({ code: 2 })

    write('agreements.csv', ['No,College,Day', 'A1,Hanoi College,2023-05-01'])
    write('agreements.yaml', [
      'type: agreement',
      'create: [partner]',
      'fields: { code: No, partner: College, signed_on: Day, from: Day }',
    ])
    expect(
      await run('import agreements.csv --mapping agreements.yaml --institution X --dry-run --lang en'),
    ).toMatchObject({
      ...{ code: 0, out: expect.stringMatching(/names would make:\s+1 of "[^"]+"\s+Hanoi College \[n-\w+\]/) },
    })
  })

  test('wrong usage is exit code 2, with the nearest name', async () => {
    const run = runWith({ DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: join(folder, `${name}-2.key`) })
    const wrong = (err: string) => ({ code: 2, err: expect.stringContaining(err) })
    expect(await run('import a.csv --as mobilty')).toMatchObject(wrong('did you mean mobility'))
    expect(await run('import nowhere.csv neither.csv --institution X')).toMatchObject({
      ...{ code: 1, out: expect.stringMatching(/nowhere\.csv: .*NO_SUCH_FILE/) },
    })
    expect(await run('import a.csv --as partner --data-date 2023-02-30')).toMatchObject({ code: 2 })
    expect(await run('import nowhere.csv --as partner --institution X')).toMatchObject({
      ...{ code: 1, out: expect.stringContaining('NO_SUCH_FILE') },
    })
  })

  test('a mapping that was saved with a running number as code is refused what it would replace, with the cure', async () => {
    const run = runWith({ DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: join(folder, `${name}.n.key`) })
    write('college.csv', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
    write('partner.csv', ['code,name_zh,country', 'P1,清迈学院,泰国'])
    write('m.yaml', ['type: agreement', 'fields: { code: 序号, partner: 单位, signed_on: 签订, from: 签订 }'])
    write('2018.csv', ['序号,单位,签订', '1,P1,2018.5.20'])
    write('2023.csv', ['序号,单位,签订', '1,P1,2023.5.20'])
    await run('import college.csv --as institution')
    await run('import partner.csv --as partner --institution X')
    await run('mapping save m.yaml --name 协议 --institution X')
    const bring = (more: string) => run(`import ${more} --as agreement --mapping 协议 --institution X --lang en`)
    expect(await bring('2018.csv')).toMatchObject({ code: 0, out: expect.stringContaining('[RUNNING_NUMBER]') })
    const refused = await bring('2023.csv')
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.out).toMatch(
      /another agreement: Signed on 2018-05-20 → 2023-05-20.*--same-record 1;.*made_from: \[单位, 签订\].*\[OTHER_RECORD\]/,
    )
    expect((await bring('2023.csv --same-record 1')).out).toContain('0 new, 1 updated')
  })
})

test('the template of a type is written in either language', async () => {
  const run = runWith({ DATABASE_URL: `file:${join(folder, 'none.db')}` })
  for (const lang of ['zh', 'en']) {
    const { code, out } = await run(`template mobility --lang ${lang} --out ${lang}.xlsx --json`)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ type: 'mobility', lang })
    expect(readFileSync(join(folder, `${lang}.xlsx`), 'latin1')).toMatch(/^PK/)
  }
  expect(await run('template mobilty --out x.xlsx')).toMatchObject({ code: 2 })
  expect(await run('template mobility --out no/such/folder/x.xlsx')).toMatchObject({
    ...{ code: 1, err: expect.stringMatching(/no.such.folder/) },
  })
})
