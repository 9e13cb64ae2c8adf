import { fieldOf } from '@causeway/server/figures/indicators/definition'
import { expect, it } from 'vitest'

it('a field or a key of several is that of both parts', () => {
  for (const side of ['country', ['instrument', 'version']]) {
    expect(fieldOf(side, 'numerator')).toBe(side)
    expect(fieldOf(side, 'denominator')).toBe(side)
  }
})

it('a part without its own field stays whole', () => {
  expect(fieldOf({ numerator: 'country' }, 'numerator')).toBe('country')
  expect(fieldOf({ numerator: 'country' }, 'denominator')).toBeNull()
  expect(fieldOf({ numerator: 'country', denominator: 'nationality' }, 'denominator')).toBe('nationality')
})
