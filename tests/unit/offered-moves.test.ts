import { describe, expect, test } from 'vitest'
import type { SourceRow } from '../../server/src/records/import/ground/source-row.ts'
import { parse } from 'yaml'
import { joinHeads } from '../../server/src/records/import/sheets/head-rows.ts'
import { ImportPreview } from '../../server/src/records/import/report/import-preview.ts'
import { NOTHING_CHOSEN } from '../../server/src/records/import/columns/chosen-reading.ts'
import { matchColumns } from '../../server/src/records/import/columns/matched-columns.ts'
import { readingOf } from '../../server/src/records/import/moves/looked-table.ts'
import type { MappingChange } from '../../server/src/records/import/moves/move.ts'
import { offerMoves } from '../../server/src/records/import/moves/offer-moves.ts'
import { readingAsMapping } from '../../server/src/records/import/moves/reading-as-mapping.ts'
import { BLANK_BETWEEN_NAMES } from '../../server/src/records/import/moves/several-moves.ts'
import { parseMapping } from '../../server/src/records/import/mapping/read-mapping.ts'
import { recordTypeOf } from '../../server/src/records/record-types.ts'

/** A table as a text file has it; its first line is the header. */
function preview(type: string, lines: string[], text: string | null = null, depth = 1): ImportPreview {
  const head = lines.map((line, at): SourceRow => ({ row: at + 1, cells: line.split(',') }))
  const { headers, levels } = joinHeads(head.slice(0, depth), true)
  const header = { headers, row: 1, headRows: [headers], ...(depth > 1 && { levels }) } as Parameters<
    typeof matchColumns
  >[1]
  const one = new ImportPreview()
  one.isOf(recordTypeOf(type), null)
  one.headerRow = 1
  one.columns = matchColumns(recordTypeOf(type), header, new Map(), head).map((column) => ({
    ...column,
    samples: [],
    wrong: 0,
  }))
  one.reading = { headers, levels: depth > 1 ? levels : null, head, chosen: NOTHING_CHOSEN, text }
  return one
}

const ids = (one: ImportPreview) => offerMoves(one).map(({ id, isSure }) => (isSure ? id : `? ${id}`))

/** The reading with one move taken, or with all that are sure; it is a mapping that holds. */
function taken(one: ImportPreview, asked?: string): Record<string, unknown> {
  const reading = readingOf(one) as Record<string, unknown>
  for (const { id, isSure, changes } of offerMoves(one))
    if (asked === undefined ? isSure : id === asked) put(reading, changes)
  parseMapping('taken', JSON.stringify(reading))
  return reading
}

function put(reading: Record<string, unknown>, changes: readonly MappingChange[]): void {
  for (const [path, value] of changes) {
    let at: Record<string, unknown> = reading
    for (const key of path.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>
    if (value === null) delete at[path.at(-1)!]
    else at[path.at(-1)!] = value
  }
}

describe('moves are offered where heads and values speak for them', () => {
  test('two dates in a cell, several persons, months, numbers with words, and how long it lasts', () => {
    const stays = preview('mobility', [
      '身份证号,国家,起止时间',
      'A1,泰国,2023.9-2024.1',
      'A2,马来西亚/泰国,2023.10.8-10.21',
      '合计,,',
    ])
    expect(ids(stays)).toEqual(['range 起止时间', '? split 国家'])
    expect(offerMoves(stays)[0]!.examples[0]).toEqual({ before: '2023.9-2024.1', after: '2023-09-01 → 2024-01-31' })
    expect(taken(stays)).toMatchObject({
      fields: { start: { column: '起止时间', range: 'start' }, end: { column: '起止时间', range: 'end' } },
    })
    const awards = preview('competition-result', [
      '序号,赛事名称,赛项（赛道）,获奖学生,获奖时间',
      '1,金砖大赛,机器人,张伟、李娜,2023.10',
      '3,技能赛,焊接,刘洋 陈晨,2023.9',
      '2,世校赛,农业,赵强；孙丽,2023-08-05',
    ])
    expect(ids(awards)).toEqual([
      ...['split 获奖学生', 'name 获奖学生', 'number of team', '? month date last', '? month date first'],
    ])
    expect(taken(awards)).toMatchObject({
      split_rows: [{ column: '获奖学生', by: `/[、；]|${BLANK_BETWEEN_NAMES}/` }],
      fields: { person: { name: '获奖学生' }, team: '序号' },
    })
    expect(taken(awards, 'month date last')).toMatchObject({ fields: { date: { column: '获奖时间', month: 'last' } } })
    const signed = preview('agreement', ['编号,合作方,签订日期,生效日期,有效期', 'A1,清迈学院,2021.5.20,2021.5.20,5年'])
    expect([...ids(signed), ...offerMoves(signed)[0]!.columns]).toEqual(['plus 有效期', '? create partner', 4, 3])
    expect(taken(signed)).toMatchObject({
      fields: { to: { column: '生效日期', plus: { years: { column: '有效期' } } } },
    })
    const events = preview('event', [
      '序号,会议,地点,类别,日期',
      '1,职教大会,泰国曼谷,会议,2024-05-12',
      '2,论坛,越南河内,论坛,2024-06-12',
    ])
    // Next year's rows are numbered from one too, and a town is no code.
    expect(ids(events)).toEqual(['country 地点', '? number of code'])
    const sites = preview('training-session', ['培训班,国别,培训人数,备注', 'P1,泰国,约34人,', 'P2,泰国,12人,'])
    expect(ids(sites)).toContain('number headcount')
  })

  test('several certificates, partners or scales in a cell make a record each; a headcount and one name with a comma do not', () => {
    const awards = preview('certificate-award', [
      '身份证号,证书名称,证书号',
      'A1,HSK4级、BEC中级,Z1、Z2',
      'A2,AWS / Cisco,',
      'A3,全国英语等级考试（三、四级）,',
    ])
    expect(ids(awards)).toContain('? split 证书名称')
    const split = taken(awards, 'split 证书名称') as { split_rows: { column: string; by: string }[] }
    expect(split.split_rows.map(({ column }) => column)).toEqual(['证书名称'])
    expect(split.split_rows[0]!.by).toBe('/[、/](?![^（(《〈「“【[]*[）)》〉」”】\\]])/')
    const beside = preview('certificate-award', [
      '身份证号,证书名称,证书号',
      'A1,HSK4级、BEC中级,Z1、Z2',
      'A2,电工证,Z3',
    ])
    expect(taken(beside, 'split 证书名称')).toMatchObject({
      split_rows: [
        { column: '证书名称', by: '、' },
        { column: '证书号', by: '、' },
      ],
    })
    expect(offerMoves(beside).find(({ id }) => id === 'split 证书名称')!.examples).toEqual([
      { before: 'HSK4级、BEC中级 · Z1、Z2', after: 'HSK4级 Z1 | BEC中级 Z2' },
    ])
    expect(ids(preview('language-result', ['身份证号,考试名称,等级', 'A1,HSK；欧框,4级；B2']))).toContain(
      'split 考试名称',
    )
    expect(ids(preview('placement', ['学号,接收单位', 'A1,甲公司/乙公司']))).toContain('? split 接收单位')
    expect(ids(preview('partner', ['名称,国别', '清迈大学、河内学院,泰国']))).toContain('? split 名称')
    // Both are of all thirty together; a code has one record; a comma is within a name.
    for (const [type, ...lines] of [
      ['placement', '接收单位,人数', '甲公司、乙公司,30'],
      ['agreement', '协议编号,合作机构', 'XY1,甲公司、乙公司'],
      ['placement', '学号,接收单位', 'A1,Smith、'],
      ['certificate-award', '学号,证书名称', 'A1,全国英语等级考试三、四级'],
    ] as const)
      expect(ids(preview(type, [...lines])).filter((id) => id.includes('split'))).toEqual([])
  })

  test('one date in a column of two is asked about where there may be no end', () => {
    const lines = ['编号,合作方,有效期限', 'X1,甲,2021.5.20-2026.5.19', 'X2,乙,2023.9.1-2024.8.31', 'X3,丙,2024.3.8']
    const first = preview('agreement', lines)
    const range = taken(first, 'range 有效期限')
    const ranged = preview('agreement', lines, JSON.stringify(range))
    expect(ids(ranged)).toEqual(expect.arrayContaining(['? one date day 有效期限', '? one date open 有效期限']))
    expect(taken(ranged, 'one date open 有效期限')).toMatchObject({
      fields: {
        signed_on: { column: '有效期限', range: 'start', one_date: 'open' },
        to: { column: '有效期限', range: 'end', one_date: 'open' },
      },
    })
    const stays = ['学号,起止时间', 'S1,2023.9.4-9.15', 'S2,2024.3.8']
    const stay = preview('mobility', stays, JSON.stringify(taken(preview('mobility', stays), 'range 起止时间')))
    expect(ids(stay).filter((id) => id.includes('one date'))).toEqual([])
  })

  test('another word for a date has dates under it, or is asked about', () => {
    const columnOf = (cells: string[]) =>
      preview('joint-programme', ['批准文号,批准时间', ...cells.map((cell, at) => `${at}号,${cell}`)]).columns[1]!
    expect(columnOf(['2018.6', '2020-05-01'])).toMatchObject({ field: { name: 'from' }, match: 'ALIAS' })
    for (const cells of [
      ['三个月', '半年'],
      ['2018-2026', '2020-2024'],
    ])
      expect(columnOf(cells)).toMatchObject({ field: null, match: 'NEAR', suggestions: [{ name: 'from' }] })
  })

  test('a second row of heads, then men and women or years across', () => {
    const heads = ['培训班编号,国别,人数,', ',,男,女', 'PX1,俄罗斯,12,8']
    expect(ids(preview('training-session', heads))).toEqual(['header-rows'])
    const two = taken(preview('training-session', heads))
    expect(two).toMatchObject({ header_rows: 2, fields: { session: '培训班编号', country: '国别' } })
    const across = preview('training-session', heads, JSON.stringify(two), 2)
    expect(ids(across)).toEqual(['unpivot SEX'])
    expect(taken(across)).toMatchObject({
      unpivot: { columns: ['人数/男', '人数/女'], names: ['表头1', '性别'], values: '人数' },
      fields: { headcount: '人数', sex: { column: '性别', values: { 男: 'male', 女: 'female' } } },
    })
    // A line of who filled it in is no header.
    const filled = ['单位：甲学院,,填表人：张三', '培训班编号,国别,人数', 'PX1,俄罗斯,12']
    const own = preview('training-session', filled)
    own.headerRow = 2
    expect(ids(own)).not.toContain('header-rows')
    const years = preview('enrolment', ['国别,2021年,2022年', '俄罗斯,12,15', '泰国,—,6'])
    expect(ids(years)).toEqual(['unpivot SCHOOL', '? unpivot CALENDAR'])
    expect(taken(years)).toMatchObject({ empty: ['—'], unpivot: { names: ['年'] }, fields: { nationality: '国别' } })
  })

  test('an entry that is made of a name has the country in the column beside it', () => {
    const lines = ['批准文号,合作机构,国别,批准时间', '12号,滨海国立农学院,俄罗斯,2018.6', '3号,大真大学,韩国,2020.5']
    const made = { create: ['partner'], create_with: { partner: { country: '国别' } } }
    expect(taken(preview('joint-programme', lines), 'create partner')).toMatchObject(made)
    const other = preview('joint-programme', [...lines, '4号,某大学,待定,2021.5'])
    expect(taken(other, 'create partner')).not.toHaveProperty('create_with')
  })

  test('years of a beginning and an end are offered, beside another column that says when it began', () => {
    const years = preview('joint-programme', ['批准文号,起止年限', '12号,2018-2026', '3号,2020年-2024年'])
    expect(ids(years)).toContain('? range 起止年限')
    expect(taken(years, 'range 起止年限')).toMatchObject({
      fields: {
        from: { column: '起止年限', range: 'start', year: 'first' },
        to: { column: '起止年限', range: 'end', year: 'last' },
      },
    })
    const approved = preview('joint-programme', ['批准文号,批准时间,起止年限', '12号,2018.6,2018-2026'])
    expect(ids(approved)).toEqual(expect.arrayContaining(['? range end 起止年限', '? range 起止年限']))
    expect(taken(approved, 'range end 起止年限')).toMatchObject({
      fields: { from: '批准时间', to: { column: '起止年限', range: 'end', year: 'last' } },
    })
  })

  test('a column of countries under a separate head is read whole, so that next year has others', () => {
    const stays = preview('mobility', ['学号,去往国家,起止日期', 'S1,泰国,2023.9.4-9.15', 'S2,老挝,2023.10.8-10.21'])
    expect(taken(stays)).toMatchObject({ fields: { country: { column: '去往国家' } } })
    expect((taken(stays) as { fields: { country: object } }).fields.country).not.toHaveProperty('extract')
    // Where guests are from is not where a conference was.
    const events = preview('event', [
      '会议名称,参会国家,举办日期',
      '论坛,泰国、老挝,2024-09-20',
      '年会,俄罗斯,2024-11-02',
    ])
    expect(ids(events)).toContain('? country 参会国家')
    // Nor is it known which of two columns says it.
    const sites = preview('overseas-site', [
      '工坊,学员国籍,开班日期',
      '泰国工坊,泰国,2024-09-20',
      '老挝工坊,老挝,2024-11-02',
    ])
    expect(ids(sites).filter((id) => id.includes('country'))).toEqual(['? country 工坊', '? country 学员国籍'])
  })

  test('how long it lasts is counted from a date of which somebody said more, too', () => {
    const begun = preview(
      'agreement',
      ['编号,签署日期,有效期', 'A1,2021.5.20,5年', 'A2,2022.6,三年'],
      'type: agreement\nfields: { code: 编号, from: { column: 签署日期, month: first } }\n',
    )
    expect(ids(begun)).toContain('plus 有效期')
  })

  test('a number with words is shown as the field counts it', () => {
    const sites = preview('overseas-site', ['编号,名称,设备值（万元）', 'A,甲,约560', 'B,乙,120.5万'])
    expect(
      offerMoves(sites)
        .find(({ kind }) => kind === 'NUMBER')
        ?.examples.map(({ after }) => after),
    ).toEqual(['560', '120.5'])
  })

  test('a number of the row is no level of a certificate', () => {
    const awards = preview('certificate-award', [
      '序号,学号,证书名称,发证日期',
      '1,S1,ECDL,2024-05-01',
      '2,S2,ECDL,2024-05-02',
    ])
    expect(ids(awards).filter((id) => id.includes('number'))).toEqual([])
  })

  test('a second record of each row, and a country before a name', () => {
    const standards = preview('standard', [
      '序号,标准名称,标准类型,采用国家及单位,采用时间',
      '1,农业标准,专业标准,俄罗斯滨海农学院,2022.6',
      '2,农机标准,课程标准,老挝（巴巴萨学院）、柬埔寨（国立理工）,2023.3/2023.5',
    ])
    expect(ids(standards)).toEqual(['? second adoption', 'code'])
    expect(offerMoves(standards)[0]!.examples).toMatchObject([{ before: '采用时间', after: { zh: '采用日期' } }])
    const roster = preview('enrolment', [
      '护照号,国籍,层次,入学',
      'A1,老挝,学历,2023-09-01',
      'A2,老挝,语言生,2023-09-01',
    ])
    roster.columns[2]!.field = recordTypeOf('enrolment').fields.find(({ name }) => name === 'level')!
    const [also] = offerMoves(roster).filter(({ kind }) => kind === 'ALSO')
    expect(also).toMatchObject({
      columns: [2],
      examples: [{ before: '学历', after: { zh: '学历留学生' } }, { before: '语言生' }],
    })
    const both = taken(standards, 'second adoption')
    expect(both).toMatchObject({
      records: [{ type: 'standard' }, { type: 'adoption', fields: { adopted_on: '采用时间' } }],
    })
    const second = preview(
      'standard',
      standards.reading!.head.map(({ cells }) => cells.join(',')),
      JSON.stringify(both),
    )
    expect(ids(second).slice(0, 2)).toEqual(['records 1 split 采用国家及单位', 'records 1 country 采用国家及单位'])
    expect(taken(second)).toMatchObject({
      records: [
        {},
        {
          split_rows: [
            { column: '采用国家及单位', by: '、' },
            { column: '采用时间', by: '/' },
          ],
          fields: { country: { place: 'country' }, adopter: { column: '采用国家及单位', place: 'rest' } },
        },
      ],
    })
  })

  test('headings between the rows are no records, and say of those under them where they are', () => {
    const roster = preview('enrolment', [
      '序号,姓名,护照（身份证件）号,专业,入学日期',
      '一、老挝鲁班工坊（万象）,,,,',
      '1,Noy,LA P2201190,机电,2023-09-01',
      '2,Dao,LA P2201244,机电,2023-09-01',
      '二、肯尼亚鲁班工坊（内罗毕）,,,,',
      '1,Mary,KE 2288119,机电,2024-09-01',
    ])
    // Nobody is known by a name where there is a column of numbers, and a heading is no list of persons.
    expect(ids(roster)).toEqual([
      'country 护照（身份证件）号',
      '? section nationality',
      '? section site',
      '? create programme',
    ])
    expect(taken(roster)).toMatchObject({
      fields: { nationality: { place: 'country' }, person: '护照（身份证件）号' },
    })
    const named = taken(roster, 'section site') as { section: { pattern: string }; skip: { matches: string }[] }
    expect(named).toMatchObject({ section: { column: '序号' }, fields: { site: { section: true } } })
    expect(new RegExp(named.section.pattern, 'u').exec('三、埃及工坊')?.[1]).toBe('埃及工坊')
    expect(new RegExp(named.skip[0]!.matches, 'u').test('三、埃及工坊')).toBe(true)
  })

  test('numbers of rows are no edition of a scale, and a column of numbers may be what a person is known by', () => {
    const results = preview('language-result', ['序号,姓名,考号,等级', '1,阿里,H1001234,4', '2,苏珊,H1002345,3'])
    expect(ids(results)).toEqual(['? name 姓名'])
  })

  test('none where nothing speaks for one, and what a page decided is kept as people write it', () => {
    const ours = preview('mobility', ['学号,方向,开始日期,结束日期', 'A1,派出,2023-09-01,2023-09-30'])
    expect(offerMoves(ours)).toEqual([])
    const decided = preview('mobility', ['学号,国家', 'A1,泰国'], '{"type":"mobility","fields":{"person":"学号"}}')
    const kept = readingAsMapping(decided)!
    expect(kept).not.toContain('{')
    expect(parse(kept)).toMatchObject({ type: 'mobility', fields: { person: '学号' }, made_for: ['学号', '国家'] })
  })
})
