import { expect } from 'vitest'
import { describeChanges, type DescribedChange } from '@causeway/server/records/history'
import { describeRecords } from '@causeway/server/records/describe-record'
import { listInstitutions } from '@causeway/server/records/institutions'
import { listRecords } from '@causeway/server/records/list-records'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { makeImportedRowCheck } from '@causeway/server/figures/indicators/check-mention'
import { makeFormRowCheck } from '@causeway/server/answers/forms/check-form-row'
import { onOneDatabase } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'
import { test as it } from '../support/import-desk.ts'

const checkRow = makeImportedRowCheck(CATALOGUE)
/** An indicator without a country that a scope could act on. */
const nowhere = CATALOGUE.find(({ scope }) => !scope)!

const checkFormRow = makeFormRowCheck({ indicators: CATALOGUE, ownForms: [] })

onOneDatabase((_name, open) => {
  it('a record reads in words: what it points to by name, choices, countries and halves as people write them', async () => {
    const database = await open()
    await putRecords(database, 'partner', 'A', [
      { code: 'P1', name_zh: '农工学院', name_en: 'Agro College', country: 'RU' },
    ])
    await putRecords(database, 'unit', 'A', [{ code: 'GJC', name_zh: '国际交流处', name_en: 'International office' }])
    await putRecords(database, 'training-session', 'A', [
      {
        unit: 'GJC',
        ...{ session: 'T1', person: 'abcdefghijklmnopqrstuv', country: 'LA', role: 'teacher', sponsor: 'P1' },
        ...{ start: '2023-05-08', end: '2023-05-19', training_days: 19 },
      },
    ])
    const { records } = await listRecords(database, { type: 'training-session', institution: 'A', first: 5 })
    const [described] = await describeRecords(database, records)
    expect(described!.label).toEqual({ zh: 'T1 · 老挝 · 2023年5月8日', en: 'T1 · Laos · 8 May 2023' })
    const texts = Object.fromEntries(
      described!.fields.map(({ name, value, text }) => [name, [value, text.zh, text.en]]),
    )
    expect(texts).toMatchObject({
      training_days: [9.5, '9.5', '9.5'],
      role: ['teacher', '教师', 'teacher'],
      sponsor: ['P1', '农工学院（P1）', 'Agro College (P1)'],
      unit: ['GJC', '国际交流处（GJC）', 'International office (GJC)'],
      person: ['abcdefghijklmnopqrstuv', 'abcdefgh', 'abcdefgh'],
      sex: [null, '', ''],
    })
  })

  it('a change of a quantity says what it is counted in, and one of it in the singular', async () => {
    const database = await open()
    const change = {
      ...{ type: 'training-session', institution: 'A', key: 'k', row: 2 },
      before: { headcount: 1, training_days: 3 },
      after: { headcount: 1200, training_days: 4, country: 'LA' },
    }
    const [{ fields }] = (await describeChanges(database, [change])) as [DescribedChange]
    const said = Object.fromEntries(
      fields.map(({ name, before, after }) => [name, [before.zh, after.zh, before.en, after.en]]),
    )
    expect(said).toEqual({
      headcount: ['1人', '1,200人', '1 person', '1,200 people'],
      training_days: ['1.5天', '2天', '1.5 days', '2 days'],
      country: ['', '老挝', '', 'Laos'],
    })
  })

  it('institutions are found by a part of their code or name, in any case, and a percent sign means itself', async () => {
    const database = await open()
    await putRecords(database, 'institution', null, [
      { code: '0101', name_zh: '甲农学院', name_en: 'Alpha College', country: 'CN' },
      { code: '0102', name_zh: '乙学院', name_en: 'Beta 100% College', country: 'GB' },
      { code: '0203', name_zh: '丙学院', name_en: null, country: 'CN' },
      { code: '0304', name_zh: null, name_en: 'École Émile', country: 'FR' },
    ])
    const found = async (search: string) =>
      (await listInstitutions(database, { search })).institutions.map(({ code }) => code)
    expect(await found('农')).toEqual(['0101'])
    expect(await found('college')).toEqual(['0101', '0102'])
    expect(await found('%')).toEqual(['0102'])
    expect(await found('02')).toEqual(['0102', '0203'])
    expect(await found('École ém')).toEqual([])
    expect(await found('École Ém')).toEqual(['0304'])
    const page = await listInstitutions(database, { first: 2 })
    expect(page).toMatchObject({ hasNext: true, endCursor: '0102', totalCount: 4 })
    expect((await listInstitutions(database, { first: 2, after: page.endCursor })).institutions[0]).toMatchObject({
      code: '0203',
      name: { zh: '丙学院', en: '丙学院' },
    })
  })

  it('results are filtered by a scale with its version, by the scale alone, and by what a dimension is called elsewhere', async (desk) => {
    const { database } = desk
    await desk.put('language-result', [
      'person,scale,scale_version,level,date',
      'L1,hsk,2.0,4,2024-01-10',
      'L2,hsk,2.0,5,2024-01-11',
      'L3,cefr,2020,B1,2024-01-12',
    ])
    await desk.put('assessment-result', [
      'person,instrument,version,phase,date,standard_unit,nationality',
      'L1,Test,1,final,2024-01-10,U1,VN',
      'L2,Test,,final,2024-01-11,U2,LA',
      'L3,A/B,,final,2024-01-12,U2,LA',
    ])
    const days = async (type: string, dimension: string, ...keys: string[]) => {
      const filter = [{ dimension, in: keys }]
      const { records } = await listRecords(database, { type, institution: 'X', filter, first: 10 })
      return records.map(({ values }) => String(values['date']).slice(-2)).sort()
    }
    expect(await days('language-result', 'scale', 'hsk/2.0')).toEqual(['10', '11'])
    expect(await days('language-result', 'scale', 'hsk/3.0')).toEqual([])
    expect(await days('language-result', 'scale', 'hsk', 'cefr/2020')).toEqual(['10', '11', '12'])
    expect(await days('language-result', 'level', '5')).toEqual(['11'])
    expect(await days('assessment-result', 'instrument', 'Test/1')).toEqual(['10'])
    expect(await days('assessment-result', 'instrument', 'Test/')).toEqual(['11'])
    expect(await days('assessment-result', 'instrument', 'A/B')).toEqual(['12'])
    expect(await days('assessment-result', 'competency', 'U2')).toEqual(['11', '12'])
    expect(await days('assessment-result', 'country', 'VN')).toEqual(['10'])
  })

  it('a decimal is found as it is written', async (desk) => {
    const { database } = desk
    await desk.put('assessment-result', [
      'person,instrument,version,phase,date,raw,max',
      'L1,Test,1,final,2024-01-10,1.1,100',
      'L2,Test,1,final,2024-01-11,0.57,100',
      'L3,Test,1,final,2024-01-12,57,100',
    ])
    const days = async (...keys: string[]) => {
      const filter = [{ dimension: 'raw', in: keys }]
      const request = { type: 'assessment-result', institution: 'X', filter, first: 10 }
      return (await listRecords(database, request)).records.map(({ values }) => String(values['date']).slice(-2)).sort()
    }
    expect(await days('1.1')).toEqual(['10'])
    expect(await days('0.57')).toEqual(['11'])
    expect(await days('0.575')).toEqual([])
  })

  it('a level reads by its name on its scale, and a record that evidence names without the whole of a hash', async (desk) => {
    const { database } = desk
    await desk.put('language-result', [
      'person,scale,scale_version,level,required_level,date',
      'L1,occupational-chinese,2023,高级,3,2024-01-10',
    ])
    await desk.put('evidence', [
      'code,title,kind,issued_on,record_type,record',
      'E1,List,register,2024-01-15,language-result,L1/职业中文/2023版/2024-01-10',
    ])
    const textOf = async (type: string, name: string) => {
      const { records } = await listRecords(database, { type, institution: 'X', first: 1 })
      const [described] = await describeRecords(database, records)
      return described!.fields.find((field) => field.name === name)!.text
    }
    expect(await textOf('language-result', 'level')).toEqual({ zh: '高级', en: 'advanced' })
    expect(await textOf('language-result', 'required_level')).toEqual({ zh: '中级', en: 'intermediate' })
    expect((await textOf('evidence', 'record')).en).toMatch(/^[\w-]{8}\/occupational-chinese\/2023\/2024-01-10$/)
  })

  it('a target of an indicator that is not there, or on a basis that it lacks, is a wrong row that says what there is', async (desk) => {
    const file = desk.file('targets.csv', [
      'plan,indicator,basis,year,value,cumulative',
      '双高,EX02,届,2023,5,',
      '双高,ST01,,2023,5,是',
      '双高,EX0202,,2023,5,',
      '双高,EX07,,2023,5,是',
    ])
    const report = await desk.import(file, 'target', { acceptValid: true, checkRow })
    expect(report.accepted + report.rejected).toBe(4)
    expect(report.problems.map(({ row, code, column }) => `${row} ${code} ${column}`)).toEqual([
      '2 UNKNOWN_BASIS basis',
      '3 NOT_CUMULATIVE cumulative',
      '4 UNKNOWN_INDICATOR indicator',
    ])
    const basis = report.problems.find(({ code }) => code === 'UNKNOWN_BASIS')!
    expect(basis.message.zh).toContain('没有统计时段 COHORT，可用：SCHOOL_YEAR、CALENDAR_YEAR')
    expect(await desk.records('target')).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ indicator: 'EX07', cumulative: 1, value: 5_000_000 })]),
    )
  })

  it('an indicator written by its name is refused with its code', async (desk) => {
    const file = desk.file('targets.csv', ['plan,indicator,year,value', '双高,接收国外留学生人数,2023,5'])
    const { problems } = await desk.import(file, 'target', { checkRow })
    expect(problems).toMatchObject([{ code: 'UNKNOWN_INDICATOR', message: { zh: expect.stringContaining('EX02') } }])
  })

  it('what a peer published keeps 0, a blank, 无 and a dash apart, and a share over 100 is doubted', async (desk) => {
    const file = desk.file('peers.csv', [
      '对标院校,指标,统计时段,统计范围,年度版式,年度,公布值,来源,页码',
      'A,EX02,学年,国外,2022,2023,0,年报,3',
      'B,EX02,学年,国外,2022,2023,,年报,3',
      'C,EX02,学年,国外,2022,2023,无,年报,3',
      'D,EX02,学年,国外,2022,2023,—,年报,3',
      'E,EX02,学年,国外,2022,2023,"1,250",年报,3',
      'F,SK15.dec,,,2022,2023,112.5,年报,3',
      `G,${nowhere.code},,国外,2022,2023,90,年报,3`,
    ])
    const report = await desk.import(file, 'peer-figure', { acceptValid: true, checkRow })
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual([[8, 'SCOPE_NOT_APPLICABLE']])
    expect(report.warnings.map(({ row, code }) => [row, code])).toEqual([[7, 'OVER_100']])
    const values = (await desk.records('peer-figure')).map(({ peer, value, status }) => [peer, value, status])
    expect(values).toEqual([
      ['A', 0, null],
      ['B', null, 'blank'],
      ['C', null, 'none'],
      ['D', null, 'dash'],
      ['E', 1_250_000_000, null],
      ['F', 112_500_000, null],
    ])
  })

  it('a filled value of a table, edition or line that is not there is a wrong row that says what there is', async (desk) => {
    const file = desk.file('values.csv', [
      '报表,年度版式,指标项序号,起始年份,填报方式,数值,数据来源,填报人,填报日期',
      'international-influence,2022,1,2023,直接填报,5,国际处,李,2024-11-01',
      '国际影响表,2022,1,2023,直接填报,5,国际处,李,2024-11-01',
      'international-influence,2099,1,2023,直接填报,5,国际处,李,2024-11-01',
      'international-influence,2022,99,2023,直接填报,5,国际处,李,2024-11-01',
    ])
    const report = await desk.import(file, 'form-value', {
      acceptValid: true,
      checkRow: checkFormRow,
    })
    expect(report.accepted).toBe(1)
    expect(report.problems.map(({ row, code, column }) => `${row} ${code} ${column}`)).toEqual([
      '3 UNKNOWN_FORM 报表',
      '4 UNKNOWN_EDITION 年度版式',
      '5 UNKNOWN_LINE 指标项序号',
    ])
    expect(report.problems[0]!.message.zh).toContain('international-influence')
    expect(report.problems[1]!.message.en).toContain('it has 2017, 2018, 2019, 2022')
  })

  it('a table is not published in an edition that it never had', async (desk) => {
    const file = desk.file('published.csv', [
      'form,edition,year,published_on',
      'international-influence,2021,2023,2024-12-31',
    ])
    const report = await desk.import(file, 'form-publication', { checkRow: checkFormRow })
    expect(report.problems.map(({ code }) => code)).toEqual(['UNKNOWN_EDITION'])
  })
})
