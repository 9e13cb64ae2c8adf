import { expect, test } from 'vitest'
import type { Figure } from '@causeway/shared/figure'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { listFigureRecords } from '@causeway/server/figures/figure-records'
import { readSeries } from '@causeway/server/figures/read-series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { openCollege, type College } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'

type Said = [value: number | string | null, leftOut: number | null]
type Asked = Partial<SeriesRequest> & { indicator: string }

const ENROL = 'person,headcount,kind,nationality,site,programme,start,end'
const learners = (rows: string[]) =>
  rows.map((row, n) => {
    const [who = '', kind, nationality, site = '', programme = '', year = '2023'] = row.split(' ')
    const heads = /^\d+$/.test(who) ? who : ''
    return `${heads ? '' : who || `L${n}`},${heads},${kind},${nationality},${site},${programme},${year}-09-01,${Number(year) + 1}-07-01`
  })

onOneDatabase((_name, open) => {
  async function openWith(
    rows: string[],
    more: (college: College) => Promise<void> = async () => {},
  ): Promise<College> {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'], undefined, '2025-08-31')
    await more(college)
    if (rows.length > 0) await college.put('enrolment', [ENROL, ...learners(rows)])
    return college
  }

  async function figuresOf({ causeway }: College, { ...asked }: Asked, viewer = OPERATOR): Promise<Figure[]> {
    return (await readSeries(causeway, viewer, { institution: 'X', from: 2023, to: 2023, ...asked })).figures
  }

  const toSaid = ({ value, gap, leftOut }: Figure): Said => [value ?? gap, leftOut]
  async function ask(college: College, asked: Asked, viewer = OPERATOR): Promise<Said> {
    return toSaid((await figuresOf(college, asked, viewer))[0]!)
  }
  async function cellsOf(college: College, asked: Asked, viewer = OPERATOR): Promise<Record<string, Said>> {
    const figures = await figuresOf(college, asked, viewer)
    return Object.fromEntries(figures.map((one) => [`${one.period.year} ${one.category}`, toSaid(one)]))
  }

  test('foreign is inside both scopes and a category, in no continent or bloc, and no country; what is unknown is left out and said', async () => {
    const college = await openWith(['P1 degree foreign', 'P2 degree KZ', 'P3 degree unknown'])
    expect(await ask(college, { indicator: 'EX02' })).toEqual([2, 1])
    expect(await ask(college, { indicator: 'EX02', scope: 'BORDER' })).toEqual([2, 1])
    expect(await cellsOf(college, { indicator: 'EX02', by: 'country' })).toEqual({
      '2023 KZ': [1, 0],
      '2023 foreign': [1, 0],
    })
    expect(await cellsOf(college, { indicator: 'EX02', by: 'continent' })).toEqual({ '2023 asia': [1, 0] })
    expect(Object.keys(await cellsOf(college, { indicator: 'EX02', by: 'bloc' }))).not.toContain('2023 foreign')
    expect(await ask(college, { indicator: 'EX06' })).toEqual([1, 1])
    expect(await ask(college, { indicator: 'EX02', filter: [{ dimension: 'country', in: ['foreign'] }] })).toEqual([
      1, 0,
    ])
    expect(await ask(college, { indicator: 'EX02', filter: [{ dimension: 'continent', in: ['unknown'] }] })).toEqual([
      'NO_RECORDS',
      1,
    ])
  })

  test('of somewhere abroad alone the number of countries is 0, and the persons are counted', async () => {
    const college = await openWith(['P1 degree foreign', 'P2 degree foreign'])
    expect(await ask(college, { indicator: 'EX06' })).toEqual([0, 0])
    expect(await ask(college, { indicator: 'EX02' })).toEqual([2, 0])
    expect(await cellsOf(college, { indicator: 'EX02', by: 'continent' })).toEqual({ '2023 null': [2, 0] })
  })

  test('where nobody knows any country there is no number, whatever the conditions; one country that is known is enough for a 0', async () => {
    const nobody = await openWith(['P1 degree unknown', '40 non-degree unknown'])
    expect(await ask(nobody, { indicator: 'EX02' })).toEqual(['NO_RECORDS', 2])
    expect(await ask(nobody, { indicator: 'EX04' })).toEqual(['NO_RECORDS', 2])
    expect(await ask(nobody, { indicator: 'EX05', basis: 'SCHOOL_YEAR' })).toEqual(['NO_RECORDS', 2])
    // No scope acts on all learners unless it is asked for.
    expect(await ask(nobody, { indicator: 'DN01' })).toEqual([41, null])
    expect(await ask(nobody, { indicator: 'DN01', scope: 'ABROAD' })).toEqual(['NO_RECORDS', 2])
    const oneKnown = await openWith(['P1 degree unknown', 'P2 overseas CN'])
    expect(await ask(oneKnown, { indicator: 'EX02' })).toEqual([0, 1])
    expect(await ask(oneKnown, { indicator: 'EX05', basis: 'SCHOOL_YEAR' })).toEqual([0, 1])
    const page = await listFigureRecords(
      oneKnown.causeway,
      OPERATOR,
      { indicator: 'EX02', institution: 'X', from: 2023, to: 2023 },
      { year: 2023, category: null, across: null },
      'LEFT_OUT',
      { first: 10 },
    )
    expect([await page.totalCount(), page.records.map(({ values }) => values['nationality'])]).toEqual([1, ['unknown']])
  })

  test('a category that is wholly unknown has no number, one that is known in part has', async () => {
    const programmes = async (college: College) =>
      college.put('programme', ['code,name_zh,kind', 'PA,甲,ordinary', 'PB,乙,ordinary', 'PC,丙,ordinary'])
    const college = await openWith(
      [
        'A degree VN . PA',
        'B degree VN . PB 2022',
        'C degree unknown . PB',
        'D degree VN . PC 2022',
        'E degree unknown . PC',
        'F degree CN . PC',
      ].map((row) => row.replace(' . ', '  ')),
      programmes,
    )
    expect(await cellsOf(college, { indicator: 'EX02', by: 'programme', from: 2022 })).toEqual({
      '2022 PA': [0, 0],
      '2022 PB': [1, 0],
      '2022 PC': [1, 0],
      '2023 PA': [1, 0],
      '2023 PB': ['NO_RECORDS', 1],
      '2023 PC': [0, 1],
    })
    const only = (programme: string) => ({ indicator: 'EX02', filter: [{ dimension: 'programme', in: [programme] }] })
    expect(await ask(college, only('PB'))).toEqual(['NO_RECORDS', 1])
    expect(await ask(college, only('PC'))).toEqual([0, 1])
    // Two dimensions, which nobody keeps.
    const crossed = await figuresOf(college, { indicator: 'EX02', by: 'programme', across: 'sex', from: 2022 })
    const pb = crossed.find(({ period, category }) => period.year === 2023 && category === 'PB')!
    expect(toSaid(pb)).toEqual(['NO_RECORDS', 1])
  })

  test('who is at no site has no country to be unknown; a site of an unknown country leaves its learners out', async () => {
    const site = (country: string) => async (college: College) => {
      await college.put('overseas-site', [
        'code,name_zh,type,brand,country,opened_on',
        `S1,坊,school,luban,${country},2020-01-01`,
      ])
      await college.put('programme', ['code,name_zh,kind,site', 'PS,农,ordinary,S1'])
    }
    const college = await openWith(['A degree VN', 'B overseas VN S1', 'C overseas VN S1'], site('unknown'))
    expect(await ask(college, { indicator: 'EX15', basis: 'POINT_IN_TIME' })).toEqual([0, 2])
    expect(await ask(college, { indicator: 'EX17', scope: 'ABROAD' })).toEqual([0, 2])
    expect(await ask(college, { indicator: 'EX13' })).toEqual(['NO_RECORDS', 1])
    // The programmes of a school are counted, and the schools are what covers them.
    expect(await ask(college, { indicator: 'EX14' })).toEqual(['NO_RECORDS', 1])
    const alone = await openWith(['B overseas VN S1'], site('unknown'))
    expect(await ask(alone, { indicator: 'EX15', basis: 'POINT_IN_TIME' })).toEqual(['NO_RECORDS', 1])
    expect(await ask(alone, { indicator: 'EX17', scope: 'ABROAD' })).toEqual(['NO_RECORDS', 1])
    const known = await openWith(['B overseas unknown S1'], site('TH'))
    expect(await ask(known, { indicator: 'EX15', basis: 'POINT_IN_TIME' })).toEqual([1, 0])
    expect(await ask(known, { indicator: 'DN03' })).toEqual([1, 0])
    const nowhere = await openWith(['B overseas TH'], site('TH'))
    expect(await ask(nowhere, { indicator: 'EX15', basis: 'POINT_IN_TIME' })).toEqual([0, 0])
    // Where a learner at a site is from is another question: 0 persons go out, of those it is known.
    expect(await ask(college, { indicator: 'DN03' })).toEqual([1, 2])
  })

  test('base types are taken together, and each side of a ratio leaves out its own', async () => {
    const stays = (country: string) => (college: College) =>
      college.put('mobility', [
        'person,direction,audience,purpose,country,start,end',
        `W1,out,staff,train,${country},2023-10-01,2023-10-05`,
      ])
    expect(await ask(await openWith(['A degree unknown'], stays('unknown')), { indicator: 'DN03' })).toEqual([
      'NO_RECORDS',
      2,
    ])
    expect(await ask(await openWith(['A degree unknown'], stays('CN')), { indicator: 'EX11' })).toEqual([0, 0])
    expect(await ask(await openWith(['A degree unknown'], stays('TH')), { indicator: 'DN03' })).toEqual([1, 1])
    const placed = await openWith(['A degree unknown', 'B degree TH'], async (college) => {
      await college.put('partner', ['code,name_zh,type,country', 'E1,厂,enterprise,CN'])
      await college.put('placement', [
        'person,partner,country,nationality,start,end',
        'B,E1,CN,,2023-10-01,2023-10-31',
        'C,E1,CN,TH,2023-10-01,2023-10-31',
      ])
    })
    expect(await ask(placed, { indicator: 'SK24', scope: 'ABROAD' })).toEqual([100, 2])
    expect(await ask(placed, { indicator: 'SK24' })).toEqual([100, null])
  })

  test('a cumulative figure looks at all up to the day, any other at its own period', async () => {
    const college = await openWith(['A degree VN   2022', 'B degree unknown   2023'])
    expect(await cellsOf(college, { indicator: 'EX02', from: 2022 })).toEqual({
      '2022 null': [1, 0],
      '2023 null': ['NO_RECORDS', 1],
    })
    expect(await ask(college, { indicator: 'EX02', cumulativeFrom: 2022 })).toEqual([1, 1])
    expect(await cellsOf(college, { indicator: 'EX02', by: 'country', from: 2022 })).toEqual({
      '2022 VN': [1, 0],
      '2023 null': ['NO_RECORDS', 1],
    })
    expect(await ask(college, { indicator: 'EX02', from: 2026, to: 2026 })).toEqual(['NO_RECORDS', 0])
  })

  test('a partner of an unknown country, and agreements with it; an ended one is of no later period', async () => {
    const college = await openWith([], async (one) => {
      await one.put('partner', [
        'code,name_zh,type,country,from,to',
        'A,甲,college,VN,2018-01-01,2020-12-31',
        'B,乙,college,unknown,2021-01-01,',
      ])
      await one.put('agreement', ['code,partner,type,signed_on,from', 'G1,B,mou,2021-03-01,2021-03-01'])
    })
    expect(await cellsOf(college, { indicator: 'PF05', from: 2019 })).toEqual({
      '2019 null': [1, 0],
      '2020 null': [0, 1],
      '2021 null': ['NO_RECORDS', 1],
      '2022 null': ['NO_RECORDS', 1],
      '2023 null': ['NO_RECORDS', 1],
    })
    expect(await ask(college, { indicator: 'PF05.agreements' })).toEqual(['NO_RECORDS', 1])
    expect(await ask(college, { indicator: 'PF02' })).toEqual([1, null])
  })

  test('the public sees of persons left out what it sees of persons', async () => {
    const many = (count: number, nationality: string, from = 0) =>
      Array.from({ length: count }, (_, n) => `${nationality}${n + from} degree ${nationality}`)
    const seen = (college: College, asked: Asked) => ask(college, asked, ANONYMOUS)
    const three = [...many(20, 'VN'), ...many(3, 'unknown')]
    expect(await seen(await openWith([...three, ...many(30, 'CN')]), { indicator: 'EX02' })).toEqual([20, null])
    // Where nobody is of the own country, all learners less the foreign ones would be the three.
    expect(await seen(await openWith(three), { indicator: 'EX02' })).toEqual(['SUPPRESSED', null])
    const six = await openWith([...many(20, 'VN'), ...many(6, 'unknown')])
    expect(await seen(six, { indicator: 'EX02' })).toEqual([20, 6])
    expect(await cellsOf(six, { indicator: 'EX02', by: 'country' }, ANONYMOUS)).toEqual({ '2023 VN': [20, null] })
    // Things found in records of persons: how many records is not said.
    expect(await seen(six, { indicator: 'EX06' })).toEqual([1, null])
    expect(await seen(await openWith(many(20, 'VN')), { indicator: 'EX06' })).toEqual([1, 0])
    // Of 28 learners 20 are foreign and 6 unknown: that leaves 2 at home.
    const two = await openWith([...many(20, 'VN'), ...many(6, 'unknown'), ...many(2, 'CN')])
    expect(await seen(two, { indicator: 'EX05', basis: 'SCHOOL_YEAR' })).toEqual([(100 * 20) / 28, null])
    expect(await seen(two, { indicator: 'DN01', scope: 'ABROAD' })).toEqual(['SUPPRESSED', null])
  })
})
