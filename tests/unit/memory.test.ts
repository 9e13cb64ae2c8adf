import { expect, test } from 'vitest'
import { Memory } from '@causeway/server/figures/memory'

test('what was asked for longest ago is forgotten first, and never more is remembered than may be', () => {
  const memory = new Memory<string>(10)
  memory.set('a', 'A', 4)
  memory.set('b', 'B', 4)
  expect(memory.get('a')).toBe('A')
  memory.set('c', 'C', 4)
  expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual(['A', undefined, 'C'])
  memory.set('a', 'again', 6)
  expect([memory.get('a'), memory.get('c'), memory.weight]).toEqual(['again', 'C', 10])
  memory.set('c', 'too heavy', 11)
  expect([memory.get('c'), memory.weight]).toEqual([undefined, 6])
})
