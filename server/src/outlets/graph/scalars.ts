import { GraphQLError } from 'graphql'
import { isIsoDate } from '@causeway/shared/day'
import { builder } from './builder.ts'

builder.scalarType('Date', {
  description: 'A day, YYYY-MM-DD.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && isIsoDate(value)) return value
    throw new GraphQLError('A Date is written YYYY-MM-DD.')
  },
})

builder.scalarType('Upload', {
  description:
    'A file, sent along as multipart/form-data (GraphQL multipart request specification): the variable says null, `map` names it. Sent with a bearer token, or from a page of this site with the header X-Requested-With: causeway.',
  serialize: () => {
    throw new GraphQLError('An Upload is never answered.')
  },
  parseValue: (value) => {
    if (typeof value === 'string') return value
    throw new GraphQLError('An Upload is the value of a variable that `map` names.')
  },
  parseLiteral: () => {
    throw new GraphQLError('An Upload is the value of a variable, never written in the document.')
  },
})

builder.scalarType('DateTime', {
  description: 'A moment, ISO 8601 in UTC, as 2026-08-31T07:30:00.000Z.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString()
    throw new GraphQLError('A DateTime is written as 2026-08-31T07:30:00Z.')
  },
})
