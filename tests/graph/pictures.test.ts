import { createCanvas, loadImage } from '@napi-rs/canvas'
import { parse } from 'csv-parse/sync'
import { ValueType, Workbook } from '@cj-tech-master/excelts'
import { expect, it } from 'vitest'
import { PALETTES } from '@causeway/shared/colors'
import { openCollege, openFilledCollege, fillCollege } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'

interface Pixels {
  width: number
  height: number
  /** The colour at a place, as `#rrggbb`. */
  at: (x: number, y: number) => string
  /** How many pixels have exactly this colour. */
  count: (color: string) => number
}

async function readPixels(response: Response): Promise<Pixels> {
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/png')
  const image = await loadImage(Buffer.from(await response.arrayBuffer()))
  const ctx = createCanvas(image.width, image.height).getContext('2d')
  ctx.drawImage(image, 0, 0)
  const { data } = ctx.getImageData(0, 0, image.width, image.height)
  const colorAt = (place: number) =>
    `#${[0, 1, 2].map((part) => data[place * 4 + part]!.toString(16).padStart(2, '0')).join('')}`
  return {
    width: image.width,
    height: image.height,
    at: (x, y) => colorAt(y * image.width + x),
    count: (color) =>
      Array.from({ length: data.length / 4 }, (_, place) => colorAt(place)).filter((it) => it === color).length,
  }
}

const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string; messages: object } }).error

onOneDatabase((_name, open) => {
  it('a PNG has two pixels for each of the page, the colours of the mode and bars in the colour of the theme', async () => {
    const college = await openFilledCollege(await open())
    const path = '/i/EX02.png?institution=X&from=2021&to=2022'
    const light = await readPixels(await college.get(path))
    expect([light.width, light.height]).toEqual([1600, 1040])
    expect(light.at(3, 3)).toBe(PALETTES.light.surface)
    expect(light.count(PALETTES.light.themes.EXPORT)).toBeGreaterThan(20_000)
    const dark = await readPixels(await college.get(`${path}&mode=dark&lang=zh&size=preview`))
    expect([dark.width, dark.height]).toEqual([1200, 630])
    expect(dark.at(3, 3)).toBe(PALETTES.dark.surface)
    expect(dark.count(PALETTES.light.themes.EXPORT)).toBe(0)
  })

  it('a picture and an embedded chart show sixty years at most, and say so in both languages; a table holds them all', async () => {
    const college = await openFilledCollege(await open())
    const years = (from: number, to: number) => `institution=X&from=${from}&to=${to}`
    for (const address of ['/i/EX02.svg?', '/i/EX02.png?', '/i/EX02.svg?by=country&', '/i/who-learns-from-whom.svg?']) {
      const refused = await college.get(address + years(1964, 2024))
      expect([address, refused.status]).toEqual([address, 413])
      const { code, messages } = await codeOf(refused)
      expect(code).toBe('TOO_LARGE')
      expect(messages).toMatchObject({ zh: expect.stringContaining('60 年'), en: expect.stringContaining('60 years') })
      expect((await college.get(address + years(1965, 2024))).status).toBe(200)
    }
    expect((await college.get(`/embed/EX02?${years(1900, 2099)}`)).status).toBe(413)
    for (const type of ['csv', 'xlsx', 'json'])
      expect((await college.get(`/i/EX02.${type}?${years(1900, 2099)}`)).status).toBe(200)
  })

  it('a picture tells nothing that the public may not see: a hidden bar is not drawn, exact ones are for those who may', async () => {
    const college = await openFilledCollege(await open())
    const path = '/i/EX02.svg?institution=X&by=country&year=2022'
    const said = async (headers = {}) => /<desc[^>]*>([^<]*)/.exec(await (await college.get(path, headers)).text())![1]
    expect(await said()).toMatch(/too few people to publish/)
    expect(await said()).not.toMatch(/Laos 2 people/)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    expect(await said({ authorization })).toMatch(/Lao.* 2 people/)
    const response = await college.get(path, { authorization })
    expect(response.headers.get('cache-control')).toMatch(/^private/)
  })

  it('a picture that has not changed is not sent again, and changes with the records', async () => {
    const college = await openFilledCollege(await open())
    const path = '/i/EX02.png?institution=X&from=2021&to=2022&size=small'
    const first = await college.get(path)
    const etag = first.headers.get('etag')!
    expect((await college.get(path, { 'if-none-match': etag })).status).toBe(304)
    await college.put('nothing-to-report', ['record_type,from,to,signer', 'enrolment,2021-09-01,2022-08-31,A'])
    const next = await college.get(path, { 'if-none-match': etag })
    expect(next.status).toBe(200)
    expect(Buffer.from(await next.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(false)
  })

  it('a workbook has its figures as numbers, a gap by its sign and its word, and a sheet that says what they are', async () => {
    const college = await openFilledCollege(await open())
    const response = await college.get('/i/EX02.xlsx?institution=X&from=2021&to=2022&lang=zh')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="EX02-X-zh.xlsx"; filename*=UTF-8''${encodeURIComponent('接收国外留学生人数.xlsx')}`,
    )
    const workbook = new Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    expect([workbook.creator, workbook.lastModifiedBy]).toEqual(['甲学院', '甲学院'])
    const [figures, about] = workbook.worksheets
    const rows = figures!.getSheetValues().filter(Array.isArray) as unknown[][]
    expect(rows).toContainEqual([
      undefined,
      '2021—2022学年',
      new Date('2021-09-01'),
      new Date('2022-08-31'),
      '…',
      expect.stringMatching(/^未填报：/),
      ...Array.from({ length: rows.find((row) => row[1] === '2021—2022学年')!.length - 6 }, () => undefined),
    ])
    expect(rows.find((row) => row[1] === '2022—2023学年')![4]).toBe(14)
    const stated = new Map((about!.getSheetValues().filter(Array.isArray) as string[][]).map((row) => [row[1], row[2]]))
    expect(stated.get('院校')).toBe('甲学院 (X)')
    expect(stated.get('统计口径')).toMatch(/国外/)
    expect(stated.get('网页地址')).toBe('http://causeway.test/indicator/EX02?institution=X&lang=zh&from=2021&to=2022')
    expect(stated.get('版本')).toMatch(/^对外公开版/)
    expect(stated.get('数据更新至')).toMatch(/^[\d-]{10} [\d:]{5} \(Asia\/Shanghai, UTC\+08:00\)/)
  })

  it('what looks like a formula in a name is text in a workbook', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,name_en,country', 'X,"=1+1",College X,CN'])
    const response = await college.get('/i/EX02.xlsx?institution=X&from=2021&to=2022&lang=zh')
    const workbook = new Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ValueType.Formula))),
    )
  })

  it('without a college and years it shows those that a page opens on', async () => {
    const college = await openFilledCollege(await open())
    const words = await (await college.get('/i/EX02.svg')).text()
    expect(words).toMatch(/<desc[^>]*>Foreign students received, College X, by school year, \d{4}\/\d\d to \d{4}\/\d\d/)
    const mirrored = await (await college.get('/i/who-learns-from-whom.svg?lang=zh')).text()
    expect(mirrored).toMatch(/<title[^>]*>谁向谁学/)
  })

  it('the picture of the overview can be had in every form: its two series, never added up', async () => {
    const college = await openFilledCollege(await open())
    const path = (format: string) => `/i/who-learns-from-whom.${format}?institution=X&from=2021&to=2022&lang=zh`
    const csv = parse(await (await college.get(path('csv'))).text(), { columns: true, bom: true }) as Record<
      string,
      string
    >[]
    expect(csv.map(({ indicator, year }) => [indicator, year])).toEqual([
      ['people-bringing-in', '2021'],
      ['people-bringing-in', '2022'],
      ['people-carrying-out', '2021'],
      ['people-carrying-out', '2022'],
    ])
    const { series } = (await (await college.get(path('json'))).json()) as { series: { indicator: { code: string } }[] }
    expect(series.map(({ indicator }) => indicator.code)).toEqual(['DN02', 'DN03'])
    const workbook = new Workbook()
    await workbook.xlsx.load(await (await college.get(path('xlsx'))).arrayBuffer())
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'DN02 指标值',
      'DN03 指标值',
      'DN02 统计口径与来源',
      'DN03 统计口径与来源',
    ])
    expect((await college.get(path('png'))).status).toBe(200)
  })

  it('of a breakdown the categories of one year are drawn, of the years around it the whole', async () => {
    const college = await openFilledCollege(await open())
    const said = async (query: string) =>
      /<desc[^>]*>([^<]*)/.exec(await (await college.get(`/i/EX02.svg?institution=X&${query}`)).text())![1]
    expect(await said('from=2020&to=2023&year=2022&by=country')).toMatch(/by school year, 2022\/23: in 2022\/23/)
    expect(await said('from=2020&to=2023&by=country')).toMatch(/2020\/21 to 2023\/24/)
    expect(await said('from=2020&to=2023&year=2022')).toMatch(/2020\/21 to 2023\/24/)
    expect(await said('year=2022')).toMatch(/by school year, 2022\/23:/)
  })

  it('what cannot be drawn is refused in both languages, with what there is instead', async () => {
    const college = await openFilledCollege(await open())
    const refusals: [string, number, string][] = [
      ['/i/EX99.png?institution=X', 404, 'UNKNOWN_INDICATOR'],
      ['/i/EX02.png?institution=NONE', 404, 'UNKNOWN_INSTITUTION'],
      ['/i/EX02.svg?institution=X&chart=pie', 400, 'BAD_PARAMETER'],
      ['/i/EX02.png?institution=X&size=huge', 400, 'BAD_PARAMETER'],
      ['/i/EX02.png?institution=X&mode=sepia', 400, 'BAD_PARAMETER'],
      ['/i/EX02.png?institution=X&year=last', 400, 'BAD_PARAMETER'],
      ['/i/EX02.xlsx?institution=X&colour=red', 400, 'UNKNOWN_PARAMETER'],
      ['/i/EX02.png?institution=X&by=country&across=programme', 401, 'UNAUTHENTICATED'],
      ['/i/EX02.csv?institution=X&from=2022&to=2022&chart=bars', 400, 'UNKNOWN_PARAMETER'],
    ]
    const stated = async (path: string) =>
      (await codeOf(await college.get(path))).messages as { zh: string; en: string }
    expect((await stated('/i/EX0.png?institution=X')).en).toMatch(/Did you mean EX01 or EX02/)
    expect((await stated('/i/NOPE.png?institution=X')).zh).toBe('没有指标“NOPE”，全部指标见指标目录。')
    expect((await stated('/i/EX02.png?institution=X&colour=red')).en).toMatch(
      /There are institution, basis, .*chart, year, mode, size/,
    )
    expect((await stated('/i/EX02.png?instituton=X')).zh).toBe('没有名为“instituton”的参数。是否应为 institution？')
    expect((await stated('/i/EX02.gif')).en).toMatch(/\.csv, \.json, \.xlsx, \.png or \.svg/)
    for (const [path, status, code] of refusals) {
      const response = await college.get(path)
      expect([response.status, path]).toEqual([status, path])
      const error = await codeOf(response)
      expect([error.code, path]).toEqual([code, path])
      expect(error.messages).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) })
    }
  })

  it('where anonymous reading is closed no picture is given away', async () => {
    const college = await openFilledCollege(await open(), fillCollege, { publicReading: false })
    for (const format of ['png', 'svg', 'xlsx'])
      expect((await college.get(`/i/EX02.${format}?institution=X`)).status).toBe(401)
  })
})
