import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { graphqlOf, seriesAddress } from '../../../web/src/features/indicator/take.ts'

const asked = {
  id: 'SK05.best',
  institution: 'a"b\\c',
  basis: 'CALENDAR_YEAR' as const,
  scope: null,
  from: 2019,
  to: 2023,
  by: 'programme',
  locale: 'ZH' as const,
}

test('a question to copy is whole GraphQL whatever is in its texts', () => {
  expect(() => parse(graphqlOf(asked))).not.toThrow()
  expect(graphqlOf(asked)).toContain('by: "programme"')
  expect(graphqlOf({ ...asked, by: null })).not.toContain('category')
})

test('the address of a file says what the page shows', () => {
  const url = new URL(seriesAddress(asked, 'csv'), 'http://x')
  expect(url.pathname).toBe('/i/SK05.best.csv')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    institution: 'a"b\\c',
    from: '2019',
    to: '2023',
    basis: 'CALENDAR_YEAR',
    by: 'programme',
    lang: 'zh',
  })
})
