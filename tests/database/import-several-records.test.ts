import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { findBatch } from '@causeway/server/records/batches'
import { findRevertRefusal, revertBatch } from '@causeway/server/records/revert'
import { codeFromName } from '@causeway/server/records/import/cells/code-from-name'
import { onOneDatabase } from '../support/databases.ts'
import type { ImportDesk } from '../support/import-desk.ts'
import { test } from '../support/import-desk.ts'

const MAPPINGS = parse(readFileSync(join(import.meta.dirname, 'import-several-records.yaml'), 'utf8')) as Record<
  string,
  { fields?: object }
>

/** Lines read by one of the mappings beside this test; nobody says of what type they are. */
function bring(desk: ImportDesk, mapping: string, lines: string[], more = {}) {
  const path = desk.file('m.yaml', JSON.stringify(MAPPINGS[mapping]))
  return desk.bring('any', lines, { as: undefined, mapping: path, ...more })
}

const places = ({ problems }: { problems: { row: number | null; column: string | null; code: string }[] }) =>
  problems.map(({ row, column, code }) => `${row} ${column} ${code}`)

const count = async (desk: ImportDesk, ...types: string[]) =>
  Promise.all(types.map(async (type) => (await desk.records(type)).length))

onOneDatabase(() => {
  test('one row makes records of several types, in whichever order they point to one another', async (desk) => {
    const lines = [
      'No,Title,Country,College,Adopted,Follows',
      '1,Welding,VN,Hanoi College,2023-05-01,Painting',
      '2,Painting,,,,',
      '3,Casting,LA,Vientiane College,2023-06-01,GJ-1',
      // An adoption of a standard that is further down, once more of a country that has one already.
      '4,Forging,KH,Phnom Penh College,2023-07-01,GJ-5',
      '5,Milling,,,,',
    ]
    const dry = await bring(desk, 'standards', lines, { dryRun: true })
    expect(dry).toMatchObject({ batch: null, accepted: 11, rejected: 0, rowsRead: 5 })
    const report = await bring(desk, 'standards', lines)
    expect(report).toMatchObject({ accepted: 11, updated: 0, unchanged: 0, rejected: 0, created: {} })
    expect(await desk.records('adoption')).toMatchObject([
      { standard: 'GJ-1', country: 'VN', adopter: 'Hanoi College' },
      { standard: 'GJ-3', country: 'LA', adopter: 'Vientiane College' },
      { standard: 'GJ-4', country: 'KH', adopter: 'Phnom Penh College' },
    ])
    expect(
      (await desk.records('standard-mapping')).map(({ standard, to_standard: to }) => `${standard} ${to}`),
    ).toEqual(['GJ-1 GJ-2', 'GJ-3 GJ-1', 'GJ-4 GJ-5'])
    expect((await findBatch(desk.database, report.batch!))!.recordTypes).toEqual([
      'standard-mapping',
      'standard',
      'adoption',
    ])
    expect(await bring(desk, 'standards', lines)).toMatchObject({ batch: null, accepted: 0, unchanged: 11 })

    expect(await findRevertRefusal(desk.database, report.batch!)).toBeNull()
    expect(await revertBatch(desk.database, report.batch!)).toMatchObject({ withdrawn: 11 })
    expect(await count(desk, 'standard', 'adoption', 'standard-mapping')).toEqual([0, 0, 0])
  })

  test('rows that are for no entry are said, and those that are skipped are not', async (desk) => {
    const fields = { code: 'No', name_en: 'Name', country: { constant: 'VN' } }
    const entry = (type: string) => ({ type, when: [{ column: 'Kind', in: [type] }], fields })
    const records = [entry('partner'), { ...entry('programme'), fields: { code: 'No', name_en: 'Name' } }]
    const mapping = desk.file('m.yaml', JSON.stringify({ records, skip: [{ column: 'Kind', in: ['total'] }] }))
    const lines = ['No,Name,Kind', 'A,Welding,programme', 'B,Hanoi,partner', 'C,Hue,partnr', 'D,Dalat,', 'x,2,total']
    const report = await desk.bring('any', lines, { as: undefined, mapping })
    expect(report).toMatchObject({ accepted: 2, rejected: 0, rowsLeftOut: 3 })
    expect(report.warnings.map(({ code }) => code)).toEqual(['ROWS_OF_NO_ENTRY'])
    expect(report.warnings[0]!.message.en).toContain('for rows 4, 5 by its when')
  })

  test('a row goes in whole or not at all, with what points to it', async (desk) => {
    const lines = [
      'No,Title,Country,College,Adopted,Follows',
      '1,Welding,VN,Hanoi College,2023-05-01,Painting',
      '2,Painting,Atlantis,,soon,',
      '3,Casting,,,,',
      '3,Casting iron,LA,Vientiane College,2023-06-01,',
      '6,Forging,KH,Phnom Penh College,2023-07-01,GJ-9',
    ]
    expect(await bring(desk, 'standards', lines)).toMatchObject({ refused: true, accepted: 0, rejected: 4 })
    const rejects = join(desk.folder, 'r.csv')
    const report = await bring(desk, 'standards', lines, { acceptValid: true, rejects })
    expect(report).toMatchObject({ accepted: 1, rejected: 4 })
    expect(places(report)).toEqual([
      '2 Follows UNKNOWN_REFERENCE',
      '3 Country UNKNOWN_COUNTRY',
      '3 College REQUIRED',
      '3 Adopted BAD_DATE',
      '5 null DUPLICATE_KEY',
      '6 Follows UNKNOWN_REFERENCE',
    ])
    expect(report.problems.find(({ code }) => code === 'DUPLICATE_KEY')).toMatchObject({
      ...{ otherRow: 4, message: { zh: expect.stringMatching(/^「[^」]*标准[^」]*」：/) } },
    })
    expect(await count(desk, 'standard', 'adoption', 'standard-mapping')).toEqual([1, 0, 0])
    const corrected = readFileSync(rejects, 'utf8')
      .replace('Atlantis,,soon', 'VN,Da Nang College,2023-08-01')
      .replace('Casting iron', 'Casting')
      .replace('GJ-9', 'GJ-1')
    const again = await bring(desk, 'standards', corrected.trim().split('\n'))
    expect(again).toMatchObject({ accepted: 9, unchanged: 1, rejected: 0 })
  })

  test('cells that are split for one entry make its records alone, and the row is wrong once', async (desk) => {
    const lines = [
      'No,名称,采用单位,日期',
      'A,焊接,老挝甲校、越南乙校,2023-05-01',
      'B,烹饪,某国丙校、泰国丁校、某地戊校,2023-05-01',
    ]
    const rejects = join(desk.folder, 'r.csv')
    const report = await bring(desk, 'parted', lines, { acceptValid: true, rejects })
    expect(report).toMatchObject({ accepted: 3, rejected: 1 })
    expect(places(report)).toEqual(['3 采用单位 UNKNOWN_COUNTRY', '3 采用单位 UNKNOWN_COUNTRY'])
    expect(
      readFileSync(rejects, 'utf8')
        .split('\r\n')
        .filter((line) => line.includes('烹饪')),
    ).toHaveLength(1)
    expect(await desk.records('adoption')).toMatchObject([
      { standard: 'A', country: 'LA', adopter: '甲校' },
      { standard: 'A', country: 'VN', adopter: '乙校' },
    ])
  })

  test('a record may be named by its key that comes with the same file', async (desk) => {
    const lines = [
      'No,Number,Title,Certificate,Level,Day,Person,Of',
      '1,a,Scan,W1,,2023-05-01,p1,P1',
      '2,b,Scan,W1,2,2023-05-02,P2,P3',
      '3,c,Scan,W1,2,2023-05-02,P3,P1',
    ]
    const report = await bring(desk, 'proved', lines, { acceptValid: true })
    expect(report).toMatchObject({ accepted: 3, rejected: 2 })
    expect(places(report)).toEqual([
      '3 Of/Certificate/Level/Day UNKNOWN_REFERENCE',
      '4 Of/Certificate/Level/Day UNKNOWN_REFERENCE',
    ])
    expect(await count(desk, 'certificate-type', 'certificate-award', 'evidence')).toEqual([1, 1, 1])
  })

  test('a thing that many rows name goes in once, and repeated rows are stated', async (desk) => {
    const lines = [
      'Partner,Country,Person,Start,End',
      'Hanoi College,VN,P1,2023-09-01,2024-01-31',
      'Hanoi  college,VN,P2,2023-09-01,2024-01-31',
      'Hanoi College,VN,P2,2023-09-01,2024-01-31',
    ]
    const report = await bring(desk, 'stays', lines)
    expect(report).toMatchObject({ accepted: 3, unchanged: 1, rejected: 0 })
    expect(report.warnings.map(({ row, code }) => `${row} ${code}`)).toContain('4 DUPLICATE_ROW')
    const [partner] = await desk.records('partner')
    expect(partner).toMatchObject({ code: codeFromName('hanoi  COLLEGE'), name_en: 'Hanoi College', country: 'VN' })
    expect(await desk.records('mobility')).toMatchObject([{ partner: partner!.code }, { partner: partner!.code }])

    // A register that has the name under another code keeps it.
    await desk.put('partner', ['code,name_zh,country', 'V1,万象学院,LA'])
    const other = await bring(desk, 'stays', [lines[0]!, '万象学院,LA,P3,2023-09-01,2024-01-31'])
    expect(other).toMatchObject({ accepted: 1, updated: 0, unchanged: 1, rejected: 0 })
    expect(await desk.records('mobility')).toContainEqual(expect.objectContaining({ partner: 'V1' }))
  })

  test('names that no register has make entries, of the right rows alone', async (desk) => {
    await desk.put('programme', ['code,name_zh,name_en', 'A1,护理,Nursing', 'B1,烹饪,', 'B2,烹饪,'])
    const lines = [
      '护照号,专业,国籍,合作方,入学,毕业',
      'P1,nursing,VN,,2023-09-01,2026-07-31',
      'P2,汉　语,VN,河内学院,2023-09-01,2026-07-31',
      'P3,汉 语 Chinese,KP,河内学院,2023-09-01,2026-07-31',
      'P4,焊接,Atlantis,,2023-09-01,2026-07-31',
      'P5,烹饪,VN,,2023-09-01,2026-07-31',
      'P6,A1,VN,,2023-09-01,2026-07-31',
    ]
    const dry = await bring(desk, 'enrolments', lines, { dryRun: true, acceptValid: true })
    expect(dry).toMatchObject({ batch: null, accepted: 4, rejected: 2, created: { programme: 1 } })
    expect(dry.entries).toContainEqual({
      type: 'programme',
      institution: 'X',
      code: codeFromName('汉语'),
      name: '汉 语',
    })
    expect(places(dry)).toEqual(['5 国籍 UNKNOWN_COUNTRY', '6 专业 AMBIGUOUS_REFERENCE'])

    const report = await bring(desk, 'enrolments', lines, { acceptValid: true })
    expect(report).toMatchObject({ accepted: 4, rejected: 2, created: { programme: 1 } })
    expect(await desk.records('programme')).toContainEqual(
      expect.objectContaining({ code: codeFromName('汉语 (Chinese)'), name_zh: '汉 语' }),
    )
    expect((await desk.records('enrolment')).map(({ programme }) => programme).sort()).toEqual(
      ['A1', 'A1', codeFromName('汉语'), codeFromName('汉语')].sort(),
    )
    expect(await bring(desk, 'enrolments', lines, { acceptValid: true })).toMatchObject({ unchanged: 4, created: {} })
    await revertBatch(desk.database, report.batch!)
    expect(await count(desk, 'programme', 'enrolment')).toEqual([3, 0])
  })

  test('what an entry needs beside its name comes from the row', async (desk) => {
    const lines = [
      '人员,证书,发证机构,国家,日期',
      'P8,焊工证,ABC,FR,someday',
      'P0,焊工证,DVS,,2023-05-01',
      'P1,焊工证,DVS,DE,2023-05-01',
      'P4,焊工证,TÜV,DE,2023-05-01',
      'P2,焊工证,,,2023-05-02',
      'P3,车工证,,DE,2023-05-03',
      'P5,焊工证、车工证,DVS,DE,2023-05-03',
    ]
    const report = await bring(desk, 'awards', lines, { acceptValid: true })
    expect(report).toMatchObject({ accepted: 4, rejected: 3, created: { 'certificate-type': 1 } })
    expect(places(report)).toEqual(['2 日期 BAD_DATE', '7 发证机构 REQUIRED', '8 证书 SEVERAL_VALUES'])
    const differs = report.warnings.filter(({ code }) => code === 'ENTRY_DIFFERS')
    expect(differs).toMatchObject([{ row: 5, column: '发证机构', value: 'TÜV' }])
    expect(differs[0]!.message.en).toContain('an earlier row says DVS')
    expect(await desk.records('certificate-type')).toMatchObject([{ name_zh: '焊工证', issuer: 'DVS', country: 'DE' }])

    // A mapping may say that it is one name.
    const said = { column: '证书', values: { '三轴、五轴加工': '三轴、五轴加工' } }
    const mapping = { ...MAPPINGS['awards'], fields: { ...MAPPINGS['awards']!.fields, certificate: said } }
    const one = [lines[0]!, 'P6,三轴、五轴加工,DVS,DE,2023-05-03']
    const path = desk.file('one.yaml', JSON.stringify(mapping))
    expect(await bring(desk, 'awards', one, { mapping: path })).toMatchObject({ accepted: 1, rejected: 0 })

    // Rows that come when the entry is in are held against it too.
    const many = Array.from({ length: 600 }, (_, i) => `Q${i},车工证,${i < 550 ? 'IHK' : 'HWK'},AT,2023-05-01`)
    const later = await bring(desk, 'awards', [lines[0]!, ...many])
    expect(later).toMatchObject({ accepted: 600, created: { 'certificate-type': 1 } })
    expect(later.warnings.filter(({ code }) => code === 'ENTRY_DIFFERS')).toMatchObject([{ row: 552, value: 'HWK' }])
  })

  test('entries that gather come out at the end, and a file may be complete for some of its types', async (desk) => {
    const lines = ['Partner,Country,Person,Start,End', 'Hanoi College,VN,P1,2023-09-01,2024-01-31']
    await bring(desk, 'stays', lines)
    const report = await bring(
      desk,
      'gathered',
      [lines[0]!, 'Hue College,VN,P2,2023-09-01,2024-01-31', 'Hue College,Vietnam,P3,2023-09-02,2024-01-31'],
      { replaces: { years: [2023], units: [] } },
    )
    expect(report).toMatchObject({ accepted: 3, rejected: 0, rowsMerged: 1, withdrawn: 1 })
    expect(report.withdrawals).toMatchObject([{ type: 'mobility' }])
    expect(await count(desk, 'partner', 'mobility')).toEqual([2, 2])
  })
})
