import { expect, it } from 'vitest'
import { compareVersions, type Unit, type Version } from '../../../server/src/answers/curriculum/version.ts'
import type { StoredRecord } from '../../../server/src/records/list-records.ts'

function versionOf(version: string, weights: Record<string, number | null>): Version {
  const units = Object.entries(weights).map(([code, weight]): Unit => {
    const title = { zh: code, en: code }
    return { standard: 'S', version, code, title, weight, eqfLevel: null, escoUri: null, record: {} as StoredRecord }
  })
  return { standard: 'S', version, from: null, to: null, reviewDue: null, reviewedOn: null, units, record: null }
}

it('a weight is its share of all, whatever the weights of a version add up to', () => {
  const before = versionOf('1', { U1: 0.3, U2: 0.5, U3: 0.2, U4: null })
  const inPercent = versionOf('2', { U1: 30, U2: 50, U3: 20, U4: null })
  expect(compareVersions(before, inPercent)).toEqual([])
  const [first, second, ...rest] = compareVersions(before, versionOf('3', { U1: 50, U2: 30, U3: 20, U4: null }))
  expect(first?.words.en).toBe('U1 "U1": the weight was 30% and is now 50%')
  expect(second?.words.zh).toBe('U2“U2”：权重由 50% 改为 30%')
  expect(rest).toEqual([])
})

it('a unit that comes gives no other unit another weight', () => {
  const before = versionOf('1', { U1: 0.5, U2: 0.5 })
  const [change, ...rest] = compareVersions(before, versionOf('2', { U1: 0.5, U2: 0.5, U3: 0.25 }))
  expect(change).toMatchObject({ code: 'U3', kinds: ['ADDED'] })
  expect(rest).toEqual([])
})
