import { expect, it } from 'vitest'
import { createToken, revokeToken } from '@causeway/server/access/tokens'
import { bearer, openFilledCollege, readerOf, fillCollege } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'

const SERIES = (more = '') =>
  `{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022${more}) { profile figures { value gap category { key } } } } }`
const codes = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.map((it) => it.extensions.code)

onOneDatabase((_name, open) => {
  it('somebody without a token reads the public profile, one with a token the exact one', async () => {
    const college = await openFilledCollege(await open())
    const anonymous = await college.ask(SERIES())
    expect(anonymous.errors).toBeUndefined()
    expect(anonymous.data.indicator.series).toEqual({
      profile: 'PUBLIC',
      figures: [{ value: 14, gap: null, category: null }],
    })
    const token = await college.tokenFor('reader', 'X')
    expect((await college.as(bearer(token))(SERIES())).data.indicator.series.profile).toBe('EXACT')
  })

  it('a token for one institution reads the public profile of another', async () => {
    const college = await openFilledCollege(await open())
    const token = await college.tokenFor('administrator', 'Y')
    expect((await college.as(bearer(token))(SERIES())).data.indicator.series.profile).toBe('PUBLIC')
    expect(codes(await college.as(bearer(token))(SERIES(', profile: EXACT')))).toEqual(['FORBIDDEN'])
  })

  it('exact figures asked for without the right are refused', async () => {
    const college = await openFilledCollege(await open())
    expect(codes(await college.ask(SERIES(', profile: EXACT')))).toEqual(['UNAUTHENTICATED'])
  })

  it('small cells are hidden from somebody without a token, with everything that would tell them', async () => {
    const college = await openFilledCollege(await open())
    const query = `{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022, by: "country") {
      figures { category { key } value gap numerator denominator size interval { low } explanation { recordCount groupHeadcount } } } } }`
    const laos = (await college.ask(query)).data.indicator.series.figures.find(
      (it: { category: { key: string } }) => it.category.key === 'LA',
    )
    expect(laos).toEqual({
      ...{ category: { key: 'LA' }, value: null, gap: 'SUPPRESSED', numerator: null, denominator: null },
      ...{ size: null, interval: null, explanation: { recordCount: null, groupHeadcount: null } },
    })
    const exact = await college.as(await readerOf(college))(query)
    expect(
      exact.data.indicator.series.figures.find((it: { category: { key: string } }) => it.category.key === 'LA').value,
    ).toBe(2)
  })

  it('free cuts need a token: several values, several dimensions, across, cumulativeFrom, a free at', async () => {
    const college = await openFilledCollege(await open())
    const cuts = [
      ', filter: [{ dimension: "country", in: ["VN", "LA"] }]',
      ', filter: [{ dimension: "country", in: ["VN"] }, { dimension: "level", in: ["higher"] }]',
      ', by: "country", across: "programme"',
      ', cumulativeFrom: 2020',
      // School years and calendar years share their halves, and scopes their countries.
      ', by: "country", basis: CALENDAR_YEAR',
      ', by: "level", scope: BORDER',
      ', filter: [{ dimension: "country", in: ["VN"] }], scope: BORDER',
    ]
    const token = await college.tokenFor('reader', 'X')
    for (const cut of cuts) {
      expect(codes(await college.ask(SERIES(cut))), cut).toEqual(['UNAUTHENTICATED'])
      expect(codes(await college.as(bearer(token))(SERIES(cut))), cut).toBeUndefined()
    }
    const at =
      '{ indicator(id: "DN01") { series(institution: "X", basis: POINT_IN_TIME, at: "10-15", from: 2022, to: 2022) { figures { value } } } }'
    expect(codes(await college.ask(at))).toEqual(['UNAUTHENTICATED'])
    expect((await college.as(bearer(token))(at)).data.indicator.series.figures).toEqual([{ value: 14 }])
    for (const cut of [', filter: [{ dimension: "country", in: ["VN"] }]', ', basis: CALENDAR_YEAR', ', scope: BORDER'])
      expect(codes(await college.ask(SERIES(cut))), cut).toBeUndefined()
  })

  it('the refusal of a free cut names what to leave out', async () => {
    const college = await openFilledCollege(await open())
    const cut = ', by: "country", filter: [{ dimension: "country", in: ["VN"] }], cumulativeFrom: 2020'
    const { extensions } = (await college.ask(SERIES(cut))).errors![0]!
    expect(extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      needsToken: ['filter', 'cumulativeFrom'],
      messages: {
        zh: '需要登录后才能查看：请用访问令牌登录。不登录时请去掉 filter、cumulativeFrom（filter 可取一个值，不与 by 同用）。',
        en: 'This needs signing in: sign in with an access token. Without it leave out filter, cumulativeFrom (filter may have one value, and no by beside it).',
      },
    })
  })

  it('records, batches and drill-down say the same of an institution that exists and of one that does not', async () => {
    const college = await openFilledCollege(await open())
    const ask = (institution: string) => `{
      records(type: "enrolment", institution: "${institution}") { totalCount }
      batches(institution: "${institution}") { totalCount }
      standards(institution: "${institution}") { totalCount }
      platforms(institution: "${institution}") { totalCount }
    }`
    const strip = (it: Awaited<ReturnType<typeof college.ask>>) =>
      it.errors?.map(({ message, path, extensions }) => ({ message, path, extensions }))
    const there = await college.ask(ask('X'))
    expect(codes(there)).toEqual(Array(4).fill('UNAUTHENTICATED'))
    expect(strip(await college.ask(ask('nowhere')))).toEqual(strip(there))
    const stranger = bearer(await college.tokenFor('administrator', 'Y'))
    const refused = await college.as(stranger)(ask('X'))
    expect(codes(refused)).toEqual(Array(4).fill('FORBIDDEN'))
    expect(strip(await college.as(stranger)(ask('nowhere')))).toEqual(strip(refused))

    const drill =
      '{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022) { figures { value records { totalCount } } } } }'
    const drilled = await college.ask(drill)
    expect(codes(drilled)).toEqual(['UNAUTHENTICATED'])
    expect(drilled.data.indicator.series.figures).toEqual([{ value: 14, records: null }])
  })

  it('a node of another institution is refused', async () => {
    const college = await openFilledCollege(await open())
    const own = await readerOf(college)
    const listed = await college.as(own)(
      '{ records(type: "enrolment", institution: "X", first: 1) { edges { node { id batch { id } } } } }',
    )
    const { id, batch } = listed.data.records.edges[0].node
    for (const node of [id, batch.id]) {
      const query = `{ node(id: "${node}") { id __typename } }`
      expect((await college.as(own)(query)).data.node.id).toBe(node)
      expect(codes(await college.ask(query))).toEqual(['UNAUTHENTICATED'])
      expect(codes(await college.as(bearer(await college.tokenFor('reader', 'Y')))(query))).toEqual(['FORBIDDEN'])
    }
  })

  it('with public reading closed nothing is read without a token, the catalogue neither', async () => {
    const database = await open()
    const college = await openFilledCollege(database, fillCollege, { publicReading: false })
    for (const query of [
      '{ indicators { id } }',
      '{ institutions { totalCount } }',
      '{ institution(code: "X") { code } }',
      '{ recordTypes { name } }',
      SERIES(),
    ]) {
      const answer = await college.ask(query)
      expect(codes(answer), query).toEqual(['UNAUTHENTICATED'])
      expect(answer.data, query).toBeNull()
    }
    const address = '/i/EX02.csv?institution=X&from=2022&to=2022'
    expect((await college.get(address)).status).toBe(401)
    expect((await college.get('/session')).status).toBe(200)
    expect((await college.ask('{ __schema { queryType { name } } }')).errors).toBeUndefined()
    const token = bearer(await college.tokenFor('reader'))
    expect((await college.as(token)(SERIES())).data.indicator.series.profile).toBe('EXACT')
    expect((await college.get(address, token)).status).toBe(200)
  })

  it('a token is kept as a hash only, and is good until its last day or until it is taken back', async () => {
    const database = await open()
    const college = await openFilledCollege(database)
    const { id, token } = await createToken(database, { role: 'reader', institution: 'X', expires: '2999-12-31' })
    const stored = await database.quick.selectFrom('token').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain(token.split('_').slice(2).join('_'))
    expect((await college.as(bearer(token))(SERIES())).data.indicator.series.profile).toBe('EXACT')
    expect(await revokeToken(database, id)).toBe(true)
    expect((await college.as({ authorization: 'Basic dXNlcjpwYXNz' })(SERIES())).data.indicator.series.profile).toBe(
      'PUBLIC',
    )
    const late = await createToken(database, { role: 'reader', institution: 'X', expires: '2020-12-31' })
    for (const bad of [token, late.token, `${token}x`, 'nonsense']) {
      const answer = await college.as(bearer(bad))(SERIES())
      expect([answer.status, codes(answer)], bad).toEqual([401, ['UNAUTHENTICATED']])
    }
  })
})
