import { Workbook } from '@cj-tech-master/excelts'
import { expect, it, test } from 'vitest'
import { VIEW_NAMES } from '@causeway/server/figures/indicators/view-names'
import {
  fillAdoptions,
  fillPlatforms,
  fillScores,
  openCollege,
  openFilledCollege,
  readerOf,
} from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { fillPeers, saidIn, VIEW_FORMATS } from '../support/view-college.ts'
import { SERVED_VIEWS } from '../../web/src/features/developers/addresses.ts'
import LINKS_BACK from './links-back.json' with { type: 'json' }

test('every view that has a name is on the page for developers', () => {
  expect(SERVED_VIEWS.map(({ name }) => name).toSorted()).toEqual([...VIEW_NAMES].toSorted())
})

/** The addresses that cells of a workbook lead to. */
async function linksOf(bytes: ArrayBuffer): Promise<(string | undefined)[]> {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  const links: (string | undefined)[] = []
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => row.eachCell(({ hyperlink, text }) => links.push(hyperlink, text)))
  return links
}

/** The cells of the first sheet of a workbook. */
async function sheetOf(response: Response): Promise<{ value: unknown; numFmt: unknown }[]> {
  const workbook = new Workbook()
  await workbook.xlsx.load(await response.arrayBuffer())
  const cells: { value: unknown; numFmt: unknown }[] = []
  workbook.worksheets[0]!.eachRow((row) => row.eachCell(({ value, numFmt }) => cells.push({ value, numFmt })))
  return cells
}

onOneDatabase((_name, open) => {
  it('a college without records has its pictures, which say that there is nothing', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'], undefined, '2024-08-31')
    const headers = await readerOf(college)
    const said: [string, RegExp][] = [
      ['scores-before-and-after', /nobody was tested both times/],
      ['adoptions-by-country', /There were no adoptions on 31 August 2024/],
      ['adoption-lives', /There were no adoptions on 31 August 2024/],
      ['platform-outputs', /nothing to show/],
      ['who-learns-from-whom', /No records/],
      ['who-learns-by-country', /nothing to break down/],
      ['peers', /Nothing to compare with/],
    ]
    for (const [name, words] of said) {
      const query = `institution=X${name === 'peers' ? '&indicator=EX02' : ''}`
      expect(saidIn(await (await college.get(`/i/${name}.svg?${query}`, headers)).text())).toMatch(words)
      for (const format of VIEW_FORMATS)
        expect([name, format, (await college.get(`/i/${name}.${format}?${query}`, headers)).status]).toEqual([
          name,
          format,
          200,
        ])
    }
  })

  it('the files of a view have the columns that the page for developers tells, and it takes the parameters', async () => {
    const college = await openFilledCollege(await open(), fillPeers)
    const headers = await readerOf(college)
    for (const { name, columns, parameters, closed } of SERVED_VIEWS) {
      const query = `institution=X${name === 'peers' ? '&indicator=EX02' : ''}`
      const response = await college.get(`/i/${name}.csv?${query}`, headers)
      expect((await response.text()).split('\r\n')[0]).toBe(columns.replaceAll(', ', ','))
      expect([name, (await college.get(`/i/${name}.csv?${query}`)).status]).toEqual([name, closed ? 401 : 200])
      for (const parameter of parameters.split(', ').map((one) => one.split('=')[0]!)) {
        const answer = await college.get(`/i/${name}.csv?institution=X&${parameter}=`, headers)
        expect([name, parameter, await answer.text()]).not.toEqual([
          name,
          parameter,
          expect.stringContaining('UNKNOWN_PARAMETER'),
        ])
      }
    }
  })

  it('a workbook leads back to the view that was asked for: its years, its basis, its scope, its day', async () => {
    const college = await openFilledCollege(await open(), fillPeers)
    const headers = await readerOf(college)
    for (const [name, query, link] of LINKS_BACK as [string, string, string][]) {
      const response = await college.get(`/i/${name}.xlsx?institution=X&lang=en&${query}`, headers)
      expect([name, response.status]).toEqual([name, 200])
      expect(await linksOf(await response.arrayBuffer())).toContain(`http://causeway.test${link}`)
    }
  })

  it('a workbook keeps days as days, and shows the sign that its notes explain', async () => {
    const college = await openFilledCollege(await open(), fillAdoptions)
    const headers = await readerOf(college)
    const lives = await sheetOf(
      await college.get('/i/adoption-lives.xlsx?institution=X&on=2023-06-30&lang=zh', headers),
    )
    const days = lives.filter(({ value }) => value instanceof Date)
    expect(days.length).toBeGreaterThan(3)
    expect(lives.filter(({ value }) => /^\d{4}(年|-)/.test(String(value)))).toEqual([])
    const running = await openFilledCollege(await open(), fillPlatforms)
    const outputs = await sheetOf(
      await running.get('/i/platform-outputs.xlsx?institution=X&from=2021&to=2023&lang=en', await readerOf(running)),
    )
    expect(outputs.filter(({ numFmt }) => numFmt === '#,##0"‡"').map(({ value }) => value)).toContain(1)
    expect(outputs.some(({ value }) => String(value).startsWith('‡  not running'))).toBe(true)
  })

  it('who learns from whom ends with the newest year of the basis that is asked for', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'], undefined, '2024-03-31')
    const newest = async (basis: string) => {
      const page = await (await college.get(`/embed/who-learns-from-whom?institution=X&lang=zh&basis=${basis}`)).text()
      return Math.max(...[...page.matchAll(/<th scope="row">(\d{4})/g)].map(([, year]) => Number(year)))
    }
    expect(await newest('school-year')).toBe(2023)
    expect(await newest('calendar-year')).toBe(2024)
  })

  it('a picture of a view that has a name follows the data', async () => {
    const college = await openFilledCollege(await open(), fillPeers)
    const path = '/i/peers.svg?institution=X&indicator=EX02&year=2022&scope=abroad'
    const first = await college.get(path)
    const etag = first.headers.get('etag')!
    expect((await college.get(path, { 'if-none-match': etag })).status).toBe(304)
    // Another college that the first one is compared with.
    await college.put('institution', ['code,name_zh,name_en,country', 'A,丙学院,College A,CN'])
    const next = await college.get(path, { 'if-none-match': etag })
    expect(next.status).toBe(200)
    expect(saidIn(await next.text())).toContain('College A 30')
  })

  it('a wrong parameter is named, and a college that one may not read is refused whether it is there or not', async () => {
    const college = await openFilledCollege(await open(), fillScores)
    const headers = await readerOf(college)
    const refusals: [string, object, number, string, RegExp][] = [
      ['/i/peers.png?institution=X', {}, 400, 'BAD_PARAMETER', /indicator/],
      ['/i/peers.csv?institution=X&indicator=EX99', {}, 404, 'UNKNOWN_INDICATOR', /EX99/],
      ['/i/scores-before-and-after.svg?institution=X&yaer=2022', headers, 400, 'UNKNOWN_PARAMETER', /yaer/],
      ['/i/scores-before-and-after.svg?institution=X&year=last', headers, 400, 'BAD_PARAMETER', /year/],
      ['/i/scores-before-and-after.svg?institution=X&basis=moon', headers, 400, 'BAD_PARAMETER', /basis/],
      ['/i/scores-before-and-after.csv?institution=Y', headers, 403, 'FORBIDDEN', /right/],
      ['/i/scores-before-and-after.csv?institution=NONE', headers, 403, 'FORBIDDEN', /right/],
      ['/i/adoption-lives.csv?institution=X&on=2023-02-30', headers, 400, 'BAD_PARAMETER', /\bon\b/],
      ['/i/adoption-lives.csv', {}, 401, 'UNAUTHENTICATED', /token/],
      ['/i/platform-outputs.csv?institution=X&year=2022', headers, 400, 'UNKNOWN_PARAMETER', /year/],
      ['/i/who-learns-from-whom.png?institution=X&by=country', {}, 400, 'UNKNOWN_PARAMETER', /by/],
    ]
    for (const [path, sent, status, code, named] of refusals) {
      const response = await college.get(path, sent as Record<string, string>)
      const { error } = (await response.json()) as { error: { code: string; messages: { en: string } } }
      expect([path, response.status, error.code]).toEqual([path, status, code])
      expect(error.messages.en).toMatch(named)
    }
  })
})
