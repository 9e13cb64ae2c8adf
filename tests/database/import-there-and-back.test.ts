import { Workbook } from '@cj-tech-master/excelts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findRecordType } from '@causeway/server/records/record-types'
import { writeTemplate } from '@causeway/server/records/template'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

forEachDatabase((_name, open) => {
  test.each(['zh', 'en'] as const)(
    'a template filled in below its example goes in, and the example does not (%s)',
    async (language) => {
      const desk = await openDeskWithCollege(await open())
      const partner = findRecordType('partner')!
      const book = new Workbook()
      await book.xlsx.load((await writeTemplate(partner, language)) as unknown as ArrayBuffer)
      const sheet = book.worksheets[0]!
      const headers = sheet.getRow(1).values as string[]
      const cell = (name: string) => {
        const { label } = partner.fields.find((field) => field.name === name)!
        return sheet.getCell(
          3,
          headers.findIndex((header) => header?.replace('*', '') === label[language]),
        )
      }
      cell('code').value = '007'
      cell('name_zh').value = '河内学院'
      cell('country').value = language === 'zh' ? '越南' : 'Vietnam'
      cell('from').value = new Date(Date.UTC(2023, 8, 1))
      const path = desk.file('t.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
      expect(await desk.import(path, 'partner', { institution: 'X' })).toMatchObject({
        accepted: 1,
        rejected: 0,
        warnings: [],
      })
      expect(await desk.records('partner')).toMatchObject([
        { code: '007', name_zh: '河内学院', country: 'VN', from: '2023-09-01' },
      ])
    },
  )

  test('rejected rows come back with their reasons, guarded against formulas, and go in as they were once corrected', async () => {
    const desk = await openDeskWithCollege(await open())
    const path = desk.file('a.csv', [
      '随手 jotting,code,name_en,country',
      'x,P1,Good,VN',
      `"=HYPERLINK(""http://x"")",P2,"@SUM(1)",Nowhere`,
      `'quoted,P3,-5,LO`,
      `z,P4,"a ""b"", c",Nowhere`,
    ])
    const rejects = join(desk.folder, 'rejects.csv')
    const first = await desk.import(path, 'partner', { institution: 'X', acceptValid: true, rejects })
    expect(first).toMatchObject({ accepted: 1, rejected: 3, rejects })
    const text = readFileSync(rejects, 'utf8')
    expect(text.startsWith('\ufeff随手 jotting,code,name_en,country,')).toBe(true)
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatch(/^"'=HYPERLINK.*,P2,'@SUM\(1\),Nowhere,3,/)
    expect(lines[2]).toMatch(/^''quoted,P3,-5,LO,4,/)
    expect(lines[1]).toMatch(/没有这个国家.*there is no such country/)
    const corrected = desk.file('corrected.csv', text.replaceAll(/Nowhere|(?<=,)LO(?=,)/g, 'LA'))
    expect(await desk.import(corrected, 'partner', { institution: 'X' })).toMatchObject({ accepted: 3, rejected: 0 })
    expect((await desk.records('partner')).map((record) => record['name_en'])).toEqual([
      'Good',
      '@SUM(1)',
      '-5',
      'a "b", c',
    ])
  })
})
