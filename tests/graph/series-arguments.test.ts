import { seriesCommand } from '@causeway/server/outlets/cli/series'
import { schema } from '@causeway/server/outlets/graph/schema'
import { readSeriesQuery } from '@causeway/server/outlets/address/series-query'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { viewParameters } from '@causeway/server/outlets/pictures/view-parameters'
import { queryOf } from '@causeway/server/outlets/reports/plan-values'
import { parseTag } from '@causeway/server/outlets/reports/report-tag'
import { argumentOf, SERIES_ARGUMENT_NAMES, type SeriesArgument } from '@causeway/shared/series-arguments'
import type { GraphQLObjectType } from 'graphql'
import { expect, it } from 'vitest'

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
    const tag = parseTag(`EX02.${said(name)}`, CATALOGUE, false)
    const query = 'is' in tag && tag.is === 'figure' ? queryOf(tag.figure) : {}
    if (inTags.includes(name)) Object.assign(asked, query)
    else expect(query, name).not.toHaveProperty(name)
  }
  const expected = Object.fromEntries(inTags.filter((one) => one !== 'by').map((name) => [name, request[name]]))
  expect(asked).toEqual({ indicator: 'foreign-students', ...expected })
})
