import { expect, test } from 'vitest'
import { partnersOn } from '../../../web/src/features/platforms/tree-panel.tsx'

const PLATFORMS = [
  {
    ...{ foundedOn: '2016-09-20', closedOn: null },
    members: [
      { partner: 'A', from: '2016-09-20', to: null },
      { partner: 'B', from: '2017-03-15', to: '2020-08-31' },
    ],
  },
  { foundedOn: '2014-08-25', closedOn: '2021-12-31', members: [{ partner: 'C', from: '2014-08-25', to: null }] },
  {
    ...{ foundedOn: '2024-10-18', closedOn: null },
    members: [
      { partner: 'A', from: '2024-10-18', to: null },
      { partner: 'D', from: '2024-10-18', to: null },
    ],
  },
]

test('partners are counted on a day: of platforms that ran on it, members on it, and one in several once', () => {
  expect(partnersOn(PLATFORMS, '2020-08-31')).toBe(3)
  expect(partnersOn(PLATFORMS, '2020-09-01')).toBe(2)
  expect(partnersOn(PLATFORMS, '2024-08-31')).toBe(1)
  expect(partnersOn(PLATFORMS, '2025-07-31')).toBe(2)
})
