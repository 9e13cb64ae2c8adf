import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { csv } from '../support/import-college.ts'
import { HEADER, openDesk, STAY } from '../support/import-looks.ts'

onOneDatabase((_name, open) => {
  describe('a line of a sheet', () => {
    it('is shown as what it is before anyone knows what the file holds, and is what somebody says it is', async () => {
      const report = await openDesk(await open())
      const book = new Workbook()
      const sheet = book.addWorksheet('表')
      sheet.addRows([
        ['培训汇总'],
        ['培训班编号', '学员国家（地区）', '时间', '时间', '培训天数', '人数', '班主任'],
        ['培训班编号', '学员国家（地区）', '开始', '结束', '培训天数', '人数', '班主任'],
        ['P1', '泰国', '2023-05-10', '2023-05-24', 15, 12, '王芳'],
        ['合计班', '老挝', '2023-06-10', '2023-06-24', 15, 8, ''],
        ['全年', '', '', '', '', 20],
        ['本表由国际处填报'],
      ])
      for (const range of ['A1:G1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3', 'G2:G3']) sheet.mergeCells(range)
      const file = new File([new Uint8Array(await book.xlsx.writeBuffer())], 'a.xlsx')
      const first = await report(file)
      const roles = (of: any) => of.head.map(({ role }: any) => role) // eslint-disable-line @typescript-eslint/no-explicit-any
      expect(roles(first)).toEqual(['TITLE', 'HEADER', 'HEADER', null, null, null, null])
      expect(first.head[1]).toMatchObject({ mergedLeft: [3], mergedAbove: [] })
      expect(first.head[2]).toMatchObject({ mergedLeft: [], mergedAbove: [0, 1, 4, 5, 6] })

      const input = { type: 'training-session', headerRow: 2, headRows: 2 }
      const plain = await report(file, input)
      expect(plain.columns.map(({ header }: any) => header)).toEqual([
        '培训班编号',
        '学员国家（地区）',
        '时间/开始',
        '时间/结束',
        '培训天数',
        '人数',
        '班主任',
      ]) // eslint-disable-line @typescript-eslint/no-explicit-any
      expect(plain.columns[2]).toMatchObject({ field: null, suggestions: [{ name: 'start' }] })
      const columns = [
        { column: 2, field: 'start' },
        { column: 3, field: 'end' },
        { column: 6, field: 'note' },
        { column: 0, field: 'note' },
      ]
      const session = { constants: [{ field: 'session', value: 'S1' }], columns }
      const unsaid = await report(file, { ...input, ...session })
      expect(unsaid.columns[4]).toMatchObject({ field: { name: 'training_days' }, wrong: 2 })
      const lines = [
        { row: 6, role: 'TOTAL' },
        { row: 7, role: 'NOTE' },
      ]
      const said = await report(file, { ...input, ...session, lines })
      expect(said).toMatchObject({ refused: false, accepted: 2, warnings: [] })
      const notes = said.newRecords.map(({ fields }: any) => fields.find(({ name }: any) => name === 'note').after) // eslint-disable-line @typescript-eslint/no-explicit-any
      expect(notes).toEqual(['P1；王芳', '合计班'])
      // The next file is read alike by what was saved of it.
      expect(said.asMapping).toMatch(/header_rows: 2[^]*\^\(全年\|本表由国际处填报\)/)
      const again = await report(file, { type: 'training-session', mappingText: said.asMapping })
      expect(again).toMatchObject({ refused: false, accepted: 2, warnings: [] })
      // A total that is not what was read is said to be so.
      const wrong = await report(file, { ...input, ...session, lines, leaveOut: [4] })
      expect(wrong).toMatchObject({ accepted: 1, warnings: [{ code: 'STATED_SUM', row: 6 }] })
      const record = await report(file, { ...input, ...session, lines: [{ row: 6, role: 'RECORD' }, lines[1]] })
      expect(record).toMatchObject({ refused: true })
      // Refused before anything is read.
      expect(await report(file, { headRows: 9 })).toEqual({})
    })

    it('that is merged over the table is a note in each of its columns, by the heads and by what is saved of it', async () => {
      const report = await openDesk(await open())
      const book = new Workbook()
      const sheet = book.addWorksheet('表')
      sheet.addRows([HEADER.split(','), STAY.split(','), ['填表说明：按学制填写。'], ['小  计', '1人']])
      sheet.mergeCells('A3:G3')
      const file = new File([new Uint8Array(await book.xlsx.writeBuffer())], 'a.xlsx')
      const read = await report(file, { type: 'mobility' })
      expect(read).toMatchObject({ refused: false, accepted: 1, problems: [] })
      const again = await report(file, { type: 'mobility', mappingText: read.asMapping })
      expect(again).toMatchObject({ refused: false, accepted: 1, problems: [] })
    })

    it('that was wrong, under two rows of heads, is read again from the file of wrong rows by the same move', async () => {
      const report = await openDesk(await open())
      const heads = ['培训项目', '对象国别', '培训时间/开始', '培训时间/结束', '培训天数', '人数/男', '人数/女']
      const file = csv(
        'rejected.csv',
        [...heads, '原行号 / source row', '退回原因 / reason'].join(','),
        '电商班,泰国,2023.9.4,2023.9.8,5,30,25,培训!4,C4',
      )
      const { columns, moves, reading } = await report(file, { type: 'training-session' })
      const suggested = columns.map(({ suggestions }: any) => suggestions.map(({ name }: any) => name)) // eslint-disable-line @typescript-eslint/no-explicit-any
      expect(suggested.slice(2, 4)).toEqual([['start'], ['end']])
      const mapping = JSON.parse(reading)
      const [move] = moves
      expect(move.id).toBe('unpivot SEX')
      for (const [path, value] of JSON.parse(move.changes))
        if (path.length === 1) mapping[path[0]] = value
        else mapping.fields[path[1]] = value
      Object.assign(mapping.fields, { start: heads[2], end: heads[3] })
      const read = await report(file, { type: 'training-session', mappingText: JSON.stringify(mapping) })
      expect(read).toMatchObject({ accepted: 2, problems: [] })
    })

    it('that begins as a total does is a record where somebody says so', async () => {
      const report = await openDesk(await open())
      const file = csv('a.csv', '合作机构编号,合作机构名称,国家（地区）', '合计,甲,', 'P1,乙,泰国')
      expect(await report(file, { type: 'partner' })).toMatchObject({ accepted: 1, refused: false })
      const lines = [{ row: 2, role: 'RECORD' }]
      expect(await report(file, { type: 'partner', lines })).toMatchObject({ accepted: 2, refused: false })
      expect(await report(file, { type: 'partner', headerRow: 2, headRows: 0 })).toMatchObject({
        headerRow: 2,
        columns: [{ header: 'A' }, { header: 'B' }, { header: 'C' }],
      })
    })
  })
})
