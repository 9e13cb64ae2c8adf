import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { afterAll, expect } from 'vitest'
import { parse } from 'yaml'
import { ROLES, type Role } from '@causeway/shared/rights'
import { printGraph } from '@causeway/server/outlets/graph/schema'
import { addRoutes } from '@causeway/server/outlets/http/routes'
import { bearer } from '../support/college.ts'
import { onOneDatabase, testGiven } from '../support/databases.ts'
import { everyType } from '../support/every-field.ts'
import { ATTACH, fillWhole, GIVEN_FIELDS, insertRelease, openHandCollege } from '../support/hand-college.ts'

/** `all`: each role. */
type Who = (Role | `${Role} of another`)[] | 'all' | 'anybody'
const TABLE = parse(readFileSync(join(import.meta.dirname, 'rights.yaml'), 'utf8')) as {
  mutations: Record<string, { who: Who; input?: Record<string, unknown>; id?: string }>
  fields: Record<string, Who>
  addresses: Record<string, { ask: string; who: Who }>
}
const SCHEMA = buildSchema(printGraph())
const isRefusal = (code: unknown) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN'

/** Whom a token is for: the institution asked about, another, every one. */
const PLACES = { own: 'X', another: 'Y', every: null } as const
interface Asking {
  /** Null: nobody who signed in. */
  role: Role | null
  place: keyof typeof PLACES
  headers: Record<string, string>
}
const mayBy = (who: Who, { role, place }: Asking) =>
  who === 'anybody' ||
  (role !== null &&
    (who === 'all' ? place !== 'another' : who.includes(place === 'another' ? `${role} of another` : role)))
const say = ({ role, place }: Asking) => (role === null ? 'nobody' : `${role} of ${place}`)

const test = testGiven(async (database) => {
  const hand = await openHandCollege(database)
  const { college } = hand
  await fillWhole(college)
  await college.put('institution', ['code,name_zh,country', 'Y,乙学院,CN'])
  await college.put('target', ['plan,indicator,year,value', '十四五,EX02,2025,100'])
  const proof = { title: '信', kind: 'letter', issuedOn: '2023-01-01', file: null }
  const asked = { input: { ...proof, records: [(await hand.first('enrolment')).id] } }
  const letter = new File(['%PDF-1.7\n'], 'letter.pdf')
  const { data } = await college.send(ATTACH, asked, { 'variables.input.file': letter }, hand.editor)
  const file = data.attachEvidence.evidence[0].file.address as string
  await insertRelease(database)
  const askers: Asking[] = [{ role: null, place: 'own', headers: {} }]
  for (const role of ROLES)
    for (const place of Object.keys(PLACES) as (keyof typeof PLACES)[])
      askers.push({ role, place, headers: bearer(await college.tokenFor(role, PLACES[place])) })
  return { ...hand, askers, file }
})

/** Mutations, documents and addresses, each time that somebody asks one. */
let asked = 0
afterAll(() => process.stdout.write(`rights: ${asked} times asked\n`))

onOneDatabase(() => {
  test('what may be changed is changed by those who may, and nothing by anybody else', async ({
    college,
    first,
    askers,
  }) => {
    const { data } = await college.ask(
      '{ batches(institution: "X", first: 100) { edges { node { batch recordType { name } } } } }',
      {},
      askers.at(-1)!.headers,
    )
    const nodes = data.batches.edges.map(({ node }: { node: unknown }) => node) as {
      batch: string
      recordType: { name: string }
    }[]
    const places: Record<string, string> = {
      $batch: nodes.find(({ recordType }) => recordType.name === 'programme')!.batch,
    }
    for (const type of ['enrolment', 'target', 'evidence']) places[`$${type}`] = (await first(type)).id
    const place = (value: unknown): unknown => {
      if (typeof value === 'string') return places[value] ?? value
      if (Array.isArray(value)) return value.map(place)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, place(one)]))
    }
    const stateOf = async () => {
      const all = askers.at(-1)!.headers
      return (
        await college.ask('{ institution(code: "X") { revision dataDate releases { id } } tokens { id } }', {}, all)
      ).data
    }
    const before = await stateOf()
    places['$date'] = before.institution.dataDate as string
    const named = new Set(Object.keys(TABLE.mutations).map((name) => name.split(' ')[0]))
    expect([...named].toSorted()).toEqual(Object.keys(SCHEMA.getMutationType()!.getFields()).toSorted())
    const wrong: string[] = []
    for (const [name, { who, input, id }] of Object.entries(TABLE.mutations)) {
      const mutation = name.split(' ')[0]!
      const Input = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`
      const [variable, argument] = id === undefined ? [`$input: ${Input}!`, 'input: $input'] : ['$id: ID!', 'id: $id']
      const query = `mutation (${variable}) { ${mutation}(${argument}) { ... on Refused { code } } }`
      const variables = id === undefined ? { input: place(input) } : { id }
      for (const asker of askers) {
        asked++
        const { data, errors } =
          mutation === 'importRecords'
            ? await college.send(
                query,
                variables,
                { 'variables.input.file': new File(['a\n1\n'], 'a.csv') },
                asker.headers,
              )
            : await college.ask(query, variables, asker.headers)
        const said = (errors?.[0]?.extensions ?? data[mutation]) as { code?: string }
        if (errors && !isRefusal(said.code)) throw new Error(`${name}: ${errors[0]!.message}`)
        if (isRefusal(said.code) === mayBy(who, asker)) wrong.push(`${name} by ${say(asker)}: ${said.code}`)
      }
    }
    expect(wrong).toEqual([])
    expect(await stateOf()).toEqual(before)
  })

  test('every field is answered to those who may ask it, and refused to all others', async ({
    askers,
    college,
    first,
  }) => {
    const given = { ...GIVEN_FIELDS, 'node.id': JSON.stringify((await first('enrolment')).id) }
    const types = everyType(SCHEMA, {
      ...given,
      ...{ 'savedMapping.name': '"none"', 'importProgress.id': '"none"', 'reportProgress.name': '"none"' },
      'reportsBefore.name': '"none"',
    })
    for (const name of Object.keys(SCHEMA.getQueryType()!.getFields()))
      expect(
        types.some(({ together }) => together.includes(name)),
        name,
      ).toBe(true)
    // Of those of another institution one asks all.
    const asking = askers.filter(
      ({ role, place }) => place === 'own' || (place === 'another' && role === 'administrator'),
    )
    const ways = new Set(Object.keys(TABLE.fields))
    const refused = new Set<string>()
    for (const asker of asking) {
      const errorsIn = async (document: string) => {
        asked++
        return (await college.ask(document, {}, asker.headers)).errors ?? []
      }
      const errors: Awaited<ReturnType<typeof errorsIn>> = []
      for (const { parts, together } of types)
        // An error takes its neighbours with it: then each is asked by itself.
        if ((await errorsIn(together)).length > 0) for (const part of parts) errors.push(...(await errorsIn(part)))
      for (const { extensions, path = [] } of errors) {
        if (!isRefusal(extensions.code)) continue
        const way = path.filter((one) => typeof one === 'string').join('.')
        refused.add(`${way} to ${say(asker)}`)
        ways.add(way)
      }
    }
    const expected = [...ways].flatMap((way) =>
      asking.filter((asker) => !mayBy(TABLE.fields[way] ?? 'anybody', asker)).map((asker) => `${way} to ${say(asker)}`),
    )
    expect([...refused].toSorted()).toEqual(expected.toSorted())
  })

  test('every address is answered to those who may ask it, and refused to all others', async ({
    askers,
    college,
    file,
  }) => {
    const paths = new Set<unknown>()
    const note = (path: unknown) => typeof path === 'string' && paths.add(path)
    const app = {
      all: note,
      get: note,
      options: note,
      notFound: note,
      on: (_methods: string[], path: string) => note(path),
    }
    addRoutes(app as never, { causeway: college.causeway, files: new Map(), metrics: {} } as never)
    const named = new Set(Object.keys(TABLE.addresses).map((name) => name.split(' ')[0]))
    expect([...named].toSorted()).toEqual([...paths].toSorted())
    const wrong: string[] = []
    for (const [name, { ask, who }] of Object.entries(TABLE.addresses))
      for (const asker of askers) {
        asked++
        const { status } = await college.get(ask === '$file' ? file : ask, asker.headers)
        const isRefused = status === 401 || status === 403 || (status === 404 && who === 'all')
        if (isRefused === mayBy(who, asker) || status === 400 || status >= 500)
          wrong.push(`${name} to ${say(asker)}: ${status}`)
      }
    expect(wrong).toEqual([])
  })
})
