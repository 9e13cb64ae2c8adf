import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { openCollege, openFilledCollege, readerOf } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import WRONG from './wrong-addresses.json' with { type: 'json' }

const COLUMNS =
  'indicator,institution,basis,year,period,category,value,gap,numerator,denominator,size,low,high,unit,revision,scope,at,across,left_out,partial,target,reason'

onOneDatabase((_name, open) => {
  it('CSV has the columns of the contract, a byte order mark, unrounded numbers and gaps by name', async () => {
    const college = await openFilledCollege(await open())
    const response = await college.get('/i/EX02.csv?institution=X&from=2021&to=2022&lang=zh')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text.split('\r\n')[0]).toBe(COLUMNS)
    expect(parse(text, { columns: true })).toMatchObject([
      {
        ...{ indicator: 'foreign-students', institution: 'X', basis: 'SCHOOL_YEAR', year: '2021' },
        ...{ period: '2021—2022学年', value: '', gap: 'NO_RECORDS', unit: '人', scope: 'ABROAD' },
        ...{ partial: 'false', reason: '未填报：该时段没有台账记录，也没有零报告，因此数值未知，并不等于零' },
      },
      {
        ...{ indicator: 'foreign-students', year: '2022', period: '2022—2023学年', category: '', value: '14' },
        ...{ gap: '', reason: '', target: '', revision: expect.stringMatching(/^\d+$/) },
      },
    ])
  })

  it('heads are Chinese where that is asked for, whatever the language of the rest, and the file is named as the indicator', async () => {
    const college = await openFilledCollege(await open())
    const head = async (more: string) => {
      const response = await college.get(`/i/EX02.csv?institution=X&from=2022&to=2022${more}`)
      const name = /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition')!)![1]!
      return [(await response.text()).split('\r\n')[0]!.replace('\uFEFF', ''), decodeURIComponent(name)]
    }
    expect(await head('&lang=en')).toEqual([COLUMNS, 'Foreign students received.csv'])
    const [zh, name] = await head('&lang=zh&heads=zh&by=country')
    expect(name).toBe('接收国外留学生人数（按国家（地区））.csv')
    expect(zh!.split(',')).toHaveLength(COLUMNS.split(',').length)
    expect(zh).toMatch(/^指标,院校,统计时段类型,.+,国家（地区）不详未计入的记录数,数据未完整,目标值,无数值原因$/)
    expect((await head('&lang=en&heads=zh'))[0]).toBe(zh)
    expect((await college.get('/i/EX02.csv?institution=X&from=2022&to=2022&heads=fr')).status).toBe(400)
  })

  it('what the page warns of is in the file: a period that is not complete, what a plan wants, why there is no number', async () => {
    const college = await openFilledCollege(await open())
    await college.put('target', ['plan,indicator,year,value', '规划,EX02,2022,20', '规划,EX02,2023,30.5'])
    const get = async (path: string) => (await college.get(`${path}?institution=X&from=2021&to=2023&lang=zh`)).text()
    const rows = parse(await get('/i/EX02.csv'), { columns: true, bom: true }) as Record<string, string>[]
    const { figures } = JSON.parse(await get('/i/EX02.json')) as {
      figures: { period: { partial: boolean }; reason: string | null; targets: { plan: string; value: number }[] }[]
    }
    expect(rows.map(({ target }) => target)).toEqual(['', '20', '30.5'])
    expect(figures.map(({ targets }) => targets)).toEqual([
      [],
      [{ plan: '规划', value: 20 }],
      [{ plan: '规划', value: 30.5 }],
    ])
    expect(rows.map(({ partial }) => partial)).toEqual(figures.map(({ period }) => String(period.partial)))
    expect(rows.map(({ reason }) => reason)).toEqual(figures.map(({ reason }) => reason ?? ''))
    expect(rows[0]!.reason).toMatch(/^未填报：/)
    const unknown = ['person,kind,nationality,start,end', 'U1,degree,unknown,2022-09-01,2023-07-01']
    await college.put('enrolment', unknown)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const exact = await (await college.get('/i/EX02.csv?institution=X&from=2022&to=2022', { authorization })).text()
    expect(parse(exact, { columns: true, bom: true })).toMatchObject([{ value: '14', left_out: '1' }])
  })

  it('an indicator is asked by id or code, enum values in either case, filters with several values', async () => {
    const college = await openFilledCollege(await open())
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const rows = async (path: string) => {
      const response = await college.get(path, { authorization })
      expect(response.status, path).toBe(200)
      return parse(await response.text(), { columns: true, bom: true }) as Record<string, string>[]
    }
    const byId = await rows('/i/foreign-students.csv?institution=X&from=2022&to=2022&basis=calendar_year&scope=border')
    expect(byId).toMatchObject([{ basis: 'CALENDAR_YEAR', scope: 'BORDER', period: '2022', value: '14' }])
    expect(await rows('/i/EX02.csv?institution=X&from=2022&to=2022&filter=country:VN,LA')).toMatchObject([
      { value: '14' },
    ])
    expect(
      await rows('/i/EX02.csv?institution=X&from=2022&to=2022&filter=country:VN&filter=programme:PA'),
    ).toMatchObject([{ value: '12' }])
    expect(
      (await rows('/i/EX02.csv?institution=X&from=2022&to=2022&by=country')).map((it) => [it.category, it.value]),
    ).toEqual([
      ['LA', '2'],
      ['VN', '12'],
    ])
    expect((await rows('/i/DN01.csv?institution=X&from=2022&to=2022&basis=point-in-time&at=10-15'))[0]).toMatchObject({
      at: '10-15',
      value: '14',
    })
  })

  it('JSON says the same, with names', async () => {
    const college = await openFilledCollege(await open())
    const response = await college.get('/i/EX02.json?institution=X&from=2022&to=2022&lang=zh')
    expect(await response.json()).toMatchObject({
      indicator: { id: 'foreign-students', code: 'EX02', unit: '人' },
      institution: { code: 'X', name: '甲学院' },
      profile: 'PUBLIC',
      figures: [{ period: { year: 2022, label: '2022—2023学年' }, category: null, value: 14, gap: null }],
      summary: expect.stringMatching(/\p{Script=Han}/u),
    })
  })

  it('a text that a spreadsheet would run as a formula is made harmless', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,name_en,country', '"=HYPERLINK(""x"")",甲,A,CN'])
    const response = await college.get(
      `/i/EX02.csv?institution=${encodeURIComponent('=HYPERLINK("x")')}&from=2022&to=2022`,
    )
    expect(response.status).toBe(200)
    const [row] = parse(await response.text(), { columns: true, bom: true }) as Record<string, string>[]
    expect(row!.institution).toBe('\'=HYPERLINK("x")')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''/)
  })

  it('what a unit alone reported is to the public, who ask for it, a cell of a table without records', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'], undefined, '2022-08-31')
    // It is due after it ended, in a year of which nobody but its unit speaks.
    await college.put('enrolment', [
      'person,kind,nationality,start,end,planned_days,outcome,unit',
      'L1,degree,VN,2017-09-01,2018-06-30,1200,completed,U1',
    ])
    await college.put('nothing-to-report', ['record_type,from,to,signer,unit', 'enrolment,2020-09-01,2021-08-31,李,U1'])
    const asked = '/i/SK14.csv?institution=X&from=2020&to=2020&filter=unit:U1'
    const read = async (headers = {}) => {
      const response = await college.get(asked, headers)
      const [row] = parse(await response.text(), { columns: true, bom: true }) as Record<string, string>[]
      return [response.status, row!['value'], row!['gap']]
    }
    expect(await read(await readerOf(college))).toEqual([200, '100', ''])
    expect(await read()).toEqual([200, '', 'NO_RECORDS'])
  })

  it('a wrong address is refused by name: parameter, year, enum, filter, indicator, institution, NUL byte', async () => {
    const college = await openFilledCollege(await open())
    for (const [path, status, code] of WRONG as [string, number, string][]) {
      const response = await college.get(path)
      const { error } = (await response.json()) as { error: { code: string; messages: { zh: string; en: string } } }
      expect([response.status, error.code], path).toEqual([status, code])
      expect(error.messages.zh, path).toMatch(/\p{Script=Han}/u)
      expect(response.headers.get('etag'), path).toBeNull()
    }
    const left = new Request('http://causeway.test/i/EX02.csv?institution=X&from=2022&to=2022', {
      signal: AbortSignal.abort(),
    })
    expect(await (await college.app.fetch(left)).json()).toMatchObject({ error: { code: 'LEFT' } })
    expect((await college.app.fetch(new Request('http://causeway.test/i/EX02.csv', { method: 'DELETE' }))).status).toBe(
      405,
    )
  })
})
