import { expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { IIT, LINE, openFormCollege, VALUE_HEADER, valuesOf, type FilledLineAnswer } from '../support/form-college.ts'

onOneDatabase((_name, open) => {
  it('nobody but its readers sees small numbers, notes and typed values, until the table is published', async () => {
    const { college, reader } = await openFormCollege(await open())
    await college.put('form-value', [
      VALUE_HEADER,
      'scorecard,2022,2.1,2021,hand-filled,3,,,就业系统,李,2022-11-01,TEA',
    ])
    const hidden = await valuesOf(college, '2022', {})
    expect(hidden).toMatchObject({ '4': 'SUPPRESSED', '5': 'SUPPRESSED', '6': 1, '11.2': 'SUPPRESSED', '2': 8 })
    const form = (id: string, edition: string) =>
      `{ form(id: "${id}", edition: "${edition}", institution: "X", year: 2021) { profile publishedOn lines ${LINE} } }`
    const notes = await college.ask(form(IIT, '2022'))
    expect(notes.data.form).toMatchObject({ profile: 'PUBLIC', publishedOn: null })
    expect(notes.data.form.lines.every(({ note }: FilledLineAnswer) => note === null)).toBe(true)
    const typed = async (headers = {}) =>
      (await college.as(headers)(form('scorecard', '2022'))).data.form.lines.find(
        ({ number }: FilledLineAnswer) => number === '2.1',
      )
    expect(await typed()).toMatchObject({ source: 'WITHHELD', value: null, gap: null })
    expect(await typed(reader)).toMatchObject({ source: 'HAND_FILLED', value: 3 })
    const exact = await college.ask(
      `{ form(id: "${IIT}", edition: "2022", institution: "X", year: 2021, profile: EXACT) { id } }`,
    )
    expect(exact.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')

    await college.put('form-publication', ['form,edition,year,published_on', `${IIT},2022,2021,2022-12-30`])
    expect(await valuesOf(college, '2022', {})).toMatchObject({ '4': 1, '5': 1, '11.2': 3 })
    const published = await college.ask(form(IIT, '2022'))
    expect(published.data.form).toMatchObject({ profile: 'EXACT', publishedOn: '2022-12-30' })
    expect(published.data.form.lines.find(({ number }: FilledLineAnswer) => number === '6').note).toContain('Thailand')
    await college.put('form-publication', ['form,edition,year,published_on', 'scorecard,2022,2021,2022-12-30'])
    const scorecard =
      '{ form(id: "scorecard", edition: "2022", institution: "X", year: 2021) { lines { number value source handFilled { filledBy } } } }'
    const typedLine = (await college.ask(scorecard)).data.form.lines.find(
      ({ number }: FilledLineAnswer) => number === '2.1',
    )
    // The value is public by law; who typed it is not.
    expect(typedLine).toEqual({ number: '2.1', value: 3, source: 'HAND_FILLED', handFilled: null })
    // Another edition and another year are other publications.
    expect(await valuesOf(college, '2019', {})).toMatchObject({ '5': 'SUPPRESSED' })
    const earlier = form('scorecard', '2022').replace('year: 2021', 'year: 2020')
    expect((await college.ask(earlier)).data.form.profile).toBe('PUBLIC')
  })

  it('what a published table gives away is known: other public figures hide what would follow from it', async () => {
    const { college, reader } = await openFormCollege(await open())
    const stay = (n: number, country: string) => `K${n},out,staff,guide,${country},2020-10-01,2020-10-05`
    const stays = Array.from({ length: 12 }, (_, n) => stay(n, n < 5 ? 'TH' : n < 10 ? 'RU' : 'HK'))
    await college.put('mobility', ['person,direction,audience,purpose,country,start,end', ...stays])
    const read = async (scope: string) => {
      const { data, errors } = await college.ask(
        `{ indicator(id: "EX11") { series(institution: "X", scope: ${scope}, from: 2020, to: 2020) { figures { value gap } } } }`,
      )
      expect(errors).toBeUndefined()
      const [figure] = data.indicator.series.figures as { value: number | null; gap: string | null }[]
      return figure!.value ?? figure!.gap
    }
    // 60 person-days less 50 would be the 10 of two teachers in Hong Kong.
    expect(await read('ABROAD')).toBe(50)
    expect(await read('BORDER')).toBe('SUPPRESSED')
    await college.put('form-publication', ['form,edition,year,published_on', `${IIT},2019,2020,2022-12-30`])
    expect(await read('BORDER')).toBe(60)
    expect(await read('ABROAD')).toBe('SUPPRESSED')
    // Both by law: the difference is given away.
    await college.put('form-publication', ['form,edition,year,published_on', `${IIT},2022,2020,2022-12-30`])
    expect(await read('ABROAD')).toBe(50)
    const { data } = await college.as(reader)(
      `{ indicator(id: "EX11") { series(institution: "X", profile: PUBLIC, scope: BORDER, from: 2020, to: 2020, by: "country") { figures { value } } } }`,
    )
    expect(data.indicator.series).toBeNull()
  })

  it('of a figure whose numerator alone was published, the rest stays hidden', async () => {
    const { college, reader } = await openFormCollege(await open())
    const learner = (n: number) =>
      `Q${n},PA,${n < 3 ? 'degree' : 'non-degree'},1,${n < 12 ? 'TH' : 'RU'},2019-03-01,2019-12-01`
    await college.put('enrolment', [
      'person,programme,kind,full_time,nationality,start,end',
      ...Array.from({ length: 24 }, (_, n) => learner(n)),
    ])
    const read = async () => {
      const series = `series(institution: "X", basis: CALENDAR_YEAR, profile: PUBLIC, from: 2019, to: 2019`
      const { data } = await college.as(reader)(
        `{ indicator(id: "EX04") { whole: ${series}) { figures { category { key } numerator gap } } } }`,
      )
      return data.indicator.whole.figures.map(
        (figure: { category: { key: string } | null; numerator: number | null; gap: string | null }) =>
          `${figure.category?.key ?? 'all'} ${figure.numerator ?? figure.gap}`,
      )
    }
    const line = async (headers = {}) => {
      const ask = college.as(headers)
      const { data } = await ask(`{ form(id: "inbound-statistics", edition: "2018", institution: "X", year: 2019)
          { lines { number value figure { value gap numerator denominator size explanation { recordCount } } } } }`)
      return data.form.lines.find(({ number }: FilledLineAnswer) => number === '1.1')
    }
    expect(await read()).toEqual(['all SUPPRESSED'])
    await college.put('form-publication', ['form,edition,year,published_on', 'inbound-statistics,2018,2019,2020-12-30'])
    expect(await read()).toEqual(['all SUPPRESSED'])
    const hidden = { value: null, gap: 'SUPPRESSED', numerator: null, denominator: null, size: null }
    expect(await line()).toMatchObject({ value: 3, figure: { ...hidden, explanation: { recordCount: null } } })
    expect(await line(reader)).toMatchObject({ value: 3, figure: { value: 12.5, numerator: 3, denominator: 24 } })
  })

  it('a publication on a day that the records have not reached does not count yet', async () => {
    const { college } = await openFormCollege(await open())
    await college.put('form-publication', ['form,edition,year,published_on', `${IIT},2022,2021,2199-01-01`])
    expect(await valuesOf(college, '2022', {})).toMatchObject({ '4': 'SUPPRESSED' })
  })

  it('a form asked for without its edition is the one that the report of the year takes, and says what changed since the one before', async () => {
    const { college, reader } = await openFormCollege(await open())
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
    const { college, reader } = await openFormCollege(await open())
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
    const asPublic = await ask(2021)
    expect(asPublic.formsOfYear).toContainEqual(asPublic.form)
    expect(asPublic.form.profile).toBe('PUBLIC')
    const ids = (await ask(2013, reader)).formsOfYear.map(({ id }: { id: string }) => id)
    expect(ids).toContain('scorecard')
    expect(ids).not.toContain(IIT)
  })

  it('a college answers with its own form of the year that pages open on, and with what is doubtful to anyone who may read it', async () => {
    const { college, reader } = await openFormCollege(await open())
    const ask = (fields: string, headers = {}) => {
      const asked = college.as(headers)
      return asked(`{ institution(code: "X") { openingYear form(id: "${IIT}") { year ${fields} lines { number } } }
            formChecks(id: "${IIT}", institution: "X", year: 2021) { rule lines } }`)
    }
    const { data } = await ask('edition', reader)
    expect(data.institution.form).toMatchObject({ year: data.institution.openingYear })
    const asked = await college.as(reader)(
      `{ institution(code: "X") { form(id: "${IIT}", year: 2021) { checks { rule lines } } } }`,
    )
    expect(asked.data.institution.form.checks).toEqual(data.formChecks)
    const { errors } = await ask('checks { rule }')
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('UNAUTHENTICATED')
  })

  it('a line names every indicator it is made from, on the basis and in the scope of its edition', async () => {
    const { college, reader } = await openFormCollege(await open())
    const { data } = await college.as(reader)(
      `{ form(id: "${IIT}", edition: "2018", institution: "X", year: 2021) { lines { number indicators { code } line { basis scope } } } }`,
    )
    const line = (wanted: string) => data.form.lines.find(({ number }: { number: string }) => number === wanted)
    expect(line('1')).toMatchObject({ indicators: [{ code: 'EX01' }], line: { basis: 'SCHOOL_YEAR', scope: 'BORDER' } })
    expect(line('6').indicators).toEqual([{ code: 'ST01' }, { code: 'ST02' }])
  })

  it('the catalogue is searched by pinyin too, and says which columns of which records an indicator reads', async () => {
    const { college } = await openFormCollege(await open())
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
