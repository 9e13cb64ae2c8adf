import { expect, test } from 'vitest'
import { revertBatch } from '@causeway/server/records/revert'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege, type ImportDesk } from '../support/import-desk.ts'

const MOBILITY = 'person,direction,audience,purpose,country,start,end,partner'
const stay = (person: string, partner: string) => `${person},out,student,study,VN,2023-09-01,2023-10-01,${partner}`
const SESSION = 'session,headcount,country,start,end,training_days,sponsor'
const PLATFORM = 'source_id,code,name_zh,type,founded_on,role,country,parent'
const platform = (id: string, code: string, parent = '') => `${id},${code},平台,park,2020-01-01,lead,VN,${parent}`

forEachDatabase((_name, open) => {
  async function openDesk() {
    const database = await open()
    const desk = await openDeskWithCollege(database)
    const partners = ['source_id,code,name_en,country', 'S1,P1,A,VN', 'S2,P2,B,LA']
    await desk.put('partner', partners)
    await desk.put('partner', partners, 'X2')
    return { database, desk }
  }

  function rename(desk: ImportDesk, lines: string[], more = {}) {
    return desk.import(desk.file('renamed.csv', ['source_id,code', ...lines]), 'partner', { institution: 'X', ...more })
  }

  async function codes(desk: ImportDesk, type: string) {
    return (await desk.records(type)).map((record) => record['code'])
  }

  test('a code that records point to is kept, and who points to it is said', async () => {
    const { desk } = await openDesk()
    await desk.put('mobility', [MOBILITY, stay('L1', 'P1'), stay('L2', 'P1'), stay('L3', 'P2')])
    await desk.put('training-session', [SESSION, 'T1,5,VN,2024-01-01,2024-01-02,2,P1'])
    const report = await rename(desk, ['S1,NEW', 'S2,P2'], { acceptValid: true })
    expect(report).toMatchObject({ accepted: 0, updated: 0, unchanged: 1, rejected: 1 })
    expect(report.problems).toMatchObject([
      {
        row: 2,
        column: 'code',
        code: 'CODE_IN_USE',
        value: 'NEW',
        message: {
          zh: 'B2 「合作机构编号」“NEW”：这条记录现在的编号是 P1，仍被「师生国（境）外交流」2 条、「国（境）外人员培训」1 条记录引用，改号后这些记录将无所指；请保留编号 P1，或先以新编号另导入一条记录，再导入这些记录并改用新编号',
          en: 'B2 "Code" is "NEW": the record has the code P1, and records still point to that (2 of "Mobility", 1 of "Training session"); they would point to nothing. Keep the code P1, or first import a second record with the new code and then those records with it',
        },
      },
    ])
    expect(await codes(desk, 'partner')).toEqual(['P1', 'P2'])
  })

  test('a code that nobody points to any more may change, and then another record may have it', async () => {
    const { database, desk } = await openDesk()
    const before = await desk.put('mobility', [MOBILITY, stay('L1', 'P1')])
    await desk.put('mobility', [MOBILITY, stay('L1', 'P2')])
    await desk.put('mobility', [MOBILITY, stay('L1', 'P1')], 'X2')
    const moved = await rename(desk, ['S1,NEW'])
    expect(moved).toMatchObject({ updated: 1, rejected: 0 })
    expect(await codes(desk, 'partner')).toEqual(['NEW', 'P2'])
    await expect(revertBatch(database, before.batch!)).rejects.toMatchObject({ code: 'REVERT_REFUSED' })
    const path = desk.file('next.csv', ['source_id,code,name_en,country', 'S1,P9,A,VN', 'S3,NEW,C,VN'])
    expect(await desk.import(path, 'partner', { institution: 'X' })).toMatchObject({ updated: 1, accepted: 1 })
    expect(await codes(desk, 'partner')).toEqual(['P9', 'P2', 'NEW'])
  })

  test('rows of the same file count as they are by then', async () => {
    const database = await open()
    const desk = await openDeskWithCollege(database)
    await desk.put('platform', [
      PLATFORM,
      platform('S1', 'A'),
      platform('S2', 'B', 'A'),
      platform('S3', 'C'),
      platform('S4', 'D', 'D'),
    ])
    const put = (...rows: string[]) =>
      desk.import(desk.file('again.csv', [PLATFORM, ...rows]), 'platform', { institution: 'X', dryRun: true })
    const inUse = (row: number) => ({ refused: true, problems: [{ row, code: 'CODE_IN_USE' }] })
    // Before it, and so it is free.
    expect(await put(platform('S2', 'B', 'C'), platform('S1', 'A2'))).toMatchObject({ refused: false, updated: 2 })
    // After it, and so it is not yet.
    expect(await put(platform('S1', 'A2'), platform('S2', 'B', 'C'))).toMatchObject(inUse(2))
    expect(await put(platform('S1', 'A2'))).toMatchObject(inUse(2))
    // A new one that points to it, before or after.
    expect(await put(platform('S5', 'E', 'C'), platform('S3', 'C2'))).toMatchObject(inUse(3))
    expect(await put(platform('S3', 'C2'), platform('S5', 'E', 'C'))).toMatchObject(inUse(2))
    // Itself.
    expect(await put(platform('S4', 'D2', 'D'))).toMatchObject(inUse(2))
    expect(await put(platform('S4', 'D2', 'D2'))).toMatchObject({ refused: false, updated: 1 })
    expect(await put(platform('S4', 'D2'))).toMatchObject({ refused: false, updated: 1 })
  })

  test('a code given up earlier in a long file is not pointed to later in it', async () => {
    const desk = await openDeskWithCollege(await open())
    const many = Array.from({ length: 600 }, (_, i) => platform(`M${i}`, `M${i}`))
    await desk.put('platform', [PLATFORM, platform('S1', 'A'), platform('S2', 'B', 'B')])
    const path = desk.file('long.csv', [PLATFORM, platform('S1', 'A2'), ...many, platform('S2', 'B', 'A')])
    const report = await desk.import(path, 'platform', { institution: 'X' })
    expect(report).toMatchObject({ refused: true, problems: [{ row: 603, code: 'UNKNOWN_REFERENCE' }] })
  })
})
