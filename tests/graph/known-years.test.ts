import { expect, it } from 'vitest'
import { addLearner, ENROLMENT_HEADER, readerOf } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { serveKnown } from '../support/serve-known.ts'

forEachDatabase((_name, open) => {
  it('a series is known year by year, and any years of it are put together with one look', async () => {
    const { college, ask, askAnew, expectRecalled } = await serveKnown(await open())
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
    const { college, ask, askAnew } = await serveKnown(await open())
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

  it('more years cost more, though each of them was answered', async () => {
    const { ask, expectRecalled } = await serveKnown(await open())
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
})
