import { toDay } from '@causeway/shared/day'
import { expect, it } from 'vitest'
import { BLOCS } from '@causeway/server/ground/reference/blocs'
import { countryOf } from '@causeway/server/ground/reference/countries'

function membersOn(bloc: string, iso: string): string[] {
  const day = toDay(iso)
  const { members } = BLOCS.find(({ id }) => id === bloc)!
  return members
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .map(({ country }) => country)
    .sort()
}

it('blocs are in the order of the contract', () => {
  expect(BLOCS.map(({ id }) => id)).toEqual(['belt-and-road', 'central-asia-5', 'asean', 'sco', 'brics'])
})

it('BRICS grew in 2010, 2024 and 2025', () => {
  expect(membersOn('brics', '2010-12-27')).toEqual(['BR', 'CN', 'IN', 'RU'])
  expect(membersOn('brics', '2010-12-28')).toContain('ZA')
  expect(membersOn('brics', '2023-12-31')).toHaveLength(5)
  expect(membersOn('brics', '2024-01-01')).toEqual(['AE', 'BR', 'CN', 'EG', 'ET', 'IN', 'IR', 'RU', 'ZA'])
  expect(membersOn('brics', '2025-01-06')).toContain('ID')
})

it('the SCO grew in 2017, 2023 and 2024', () => {
  expect(membersOn('sco', '2017-06-08')).toEqual(['CN', 'KG', 'KZ', 'RU', 'TJ', 'UZ'])
  expect(membersOn('sco', '2017-06-09')).toHaveLength(8)
  expect(membersOn('sco', '2023-07-03')).not.toContain('IR')
  expect(membersOn('sco', '2024-07-04')).toEqual(['BY', 'CN', 'IN', 'IR', 'KG', 'KZ', 'PK', 'RU', 'TJ', 'UZ'])
})

it('ASEAN has ten members until Timor-Leste joined', () => {
  expect(membersOn('asean', '2025-10-25')).toHaveLength(10)
  expect(membersOn('asean', '2025-10-26')).toContain('TL')
})

it('a country that left the Belt and Road is in it until the day it left', () => {
  expect(membersOn('belt-and-road', '2023-01-01')).toContain('IT')
  expect(membersOn('belt-and-road', '2024-09-01')).not.toContain('IT')
})

it('every member is a country, in a bloc once at a time, and every bloc says where it is from', () => {
  for (const { members, source, confidence } of BLOCS) {
    expect(source.length).toBeGreaterThan(5)
    expect('VMCG').toContain(confidence)
    for (const { country, from, to } of members) {
      expect(countryOf(country), country).toBeDefined()
      if (to !== null) expect(to).toBeGreaterThan(from)
    }
    expect(new Set(members.map(({ country }) => country)).size).toBe(members.length)
  }
})
