import { expect, test } from 'vitest'
import { ROWS } from '../bench/rows.ts'
import WANTED from './bench-rows.json' with { type: 'json' }

test('the bench measures each row that is wanted once, with its limit', () => {
  expect(ROWS.map(({ name, limit }) => `${name} ${limit}`).sort()).toEqual([...WANTED].sort())
})
