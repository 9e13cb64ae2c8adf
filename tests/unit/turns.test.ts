import { expect, it } from 'vitest'
import { Turns } from '@causeway/server/ground/under-way'

it('so many work at once, the others follow in the order they came, and one that fails holds nobody up', async () => {
  const turns = new Turns(2)
  const log: string[] = []
  let atOnce = 0
  const work = (name: string) =>
    turns.take(async () => {
      expect(++atOnce).toBeLessThanOrEqual(2)
      log.push(name)
      await new Promise((resolve) => setImmediate(resolve))
      atOnce--
      if (name === 'b') throw new Error('b')
      return name
    })
  const all = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(work))
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual(['a', 'failed', 'c', 'd', 'e'])
  expect(log).toEqual(['a', 'b', 'c', 'd', 'e'])
})
