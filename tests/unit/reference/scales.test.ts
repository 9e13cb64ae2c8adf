import { expect, it } from 'vitest'
import { CERTIFICATE_ISSUERS, findIssuer } from '@causeway/server/ground/reference/certificate-issuers'
import {
  COMPETITION_SCALES,
  findLanguageScale,
  findLevel,
  findScaleVersion,
  LANGUAGE_SCALES,
} from '@causeway/server/ground/reference/scales'
import { COUNTRIES, countryOf } from '@causeway/server/ground/reference/countries'
import { toIso, toDay } from '@causeway/shared/day'
import { BLOCS } from '@causeway/server/ground/reference/blocs'

const HAN = /\p{Script=Han}/u

it('the scales of languages have the levels and the first days that their standards give them', () => {
  const said = LANGUAGE_SCALES.flatMap(({ id, versions }) =>
    versions.map(({ version, from, levels }) => `${id} ${version} ${toIso(from)} ${levels.length}`),
  )
  expect(said).toEqual([
    'hsk 2.0 2009-11-01 6',
    'hsk 3.0 2026-01-31 9',
    'occupational-chinese 2023 2023-12-08 5',
    'cefr 2001 2001-11-01 6',
    'cefr 2020 2018-02-01 6',
  ])
  const occupational = findLanguageScale('occupational-chinese')!.versions[0]!.levels
  expect(occupational.map(({ name }) => name.zh)).toEqual(['入门', '初级', '中级', '高级', '精通'])
})

it('no spelling of a level or of a version means two of them', () => {
  for (const scale of LANGUAGE_SCALES) {
    for (const version of scale.versions) {
      expect(findScaleVersion(scale, version.version)).toBe(version)
      for (const also of version.also) expect(findScaleVersion(scale, also), also).toBe(version)
      for (const { rank, name, also } of version.levels) {
        for (const spelling of [name.zh, name.en, String(rank), ...also, `${scale.name.en} ${rank}`])
          expect(findLevel(scale, version, spelling), spelling).toBe(rank)
      }
      expect(findLevel(scale, version, String(version.levels.length + 1))).toBeUndefined()
      expect(findLevel(scale, version, '')).toBeUndefined()
    }
  }
})

it('the scales of competitions of one series never overlap, and the one of today is open', () => {
  for (const [, scales] of Map.groupBy(COMPETITION_SCALES, ({ series }) => series)) {
    scales.forEach(({ to }, i) => {
      const next = scales[i + 1]
      if (next) expect(to).toBe(next.from - 1)
      else expect(to).toBeNull()
    })
  }
})

it('an issuer is found by any of its names, sits in a country that there is, and no name is shared', () => {
  for (const issuer of CERTIFICATE_ISSUERS) {
    for (const name of [issuer.name.zh, issuer.name.en, ...issuer.also]) expect(findIssuer(name), name).toBe(issuer)
    expect(
      COUNTRIES.some(({ code }) => code === issuer.country),
      issuer.id,
    ).toBe(true)
    expect(issuer.name.zh).toMatch(HAN)
    expect(issuer.name.en).not.toMatch(HAN)
  }
  expect(findIssuer('  CITY & GUILDS ')?.id).toBe('city-and-guilds')
})

it('everything says where it is from and how sure we are', () => {
  const all = [...LANGUAGE_SCALES.flatMap(({ versions }) => versions), ...COMPETITION_SCALES, ...CERTIFICATE_ISSUERS]
  for (const { confidence, source } of all) {
    expect(['V', 'M', 'C', 'G']).toContain(confidence)
    expect(source).not.toBe('')
  }
})

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
