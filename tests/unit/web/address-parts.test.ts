import { expect, test } from 'vitest'
import { partsOf, shownAs } from '../../../web/src/address/view.ts'

test('an address comes apart into path, query and the part of the page', () => {
  expect(partsOf('/theme/skills?lang=zh&x=a?b#rates')).toEqual({
    path: '/theme/skills',
    query: 'lang=zh&x=a?b',
    hash: '#rates',
  })
  expect(partsOf('/')).toEqual({ path: '/', query: '', hash: '' })
  expect(partsOf('/about#who?lang=zh')).toEqual({ path: '/about', query: '', hash: '#who?lang=zh' })
})

test.each([
  ['/', '/?lang=en'],
  ['/#due', '/?lang=en#due'],
  ['/indicator/EX02?lang=zh&by=country', '/indicator/EX02?lang=en&by=country'],
  [
    '/theme/export?filter=country:VN,LA&filter=level:1&lang=zh#a',
    '/theme/export?filter=country:VN,LA&filter=level:1&lang=en#a',
  ],
  ['/?from=mail&year=19xx', '/?from=mail&year=19xx&lang=en'],
])('%s in English is %s: all that it says stays, known or not', (address, english) => {
  expect(shownAs(address, { lang: 'en', mode: null })).toBe(english)
})
