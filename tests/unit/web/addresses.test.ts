import { expect, test } from 'vitest'
import { parse } from 'graphql'
import { parsePlace, pathOf, type Place } from '@causeway/shared/pages'
import { partsOf, shownAs, formatView, parseView } from '../../../web/src/address/view.ts'
import { nearestPlace } from '../../../web/src/address/nearest-place.ts'
import { embedAddress, graphqlOf, seriesAddress } from '../../../web/src/features/indicator/take.ts'
import { listNavEntries } from '../../../web/src/shell/site-nav.tsx'
import BELONGS from './menu-entries.json' with { type: 'json' }
import ADDRESSES from './addresses.json' with { type: 'json' }

test('an address comes apart into path, query and the part of the page', () => {
  expect(partsOf('/theme/skills?lang=zh&x=a?b#rates')).toEqual({
    path: '/theme/skills',
    query: 'lang=zh&x=a?b',
    hash: '#rates',
  })
  expect(partsOf('/')).toEqual({ path: '/', query: '', hash: '' })
  expect(partsOf('/about#who?lang=zh')).toEqual({ path: '/about', query: '', hash: '#who?lang=zh' })
})

test.each(ADDRESSES.inEnglish as [string, string][])(
  '%s in English is %s: all that it says stays, known or not',
  (address, english) => {
    expect(shownAs(address, { lang: 'en', mode: null })).toBe(english)
  },
)

test('a wrong address leads to the page that was meant', () => {
  expect(nearestPlace('/indicators/EX02')).toEqual({ page: 'indicator', id: 'EX02' })
  expect(nearestPlace('/them/export')).toEqual({ page: 'theme', theme: 'EXPORT' })
  expect(nearestPlace('/theme/exports')).toEqual({ page: 'theme', theme: 'EXPORT' })
  expect(nearestPlace('/introduction')).toEqual({ page: 'theme', theme: 'INTRODUCTION' })
  expect(nearestPlace('/Catalog')).toEqual({ page: 'catalogue' })
  expect(nearestPlace('/standart')).toEqual({ page: 'standards' })
})

test('an address that is near to nothing leads nowhere', () => {
  expect(nearestPlace('/')).toBeNull()
  expect(nearestPlace('/nowhere-at-all')).toBeNull()
  expect(nearestPlace('/wp-login.php')).toBeNull()
})

test('every view that an address can hold comes back from it as it was', () => {
  const view = {
    ...parseView(''),
    ...{ institution: 'demo', year: 2023, lang: 'zh' as const, mode: 'dark' as const },
    ...{ basis: 'POINT_IN_TIME' as const, scope: 'BORDER' as const, by: 'country', from: 2015, to: 2024 },
    ...{ table: ['people', 'countries'], category: 'LA', records: 'denominator' as const, after: 'MjA=' },
    ...{ search: '职业 学院&x', back: '/indicator/EX02?by=country&lang=en' },
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

const asked = {
  ...{ id: 'SK05.best', institution: 'a"b\\c', basis: 'CALENDAR_YEAR' as const, scope: null, from: 2019 },
  ...{ to: 2023, by: 'programme', across: null, filter: null, chart: null, locale: 'ZH' as const },
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
    ...{ institution: 'a"b\\c', from: '2019', to: '2023', basis: 'CALENDAR_YEAR', by: 'programme' },
    lang: 'zh',
  })
})

test('whatever page one is on, one entry of the menu says where it belongs', () => {
  for (const [path, said] of Object.entries(BELONGS)) {
    const current = listNavEntries(parsePlace(path), 'EXPORT', true).filter((entry) => entry.current)
    expect(
      current.map(({ words, current: how }) => `${words.en} ${how}`),
      path,
    ).toEqual([said])
  }
})
