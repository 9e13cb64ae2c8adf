import { expect, it } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { IIT, openFormCollege } from '../support/form-college.ts'

forEachDatabase((_name, database) => {
  it('a form asked for without its edition is the one that the report of the year takes, and says what changed since the one before', async () => {
    const { college, reader } = await openFormCollege(await database())
    const ask = async (year: number) =>
      (
        await college.ask(
          `query ($year: Int!) { form(id: "${IIT}", institution: "X", year: $year) {
            edition inForce reportYear before { edition } changes { kinds } definition { editions { edition } } lines { number }
          } }`,
          { year },
          reader,
        )
      ).data.form
    expect(await ask(2021)).toMatchObject({
      edition: '2022',
      inForce: true,
      reportYear: 2022,
      before: { edition: '2019' },
    })
    expect((await ask(2021)).changes.length).toBeGreaterThan(5)
    expect(await ask(2017)).toMatchObject({ edition: '2018', inForce: true, before: { edition: '2017' } })
    const first = await ask(2016)
    expect(first).toMatchObject({ edition: '2017', inForce: true, before: null, changes: [] })
    expect(first.definition.editions).toHaveLength(4)
    // No report of that year takes any edition: the nearest is shown, and said not to be in force.
    expect(await ask(2005)).toMatchObject({ edition: '2017', inForce: false })
  })

  it('the forms of a year are those that a report of it takes, filled as each is by itself', async () => {
    const { college, reader } = await openFormCollege(await database())
    const LINES = 'id edition lines { number source value gap }'
    const ask = async (year: number, headers = {}) =>
      (
        await college.ask(
          `query ($year: Int!) { formsOfYear(institution: "X", year: $year) { ${LINES} inForce profile }
            form(id: "${IIT}", institution: "X", year: $year) { ${LINES} inForce profile } }`,
          { year },
          headers,
        )
      ).data
    const exact = await ask(2021, reader)
    expect(exact.formsOfYear).toContainEqual(exact.form)
    expect(exact.formsOfYear.every(({ inForce }: { inForce: boolean }) => inForce)).toBe(true)
    const open = await ask(2021)
    expect(open.formsOfYear).toContainEqual(open.form)
    expect(open.form.profile).toBe('PUBLIC')
    const ids = (await ask(2013, reader)).formsOfYear.map(({ id }: { id: string }) => id)
    expect(ids).toContain('scorecard')
    expect(ids).not.toContain(IIT)
  })

  it('a college answers with its own form of the year that pages open on, and with what is doubtful to anyone who may read it', async () => {
    const { college, reader } = await openFormCollege(await database())
    const ask = async (fields: string, headers = {}) =>
      await college.ask(
        `{ institution(code: "X") { openingYear form(id: "${IIT}") { year ${fields} lines { number } } }
            formChecks(id: "${IIT}", institution: "X", year: 2021) { rule lines } }`,
        {},
        headers,
      )
    const { data } = await ask('edition', reader)
    expect(data.institution.form).toMatchObject({ year: data.institution.openingYear })
    const asked = await college.ask(
      `{ institution(code: "X") { form(id: "${IIT}", year: 2021) { checks { rule lines } } } }`,
      {},
      reader,
    )
    expect(asked.data.institution.form.checks).toEqual(data.formChecks)
    const { errors } = await ask('checks { rule }')
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('UNAUTHENTICATED')
  })

  it('a line names every indicator it is made from, on the basis and in the scope of its edition', async () => {
    const { college, reader } = await openFormCollege(await database())
    const { data } = await college.ask(
      `{ form(id: "${IIT}", edition: "2018", institution: "X", year: 2021) { lines { number indicators { code } line { basis scope } } } }`,
      {},
      reader,
    )
    const line = (wanted: string) => data.form.lines.find(({ number }: { number: string }) => number === wanted)
    expect(line('1')).toMatchObject({ indicators: [{ code: 'EX01' }], line: { basis: 'SCHOOL_YEAR', scope: 'BORDER' } })
    expect(line('6').indicators).toEqual([{ code: 'ST01' }, { code: 'ST02' }])
  })

  it('the catalogue is searched by pinyin too, and says which columns of which records an indicator reads', async () => {
    const { college } = await openFormCollege(await database())
    const { data } = await college.ask(
      `{ full: indicators(search: "liuxuesheng") { code } initials: indicators(search: "lxs", theme: EXPORT) { code }
        none: indicators(search: "xyzxyz") { code }
        indicator(id: "EX02") { pinyin needs { recordType { name } fields { name } } } }`,
    )
    expect(data.full).toContainEqual({ code: 'EX02' })
    expect(data.initials).toContainEqual({ code: 'EX02' })
    expect(data.none).toEqual([])
    expect(data.indicator.pinyin.slice(0, 4)).toEqual(['jie', 'shou', 'guo', 'wai'])
    expect(data.indicator.needs[0].recordType).toEqual({ name: 'enrolment' })
    expect(data.indicator.needs[0].fields).toContainEqual({ name: 'nationality' })
  })
})
