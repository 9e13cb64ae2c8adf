import { expect, it, vi } from 'vitest'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { addLearner, bearer, readerOf } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'
import { serveKnown } from '../support/serve-known.ts'
import { learners, make, openReleasing } from '../support/releasing-college.ts'

/** Two series, each of an indicator that a variable names, and how both are asked. */
const TWO = `query Two($a: ID!, $b: ID!, $to: Int = 2022) {
  left: indicator(id: $a) { ...Facts }
  right: indicator(id: $b) { name(locale: ZH) series(institution: "X", from: 2021, to: $to) { revision figures { value gap } } }
}
fragment Facts on Indicator { code series(institution: "X", by: "country", from: 2022, to: 2022) { ...Figures } }
fragment Figures on Series { profile figures { category { key } value gap } }`

forEachDatabase((_name, open) => {
  const serve = async (openOne?: Parameters<typeof serveKnown>[1]) => serveKnown(await open(), openOne)

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
