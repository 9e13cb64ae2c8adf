import { momentWords } from '@causeway/server/ground/downloads'
import { expect, test } from 'vitest'

test('a moment is said by the clock of the college, with its zone; without one by that of Shanghai', () => {
  const iso = '2024-11-20T20:32:10.000Z'
  expect(momentWords(iso, {})).toBe('2024-11-21 04:32 (Asia/Shanghai, UTC+08:00)')
  expect(momentWords(iso, { timeZone: 'Europe/Madrid' })).toBe('2024-11-20 21:32 (Europe/Madrid, UTC+01:00)')
  expect(momentWords('2024-11-20T00:05:00.000Z', { timeZone: 'UTC' })).toBe('2024-11-20 00:05 (UTC)')
})
