import { expect, test } from 'vitest'
import { nearestPlace } from '../../../web/src/address/nearest-place.ts'

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
