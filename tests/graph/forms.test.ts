import ExcelJS from 'exceljs'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { openCollege, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { fillFormCollege } from '../support/form-college.ts'

const VALUE_HEADER = 'form,edition,line,year,status,value,text,in_unit,source,filled_by,filled_on,unit'
const IIT = 'international-influence'
const LINE = '{ number value gap text source note }'

async function open(database: Parameters<typeof openCollege>[0]) {
  const college = await openCollege(database)
  await fillFormCollege(college)
  const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
  return { college, reader: { authorization } }
}

interface Line {
  number: string
  value: number | null
  gap: string | null
  text: string | null
  source: string
  note: string | null
}

async function valuesOf(college: College, edition: string, headers: Record<string, string>, year = 2021) {
  const { data, errors } = await college.ask(
    `query ($edition: String!, $year: Int!) { form(id: "${IIT}", edition: $edition, institution: "X", year: $year) { lines ${LINE} } }`,
    { edition, year },
    headers,
  )
  expect(errors).toBeUndefined()
  return Object.fromEntries(data.form.lines.map((line: Line) => [line.number, line.value ?? line.gap ?? line.source]))
}

forEachDatabase((_name, database) => {
  it('one year fills the influence table in four editions, each with its own lines and its own scope', async () => {
    const { college, reader } = await open(await database())
    const before = { '1': 7, '2': 30, '3': 13, '4': 7, '5': 2, '6': 2, '7': 2 }
    expect(await valuesOf(college, '2017', reader)).toEqual(before)
    expect(await valuesOf(college, '2018', reader)).toEqual(before)
    expect(await valuesOf(college, '2019', reader)).toEqual({
      ...{ '1': 7, '2': 30, '3': 13, '4': 7, '5': 1 },
      ...{ '6': 1, '7': 1, '8': 2, '9': 2 },
    })
    expect(await valuesOf(college, '2022', reader)).toMatchObject({
      ...{ '1': 1, '2': 8, '3': 5, '4': 1, '5': 1, '6': 1, '7': 0, '8': 1, '9': 0, '10': 1 },
      ...{ '11': 1, '11.1': 1, '11.2': 3, '12': 1, '12.1': 3 },
    })
  })

  it('the note names standards with countries, posts with organisations, in the declared order', async () => {
    const { college, reader } = await open(await database())
    const ask = async (edition: string, locale: string) => {
      const { data } = await college.ask(
        `{ form(id: "${IIT}", edition: "${edition}", institution: "X", year: 2021) { lines { number note(locale: ${locale}) } } }`,
        {},
        reader,
      )
      return Object.fromEntries(data.form.lines.map((line: Line) => [line.number, line.note]))
    }
    const zh = await ask('2022', 'ZH')
    // Thailand adopted before Cambodia; the standard of Hong Kong is not abroad.
    expect(zh).toMatchObject({
      '1': '数控技术',
      '5': '柬埔寨职教协会（理事、柬埔寨）',
      '6': '数控专业教学标准（泰国、柬埔寨）',
      '7': null,
      '8': '数控教材（老挝）',
      // Its results name the event by its code.
      '10': '东盟数控赛（一等奖）',
      '11': '柬埔寨学院（柬埔寨）',
    })
    expect(await ask('2022', 'EN')).toMatchObject({ '6': 'CNC standard (Thailand, Cambodia)' })
    expect((await ask('2018', 'ZH'))['7']).toBe('东盟数控赛（一等奖）；香港技能赛（二等奖）')
    expect((await ask('2018', 'ZH'))['6']).toBe('数控专业教学标准（泰国、柬埔寨）；大豆栽培课程标准（中国香港）')
    expect((await ask('2018', 'ZH'))['5']).toBe('柬埔寨职教协会（理事、柬埔寨）；香港商会（委员、中国香港）')
  })

  it('nobody but its readers sees small numbers, notes and typed values, until the table is published', async () => {
    const { college, reader } = await open(await database())
    await college.put(
      'form-value',
      [VALUE_HEADER, 'scorecard,2022,2.1,2021,hand-filled,3,,,就业系统,李,2022-11-01,TEA'],
      'X',
    )
    const hidden = await valuesOf(college, '2022', {})
    expect(hidden).toMatchObject({ '4': 'SUPPRESSED', '5': 'SUPPRESSED', '6': 1, '11.2': 'SUPPRESSED', '2': 8 })
    const form = (id: string, edition: string) =>
      `{ form(id: "${id}", edition: "${edition}", institution: "X", year: 2021) { profile publishedOn lines ${LINE} } }`
    const notes = await college.ask(form(IIT, '2022'))
    expect(notes.data.form).toMatchObject({ profile: 'PUBLIC', publishedOn: null })
    expect(notes.data.form.lines.every(({ note }: Line) => note === null)).toBe(true)
    const typed = async (headers = {}) =>
      (await college.ask(form('scorecard', '2022'), {}, headers)).data.form.lines.find(
        ({ number }: Line) => number === '2.1',
      )
    expect(await typed()).toMatchObject({ source: 'WITHHELD', value: null, gap: null })
    expect(await typed(reader)).toMatchObject({ source: 'HAND_FILLED', value: 3 })
    const exact = await college.ask(
      `{ form(id: "${IIT}", edition: "2022", institution: "X", year: 2021, profile: EXACT) { id } }`,
    )
    expect(exact.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')

    await college.put('form-publication', ['form,edition,year,published_on', `${IIT},2022,2021,2022-12-30`], 'X')
    expect(await valuesOf(college, '2022', {})).toMatchObject({ '4': 1, '5': 1, '11.2': 3 })
    const published = await college.ask(form(IIT, '2022'))
    expect(published.data.form).toMatchObject({ profile: 'EXACT', publishedOn: '2022-12-30' })
    expect(published.data.form.lines.find(({ number }: Line) => number === '6').note).toContain('Thailand')
    await college.put('form-publication', ['form,edition,year,published_on', 'scorecard,2022,2021,2022-12-30'], 'X')
    const scorecard =
      '{ form(id: "scorecard", edition: "2022", institution: "X", year: 2021) { lines { number value source handFilled { filledBy } } } }'
    const typedLine = (await college.ask(scorecard)).data.form.lines.find(({ number }: Line) => number === '2.1')
    // The value is public by law; who typed it is not.
    expect(typedLine).toEqual({ number: '2.1', value: 3, source: 'HAND_FILLED', handFilled: null })
    // Another edition and another year are other publications.
    expect(await valuesOf(college, '2019', {})).toMatchObject({ '5': 'SUPPRESSED' })
    const earlier = form('scorecard', '2022').replace('year: 2021', 'year: 2020')
    expect((await college.ask(earlier)).data.form.profile).toBe('PUBLIC')
  })

  it('what a published table gives away is known: other public figures hide what would follow from it', async () => {
    const { college } = await open(await database())
    const stay = (n: number, country: string) => `K${n},out,staff,guide,${country},2020-10-01,2020-10-05`
    const stays = Array.from({ length: 12 }, (_, n) => stay(n, n < 5 ? 'TH' : n < 10 ? 'RU' : 'HK'))
    await college.put('mobility', ['person,direction,audience,purpose,country,start,end', ...stays], 'X')
    const read = async (scope: string, by = '') => {
      const { data, errors } = await college.ask(
        `{ indicator(id: "EX11") { series(institution: "X", scope: ${scope}, from: 2020, to: 2020 ${by}) { figures { category { key } value gap } } } }`,
      )
      expect(errors).toBeUndefined()
      return data.indicator.series.figures.map(
        (figure: { category: { key: string } | null; value: number | null; gap: string | null }) =>
          `${figure.category?.key ?? 'all'} ${figure.value ?? figure.gap}`,
      )
    }
    // 60 person-days less 50 would be the 10 of two teachers in Hong Kong.
    expect(await read('ABROAD')).toEqual(['all 50'])
    expect(await read('BORDER')).toEqual(['all SUPPRESSED'])
    await college.put('form-publication', ['form,edition,year,published_on', `${IIT},2019,2020,2022-12-30`], 'X')
    expect(await read('BORDER')).toEqual(['all 60'])
    expect(await read('ABROAD')).toEqual(['all SUPPRESSED'])
    expect(await read('BORDER', ', by: "country"')).toContain('HK SUPPRESSED')
    // Both by law: the difference is given away, and nothing more.
    await college.put('form-publication', ['form,edition,year,published_on', `${IIT},2022,2020,2022-12-30`], 'X')
    expect(await read('ABROAD')).toEqual(['all 50'])
    expect(await read('BORDER', ', by: "country"')).toContain('HK SUPPRESSED')
  })

  it('of a figure whose numerator alone was published, the rest stays hidden, and so does what would follow from it', async () => {
    const { college, reader } = await open(await database())
    const learner = (n: number) =>
      `Q${n},PA,${n < 3 ? 'degree' : 'non-degree'},1,${n < 12 ? 'TH' : 'RU'},2019-03-01,2019-12-01`
    await college.put(
      'enrolment',
      ['person,programme,kind,full_time,nationality,start,end', ...Array.from({ length: 24 }, (_, n) => learner(n))],
      'X',
    )
    const read = async () => {
      const series = `series(institution: "X", basis: CALENDAR_YEAR, from: 2019, to: 2019`
      const { data } = await college.ask(
        `{ indicator(id: "EX04") { whole: ${series}) { ...F } parts: ${series}, by: "country") { ...F } } }
        fragment F on Series { figures { category { key } numerator gap } }`,
      )
      const { whole, parts } = data.indicator
      return [...whole.figures, ...parts.figures].map(
        (figure: { category: { key: string } | null; numerator: number | null; gap: string | null }) =>
          `${figure.category?.key ?? 'all'} ${figure.numerator ?? figure.gap}`,
      )
    }
    const line = async (headers = {}) => {
      const { data } = await college.ask(
        `{ form(id: "inbound-statistics", edition: "2018", institution: "X", year: 2019)
          { lines { number value figure { value gap numerator denominator size explanation { recordCount } } } } }`,
        {},
        headers,
      )
      return data.form.lines.find(({ number }: Line) => number === '1.1')
    }
    expect(await read()).toEqual(['all SUPPRESSED', 'RU 0', 'TH SUPPRESSED'])
    await college.put(
      'form-publication',
      ['form,edition,year,published_on', 'inbound-statistics,2018,2019,2020-12-30'],
      'X',
    )
    // 3 in all less 0 from Russia would be the 3 from Thailand.
    expect(await read()).toEqual(['all SUPPRESSED', 'RU SUPPRESSED', 'TH SUPPRESSED'])
    const hidden = { value: null, gap: 'SUPPRESSED', numerator: null, denominator: null, size: null }
    expect(await line()).toMatchObject({ value: 3, figure: { ...hidden, explanation: { recordCount: null } } })
    expect(await line(reader)).toMatchObject({ value: 3, figure: { value: 12.5, numerator: 3, denominator: 24 } })
  })

  it('a publication on a day that the records have not reached does not count yet', async () => {
    const { college } = await open(await database())
    await college.put('form-publication', ['form,edition,year,published_on', `${IIT},2022,2021,2199-01-01`], 'X')
    expect(await valuesOf(college, '2022', {})).toMatchObject({ '4': 'SUPPRESSED' })
  })

  it('what no record fills is filled in by hand, with who, when and from what', async () => {
    const { college, reader } = await open(await database())
    await college.put(
      'form-value',
      [
        VALUE_HEADER,
        'teaching-resources,2018,2,2021,hand-filled,1250.5,,万元,财务决算,王,2022-11-01,TEA',
        'satisfaction,2022,1.2,2021,hand-filled,,问卷,,学工处,赵,2022-11-02,',
      ],
      'X',
    )
    const ask = async (form: string, edition: string) => {
      const { data } = await college.ask(
        `{ form(id: "${form}", edition: "${edition}", institution: "X", year: 2021) { lines {
          number value text gap source handFilled { source filledBy filledOn inUnit unit } departments { name(locale: ZH) } } } }`,
        {},
        reader,
      )
      return data.form.lines as (Line & { departments: { name: string }[]; handFilled: object })[]
    }
    const resources = await ask('teaching-resources', '2018')
    expect(resources.find(({ number }) => number === '2')).toMatchObject({
      source: 'HAND_FILLED',
      value: 1250.5,
      handFilled: { source: '财务决算', filledBy: '王', filledOn: '2022-11-01', inUnit: '万元', unit: 'TEA' },
      departments: [{ name: '教务处' }],
    })
    expect(resources.find(({ number }) => number === '1')).toMatchObject({
      source: 'EMPTY',
      value: null,
      gap: 'NO_RECORDS',
    })
    expect((await ask('satisfaction', '2022')).find(({ number }) => number === '1.2')).toMatchObject({
      text: '问卷',
      value: null,
    })
  })

  it('says which departments hold the records of a line', async () => {
    const { college, reader } = await open(await database())
    const { data } = await college.ask(
      `{ form(id: "${IIT}", edition: "2022", institution: "X", year: 2021) { lines { number departments { unit name(locale: ZH) records recordType { name } } } } }`,
      {},
      reader,
    )
    const of = (wanted: string) => data.form.lines.find(({ number }: Line) => number === wanted).departments
    expect(of('2')).toMatchObject([{ unit: 'INT', name: '国际交流处', records: 15 }])
    expect(of('6')).toMatchObject([{ unit: null, name: '未注明部门', records: 4 }])
    const refused = await college.ask(
      `{ form(id: "${IIT}", edition: "2022", institution: "X", year: 2021) { lines { departments { unit } } } }`,
    )
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('a filed value stands beside the computed one, with the difference and why', async () => {
    const { college, reader } = await open(await database())
    const today = new Date().toISOString().slice(0, 10)
    const filed = (line: string, value: string, day: string) =>
      `${IIT},2022,${line},2021,filed,${value},,,年报,李,${day},`
    await college.put(
      'form-value',
      [
        VALUE_HEADER,
        filed('1', '1', today),
        // The figure of 国（境）外, where the edition asks for 国外.
        filed('3', '7', today),
        filed('6', '5', today),
        filed('2', '6', '2019-01-01'),
      ],
      'X',
    )
    const { data } = await college.ask(
      `{ form(id: "${IIT}", edition: "2022", institution: "X", year: 2021) { lines { number value filed { value } filedDifference { difference cause sentence(locale: ZH) } } } }`,
      {},
      reader,
    )
    const of = (wanted: string) => data.form.lines.find(({ number }: Line) => number === wanted)
    expect(of('1')).toMatchObject({ value: 1, filed: { value: 1 }, filedDifference: null })
    expect(of('3')).toMatchObject({
      value: 5,
      filed: { value: 7 },
      filedDifference: { difference: -2, cause: 'OTHER_DEFINITION' },
    })
    expect(of('3').filedDifference.sentence).toContain('国（境）外')
    expect(of('6').filedDifference).toMatchObject({ difference: -4, cause: 'NEVER' })
    expect(of('2').filedDifference).toMatchObject({ difference: 2, cause: 'LATER_RECORDS' })
  })

  it('records that changed after the day of filing are told as the cause, and how many imports changed them', async () => {
    const opened = await database()
    const { college, reader } = await open(opened)
    await opened.write((db) => db.updateTable('batch').set({ created_at: '2022-10-01T08:00:00.000Z' }).execute())
    await college.put('form-value', [VALUE_HEADER, `${IIT},2022,2,2021,filed,8,,,年报,李,2022-11-01,`], 'X')
    await college.put(
      'enrolment',
      ['person,programme,kind,nationality,start,end', 'VZ,PA,degree,VN,2022-03-01,2022-07-01'],
      'X',
    )
    const { data } = await college.ask(
      `{ form(id: "${IIT}", edition: "2022", institution: "X", year: 2021) { lines { number value filedDifference { difference cause sentence(locale: ZH) } } } }`,
      {},
      reader,
    )
    expect(data.form.lines.find(({ number }: Line) => number === '2')).toMatchObject({
      value: 9,
      filedDifference: {
        difference: 1,
        cause: 'REVISED',
        sentence: '2022-11-01 上报时与台账一致；此后有 1 批导入改动了有关台账。',
      },
    })
  })

  it('checks find parts above their wholes, jumps, repetitions, differences and values of no line', async () => {
    const { college, reader } = await open(await database())
    const value = (line: string, year: number, amount: number, form = 'scorecard', unit = '') =>
      `${form},2022,${line},${year},hand-filled,${amount},,${unit},就业系统,李,2022-11-01,`
    await college.put(
      'form-value',
      [
        VALUE_HEADER,
        value('5', 2021, 90),
        value('5.1', 2021, 95),
        value('5', 2020, 40),
        value('6', 2021, 3.5),
        value('6', 2020, 3.5),
        value('99', 2021, 1),
        value('1', 2021, 500),
        value('2', 2021, 12000, 'service-contribution', '元'),
      ],
      'X',
    )
    const rules = async (form: string) => {
      const { data, errors } = await college.ask(
        `{ formChecks(id: "${form}", edition: "2022", institution: "X", year: 2021) { rule lines sentence(locale: ZH) } }`,
        {},
        reader,
      )
      expect(errors).toBeUndefined()
      return data.formChecks.map(({ rule, lines }: { rule: string; lines: string[] }) => `${rule} ${lines.join(' ')}`)
    }
    expect((await rules('scorecard')).toSorted()).toEqual([
      'JUMP 5',
      'NOT_NEEDED 1',
      'PART 5.1 5',
      'REPEATED 6',
      'UNKNOWN_LINE 99',
    ])
    expect(await rules('service-contribution')).toEqual(['UNIT 2'])
    // Across tables: 3 students of joint programmes cannot be among 2.
    await college.put(
      'form-value',
      [VALUE_HEADER, value('4', 2021, 2, 'teaching-resources').replace('2022', '2018')],
      'X',
    )
    expect(await rules(IIT)).toContain('PART 12.1 teaching-resources/2018/4')
  })

  it('a difference and a share of two figures are made from unrounded ones, and are a gap where one of them is', async () => {
    const { college, reader } = await open(await database())
    const { data } = await college.ask(
      `{ form(id: "uis-mobility", edition: "2023", institution: "X", year: 2021) { lines { number value gap } } }`,
      {},
      reader,
    )
    const of = (wanted: string) => data.form.lines.find(({ number }: Line) => number === wanted)
    // 7 learners who came from school abroad, of 12 enrolled here and 3 overseas; nobody went abroad to study.
    expect(of('1.1')).toMatchObject({ value: 7 })
    expect(of('1.2')).toMatchObject({ value: 12 })
    expect(of('2')).toMatchObject({ value: 0, gap: null })
    expect(of('3')).toMatchObject({ value: 7 })
    const impi = await college.ask(
      `{ form(id: "impi", edition: "2012", institution: "X", year: 2021) { lines { number value gap } } }`,
      {},
      reader,
    )
    const share = impi.data.form.lines.find(({ number }: Line) => number === '01009')
    // Two stays for practice, one of them in Hong Kong.
    expect(share.value).toBeCloseTo(200 / 15, 9)
    const empty = await college.ask(
      `{ form(id: "uis-mobility", edition: "2023", institution: "X", year: 2010) { lines { number value gap } } }`,
      {},
      reader,
    )
    expect(empty.data.form.lines.find(({ number }: Line) => number === '3')).toMatchObject({
      value: null,
      gap: 'NO_RECORDS',
    })
  })

  it('the address gives CSV and a workbook that say the same, and again only when something changed', async () => {
    const { college, reader } = await open(await database())
    const path = `/forms/${IIT}/2022/2021`
    const csv = await college.get(`${path}.csv?institution=X&lang=zh`, reader)
    expect(csv.status).toBe(200)
    const rows = parse(await csv.text(), { columns: true, bom: true }) as Record<string, string>[]
    expect(rows.find(({ line }) => line === '2')).toMatchObject({
      form: IIT,
      edition: '2022',
      year: '2021',
      report_year: '2022',
      label: '接收国外留学生人数',
      unit: '人',
      period: '2021—2022学年',
      value: '8',
      gap: '',
      confidence: 'CODE',
    })
    expect(rows.find(({ line }) => line === '6')!['note']).toBe('数控专业教学标准（泰国、柬埔寨）')
    const again = await college.get(`${path}.csv?institution=X&lang=zh`, {
      ...reader,
      'if-none-match': csv.headers.get('etag')!,
    })
    expect(again.status).toBe(304)

    const xlsx = await college.get(`${path}.xlsx?institution=X&lang=zh`, reader)
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await xlsx.arrayBuffer())
    const [sheet] = workbook.worksheets
    const cells: unknown[][] = []
    sheet!.eachRow((row) => cells.push((row.values as unknown[]).slice(1)))
    expect(cells[0]![0]).toBe('国际影响表（2022年度）')
    expect(cells[1]![0]).toContain('2021—2022学年')
    expect(cells[1]![0]).toContain('2022年度起')
    const hint = (of: string) => sheet!.getCell(sheet!.getColumn(1).values.indexOf(of), 2).note
    // Students of schools abroad are counted on a day, and the others over the school year.
    expect(hint('11.2')).toBe('9月1日时点\n统计时段：2021年9月1日')
    expect(hint('10')).toBe('按奖项计，不按人数计')
    const head = cells.findIndex(([first]) => first === '序号')
    expect(cells[head]).toEqual(['序号', '指标', '单位', '数值', '上年', '备注'])
    const lines = cells.slice(head + 1)
    expect(lines.find(([number]) => number === '6')).toEqual([
      '6',
      '开发并被国外采用的专业标准数 [C]',
      '个',
      1,
      '未填报',
      '数控专业教学标准（泰国、柬埔寨）',
    ])
    expect(cells.flat().some((cell) => String(cell).includes('[G] 指标项文字为一般了解，未经证实'))).toBe(true)
    expect(sheet!.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true })

    await college.put('form-publication', ['form,edition,year,published_on', `${IIT},2022,2021,2022-12-30`], 'X')
    const changed = await college.get(`${path}.csv?institution=X&lang=zh`, {
      ...reader,
      'if-none-match': csv.headers.get('etag')!,
    })
    expect(changed.status).toBe(200)
  })

  it('records go out under the official column names, blocs by the day of adoption', async () => {
    const { college, reader } = await open(await database())
    const path = '/forms/adoption-records/2024/2021.csv?institution=X&lang=zh'
    const csv = await college.get(path, reader)
    const rows = parse(await csv.text(), { columns: true, bom: true }) as Record<string, string>[]
    expect(Object.keys(rows[0]!).slice(0, 8)).toEqual([
      'zjsjwyxbs',
      'xxdm',
      'cyjxzylx',
      'cyjxzybh',
      'cyjxzymc',
      'cygjdm',
      'cygjmc',
      'cygjssdz',
    ])
    expect(rows).toHaveLength(4)
    const cambodia = rows.find(({ cygjdm }) => cygjdm === 'KH')
    expect(cambodia).toMatchObject({
      xxdm: 'X',
      cyjxzybh: 'SP1',
      cyjxzymc: '数控专业教学标准',
      cygjmc: '柬埔寨',
      sfdmsg: '1',
      sfjzgj: '0',
      cysj: '2022-01-10',
      cyyxjg: 'A1',
      // The use of the next school year is not among them.
      sjwfxss: '45',
      sbzt: '0',
    })
    expect(rows.find(({ cygjdm }) => cygjdm === 'TH')!['sjwfxss']).toBe('')
    const joint = parse(
      await (await college.get('/forms/joint-programme-records/2024/2021.csv?institution=X&lang=zh', reader)).text(),
      { columns: true, bom: true },
    ) as Record<string, string>[]
    expect(joint).toMatchObject([
      { hzbxmc: '作物生产（中俄）', wfyxmc: '金边农场', hzgjdm: 'KH', kbqs: '2', mqzsrs: '40', zxss: '3', kszys: '1' },
    ])
    expect((await college.get(path)).status).toBe(401)
  })

  it('an unknown form, edition, year or parameter is refused with what there is', async () => {
    const { college, reader } = await open(await database())
    const code = async (path: string) => {
      const response = await college.get(path, reader)
      return [response.status, ((await response.json()) as { error: { code: string } }).error.code]
    }
    expect(await code('/forms/scorecrd/2022/2021.csv?institution=X')).toEqual([404, 'UNKNOWN_FORM'])
    expect(await code('/forms/scorecard/1999/2021.csv?institution=X')).toEqual([404, 'UNKNOWN_EDITION'])
    const far = await college.ask(
      `{ form(id: "teaching-resources", edition: "2018", institution: "X", year: 99999) { id } }`,
      {},
      reader,
    )
    expect(far.errors?.[0]?.extensions.code).toBe('BAD_PERIOD')
    expect(await code('/forms/scorecard/2022/21.csv?institution=X')).toEqual([400, 'BAD_PERIOD'])
    expect(await code('/forms/scorecard/2022/2021.csv')).toEqual([400, 'BAD_PARAMETER'])
    expect(await code('/forms/scorecard/2022/2021.csv?institution=X&from=2')).toEqual([400, 'UNKNOWN_PARAMETER'])
    expect(await code('/forms/scorecard/2022/2021.xlsx?institution=NO')).toEqual([404, 'UNKNOWN_INSTITUTION'])
  })
})
