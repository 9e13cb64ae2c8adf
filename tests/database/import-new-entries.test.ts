import { expect } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { test, type ImportDesk } from '../support/import-desk.ts'

const AWARDS = { person: '学号', certificate: '证书', date: '日期', awarded: { constant: 1 } }
const HEADS = '学号,证书,日期,发证国'
const column = '证书'

/** Awards that make certificates of their names, with what the mapping says of these. */
function bring(desk: ImportDesk, given: object, ...rows: string[]) {
  const mapping = { type: 'certificate-award', fields: AWARDS, create: ['certificate-type'] }
  const path = desk.file('m.yaml', JSON.stringify({ ...mapping, create_with: { 'certificate-type': given } }))
  return desk.bring('certificate-award', [HEADS, ...rows], { mapping: path })
}

const said = ({ warnings }: Awaited<ReturnType<typeof bring>>) =>
  warnings.map(({ code, message }) => `${code} ${message.zh}`)

forEachDatabase(() => {
  test('what a mapping says by name of last year’s certificate is not said of a new one: it is asked for', async (desk) => {
    const given = {
      issuer: { column, values: { BEC: '剑桥' }, otherwise: '' },
      country: { column, values: { BEC: 'GB' }, otherwise: '' },
    }
    expect(await bring(desk, given, 'S1,BEC,2023-06-01,')).toMatchObject({
      accepted: 1,
      created: { 'certificate-type': 1 },
    })
    const next = await bring(desk, given, 'S1,BEC,2024-06-01,', 'S2,DELF,2024-06-01,')
    expect(next).toMatchObject({ refused: true, rejected: 1 })
    expect(next.problems.map(({ row, code, value }) => `${row} ${code} ${value}`)).toEqual(['3 UNKNOWN_REFERENCE DELF'])
    expect(next.problems[0]!.message.zh).toMatch(
      /新的“证书种类”.*“发证机构”.*create_with 的 certificate-type 之下：issuer/,
    )
  })

  test('what a mapping says of every new certificate alike is named each time that one is made', async (desk) => {
    const given = { issuer: { constant: '剑桥' }, country: { column, values: { BEC: 'GB' }, otherwise: 'FR' } }
    const first = await bring(desk, given, 'S1,BEC,2023-06-01,')
    expect(said(first)).toEqual([
      'ENTRY_SAID_OF_ALL 新建的“证书种类”BEC，“发证机构”照对照写作“剑桥”，与以前新建的相同，请核对',
    ])
    const next = await bring(desk, given, 'S1,BEC,2024-06-01,', 'S2,DELF,2024-06-01,', 'S3,DALF,2024-06-01,')
    expect(said(next)).toEqual([
      'ENTRY_SAID_OF_ALL 新建的“证书种类”DELF、DALF，“发证机构”照对照写作“剑桥”，与以前新建的相同，请核对',
      'ENTRY_SAID_OF_ALL 新建的“证书种类”DELF、DALF，“发证机构所在国家（地区）”照对照写作“法国”，与以前新建的相同，请核对',
    ])
    expect(said(await bring(desk, given, 'S4,DELF,2024-06-01,'))).toEqual([])
    // A column says it of each row.
    const byColumn = { issuer: '证书', country: '发证国' }
    expect(said(await bring(desk, byColumn, 'S4,TOPIK,2024-06-01,韩国'))).toEqual([])
  })

  test('awards whose certificate has no country are counted, in the year in which it is made and in every later one', async (desk) => {
    const given = { issuer: '证书', country: '发证国' }
    const first = await bring(desk, given, 'S1,BEC,2023-06-01,', 'S2,BEC,2023-06-02,', 'S1,DELF,2023-06-01,法国')
    expect(said(first).filter((one) => one.includes('条“证书考取情况”'))).toEqual([
      expect.stringMatching(
        /^COUNTRY_NOT_KNOWN 2 条“证书考取情况”不在任何统计范围内：其“证书种类”（BEC）的“发证机构所在国家（地区）”未注明/,
      ),
    ])
    const next = await bring(desk, given, 'S3,BEC,2024-06-01,')
    expect(next.warnings.map(({ code, message }) => `${code} ${message.en}`)).toEqual([
      expect.stringMatching(
        /^COUNTRY_NOT_KNOWN 1 record \(certificate award\) is in no scope, since the certificate \(BEC\) has no/,
      ),
    ])
    expect(said(await bring(desk, given, 'S3,DELF,2024-06-01,'))).toEqual([])
  })
})
