import { expect, test } from 'vitest'
import { buildSchema, introspectionFromSchema } from 'graphql'
import { printGraph } from '@causeway/server/outlets/graph/schema'
import {
  ROOT_WORDS,
  inReadingOrder,
  searchSchema,
  typeText,
  type SchemaType,
} from '../../../web/src/features/developers/schema-search.ts'

const types = inReadingOrder(
  introspectionFromSchema(buildSchema(printGraph())).__schema.types as unknown as SchemaType[],
)
const found = (typed: string) => searchSchema(types, typed).map(({ type }) => type.name)

test('the schema is read from what can be asked on, without the own types of the language', () => {
  expect(types.slice(0, 2).map(({ name }) => name)).toEqual(['Query', 'Mutation'])
  expect(types.some(({ name }) => name.startsWith('__'))).toBe(false)
})

test('a type of that name comes first, then those whose name has it, then fields, each field found alone', () => {
  expect(found('figure')[0]).toBe('Figure')
  expect(found('FIGURE').indexOf('PeerFigure')).toBeLessThan(found('FIGURE').indexOf('Query'))
  const explanation = searchSchema(types, 'groupHeadcount').find(({ type }) => type.name === 'Explanation')!
  expect([...explanation.only!]).toEqual(['groupHeadcount'])
  expect(found('no such word anywhere')).toEqual([])
})

test('is searched in Chinese too', () => {
  expect(found('对标院校')).toContain('Query')
})

test('types are written as the schema writes them', () => {
  const series = types.find(({ name }) => name === 'Series')!
  expect(typeText(series.fields!.find(({ name }) => name === 'figures')!.type)).toBe('[Figure!]!')
})

test('everything that can be asked or changed is said in Chinese, and nothing that is not there', () => {
  const roots = types.filter(({ name }) => ['Query', 'Mutation', 'Subscription'].includes(name))
  const names = roots.flatMap(({ name, fields }) => [name, ...fields!.map((field) => `${name}.${field.name}`)])
  expect(Object.keys(ROOT_WORDS).toSorted()).toEqual(names.toSorted())
})
