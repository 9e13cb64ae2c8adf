import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { QuestionError } from '@causeway/server/ground/question-error'
import { threadLine } from '@causeway/server/ground/thread-line'
import { againstClock, inTurn } from '@causeway/server/ground/under-way'
import { endOf } from '@causeway/server/outlets/http/finish-answer'

/** Says after some milliseconds what it was given; ends, fills its memory or does nothing where it is asked to. */
const THREAD = `
const { parentPort } = require('node:worker_threads')
parentPort.on('message', (message) => {
  if (message === 'end') return parentPort.close()
  const { id, order } = message
  if (order === 'die') process.exit(3)
  if (order === 'memory') for (const all = []; ; ) all.push(new Array(1e6).fill(id))
  if (order === 'refuse') return parentPort.postMessage({ id, refused: { code: 'NO', zh: '否', en: 'no', facts: { of: 1 } } })
  parentPort.postMessage({ id, share: 0.5 })
  if (order !== 'stuck') setTimeout(() => parentPort.postMessage({ id, made: order }), order)
})`
const refusal = (code: string) => () => new QuestionError(code, { zh: code, en: code })
let closeLine = async () => {}
afterEach(() => closeLine())

function openLine({ mostMilliseconds = 20_000, idleMilliseconds = 20_000 } = {}) {
  const threads: Worker[] = []
  const open = () => {
    const thread = new Worker(THREAD, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } })
    threads.push(thread)
    return thread
  }
  const refusals = { tooBusy: refusal('TOO_BUSY'), tooMuch: refusal('TOO_MUCH') }
  const line = threadLine<number | string, number>({
    ...{ open, mostWaiting: 3, mostMilliseconds, idleMilliseconds },
    ...refusals,
  })
  closeLine = line.close
  return { ...line, threads }
}

test('orders are done one after the other, each knows how many come before it, and more than may wait are refused', async () => {
  const { ask } = openLine()
  const shares: number[] = []
  const [one, two, three] = [5, 1, 2].map((order) => ask(order, (share) => shares.push(share)))
  expect([one!, two!, three!].map(({ before }) => before())).toEqual([0, 1, 2])
  expect(() => ask(4)).toThrow(expect.objectContaining({ code: 'TOO_BUSY' }))
  const done: number[] = []
  for (const { made } of [one!, two!, three!]) void made.then((said) => done.push(said))
  await one!.made
  expect([two!, three!].map(({ before }) => before())).toEqual([0, 1])
  expect(done).toEqual([5])
  await three!.made
  expect(done).toEqual([5, 1, 2])
  expect(shares).toEqual([0.5, 0.5, 0.5])
})

test('one that is refused, whose thread is lost, has too little memory or is stuck costs that one alone', async () => {
  const { ask, threads } = openLine({ mostMilliseconds: 3_000 })
  for (const [order, said] of [
    ['refuse', { code: 'NO', words: { zh: '否', en: 'no' }, facts: { of: 1 } }],
    ['die', { message: 'the thread has ended' }],
    ['memory', { code: 'TOO_MUCH' }],
    ['stuck', { code: 'TOO_MUCH' }],
  ] as const) {
    const lost = ask(order)
    const next = ask(1)
    await expect(lost.made).rejects.toMatchObject(said)
    expect(await next.made).toBe(1)
  }
  expect(threads).toHaveLength(4)
})

test('a thread ends when it has nothing to do, and another begins', async () => {
  const { ask, threads } = openLine({ idleMilliseconds: 50 })
  await ask(1).made
  await new Promise((resolve) => threads[0]!.once('exit', resolve))
  expect(await ask(2).made).toBe(2)
  expect(threads).toHaveLength(2)
})

test('once closed it does no more, and its thread is gone', async () => {
  const { ask, close, threads } = openLine()
  await ask(1).made
  await close()
  expect(threads[0]!.threadId).toBe(-1)
  expect(() => ask(1)).toThrow(expect.objectContaining({ code: 'TOO_BUSY' }))
})

test('a wait for one’s turn takes nothing of the time of an answer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    using end = endOf(new Request('http://causeway.test/'))
    const turn = Promise.withResolvers<void>()
    const waiting = againstClock(end.clock, () => inTurn(turn.promise))
    vi.advanceTimersByTime(100_000)
    expect(end.signal.aborted).toBe(false)
    turn.resolve()
    await waiting
    vi.advanceTimersByTime(29_000)
    expect(end.signal.aborted).toBe(false)
    vi.advanceTimersByTime(2_000)
    expect(end.signal.reason).toMatchObject({ name: 'TimeoutError' })
  } finally {
    vi.useRealTimers()
  }
})
