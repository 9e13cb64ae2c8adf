import { expect, it } from 'vitest'
import { CERTIFICATE_ISSUERS, findIssuer } from '@causeway/server/ground/reference/certificate-issuers'
import {
  COMPETITION_SCALES,
  findLanguageScale,
  findLevel,
  findScaleVersion,
  LANGUAGE_SCALES,
} from '@causeway/server/ground/reference/scales'
import { COUNTRIES } from '@causeway/server/ground/reference/countries'
import { toIso } from '@causeway/shared/day'

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
