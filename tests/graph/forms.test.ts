import { Workbook } from '@cj-tech-master/excelts'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { IIT, openFormCollege, valuesOf, type FilledLineAnswer } from '../support/form-college.ts'
import COLUMNS from './columns-of-lines.json' with { type: 'json' }

onOneDatabase((_name, open) => {
  it('one year fills the influence table in four editions, each with its own lines and its own scope', async () => {
    const { college, reader } = await openFormCollege(await open())
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
    const { college, reader } = await openFormCollege(await open())
    const ask = async (edition: string, locale: string) => {
      const { data } = await college.as(reader)(
        `{ form(id: "${IIT}", edition: "${edition}", institution: "X", year: 2021) { lines { number note(locale: ${locale}) } } }`,
      )
      return Object.fromEntries(data.form.lines.map((line: FilledLineAnswer) => [line.number, line.note]))
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

  it('a difference and a share of two figures are made from unrounded ones, and are a gap where one of them is', async () => {
    const { college, reader } = await openFormCollege(await open())
    const { data } = await college.as(reader)(
      `{ form(id: "uis-mobility", edition: "2023", institution: "X", year: 2021) { lines { number value gap } } }`,
    )
    const of = (wanted: string) => data.form.lines.find(({ number }: FilledLineAnswer) => number === wanted)
    // 7 learners who came from school abroad, of 12 enrolled here and 3 overseas; nobody went abroad to study.
    expect(of('1.1')).toMatchObject({ value: 7 })
    expect(of('1.2')).toMatchObject({ value: 12 })
    expect(of('2')).toMatchObject({ value: 0, gap: null })
    expect(of('3')).toMatchObject({ value: 7 })
    const impi = await college.as(reader)(
      `{ form(id: "impi", edition: "2012", institution: "X", year: 2021) { lines { number value gap } } }`,
    )
    const share = impi.data.form.lines.find(({ number }: FilledLineAnswer) => number === '01009')
    // Two stays for practice, one of them in Hong Kong.
    expect(share.value).toBeCloseTo(200 / 15, 9)
    const empty = await college.as(reader)(
      `{ form(id: "uis-mobility", edition: "2023", institution: "X", year: 2010) { lines { number value gap } } }`,
    )
    expect(empty.data.form.lines.find(({ number }: FilledLineAnswer) => number === '3')).toMatchObject({
      value: null,
      gap: 'NO_RECORDS',
    })
  })

  it('the address gives CSV and a workbook that say the same, and again only when something changed', async () => {
    const { college, reader } = await openFormCollege(await open())
    const path = `/forms/${IIT}/2022/2021`
    const csv = await college.get(`${path}.csv?institution=X&lang=zh`, reader)
    expect(csv.status).toBe(200)
    const rows = parse(await csv.text(), { columns: true, bom: true }) as Record<string, string>[]
    expect(rows.find(({ line }) => line === '2')).toMatchObject({
      ...{ form: IIT, edition: '2022', year: '2021', report_year: '2022', label: '接收国外留学生人数', unit: '人' },
      ...{ period: '2021—2022学年', value: '8', gap: '', confidence: 'CODE' },
    })
    expect(rows.find(({ line }) => line === '6')!['note']).toBe('数控专业教学标准（泰国、柬埔寨）')
    const again = await college.get(`${path}.csv?institution=X&lang=zh`, {
      ...reader,
      'if-none-match': csv.headers.get('etag')!,
    })
    expect(again.status).toBe(304)

    const xlsx = await college.get(`${path}.xlsx?institution=X&lang=zh`, reader)
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
    const workbook = new Workbook()
    await workbook.xlsx.load(await xlsx.arrayBuffer())
    expect([workbook.title, workbook.creator]).toEqual(['国际影响表', '甲学院'])
    const [sheet] = workbook.worksheets
    const cells: unknown[][] = []
    sheet!.eachRow((row) => cells.push((row.values as unknown[]).slice(1)))
    expect(cells[0]![0]).toBe('国际影响表（2022年度）')
    expect(cells[1]![0]).toContain('2021—2022学年')
    expect(cells[1]![0]).toContain('2022年度起')
    const hint = (of: string) => sheet!.getCell(sheet!.getColumn(1).values.indexOf(of), 2).note
    // Students of schools abroad are counted on a day, and the others over the school year.
    // How sure the wording is is in the note, and not among the words of the line.
    expect(hint('11.2')).toBe('9月1日时点\n统计时段：2021年9月1日\n指标项文字见公开的程序或数据字典')
    expect(hint('10')).toBe('按奖项计，不按人数计\n指标项文字为一般了解，未经证实')
    const head = cells.findIndex(([first]) => first === '序号')
    expect(cells[head]).toEqual(['序号', '指标', '单位', '数值', '上年', '备注'])
    const lines = cells.slice(head + 1)
    expect(lines.find(([number]) => number === '6')).toEqual([
      '6',
      '开发并被国外采用的专业标准数',
      '个',
      1,
      '未填报',
      '数控专业教学标准（泰国、柬埔寨）',
    ])
    expect(cells.flat().filter((cell) => /\[[VMCG]\]/.test(String(cell)))).toEqual([])
    expect(cells.flat()).toContain(
      '指标项文字的可靠程度：指标项文字见公开的程序或数据字典（1至8、11、11.2）；指标项文字为一般了解，未经证实（9、10、11.1、12、12.1）。',
    )
    expect(sheet!.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true })

    await college.put('form-publication', ['form,edition,year,published_on', `${IIT},2022,2021,2022-12-30`])
    const changed = await college.get(`${path}.csv?institution=X&lang=zh`, {
      ...reader,
      'if-none-match': csv.headers.get('etag')!,
    })
    expect(changed.status).toBe(200)
  })

  it('records go out under the official column names, blocs by the day of adoption', async () => {
    const { college, reader } = await openFormCollege(await open())
    const path = '/forms/adoption-records/2024/2021.csv?institution=X&lang=zh'
    const csv = await college.get(path, reader)
    const rows = parse(await csv.text(), { columns: true, bom: true }) as Record<string, string>[]
    expect(Object.keys(rows[0]!).slice(0, 8)).toEqual(COLUMNS)
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
    const { college, reader } = await openFormCollege(await open())
    const code = async (path: string) => {
      const response = await college.get(path, reader)
      return [response.status, ((await response.json()) as { error: { code: string } }).error.code]
    }
    expect(await code('/forms/scorecrd/2022/2021.csv?institution=X')).toEqual([404, 'UNKNOWN_FORM'])
    expect(await code('/forms/scorecard/1999/2021.csv?institution=X')).toEqual([404, 'UNKNOWN_EDITION'])
    const far = await college.as(reader)(
      `{ form(id: "teaching-resources", edition: "2018", institution: "X", year: 99999) { id } }`,
    )
    expect(far.errors?.[0]?.extensions.code).toBe('BAD_PERIOD')
    expect(await code('/forms/scorecard/2022/21.csv?institution=X')).toEqual([400, 'BAD_PERIOD'])
    expect(await code('/forms/scorecard/2022/2021.csv')).toEqual([400, 'BAD_PARAMETER'])
    expect(await code('/forms/scorecard/2022/2021.csv?institution=X&from=2')).toEqual([400, 'UNKNOWN_PARAMETER'])
    expect(await code('/forms/scorecard/2022/2021.xlsx?institution=NO')).toEqual([404, 'UNKNOWN_INSTITUTION'])
  })
})
