import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { makeCellParser } from '@causeway/server/records/import/cells/parse-cell'
import { optionsOf } from '@causeway/server/records/field-options'
import { fieldsOf, RECORD_TYPES } from '@causeway/server/records/record-types'
import { onOneDatabase } from '../support/databases.ts'
import { csv, openImportCollege } from '../support/import-college.ts'
import { HEADER, openDesk, STAY, workbook } from '../support/import-looks.ts'
import COLUMNS from './import-columns.json' with { type: 'json' }

const MOVES = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { ... on ImportReport {
  accepted refused asMapping reading problems { code }
  moves { id kind columns sure examples { before after(locale: ZH) } changes }
  words { field column columnIndex code value count } } } }`

const NAMES = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { ... on ImportReport {
  accepted refused asMapping words { recordType field value count spelling of { kind } }
  created { recordType { name } entries { name } }
  codes { field makes recordType { name } needed { name } options { key } } } } }`

it('every choice that is offered in either language is taken for what it says', () => {
  const lost = RECORD_TYPES.flatMap((type) =>
    fieldsOf(type).flatMap((field) => {
      const parse = makeCellParser(field)
      return optionsOf(field).flatMap(({ key, label }) =>
        [label.zh, label.en]
          .filter((text) => String(parse(text, false)) !== key)
          .map((text) => `${type.name} ${field.name} ${text}`),
      )
    }),
  )
  expect(lost).toEqual([])
})

onOneDatabase((_name, open) => {
  it('the encoding of a text file is asked for where it cannot be recognised, and what was taken is said', async () => {
    const report = await openDesk(await open())
    const text = 'code,name_en,country\nR1,Приморский колледж,RU\n'
    const file = () => new File([new Uint8Array(iconv.encode(text, 'windows-1251'))], 'a.csv')
    expect(await report(file())).toMatchObject({
      ...{ encoding: null, refused: true },
      problems: [{ code: 'UNKNOWN_ENCODING', en: expect.stringContaining('windows-1251') }],
    })
    expect(await report(file(), { encoding: 'CP1251', type: 'partner' })).toMatchObject({
      encoding: 'windows-1251',
      accepted: 1,
    })
    const { problems } = await report(file(), { encoding: 'klingon' })
    expect(problems).toMatchObject([{ code: 'UNKNOWN_ENCODING', message: expect.stringMatching(/klingon.*GB18030/) }])
  })

  describe('a wrong cell', () => {
    it('comes with what was most likely meant: by letters, by sound, by either reading of a date, of several namesakes', async () => {
      const report = await openDesk(await open())
      const file = csv(
        'a.csv',
        HEADER,
        'S1,派去,学生,学系,太国,03/04/2022,2022-10-31',
        'S2,派出,学生,学习,刚果,2022-10-01,2022-10-31',
      )
      const { problems } = await report(file)
      const nearest = (field: string) =>
        problems.filter((one: any) => one.field === field).map((one: any) => one.nearest.map(({ label }: any) => label)) // eslint-disable-line @typescript-eslint/no-explicit-any
      expect(nearest('direction')).toEqual([['派出']])
      expect(nearest('purpose')[0][0]).toBe('学习')
      expect(nearest('country')[0][0]).toBe('泰国')
      expect(nearest('country')[1].toSorted()).toEqual(['刚果（布）', '刚果（金）'])
      expect(nearest('start')).toEqual([['2022-04-03', '2022-03-04']])
      const both = ['泰国/越南', '泰国/香港'].map((country) => STAY.replace('泰国', country))
      const several = await report(csv('b.csv', HEADER, ...both))
      expect(several.problems.map((one: any) => one.nearest.map(({ key }: any) => key))).toEqual([
        // eslint-disable-line @typescript-eslint/no-explicit-any
        ['TH', 'VN', 'foreign'],
        ['TH', 'HK'],
      ])
    })

    it('that names a record which is not there comes with the nearest codes, by name too, and with all that it could name', async () => {
      const report = await openDesk(await open())
      const partners = csv(
        'p.csv',
        '合作机构编号,合作机构名称,类型,国家（地区）',
        'P-1,曼谷学院,高校,泰国',
        'P-2,河内学院,高校,越南',
      )
      expect(await report(partners, { type: 'partner', dryRun: false })).toMatchObject({ accepted: 2, refused: false })
      const header = '协议编号,合作机构编号,签订日期,生效日期'
      const said = await report(
        csv('a.csv', header, 'A1,P1,2022-01-01,2022-01-01', 'A2,曼谷学校,2022-01-01,2022-01-01'),
        { type: 'agreement' },
      )
      expect(said.problems.map(({ code }: any) => code)).toEqual(['UNKNOWN_REFERENCE', 'UNKNOWN_REFERENCE']) // eslint-disable-line @typescript-eslint/no-explicit-any
      expect(said.problems[0].nearest).toContainEqual({ key: 'P-1', label: '曼谷学院' })
      expect(said.problems[1].nearest).toEqual([{ key: 'P-1', label: '曼谷学院' }])
      expect(said.codes).toMatchObject([{ field: 'partner' }])
      expect(said.codes[0].options).toEqual(
        expect.arrayContaining([
          { key: 'P-1', label: '曼谷学院' },
          { key: 'P-2', label: '河内学院' },
        ]),
      )
    })
  })

  describe('a header', () => {
    it('in a row that a person names is read from there, and so is the sheet; its first rows tell which it may be', async () => {
      const report = await openDesk(await open())
      const odd = ['编号甲', '去向', '身份', '缘由', '到哪里', '起', '止']
      const file = await workbook('交流.xlsx', {
        说明: [['只填第二张表']],
        数据: [['出国学习台账'], ['国际处填报'], odd, STAY.split(',')],
      })
      const said = await report(file)
      expect(said).toMatchObject({ recordType: null, headerRow: null, sheets: ['说明', '数据'], sheet: '数据' })
      expect(said.head.map(({ row }: any) => row)).toEqual([1, 2, 3, 4]) // eslint-disable-line @typescript-eslint/no-explicit-any
      expect(said.head[2].cells).toEqual(odd)
      const columns = COLUMNS
      const read = await report(file, { type: 'mobility', sheet: '数据', headerRow: 3, columns })
      expect(read).toMatchObject({ headerRow: 3, rowsRead: 1, accepted: 1, refused: false })
      const blank = await report(file, { type: 'mobility', sheet: '数据', headerRow: 9 })
      expect(blank.problems).toMatchObject([{ code: 'NO_HEADER' }])
      expect(blank.problems[0].message).toContain('第 9 行是空的')
    })

    it('that somebody named is the only one by which the file is recognised', async () => {
      const report = await openDesk(await open())
      const file = csv('a.csv', HEADER, '甲,乙,丙,丁,戊,己,庚', STAY)
      expect(await report(file)).toMatchObject({ recordType: { name: 'mobility' }, headerRow: 1 })
      expect(await report(file, { headerRow: 2 })).toMatchObject({ recordType: null })
    })
  })

  describe('a file with nothing in it', () => {
    it('is shown to be empty, by its name and that of its sheets, and what to do, whether or not its type was said', async () => {
      const report = await openDesk(await open())
      const empty = await workbook('空表.xlsx', { 台账: [], 说明: [] })
      for (const input of [{}, { type: 'mobility' }]) {
        const { problems } = await report(empty, input)
        expect(problems).toMatchObject([{ code: 'EMPTY_FILE' }])
        for (const part of ['「空表.xlsx」', '「台账」', '「说明」', '再重新选择'])
          expect(problems[0].message).toContain(part)
        expect(problems[0].en).toContain('sheets "台账", "说明"')
      }
      const one = await workbook('两表.xlsx', { 台账: [], 数据: [HEADER.split(','), STAY.split(',')] })
      expect(await report(one)).toMatchObject({ sheet: '数据', accepted: 1 })
      const chosen = await report(one, { sheet: '台账' })
      expect(chosen).toMatchObject({ sheet: '台账', sheets: ['台账', '数据'] })
      expect(chosen.problems[0].message).toContain('「台账」是空的')
      expect((await report(new File([], '无.csv'))).problems[0].message).toContain('「无.csv」是空的')
    })

    it('but a header is shown to lack rows, even where its type cannot be recognised', async () => {
      const report = await openDesk(await open())
      for (const header of [HEADER.split(','), ['甲', '乙', '丙']]) {
        const { problems } = await report(await workbook('只有表头.xlsx', { 出国: [header] }))
        expect(problems).toMatchObject([{ code: 'NO_ROWS' }])
        expect(problems[0].message).toContain('「只有表头.xlsx」的工作表「出国」只有表头')
      }
    })
  })

  describe('a file dropped on the page', () => {
    it('that is a known file of others is read by the mapping that ships', async () => {
      const { report } = await openImportCollege(await open())
      const said = await report(csv('c.csv', '专业代码,国别,人数,学年,类别', 'PA,越南,12,2022—2023学年,学历'), {
        dryRun: true,
      })
      expect(said).toMatchObject({ mapping: 'aggregate-enrolment', recordType: { name: 'enrolment' }, accepted: 1 })
    })

    it('comes with moves and unknown words, and with the mapping that was made of them', async () => {
      const { college, editor } = await openImportCollege(await open())
      const file = () =>
        csv('交流.csv', '学号,国家,交流类型,起止时间', 'A1,泰国,闲逛,2023.9-2024.1', 'A2,老挝,闲逛,2023年秋')
      const ask = async (input: object) => {
        const variables = { input: { institution: 'X', dryRun: true, seconds: 20, ...input, file: null } }
        const { data, errors } = await college.send(MOVES, variables, { 'variables.input.file': file() }, editor)
        if (errors) throw new Error(JSON.stringify(errors))
        return data.importRecords
      }
      const first = await ask({ type: 'mobility' })
      const [range] = first.moves
      expect(range).toMatchObject({ id: 'range 起止时间', kind: 'RANGE', columns: [3], sure: true })
      expect(range.examples[0]).toEqual({ before: '2023.9-2024.1', after: '2023-09-01 → 2024-01-31' })
      const reading = JSON.parse(first.reading)
      for (const [path, value] of JSON.parse(range.changes)) reading[path[0]][path[1]] = value
      Object.assign(reading.fields, { direction: { constant: 'out' }, audience: { constant: 'student' } })
      const second = await ask({ mappingText: JSON.stringify(reading) })
      expect(second.words).toEqual([
        { field: 'purpose', column: '交流类型', columnIndex: 2, code: 'UNKNOWN_CHOICE', value: '闲逛', count: 2 },
        { field: 'start', column: '起止时间', columnIndex: 3, code: 'UNKNOWN_TERM', value: '2023年秋', count: 1 },
        { field: 'end', column: '起止时间', columnIndex: 3, code: 'UNKNOWN_TERM', value: '2023年秋', count: 1 },
      ])
      const answers = [{ field: 'purpose', text: '闲逛', value: 'study' }]
      reading.terms = { '2023年秋': ['2023-09-01', '2024-01-15'] }
      const third = await ask({ mappingText: JSON.stringify(reading), answers })
      expect(third).toMatchObject({ accepted: 2, refused: false, words: [] })
      expect(third.asMapping).toContain('闲逛: study')
      reading.fields.persn = '学号'
      const wrong = await ask({ mappingText: JSON.stringify(reading) })
      expect(wrong).toMatchObject({ refused: true, problems: [{ code: 'BAD_MAPPING' }] })
    })

    it('whose headcount is of all that a cell names is not split: each part would count all of them', async () => {
      const { college, editor } = await openImportCollege(await open())
      const ask = async (counts: string[]) => {
        const rows = ['泰国、老挝', '俄罗斯'].map(
          (country, at) => `T${at},${country},2023-09-01,2023-09-05,5,${counts[at]!}`,
        )
        const file = csv('培训.csv', '培训班编号,学员国家（地区）,开始日期,结束日期,培训天数,人数', ...rows)
        const variables = {
          input: { institution: 'X', dryRun: true, seconds: 20, type: 'training-session', file: null },
        }
        const { data } = await college.send(MOVES, variables, { 'variables.input.file': file }, editor)
        return data.importRecords.moves.flatMap(({ kind, columns }: { kind: string; columns: number[] }) =>
          kind === 'SPLIT_ROWS' ? [columns] : [],
        )
      }
      expect(await ask(['55', '20'])).toEqual([])
      // Unless each has its own.
      expect(await ask(['30、25', '20'])).toEqual([[1, 5]])
    })

    it('of several spellings are one, and names that no register has are made, with what they need', async () => {
      const { college, editor } = await openImportCollege(await open())
      const rows = ['泰国,学期交换,甲大学', '泰国,學期交換,甲大学', '老挝,学期 交换,乙学院', '老挝,访学,甲大學']
      const lines = rows.map((row, at) => `${row},S${at},2023-09-01,2023-09-0${at + 2},${at === 2 ? '火星' : '泰国'}`)
      const ask = async (mapping: object, answers: object[] = []) => {
        const file = csv('a.csv', '国家,事由,合作方,学号,开始,结束,所在国', ...lines)
        const input = { institution: 'X', dryRun: true, seconds: 20, mappingText: JSON.stringify(mapping), answers }
        const variables = { input: { ...input, file: null } }
        const { data, errors } = await college.send(NAMES, variables, { 'variables.input.file': file }, editor)
        if (errors) throw new Error(JSON.stringify(errors))
        return data.importRecords
      }
      const constants = { direction: { constant: 'out' }, audience: { constant: 'student' } }
      const fields = { ...constants, person: '学号', purpose: '事由', country: '国家', partner: '合作方' }
      const mapping = { type: 'mobility', fields: { ...fields, start: '开始', end: '结束' } }
      const first = await ask(mapping)
      const word = (field: string, value: string, count: number, spelling: string, kind: string) => ({
        ...{ recordType: 'mobility', field, value, count, spelling, of: { kind } },
      })
      expect(first.words).toEqual([
        word('partner', '甲大学', 2, '甲大学', 'reference'),
        word('partner', '甲大學', 1, '甲大学', 'reference'),
        word('partner', '乙学院', 1, '乙学院', 'reference'),
        word('purpose', '学期交换', 1, '学期交换', 'choice'),
        word('purpose', '學期交換', 1, '学期交换', 'choice'),
        word('purpose', '学期 交换', 1, '学期交换', 'choice'),
      ])
      expect(first.codes).toMatchObject([
        { field: 'partner', makes: true, recordType: { name: 'partner' }, needed: [{ name: 'country' }] },
      ])
      const answers = [
        ...['学期交换', '學期交換', '学期 交换'].map((text) => ({ field: 'purpose', text, value: 'study' })),
        { recordType: 'mobility', field: 'partner', text: '甲大學', value: '甲大学' },
      ]
      const making = { ...mapping, create: ['partner'], create_with: { partner: { country: '所在国' } } }
      const second = await ask(making, answers)
      expect(second.words).toEqual([{ ...word('country', '火星', 1, '火星', 'country'), recordType: 'partner' }])
      const ofPartner = { recordType: 'partner', field: 'country', text: '火星', value: 'TH' }
      const third = await ask(making, [...answers, ofPartner])
      expect(third).toMatchObject({ accepted: 4, refused: false, words: [] })
      expect(third.created[0].entries.map((one: { name: string }) => one.name)).toEqual(['甲大学', '乙学院'])
      expect(third.asMapping).toMatch(/create_with:\n +partner:\n +country:\n +column: 所在国\n +values:\n +火星: TH/)
    })

    it('that nobody can make out is refused with what it may be, and a type is said for the import itself', async () => {
      const { report } = await openImportCollege(await open())
      const strange = await report(csv('x.csv', 'foo,bar', '1,2'), { dryRun: true })
      expect(strange).toMatchObject({
        refused: true,
        recordType: null,
        problems: [{ row: null, code: 'NOT_RECOGNISED' }],
      })
      expect(await report(csv('x.csv', HEADER, STAY))).toMatchObject({ __typename: 'Refused', code: 'TYPE_MISSING' })
      expect(await report(csv('x.csv', HEADER, STAY), { type: 'nonsense' })).toMatchObject({
        refused: true,
        problems: [{ code: 'UNKNOWN_TYPE' }],
      })
      for (const mapping of ['../../../etc/passwd', '/etc/passwd', 'mapping.schema.json', 'nonsense'])
        expect(await report(csv('x.csv', HEADER, STAY), { type: 'mobility', mapping })).toMatchObject({
          refused: true,
          problems: [{ code: 'NO_SUCH_MAPPING' }],
        })
    })
  })
})
