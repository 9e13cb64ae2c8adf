import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { embedAddress, graphqlOf, seriesAddress } from '../../../web/src/features/indicator/take.ts'

const asked = {
  id: 'SK05.best',
  institution: 'a"b\\c',
  basis: 'CALENDAR_YEAR' as const,
  scope: null,
  from: 2019,
  to: 2023,
  by: 'programme',
  across: null,
  filter: null,
  chart: null,
  locale: 'ZH' as const,
}

test('a question to copy is whole GraphQL whatever is in its texts', () => {
  expect(() => parse(graphqlOf(asked))).not.toThrow()
  expect(graphqlOf(asked)).toContain('by: "programme"')
  expect(graphqlOf({ ...asked, by: null })).not.toContain('category')
})

test('what is counted and crossed goes along with the question and the address', () => {
  const cut = { ...asked, across: 'country', filter: [{ dimension: 'bloc', in: ['asean', 'sco'] }], chart: 'matrix' }
  expect(() => parse(graphqlOf(cut))).not.toThrow()
  expect(graphqlOf(cut)).toContain('filter: [{dimension: "bloc", in: ["asean", "sco"]}]')
  expect(seriesAddress(cut, 'csv')).toContain('&across=country&filter=bloc:asean,sco&')
  // Only a picture has a form.
  expect(seriesAddress(cut, 'csv')).not.toContain('chart=')
  expect(seriesAddress(cut, 'png')).toContain('chart=matrix')
  expect(embedAddress(cut)).toMatch(/^\/embed\/SK05\.best\?institution=.*chart=matrix/)
})

test('the picture of a breakdown is of the year that the page shows, its files are of all years', () => {
  const shown = { ...asked, year: 2022 }
  expect(seriesAddress(shown, 'png')).toContain('&from=2019&to=2023&')
  expect(seriesAddress(shown, 'png')).toContain('&year=2022')
  expect(embedAddress(shown)).toContain('&year=2022')
  expect(seriesAddress(shown, 'xlsx')).not.toContain('year=')
  expect(seriesAddress({ ...shown, by: null }, 'png')).not.toContain('year=')
})

test('the picture of a breakdown that is drawn over all its years is not of one', () => {
  const drawn = { ...asked, year: 2022, chart: 'groups:multiples' }
  expect(seriesAddress(drawn, 'png')).toContain('chart=groups:multiples')
  expect(seriesAddress(drawn, 'png')).not.toContain('year=')
  expect(seriesAddress({ ...drawn, chart: 'groups:dots' }, 'png')).toContain('&year=2022')
  expect(seriesAddress({ ...drawn, across: 'sex', chart: 'groups:matrix' }, 'png')).toContain('&year=2022')
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
