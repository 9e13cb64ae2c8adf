import { expect, test } from 'vitest'
import { parsePlace, pathOf, type Place } from '@causeway/shared/pages'
import { formatView, parseView } from '../../../web/src/address/view.ts'

test('every view that an address can hold comes back from it as it was', () => {
  const view = {
    ...parseView(''),
    institution: 'demo',
    year: 2023,
    lang: 'zh' as const,
    mode: 'dark' as const,
    basis: 'POINT_IN_TIME' as const,
    scope: 'BORDER' as const,
    by: 'country',
    from: 2015,
    to: 2024,
    table: ['people', 'countries'],
    category: 'LA',
    records: 'denominator' as const,
    after: 'MjA=',
    search: '职业 学院&x',
    back: '/indicator/EX02?by=country&lang=en',
  }
  expect(parseView(formatView(view))).toEqual(view)
})

test('what an address does not know is left out, not believed', () => {
  const view = parseView('?year=99999&lang=fr&mode=blue&basis=week&scope=moon&from=abc&records=all&table=')
  expect(view).toEqual(parseView(''))
  expect(formatView(view)).toBe('')
})

test('signing in leads back to this site only', () => {
  // A browser leaves tabs and line ends out of an address.
  const tabbed = ['/\t/example.org', '/\n\\example.org']
  for (const back of ['https://example.org', '//example.org', '/\\example.org', 'javascript:alert(1)', ...tabbed]) {
    expect(parseView(`?back=${encodeURIComponent(back)}`).back).toBeNull()
  }
  expect(parseView('?back=/theme/export').back).toBe('/theme/export')
})

test('every place has an address that leads to it, and no other address leads anywhere', () => {
  const places: Place[] = [
    { page: 'overview' },
    { page: 'theme', theme: 'SKILLS' },
    { page: 'indicator', id: 'SK05.best' },
    { page: 'institutions' },
    { page: 'sign-in' },
  ]
  for (const place of places) expect(parsePlace(pathOf(place))).toEqual(place)
  for (const path of ['/theme', '/theme/none', '/indicator', '/indicator/a/b', '/x', '/sign-in/x']) {
    expect(parsePlace(path)).toEqual({ page: 'not-found' })
  }
})
