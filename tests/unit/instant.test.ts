import { expect, it } from 'vitest'
import { toInstant } from '@causeway/server/figures/instant'

it.each([
  ['2024-12-31T17:00+08:00', 'UTC', '2024-12-31T09:00:00.000Z'],
  ['2024-12-31T17:00 08:00', 'UTC', '2024-12-31T09:00:00.000Z'],
  ['2024-12-31t17:00:30.5z', 'Asia/Shanghai', '2024-12-31T17:00:30.500Z'],
  ['2024-12-31 17:00', 'Asia/Shanghai', '2024-12-31T09:00:00.000Z'],
  ['2024-07-01T12:00', 'Europe/Berlin', '2024-07-01T10:00:00.000Z'],
  // It is shown twice in that night, and left out in the other one.
  ['2024-10-27T02:30', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'],
  ['2024-03-31T02:30', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'],
])('%s by the clock of %s is %s', (text, zone, instant) => {
  expect(toInstant(text, zone)).toEqual({ from: instant, to: instant })
})

it('a day is all of it, by the clock of the zone', () => {
  expect(toInstant('2024-12-31', 'Asia/Shanghai')).toEqual({
    from: '2024-12-30T16:00:00.000Z',
    to: '2024-12-31T15:59:59.999Z',
  })
})

it.each(['', 'yesterday', '2024-02-30', '2024-12-31T25:00', '2024-12-31T17', '2024-12-31Z', '31.12.2024', '2024'])(
  '"%s" is no time',
  (text) => expect(toInstant(text, 'UTC')).toBeNull(),
)
