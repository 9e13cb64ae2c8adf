import { describe, expect, test } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { askingBudget, clientAddress } from '@causeway/server/outlets/http/asking-budget'
import { QuestionError } from '@causeway/server/ground/question-error'
import { workUnderWay } from '@causeway/server/ground/under-way'

const LIMITS = { ofOne: { most: 10_000, perSecond: 500 }, ofAll: { most: 15_000, perSecond: 1_000 } }

function openBudget() {
  let now = 0
  const budget = askingBudget(LIMITS, () => now)
  const ask = (
    address: string,
    work: () => Promise<unknown>,
    signal = new AbortController().signal,
    viewer = ANONYMOUS,
  ) => budget.spend({ viewer, address, signal }, work)
  const spend = (address: string, milliseconds: number, viewer = ANONYMOUS) =>
    ask(address, async () => workUnderWay()!.spend(milliseconds), undefined, viewer)
  return { ask, spend, pass: (seconds: number) => void (now += seconds * 1000) }
}

async function refusal(asking: Promise<unknown>): Promise<QuestionError> {
  const error = await asking.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(QuestionError)
  return error as QuestionError
}

describe('what asking may cost', () => {
  test('an address that used up its time is said when to ask again, in both languages; others are answered', async () => {
    const { spend, pass } = openBudget()
    await spend('192.0.2.1', 12_000) // the last one may go beyond
    const { code, facts, words } = await refusal(spend('192.0.2.1', 1))
    expect([code, facts]).toEqual(['TOO_MUCH_ASKED', { seconds: expect.toBeOneOf([4, 5]) }])
    expect([words.zh, words.en]).toEqual([expect.stringContaining('秒后再试'), expect.stringContaining('try again in')])
    await spend('192.0.2.2', 1)
    pass(5)
    await spend('192.0.2.1', 1)
  })

  test('all who did not sign in have a budget together; anyone who did is not part of it', async () => {
    const { spend, pass } = openBudget()
    for (const address of ['192.0.2.1', '192.0.2.2']) await spend(address, 9_000)
    expect((await refusal(spend('192.0.2.3', 1))).facts).toEqual({ seconds: expect.toBeOneOf([3, 4]) })
    await spend('192.0.2.1', 1_000_000, OPERATOR)
    pass(4)
    await spend('192.0.2.3', 1)
  })

  test('of one address four are worked at at once, the others in turn, and one who leaves gives up the place', async () => {
    const { ask } = openBudget()
    const begun: number[] = []
    const ends = Array.from({ length: 8 }, () => Promise.withResolvers<void>())
    const left = new AbortController()
    const asked = ends.map(({ promise }, at) =>
      ask('192.0.2.1', () => (begun.push(at), promise), at === 5 ? left.signal : undefined),
    )
    await ask('192.0.2.2', async () => begun.push(100))
    expect(begun).toEqual([0, 1, 2, 3, 100])
    left.abort()
    await expect(asked[5]).rejects.toThrow(/abort/)
    ends[1]!.resolve()
    ends[2]!.resolve()
    await Promise.all([asked[1], asked[2]])
    await expect.poll(() => begun).toEqual([0, 1, 2, 3, 100, 4, 6])
    for (const { resolve } of ends) resolve()
    await Promise.all(asked.filter((_, at) => at !== 5))
    expect(begun).toEqual([0, 1, 2, 3, 100, 4, 6, 7])
  })

  test('the queue has an end', async () => {
    const { ask } = openBudget()
    const end = Promise.withResolvers<void>()
    const asked = Array.from({ length: 4 + 128 }, () => ask('192.0.2.1', () => end.promise))
    expect((await refusal(ask('192.0.2.1', () => end.promise))).code).toBe('TOO_MUCH_ASKED')
    end.resolve()
    await Promise.all(asked)
  })

  test('what this thread spends for several at once is shared among them', async () => {
    const { ask, spend } = openBudget()
    const busy = (milliseconds: number) => {
      const until = process.cpuUsage().user + milliseconds * 1000
      while (process.cpuUsage().user < until);
    }
    const end = Promise.withResolvers<void>()
    const waits = ask('192.0.2.1', () => end.promise)
    await ask('192.0.2.2', async () => busy(400))
    end.resolve()
    await waits
    // Half of it each: with what is left both are still answered.
    for (const address of ['192.0.2.1', '192.0.2.2']) await spend(address, 9_900)
    for (const address of ['192.0.2.1', '192.0.2.2']) await refusal(spend(address, 1))
  })
})

const said = (text?: string) => new Headers(text === undefined ? {} : { 'x-forwarded-for': text })

test('without a proxy of ours, what a request says of where it comes from is not believed', () => {
  expect(clientAddress('203.0.113.7', said('198.51.100.1'), 0)).toBe('203.0.113.7')
})

test('behind proxies, the address is what the outermost of them wrote, whatever the asker wrote before it', () => {
  expect(clientAddress('127.0.0.1', said('198.51.100.1'), 1)).toBe('198.51.100.1')
  expect(clientAddress('127.0.0.1', said('1.1.1.1, 198.51.100.1'), 1)).toBe('198.51.100.1')
  expect(clientAddress('127.0.0.1', said('1.1.1.1, 198.51.100.1, 10.0.0.2'), 2)).toBe('198.51.100.1')
})

test('a proxy that says nothing, or fewer of them than were set, costs nobody an answer', () => {
  expect(clientAddress('127.0.0.1', said(), 1)).toBe('127.0.0.1')
  expect(clientAddress('127.0.0.1', said(' , '), 1)).toBe('127.0.0.1')
  expect(clientAddress('127.0.0.1', said('198.51.100.1'), 2)).toBe('198.51.100.1')
})

test('a port that a proxy writes behind an address makes no other asker', () => {
  const at = (text: string) => clientAddress('127.0.0.1', said(text), 1)
  expect(at('198.51.100.1:5678')).toBe('198.51.100.1')
  expect(at('1.1.1.1:9, 198.51.100.1:5679')).toBe('198.51.100.1')
  expect(at('[2001:db8:1:2::1]:443')).toBe('2001:db8:1:2')
  expect(at('[2001:db8:1:2::1]')).toBe('2001:db8:1:2')
  expect(at('[::ffff:198.51.100.1]:443')).toBe('198.51.100.1')
  expect(at('2001:db8:1:2::443')).toBe('2001:db8:1:2')
})

test('all addresses of one IPv6 network are one asker, and IPv4 is the same however it is written', () => {
  const all = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:1:1:1', '2001:0DB8:0001:0002::'].map((one) =>
    clientAddress(one, said(), 0),
  )
  expect(new Set(all)).toEqual(new Set(['2001:db8:1:2']))
  expect(clientAddress('2001:db8:1:3::1', said(), 0)).toBe('2001:db8:1:3')
  expect(clientAddress('::1', said(), 0)).toBe('0:0:0:0')
  expect(clientAddress('fe80::1%eth0', said(), 0)).toBe('fe80:0:0:0')
  expect(clientAddress('::ffff:203.0.113.7', said(), 0)).toBe('203.0.113.7')
  expect(clientAddress('unknown', said(), 0)).toBe('unknown')
})
