import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { offerMoves } from '../../server/src/records/import/moves/offer-moves.ts'
import { readingAsMapping } from '../../server/src/records/import/moves/reading-as-mapping.ts'
import { recordTypeOf } from '../../server/src/records/record-types.ts'
import { ids, preview, taken } from '../support/offered-moves.ts'

describe('sections, records beside each other and numbers of rows are offered as what they are', () => {
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
