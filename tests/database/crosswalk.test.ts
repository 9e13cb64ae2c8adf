import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { writeCrosswalk, type CrosswalkRequest } from '@causeway/server/answers/curriculum/crosswalk'
import { onOneDatabase } from '../support/databases.ts'
import { openImportDesk } from '../support/import-desk.ts'
import { runCauseway } from '../support/processes.ts'
import { fillCurriculum, openFilledCollege } from '../support/college.ts'

const ASKED: CrosswalkRequest = { institution: 'X', from: 'S1', to: 'F1', on: '2024-08-31', withUnmapped: false }
const linesOf = (csv: string) => csv.replace('\uFEFF', '').trimEnd().split('\r\n')

onOneDatabase((_name, open, newUrl) => {
  test('a crosswalk that was written comes in again without changing anything, in either language', async () => {
    const desk = await openImportDesk(await open())
    await fillCurriculum(desk)
    const before = await desk.records('standard-mapping')
    for (const locale of ['ZH', 'EN'] as const) {
      const { csv, mapped, unmapped } = await writeCrosswalk(desk.database, ASKED, locale)
      // Nine lead to F1; of the two judgements of one pair the later governs.
      expect([mapped, unmapped]).toEqual([8, 0])
      const [header] = linesOf(csv)
      expect(header).toBe(
        locale === 'ZH'
          ? '标准编号,版本,能力单元编号,对照标准编号,对照能力单元编号,对照关系,判定人,判定日期,源系统编号,责任部门,公式已转义 / formulas guarded'
          : 'Standard,Version,Unit code,To standard,To unit code,Relation,Assessor,Assessed on,Source id,Unit,公式已转义 / formulas guarded',
      )
      // What a spreadsheet would run is as text, and is read as it was.
      expect(csv).toContain("'=Board")
      const report = await desk.import(desk.file(`${locale}.csv`, csv), 'standard-mapping')
      expect(report).toMatchObject({ refused: false, accepted: 0, updated: 0, unchanged: 8, rejected: 0, problems: [] })
      expect(report.warnings).toEqual([])
    }
    expect(await desk.records('standard-mapping')).toEqual(before)
  })

  test('a version that is named narrows the file to it; a day leaves later judgements out', async () => {
    const desk = await openImportDesk(await open())
    await fillCurriculum(desk)
    const units = async (more: Partial<CrosswalkRequest>) =>
      linesOf((await writeCrosswalk(desk.database, { ...ASKED, ...more }, 'EN')).csv)
        .slice(1)
        .map((line) => line.split(',').slice(1, 6).join(' '))
        .sort()
    expect(await units({ from: 'S1@1.0' })).toEqual([
      '  F1  partial',
      '1.0 U1 F1 K1 equivalent',
      '1.0 U3 F1 K2 partial',
    ])
    expect(await units({ from: 'S1@2.0', on: '2023-12-31' })).toContain('2.0 U2 F1 K2 none')
    await expect(units({ from: 'S1@3.0' })).rejects.toMatchObject({ code: 'UNKNOWN_STANDARD_VERSION' })
    await expect(units({ to: 'F9@1' })).rejects.toMatchObject({ code: 'UNKNOWN_STANDARD' })
  })

  test('a code that itself holds an @ is found before it is taken apart', async () => {
    const desk = await openImportDesk(await open())
    await fillCurriculum(desk)
    await desk.put('standard', ['code,title_zh,type,direction', 'S1@2.0,另一项标准,programme,own'])
    expect((await writeCrosswalk(desk.database, { ...ASKED, from: 'S1@2.0' }, 'EN')).mapped).toBe(0)
  })

  test('units that nobody has judged are rows to be filled in, and come in once they are', async () => {
    const desk = await openImportDesk(await open())
    await fillCurriculum(desk)
    const { csv, unmapped } = await writeCrosswalk(desk.database, { ...ASKED, withUnmapped: true }, 'ZH')
    expect(unmapped).toBe(1)
    expect(linesOf(csv).at(-1)).toBe('S1,2.0,U5,F1,,,,,,,')
    const refused = await desk.bring('standard-mapping', csv)
    expect(refused.problems.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'REQUIRED 对照关系',
      'REQUIRED 判定日期',
    ])
    const filled = csv.replace('S1,2.0,U5,F1,,,,,,,', 'S1,2.0,U5,F1,K3,部分对应,专业委员会,2024-06-01,,,')
    const report = await desk.bring('standard-mapping', filled)
    expect(report).toMatchObject({ refused: false, accepted: 1, unchanged: 8 })
    expect((await writeCrosswalk(desk.database, { ...ASKED, withUnmapped: true }, 'ZH')).unmapped).toBe(0)
  })

  test('the address gives the same file to those who may read the records, and nothing to others', async () => {
    const database = await open()
    const college = await openFilledCollege(database, fillCurriculum)
    const path = '/crosswalk/S1@2.0/F1.csv?institution=X&lang=zh&on=2024-08-31'
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const answer = await college.get(path, { authorization })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      ...[200, 'text/csv; charset=utf-8'],
      `attachment; filename="crosswalk-S1_2.0-F1.csv"; filename*=UTF-8''${encodeURIComponent('标准对照表-S1@2.0-F1.csv')}`,
    ])
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(
      (await writeCrosswalk(database, { ...ASKED, from: 'S1@2.0' }, 'ZH')).csv,
    )
    const codeOf = async (asked: string, headers: Record<string, string> = {}) => {
      const refused = await college.get(asked, headers)
      return [refused.status, ((await refused.json()) as { error: { code: string } }).error.code]
    }
    expect(await codeOf(path)).toEqual([401, 'UNAUTHENTICATED'])
    const stranger = `Bearer ${await college.tokenFor('administrator', 'Y')}`
    expect(await codeOf(path, { authorization: stranger })).toEqual([403, 'FORBIDDEN'])
    expect(await codeOf('/crosswalk/S9/F1.csv?institution=X', { authorization })).toEqual([404, 'UNKNOWN_STANDARD'])
    expect((await codeOf('/crosswalk/S1/F1.csv', { authorization }))[1]).toBe('BAD_PARAMETER')
    expect((await codeOf('/crosswalk/S1/F1.csv?institution=X&when=now', { authorization }))[1]).toBe(
      'UNKNOWN_PARAMETER',
    )
    expect((await codeOf('/crosswalk/S1/F1.csv?institution=X&on=soon', { authorization }))[1]).toBe('BAD_PARAMETER')
  })

  test('the commands write a crosswalk that is imported again, and tell where adoptions stand', async () => {
    const url = await newUrl()
    const database = await openDatabase(url)
    await migrate(database)
    const desk = await openImportDesk(database)
    await fillCurriculum(desk)
    await database.close()
    const settings = { DATABASE_URL: url, CAUSEWAY_SECRET_FILE: join(desk.folder, 'secret.key') }
    const run = (args: string[], lang = 'en') => runCauseway([...args, '--lang', lang], settings, desk.folder)

    const out = ['--from', 'S1@2.0', '--to', 'F1', '--on', '2024-08-31', '--out', 'walk.csv']
    const written = await run(['crosswalk', 'export', '--institution', 'X', ...out, '--json'], 'zh')
    expect(written).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(written.out)).toMatchObject({ mapped: 6, unmapped: 0, from: 'S1@2.0' })
    expect(readFileSync(join(desk.folder, 'walk.csv'), 'utf8')).toContain('等值')
    const imported = await run(['import', 'walk.csv', '--as', 'standard-mapping', '--institution', 'X', '--json'])
    expect(JSON.parse(imported.out)).toMatchObject({ accepted: 0, updated: 0, unchanged: 6, rejected: 0 })

    const said = await run(['adoptions', '--institution', 'X', '--on', '2023-09-01'])
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toContain('2023-09-01: 3 adoptions, 1 in force')
    expect(said.out).toMatch(/Tanzania +Moshi +adopted +2022-03-01 +adopted 550 d/)
    const json = JSON.parse((await run(['adoptions', '--institution', 'X', '--on', '2023-09-01', '--json'])).out) as {
      states: object
      adoptions: { adopter: string; state: string | null }[]
    }
    expect(json.states).toMatchObject({ ADOPTED: 1, LAPSED: 1, NOT_BEGUN: 1 })
    expect(json.adoptions.map(({ adopter, state }) => `${adopter} ${state}`)).toEqual([
      'Vientiane LAPSED',
      'Moshi ADOPTED',
      'Hanoi null',
    ])
  })
})
