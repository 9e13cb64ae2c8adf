import { expect, it } from 'vitest'
import { SeenKeys } from '@causeway/server/records/seen-keys'

it('a key is seen the second time and not the first, also among many that are nearly alike', () => {
  const seen = new SeenKeys()
  const keyOf = (i: number) => `*degree/1///GB////higher/${2000 + (i % 25)}-09-01/row ${i}`
  for (let i = 0; i < 300_000; i++)
    if (seen.add('enrolment', `C${i % 50}`, keyOf(i))) throw new Error(`${i} was taken for another`)
  for (let i = 0; i < 300_000; i += 1_000) expect(seen.add('enrolment', `C${i % 50}`, keyOf(i))).toBe(true)
})

it('the parts of a key do not run into one another', () => {
  const seen = new SeenKeys()
  expect([
    seen.add('a', 'bc'),
    seen.add('ab', 'c'),
    seen.add('abc', ''),
    seen.add('', 'abc'),
    seen.add('a', 'bc'),
  ]).toEqual([false, false, false, false, true])
})
