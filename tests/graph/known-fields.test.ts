import { expect, it, vi } from 'vitest'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { createApp } from '@causeway/server/outlets/http/app'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { bearer, ENROLMENT_HEADER, openFilledCollege, readerOf, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'
import { learners, make, openReleasing } from '../support/releasing-college.ts'

const addLearner = (college: College, person: string, institution = 'X') =>
  college.put('enrolment', [ENROLMENT_HEADER, `${person},,PA,degree,1,VN,2022-09-01,2023-07-01,300`], institution)

/** Two series, each of an indicator that a variable names, and how both are asked. */
const TWO = `query Two($a: ID!, $b: ID!, $to: Int = 2022) {
  left: indicator(id: $a) { ...Facts }
  right: indicator(id: $b) { name(locale: ZH) series(institution: "X", from: 2021, to: $to) { revision figures { value gap } } }
}
fragment Facts on Indicator { code series(institution: "X", by: "country", from: 2022, to: 2022) { ...Figures } }
fragment Figures on Series { profile figures { category { key } value gap } }`

const MOST_MS = 30_000

forEachDatabase((_name, open) => {
  async function serve(openOne: typeof openFilledCollege = openFilledCollege) {
    const database = await open()
    const college = await openOne(database)
    const { database: seen } = college.causeway
    /** The answer's text; how often the state of the database was looked at for it, and whether anything was read. */
    const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}) => {
      const [looks, reads] = [vi.spyOn(seen, 'state'), vi.spyOn(seen.quick, 'selectFrom')]
      const text = await (await college.post('/graphql', { query, variables }, headers)).text()
      const counted = { looks: looks.mock.calls.length, reads: reads.mock.calls.length }
      for (const spy of [looks, reads]) spy.mockRestore()
      return { text, ...counted }
    }
    /** As a server answers that was asked nothing before. */
    const askAnew = async (query: string, variables: object = {}, headers: Record<string, string> = {}) => {
      const app = createApp(college.causeway, { webRoot: null, log: () => {} })
      const body = JSON.stringify({ query, variables })
      const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
      return app.fetch(new Request('http://causeway.test/graphql', sent)).then((response) => response.text())
    }
    let attempts = 0
    /** Nothing was executed for it. Others commit in the same PostgreSQL server: then all of it is asked once more. */
    const expectRecalled = (first: () => Promise<unknown>, query: string, variables: object, headers = {}) =>
      vi.waitFor(async () => {
        await first()
        await settleKeeping(database)
        await first()
        // Never asked so before: a known answer takes one look too.
        const { text, ...counted } = await ask(query, { ...variables, attempt: ++attempts }, headers)
        // Who asks is looked up.
        expect(counted).toEqual({ looks: 1, reads: Object.keys(headers).length })
        expect(text).toBe(await askAnew(query, variables, headers))
      }, MOST_MS)
    return { college, database, ask, askAnew, expectRecalled }
  }

  it('another choice of what was answered before is put together with one look, and is the same to the byte', async () => {
    const { college, ask, expectRecalled } = await serve()
    let asked = 0
    const each =
      (headers = {}) =>
      async () => {
        for (const [a, b] of [
          ['EX02', 'EX05'],
          ['EX04', 'EX02'],
          ['EX05', 'EX04'],
        ])
          await ask(TWO, { a, b, asked: ++asked }, headers)
      }
    await expectRecalled(each(), TWO, { a: 'EX02', b: 'EX04' })
    await expectRecalled(each(), TWO, { a: 'EX04', b: 'EX04', to: undefined })
    const sides = TWO.replace('left:', 'here:').replaceAll(/\$([ab])\b/g, (_all, name) => (name === 'a' ? '$b' : '$a'))
    await ask(sides, { a: 'EX05', b: 'EX02' })
    await expectRecalled(each(), sides, { a: 'EX04', b: 'EX05' })
    const reader = await readerOf(college)
    await expectRecalled(each(reader), TWO, { a: 'EX05', b: 'EX02' }, reader)
    const other = 'query Other($a: ID!) { it: indicator(id: $a) { ...Facts } __typename }'
    const fragments = TWO.slice(TWO.indexOf('fragment'))
    const document = `${other} ${fragments}`
    await expectRecalled(() => ask(document, { a: 'EX02', asked: ++asked }), document, { a: 'EX02' })
  })

  it('what differs in anything that an answer follows from is asked: who asks, values, usual values, fragments, languages', async () => {
    const { college, ask, askAnew } = await serve()
    const reader = await readerOf(college)
    const all: [string, object, Record<string, string>?][] = [
      [TWO, { a: 'EX02', b: 'EX05' }],
      [TWO, { a: 'EX02', b: 'EX05' }, reader],
      [TWO, { a: 'EX02', b: 'EX05', to: 2021 }],
      [TWO.replace('= 2022', '= 2023'), { a: 'EX02', b: 'EX05' }],
      [TWO.replace('= 2022', '= 2023'), { a: 'EX02', b: 'EX05', to: null }],
      [TWO.replace('value gap }\n}', 'value }\n}'), { a: 'EX02', b: 'EX05' }],
      [TWO.replace('profile', 'dimension { id }'), { a: 'EX02', b: 'EX05' }],
      [TWO.replace('locale: ZH', 'locale: EN'), { a: 'EX02', b: 'EX05' }],
      [TWO.replace('left:', 'l:').replace('right:', 'left:'), { a: 'EX02', b: 'EX05' }],
      [TWO.replace('left:', 'right:'), { a: 'EX02', b: 'EX05' }],
      [TWO.replace('$a) {', '$a) @skip(if: true) {'), { a: 'EX02', b: 'EX05' }],
      [TWO, { a: 'EX02', b: 'NONE' }],
      [TWO, { a: 'NONE', b: 'EX05' }],
      [TWO, { a: 'EX02', b: 'EX05', to: 'x' }],
      [TWO, { a: 'EX02' }],
      [`${TWO} query Second { a: __typename b: __typename }`, { a: 'EX02', b: 'EX05' }],
    ]
    for (let round = 0; round < 2; round++)
      for (const [query, variables, headers] of all) {
        const { text } = await ask(query, { ...variables, round }, headers)
        const anew = await askAnew(query, { ...variables, round }, headers)
        expect([query, variables, text]).toEqual([query, variables, anew])
      }
  })

  it('a change of its institution makes a field anew, one of another does not', async () => {
    const { college, ask, askAnew, expectRecalled } = await serve()
    let asked = 0
    const first = () => ask(TWO, { a: 'EX02', b: 'EX02', asked: ++asked })
    await college.put('programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'], 'Y')
    await expectRecalled(first, TWO, { a: 'EX02', b: 'EX02', before: true })
    const before = JSON.parse((await first()).text) as typeof after
    await addLearner(college, 'other', 'Y')
    expect((JSON.parse((await first()).text) as typeof after).data).toEqual(before.data)
    await addLearner(college, 'new')
    const { text } = await first()
    const after = JSON.parse(text) as {
      data: { right: { series: { revision: number; figures: { value: number }[] } } }
    }
    expect(after.data.right.series.revision).toBe(before.data.right.series.revision + 1)
    expect(after.data.right.series.figures[1]!.value).toBe(before.data.right.series.figures[1]!.value + 1)
    expect(text).toBe(await askAnew(TWO, { a: 'EX02', b: 'EX02' }))
    // Put together before the change, and kept as a whole.
    const again = await ask(TWO, { a: 'EX02', b: 'EX02', before: true })
    expect(again.text).toBe(text)
  })

  it('a series is known year by year, and any years of it are put together with one look', async () => {
    const { college, ask, askAnew, expectRecalled } = await serve()
    const reader = await readerOf(college)
    const filter = 'filter: [{ dimension: "country", in: ["VN"] }]'
    const query = `query Years($from: Int!, $to: Int!, $share: ID!) {
      share: indicator(id: $share) { ...Named series(institution: "X", from: $from, to: $to) { ...Framed ...Wholes } }
      day: indicator(id: "DN01") { series(institution: "X", basis: POINT_IN_TIME, from: $from, to: 2024) { at ...Wholes } }
      one: indicator(id: "EX02") { series(institution: "X", ${filter}, from: 2019, to: $to) { scope ...Wholes } } }
      fragment Named on Indicator { code name(locale: ZH) }
      fragment Framed on Series { __typename indicator { id } institution { code } basis scope profile revision computedAt }
      fragment Wholes on Series { all: figures { ... on Figure { __typename value gap numerator denominator leftOut size coverage lost effect }
        period { basis year label start end partial } interval { low high level method } threshold { met value } } }`
    let asked = 0
    for (const headers of [{}, reader]) {
      const first = async () => {
        for (const [from, to] of [
          [2018, 2020],
          [2021, 2022],
          [2023, 2024],
        ])
          await ask(query, { from, to, share: 'EX04', asked: ++asked }, headers)
      }
      await expectRecalled(first, query, { from: 2020, to: 2022, share: 'EX04' }, headers)
      await expectRecalled(first, query, { from: 2018, to: 2024, share: 'EX04' }, headers)
      for (const years of [
        { from: 2022, to: 2021 },
        { from: 2019, to: 1 },
        { from: 2016, to: 2019 },
        { from: 2023, to: 2026 },
        { from: '2020', to: 2022 },
        { from: 2020.5, to: 2022 },
        { from: 2020 },
      ])
        expect((await ask(query, { ...years, share: 'EX04', asked: ++asked }, headers)).text).toBe(
          await askAnew(query, { ...years, share: 'EX04' }, headers),
        )
    }
    const alone = `query One($from: Int = 2021) { indicator(id: "EX02") { series(institution: "X", from: $from, to: 2023) { figures { value } } } }`
    const firstAlone = () => ask(alone, { from: 2019, asked: ++asked })
    await expectRecalled(firstAlone, alone, { from: 2022 })
    await expectRecalled(firstAlone, alone, {})
    await addLearner(college, 'new')
    const years = { from: 2020, to: 2023, share: 'EX04' }
    for (let round = 0; round < 2; round++)
      expect((await ask(query, { ...years, round }, reader)).text).toBe(await askAnew(query, years, reader))
    // What is made anew of some years is not put beside what was known of others.
    const short = `query Short($from: Int!, $to: Int!) { b: indicator(id: "EX05") { code }
      a: indicator(id: "EX02") { series(institution: "X", from: $from, to: $to) { figures { value } } } }`
    for (const [from, to, change] of [
      [2021, 2022, 0],
      [2021, 2022, 0],
      [2023, 2024, 1],
      [2023, 2024, 0],
      [2021, 2023, 0],
    ]) {
      if (change) await addLearner(college, 'late')
      expect((await ask(short, { from, to, asked: ++asked }, reader)).text).toBe(
        await askAnew(short, { from, to }, reader),
      )
    }
  })

  it('what follows from all the years that are asked for is asked for these', async () => {
    const { college, ask, askAnew } = await serve()
    // One category each, of two years.
    const [vn, ru] = ['E1,,PA,degree,1,VN,2015-09-01,2016-07-01,300', 'E2,,PA,degree,1,RU,2016-09-01,2017-07-01,300']
    await college.put('enrolment', [ENROLMENT_HEADER, vn, ru])
    const reader = await readerOf(college)
    const years = 'institution: "X", from: $from, to: $to'
    const all: [fields: string, fragments?: string][] = [
      [`series(${years}, by: "country") { figures { value gap period { year } } }`],
      [`series(${years}, by: "country", across: "level") { figures { value gap } }`],
      [`series(${years}) { summary figures { value } }`],
      [`series(${years}) { stayed rounded recounted figures { value } }`],
      [`series(${years}) { figures { value records(first: 1) { totalCount } explanation { evidenceShare } } }`],
      [`series(${years}) { indicator { series(${years}) { figures { value } } } figures { value } }`],
      [`series(${years}) { figures { value } } again: series(${years}) { figures { gap } }`],
      [`series(${years}) { figures { value } figures { gap } other: figures { value } }`],
      [`series(${years}) @skip(if: true) { figures { value } } code`],
      [`series(${years}) { figures @skip(if: true) { value } revision }`],
      [
        `series(${years}) { ...Part @include(if: false) figures { value } }`,
        'fragment Part on Series { figures { gap } }',
      ],
      ['...Part versions { ...Part }', `fragment Part on Indicator { series(${years}) { figures { value } } }`],
      [
        '...Part series(institution: "X", from: 2021, to: 2023) { figures { value } }',
        `fragment Part on Indicator { versions { series(${years}) { figures { value } } } }`,
      ],
      [`series(institution: "X", from: $from, to: $from) { figures { value } }`],
      [`series(${years}, definitionVersion: 1) { figures { value } }`],
      [`series(${years}, cumulativeFrom: 2018) { figures { value } }`],
    ]
    let asked = 0
    for (const [fields, fragments = ''] of all) {
      const query = `query Spans($from: Int!, $to: Int!) { left: indicator(id: "EX02") { ${fields} }
        right: indicator(id: "EX05") { ${fields} } } ${fragments}`
      for (const [from, to] of [
        [2019, 2021],
        [2022, 2023],
        [2021, 2022],
        [2022, 2022],
        [2019, 2023],
        [2015, 2015],
        [2016, 2016],
        [2015, 2016],
      ])
        for (const headers of [{}, reader]) {
          const { text } = await ask(query, { from, to, asked: ++asked }, headers)
          expect([query, from, to, text]).toEqual([query, from, to, await askAnew(query, { from, to }, headers)])
        }
    }
  })

  it('what is committed while fields are made is not kept as if it were in them', async () => {
    const { college, database, ask, askAnew } = await serve()
    const look = database.state
    const alone = (id: string, more: string) =>
      `{ indicator(id: "${id}") { series(institution: "X", ${more}) { figures { value } } } }`
    // Of no field of it is there a stamp.
    const queryOf = (at: number) => TWO.replaceAll('value gap', `value gap v${at}: value`)
    const variables = (at: number, asked: string) => ({
      a: 'EX02',
      b: at % 2 ? 'EX05' : 'EX04',
      asked: `${at} ${asked}`,
    })
    // After so many looks, wherever that is in the work.
    for (let at = 1; at <= 5; at++) {
      await college.ask(alone('EX02', 'by: "country", from: 2022, to: 2022'))
      await college.ask(alone(variables(at, '').b, 'from: 2021, to: 2022'))
      await settleKeeping(database)
      // Known is what both are made of, and where X is in this state, and no stamp of it.
      await college.put('programme', ['code,name_zh,name_en,kind', `PA,数控,CNC ${at},ordinary`], 'Y')
      await readSeries(college.causeway, ANONYMOUS, { indicator: 'EX02', institution: 'X', from: 2022, to: 2022 })
      let seen = 0
      const looks = vi.spyOn(database, 'state').mockImplementation(async () => {
        const state = await look()
        if (++seen === at) await addLearner(college, `L${at}0`)
        return state
      })
      await college.ask(queryOf(at), variables(at, 'first'))
      looks.mockRestore()
      expect((await ask(queryOf(at), variables(at, 'second'))).text).toBe(
        await askAnew(queryOf(at), variables(at, 'third')),
      )
      expect((await ask(queryOf(at), variables(at, 'first'))).text).toBe(
        await askAnew(queryOf(at), variables(at, 'third')),
      )
    }
  })

  it('what has no revision is asked each time', async () => {
    const { college, ask } = await serve()
    const admin = bearer(await college.tokenFor('administrator'))
    const query = `{ tokens { name }
      indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022) { revision } } }`
    const countTokens = async () =>
      (JSON.parse((await ask(query, {}, admin)).text) as { data: { tokens: unknown[] } }).data.tokens.length
    const before = await countTokens()
    for (const more of [1, 2]) {
      await college.tokenFor('reader', 'X')
      expect(await countTokens()).toBe(before + more)
    }
  })

  it('too much is refused, though each part of it was answered', async () => {
    const { college, ask, expectRecalled } = await serve()
    const reader = await readerOf(college)
    const parts = Array.from({ length: 16 }, (_, at) => at)
    const query = `query Wide(${parts.map((at) => `$to${at}: Int = 1950`).join(' ')}) { ${parts
      .map(
        (
          at,
        ) => `q${at}: indicator(id: "EX02") { series(institution: "X", from: 1950, to: $to${at}, by: "country", across: "level") {
          figures { value gap size numerator recordCount: size denominator } } }`,
      )
      .join(' ')} }`
    const wide = (...some: number[]) => Object.fromEntries(some.map((at) => [`to${at}`, 1999]))
    let asked = 0
    const first = async () => {
      for (const at of parts) await ask(query, { ...wide(at), asked: ++asked }, reader)
    }
    // All of them are known then.
    for (const some of [parts.slice(8), parts.slice(0, 8)]) await expectRecalled(first, query, wide(...some), reader)
    expect((await ask(query, wide(...parts), reader)).text).toContain('TOO_COSTLY')
  })

  it('more years cost more, though each of them was answered', async () => {
    const { ask, expectRecalled } = await serve()
    const fragment = `fragment Whole on Figure { value gap numerator denominator leftOut size coverage lost effect
      period { basis year label start end partial } interval { low high level method } threshold { met value } }`
    const queryOf = (fields: number) =>
      `query Many($from: Int!, $to: Int!) { ${Array.from({ length: fields }, (_, at) => `q${at}: indicator(id: "EX02") { series(institution: "X", from: $from, to: $to) { figures { ...Whole } } }`).join(' ')} } ${fragment}`
    const [two, many] = [queryOf(2), queryOf(480)]
    let asked = 0
    for (const from of [2022, 1960])
      await expectRecalled(() => ask(two, { from, to: 2024, asked: ++asked }), two, { from, to: 2024 })
    expect((await ask(many, { from: 2022, to: 2024 })).text).toContain('"q479":')
    expect((await ask(many, { from: 1960, to: 2024 })).text).toContain('TOO_COSTLY')
  })

  it('a release that comes out is in every field, and what is live in none', async () => {
    const { college, ask, askAnew } = await serve((database) => openReleasing(database))
    const query = `query Two($a: Int!, $b: Int!) {
      left: indicator(id: "EX02") { series(institution: "X", from: $a, to: $a) { revision figures { value gap } } }
      right: indicator(id: "EX02") { series(institution: "X", from: $b, to: $b) { revision figures { value gap } } } }`
    let asked = 0
    const askBoth = async () => {
      await ask(query, { a: 2022, b: 2023, asked: ++asked })
      const { text } = await ask(query, { a: 2023, b: 2023, asked: ++asked })
      expect(text).toBe(await askAnew(query, { a: 2023, b: 2023 }))
      return text
    }
    expect(await askBoth()).toContain('NOTHING_RELEASED')
    await make(college, '2023')
    const first = await askBoth()
    expect(first).toContain('"value":60')
    await putRecords(college.causeway.database, 'enrolment', 'X', learners(500, 520, 'VN'))
    expect(await askBoth()).toBe(first)
  })
})
