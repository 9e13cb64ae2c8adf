import { createHash } from 'node:crypto'
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { printGraph, schema } from '@causeway/server/outlets/graph/schema'
import { seriesCommand } from '@causeway/server/outlets/cli/series'
import { readSeriesQuery } from '@causeway/server/outlets/address/series-query'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { viewParameters } from '@causeway/server/outlets/pictures/view-query'
import { queryOf } from '@causeway/server/outlets/reports/plan-values'
import { parseTag } from '@causeway/server/outlets/reports/tags/parse-tag'
import { argumentOf, SERIES_ARGUMENT_NAMES, type SeriesArgument } from '@causeway/shared/series-arguments'
import { openFilledCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import NAMES from './contract-names.json' with { type: 'json' }
import NAMES_IN_SCHEMA from './names-in-schema.json' with { type: 'json' }

const printed = buildSchema(printGraph())

const OWN = Object.values(printed.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !/^(String|Int|Float|Boolean|ID)$/.test(type.name),
)

/** What users' queries are written against: the contract's names. */
const ENUMS: Record<string, string> = {
  ...{ Locale: 'ZH EN', Theme: 'INTRODUCTION EXPORT STANDARDS PLATFORMS SKILLS' },
  ...{ Basis: 'SCHOOL_YEAR CALENDAR_YEAR POINT_IN_TIME COHORT', Scope: 'ABROAD BORDER' },
  ...{ IndicatorKind: 'STOCK FLOW CUMULATIVE RATIO MEAN', Gap: 'NO_RECORDS NOT_APPLICABLE SUPPRESSED' },
  ...{ Profile: 'EXACT PUBLIC', Direction: 'HIGHER LOWER', Part: 'NUMERATOR DENOMINATOR LEFT_OUT' },
  Confidence: 'VERIFIED MIRROR CODE GENERAL',
}

describe('the schema', () => {
  it('has every name of the contract', () => {
    for (const [name, fields] of Object.entries(NAMES)) {
      const type = printed.getType(name)
      const have = isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : []
      expect(have, name).toEqual(expect.arrayContaining(fields.split(' ')))
    }
    for (const [name, values] of Object.entries(ENUMS)) {
      const type = printed.getType(name)
      expect(isEnumType(type) ? type.getValues().map((it) => it.name) : null, name).toEqual(values.split(' '))
    }
  })

  it('says what every type, field, argument and value is', () => {
    const silent = OWN.flatMap((type) => [
      ...(type.description ? [] : [type.name]),
      ...(isEnumType(type)
        ? type
            .getValues()
            .filter((it) => !it.description)
            .map((it) => `${type.name}.${it.name}`)
        : []),
      ...(isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).flatMap((field) => [
            ...(field.description ? [] : [`${type.name}.${field.name}`]),
            ...field.args.filter((it) => !it.description).map((it) => `${type.name}.${field.name}(${it.name})`),
          ])
        : []),
      ...(isInputObjectType(type)
        ? Object.values(type.getFields())
            .filter((it) => !it.description)
            .map((it) => `${type.name}.${it.name}`)
        : []),
    ])
    expect(silent).toEqual([])
  })

  it('lets a field that can be refused or fail be null, so that it costs nothing else', () => {
    const query = printed.getQueryType()!.getFields()
    for (const name of NAMES_IN_SCHEMA) expect(isNonNullType(query[name]!.type), name).toBe(false)
    const [indicator, figure] = [printed.getType('Indicator'), printed.getType('Figure')]
    if (!isObjectType(indicator) || !isObjectType(figure)) throw new Error('no such types')
    expect(isNonNullType(indicator.getFields()['series']!.type)).toBe(false)
    for (const name of ['explanation', 'records', 'interval'])
      expect(isNonNullType(figure.getFields()[name]!.type), name).toBe(false)
  })
})

// What `series` takes is declared once. These hold every outlet against the declaration, so that an argument cannot reach one alone.

const examples = SERIES_ARGUMENT_NAMES.map((name): [SeriesArgument, string] => [name, argumentOf(name).example])
const address = new URLSearchParams(examples)
const { request } = readSeriesQuery('foreign-students', address)

it('every declared argument has both languages, and an address reads its example', () => {
  for (const name of SERIES_ARGUMENT_NAMES) {
    expect(argumentOf(name).words.zh, name).toMatch(/\p{Script=Han}/u)
    expect(request[name], name).not.toBeNull()
  }
  expect(Object.keys(request)).toEqual(['indicator', ...SERIES_ARGUMENT_NAMES])
})

it('an address takes these and how it is written, and no other', () => {
  const refused = (more: string) => {
    try {
      readSeriesQuery('EX02', new URLSearchParams(more))
    } catch (error) {
      return (error as { facts: unknown }).facts
    }
  }
  expect(refused('flavour=1')).toMatchObject({ parameters: [...SERIES_ARGUMENT_NAMES, 'lang', 'heads'] })
})

it('a page hands those on to its chart that it shows itself', () => {
  const onPages = SERIES_ARGUMENT_NAMES.filter((name) => argumentOf(name).onPages)
  expect([...viewParameters(address).keys()]).toEqual(onPages)
})

it('the graph takes these, those that are needed alone not null', () => {
  const { args } = (schema.getType('Indicator') as GraphQLObjectType).getFields()['series']!
  expect(args.map(({ name }) => name)).toEqual(SERIES_ARGUMENT_NAMES)
  for (const { name, type, description } of args) {
    const declared = argumentOf(name as SeriesArgument)
    expect(String(type).endsWith('!'), name).toBe(declared.needed === true)
    expect(description).toContain(declared.words.en)
    expect(description).toContain(declared.unsigned ?? '')
  }
})

it('the command line takes these by their names with hyphens, and asks the same with them', () => {
  const command = seriesCommand()
  expect(command.options.map((option) => option.attributeName())).toEqual([...SERIES_ARGUMENT_NAMES, 'format', 'heads'])
  const line = examples.flatMap(([name, example]) => [
    command.options.find((option) => option.attributeName() === name)!.long!,
    name === 'filter' ? example.replace(':', '=') : example,
  ])
  command.parseOptions(line)
  const { format: _format, ...asked } = command.opts()
  expect({ indicator: 'foreign-students', ...asked }).toEqual(request)
})

it('a tag of a report says all but what is of the report, and asks the same with them', () => {
  const inTags = SERIES_ARGUMENT_NAMES.filter((name) => argumentOf(name).inTags !== false)
  const said = (name: SeriesArgument) => {
    const { kind, example, values } = argumentOf(name)
    if (kind === 'filter') return example.replace(':', '=')
    return values ? example.split('_')[0]! : `${name}=${example}`
  }
  const asked: Record<string, unknown> = {}
  for (const name of SERIES_ARGUMENT_NAMES.filter((one) => one !== 'by')) {
    const tag = parseTag(`EX02.${said(name)}`, CATALOGUE)
    const query = 'is' in tag && tag.is === 'figure' ? queryOf(tag.figure) : {}
    if (inTags.includes(name)) Object.assign(asked, query)
    else expect(query, name).not.toHaveProperty(name)
  }
  const expected = Object.fromEntries(inTags.filter((one) => one !== 'by').map((name) => [name, request[name]]))
  expect(asked).toEqual({ indicator: 'foreign-students', ...expected })
})

const QUERY =
  'query Year($year: Int!) { indicator(id: "EX02") { series(institution: "X", from: $year, to: $year) { figures { value } } } }'

const extensions = JSON.stringify({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(QUERY).digest('hex') },
})

forEachDatabase((_name, open) => {
  it('a document is sent once and asked for by its hash from then on, so that a cache between may keep the answer', async () => {
    const college = await openFilledCollege(await open())
    const ask = async (parameters: Record<string, string>) => {
      const response = await college.get(`/graphql?${new URLSearchParams(parameters)}`)
      return { status: response.status, etag: response.headers.get('etag'), body: await response.json() }
    }
    const variables = JSON.stringify({ year: 2022 })
    const unknown = await ask({ extensions, variables })
    expect(unknown).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    })
    const first = await ask({ query: QUERY, extensions, variables })
    const again = await ask({ extensions, variables })
    expect(again).toEqual(first)
    expect(again.body).toEqual({ data: { indicator: { series: { figures: [{ value: 14 }] } } } })
    const wrong = await ask({ query: `${QUERY} `, extensions, variables })
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } })
    expect(await ask({ query: QUERY, variables: '{"year":' })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_JSON' } }] },
    })
  })
})
