import { expect, test } from 'vitest'
import { minutesAheadIn, momentWords } from '@causeway/shared/moment'

const said = (iso: string, timeZone: string) =>
  (['ZH', 'EN'] as const).map((locale) => momentWords(iso, locale, minutesAheadIn(timeZone, Date.parse(iso))))

test.each([
  ['Asia/Shanghai', ['北京时间 2025-01-01 00:30', '1 January 2025, 00:30 UTC+8']],
  ['UTC', ['2024-12-31 16:30 UTC', '31 December 2024, 16:30 UTC']],
  ['Asia/Kathmandu', ['2024-12-31 22:15 UTC+5:45', '31 December 2024, 22:15 UTC+5:45']],
  ['America/St_Johns', ['2024-12-31 13:00 UTC-3:30', '31 December 2024, 13:00 UTC-3:30']],
  ['Europe/Berlin', ['2024-12-31 17:30 UTC+1', '31 December 2024, 17:30 UTC+1']],
])('an instant is said with the zone of its clock: %s', (timeZone, words) => {
  expect(said('2024-12-31T16:30:59Z', timeZone)).toEqual(words)
})

test('a zone with summer time says the offset of the day', () => {
  expect(said('2024-07-01T10:00:00Z', 'Europe/Berlin')[1]).toBe('1 July 2024, 12:00 UTC+2')
})
