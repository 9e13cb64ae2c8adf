import { setImmediate } from 'node:timers/promises'
import { ahead } from '@causeway/server/outlets/publish/write-publication'
import { expect, test } from 'vitest'

async function* all<T>(pieces: readonly T[]): AsyncGenerator<T> {
  yield* pieces
}

test('pieces come in their order, whichever is made first, and no more are under way than may be', async () => {
  let [underWay, most] = [0, 0]
  const make = async (piece: number) => {
    most = Math.max(most, ++underWay)
    // The later ones of each three are made first.
    for (let turns = 9 - (piece % 3) * 3; turns > 0; turns--) await setImmediate()
    underWay--
    return piece * 10
  }
  const seen: [number, number][] = []
  for await (const one of ahead(all([1, 2, 3, 4, 5, 6, 7]), 3, make)) seen.push(one)
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((piece) => [piece, piece * 10]))
  expect(most).toBe(3)
})

test('what cannot be made is said in its turn, and nothing is left that nobody hears of', async () => {
  const seen: number[] = []
  const unheard: unknown[] = []
  const hear = (error: unknown) => unheard.push(error)
  process.on('unhandledRejection', hear)
  const make = async (piece: number) => {
    if (piece > 1) throw new Error(`no ${piece}`)
    return piece
  }
  await expect(
    (async () => {
      for await (const [piece] of ahead(all([1, 2, 3]), 3, make)) seen.push(piece)
    })(),
  ).rejects.toThrow('no 2')
  await setImmediate()
  process.off('unhandledRejection', hear)
  expect(seen).toEqual([1])
  expect(unheard).toEqual([])
})
