import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import { migrate } from '@causeway/server/records/migrate'
import { readSeries } from '@causeway/server/figures/read-series'
import { describeRecords } from '@causeway/server/records/describe-record'
import { listRecords } from '@causeway/server/records/list-records'
import { setOwnFields } from '@causeway/server/records/own-fields'
import { bringOwnFields } from '@causeway/server/records/own-fields/read-own-fields'
import { forEachDatabase, test } from '../support/databases.ts'
import { folderOfEachTest } from '../support/folders.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'
import { readOwn } from '../support/own-indicators.ts'
import { runCauseway } from '../support/processes.ts'

const FIELDS = readFileSync(join(import.meta.dirname, 'own-fields.yaml'), 'utf8')
const INDICATOR = readFileSync(join(import.meta.dirname, 'own-good-stays.yaml'), 'utf8')
const STAYS = 'person,direction,audience,purpose,country,start,end'

const at = folderOfEachTest()
afterEach(() => setOwnFields(new Map()))

function declareFields(text: string): void {
  const file = at('fields.yaml')
  writeFileSync(file, text)
  expect(bringOwnFields(file)).toEqual([])
}

forEachDatabase((name, open, newUrl) => {
  test('own fields come without a migration, are imported by their headers, shown, and asked for', async (database) => {
    const desk = await openDeskWithCollege(database)
    await desk.put('mobility', [STAYS, 'L0,out,student,study,VN,2023-09-05,2023-09-06'])
    declareFields(FIELDS)
    await migrate(database)
    await desk.put('mobility', [
      `${STAYS},团组号,评定等次,Cost,own_approved,是否资助,经停国`,
      'L1,out,student,study,VN,2023-10-01,2023-10-09,G1,优秀,1200.50,2023年6月1日,是,泰国',
      'L2,out,student,study,VN,2023-10-02,2023-10-09,G2,fair,,,否,',
    ])
    const report = await desk.bring('mobility', [
      `${STAYS},评定等次,Cost`,
      'L3,out,student,study,VN,2023-10-01,2023-10-09,poor,-1',
    ])
    expect(report.problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
      '评定等次 UNKNOWN_CHOICE',
      'Cost OUT_OF_RANGE',
    ])
    const asked = { type: 'mobility', institution: 'X', first: 9, after: null }
    const filter = [{ dimension: 'own_grade', in: ['good'] }]
    const { records } = await listRecords(database, { ...asked, filter })
    expect(records).toHaveLength(1)
    const [described] = await describeRecords(database, records)
    const own = described!.fields.filter((field) => field.name.startsWith('own_'))
    expect(own.map(({ label, value, text }) => `${label.zh} ${value} ${text.zh}`)).toEqual([
      '团组号 G1 G1',
      '评定等次 good 优',
      '经费 1200.5 1200.5',
      '批准日期 2023-06-01 2023-06-01',
      '是否资助 1 是',
      '经停国 TH 泰国',
    ])
    expect(
      (await listRecords(database, { ...asked, filter: [{ dimension: 'own_cost', in: ['1200.5'] }] })).totalCount,
    ).toBe(1)
    // Nothing is done where the columns are there.
    await migrate(database)
  })

  test('an own indicator counts by an own field, and is wrong without it', async (database) => {
    expect(readOwn({ 'good.yaml': INDICATOR }).problems).not.toEqual([])
    declareFields(FIELDS)
    await migrate(database)
    const own = readOwn({ 'good.yaml': INDICATOR })
    expect(own.problems).toEqual([])
    const desk = await openDeskWithCollege(database)
    const rows = ['good', 'good', 'fair', ''].map(
      (grade, i) => `L${i},out,student,study,VN,2023-10-01,2023-10-09,${grade}`,
    )
    await desk.put('mobility', [`${STAYS},own_grade`, ...rows])
    const causeway = { database, indicators: own.indicators, publicReading: true }
    const request = { indicator: 'own-good-stays', institution: 'X', from: 2023, to: 2023 }
    expect((await readSeries(causeway, OPERATOR, request)).figures[0]!.value).toBe(2)
  })

  test('group rows differ by an own field, and those without it keep their keys', async (database) => {
    const desk = await openDeskWithCollege(database)
    const header = 'headcount,direction,audience,purpose,country,start,end'
    const row = 'out,student,study,VN,2023-10-01,2023-10-09'
    await desk.put('mobility', [header, `10,${row}`])
    declareFields(FIELDS)
    await migrate(database)
    expect(await desk.put('mobility', [`${header},own_group`, `11,${row},`, `5,${row},G1`])).toMatchObject({
      accepted: 1,
      updated: 1,
    })
  })

  test('a backup holds own fields, and a database that does not know them keeps what it restores', async (database) => {
    declareFields(FIELDS)
    await migrate(database)
    const desk = await openDeskWithCollege(database)
    await desk.put('mobility', [`${STAYS},own_group,own_cost`, 'L1,out,student,study,VN,2023-10-01,2023-10-09,G1,12.5'])
    const file = at('all.backup')
    await writeBackup(database, join(desk.folder, 'secret.key'), file)
    setOwnFields(new Map())
    const other = await open(name === 'sqlite' ? 'postgres' : 'sqlite')
    await restoreBackup(other, at('other.key'), file)
    const asked = { type: 'mobility', institution: 'X', first: 9, after: null }
    expect((await listRecords(other, asked)).records[0]!.values).not.toHaveProperty('own_group')
    declareFields(FIELDS)
    await migrate(other)
    expect((await listRecords(other, asked)).records[0]!.values).toMatchObject({ own_group: 'G1', own_cost: 1250 })
  })

  test('a field that is in use keeps its kind', async (database) => {
    declareFields(FIELDS)
    await migrate(database)
    declareFields(FIELDS.replace('kind: text', 'kind: integer'))
    await expect(migrate(database)).rejects.toMatchObject({ code: 'OWN_FIELD_CHANGED' })
  })

  test('from the command line: a wrong file is said line by line, a right one is used', async () => {
    const settings = {
      ...{ DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: at('key') },
      CAUSEWAY_FIELDS: at('own.yaml'),
    }
    const run = (...args: string[]) => runCauseway(args, settings, at())
    writeFileSync(at('own.yaml'), FIELDS.replace('kind: text', 'kind: texd'))
    writeFileSync(at('me.csv'), 'code,name_zh,country\nX,学院,CN\n')
    expect(await run('import', 'me.csv', '--as', 'institution')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/own\.yaml line 2: .*[Dd]id you mean "?text/),
    })
    expect(await run('fields')).toMatchObject({ code: 1, out: expect.stringContaining('line 2') })
    writeFileSync(at('own.yaml'), FIELDS)
    await run('import', 'me.csv', '--as', 'institution')
    writeFileSync(at('stays.csv'), `${STAYS},团组号\nL1,out,student,study,VN,2023-10-01,2023-10-09,G1\n`)
    const imported = await run('import', 'stays.csv', '--as', 'mobility', '--institution', 'X', '--json')
    expect(JSON.parse(imported.out)).toMatchObject({ accepted: 1, warnings: [] })
    expect((await run('fields', '--lang', 'zh')).out).toContain('| `own_group` | 团组号 / Group number | 文字 |')
    expect(await run('template', 'mobility', '--out', 't.xlsx')).toMatchObject({ code: 0 })
    const again = await run('import', 't.xlsx', '--as', 'mobility', '--institution', 'X', '--dry-run')
    expect(again.out).not.toContain('IGNORED_COLUMNS')
  })
})
