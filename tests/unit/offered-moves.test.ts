import { describe, expect, test } from 'vitest'
import { offerMoves } from '../../server/src/records/import/moves/offer-moves.ts'
import { BLANK_BETWEEN_NAMES } from '../../server/src/records/import/moves/several-moves.ts'
import { ids, preview, taken } from '../support/offered-moves.ts'

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
    // Next year's rows are numbered from one too, and a town is no code: until the title is known nothing makes one.
    expect(ids(events)).toEqual(['country 地点'])
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

  test('a code is made of what identifies the row by its record type, and never is the number of the row', () => {
    const codeOf = (of: Parameters<typeof preview>[0], heads: string, row: string) => {
      const looked = preview(of, [heads, row])
      return ids(looked).some((id) => /^(?:\? )?code$/.test(id))
        ? (taken(looked, 'code') as { fields: object }).fields
        : null
    }
    expect(codeOf('agreement', '序号,合作机构,签订日期,合作内容', '1,清迈学院,2021-05-20,交流')).toMatchObject({
      code: { made_from: ['合作机构', '签订日期', '合作内容'] },
    })
    expect(codeOf('agreement', '序号,合作机构,合作内容', '1,清迈学院,交流')).toBeNull()
    expect(codeOf('event', '序号,活动名称,举办地,日期', '1,职教论坛,中国,2024-05-12')).toMatchObject({
      code: { made_from: ['活动名称', '日期'] },
    })
    expect(codeOf('evidence', '序号,佐证材料名称,出具日期', '1,批文,2024-05-12')).toMatchObject({
      code: { made_from: ['佐证材料名称', '出具日期'] },
    })
    expect(codeOf('platform', '序号,平台名称,成立日期', '1,丝路联盟,2024-05-12')).toMatchObject({
      code: { made_from: '平台名称' },
    })
    expect(codeOf('agreement', '协议编号,合作机构,签订日期', 'XY-1,清迈学院,2021-05-20')).toBeNull()
    // A reading that was saved with the number of the row is offered the same; not by itself, since records are there.
    const saved = (code: unknown) =>
      preview(
        'event',
        ['序号,会议,日期', '1,职教论坛,2024-05-12'],
        JSON.stringify({ type: 'event', fields: { code, title_zh: '会议', start: '日期' } }),
      )
    for (const code of ['序号', { row: true }, { made_from: '会议' }])
      expect(ids(saved(code)).filter((id) => id.endsWith('code'))).toEqual(['? code'])
    expect(ids(saved({ made_from: ['会议', '日期'] })).filter((id) => id.endsWith('code'))).toEqual([])
  })

  test('a number of the row is no level of a certificate', () => {
    const awards = preview('certificate-award', [
      '序号,学号,证书名称,发证日期',
      '1,S1,ECDL,2024-05-01',
      '2,S2,ECDL,2024-05-02',
    ])
    expect(ids(awards).filter((id) => id.includes('number'))).toEqual([])
  })
})
