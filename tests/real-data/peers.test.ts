import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { makeImportedRowCheck } from '@causeway/server/figures/indicators/check-mention'
import { OPERATOR } from '@causeway/server/access/viewer'
import { compareWithPeers } from '@causeway/server/answers/peers/compare-with-peers'
import { readRanking } from '@causeway/server/answers/peers/read-ranking'
import { onOneDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'
import { readRaw, realFile, whySkipped } from '../support/real-data.ts'

const MINISTRY = 'moe-china-hei-2025/moe_2025_gb18030.csv'
const INSERJEUNES = 'inserjeunes-cfa/fr-en-inserjeunes-cfa.csv'
const UIS = 'uis-mobility/share-of-students-from-abroad.csv'
const UIS_OUT = 'uis-mobility/share-of-students-studying-abroad.csv'

const checkRow = makeImportedRowCheck(CATALOGUE)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe.skipIf(whySkipped)('figures that peers published', () => {
  onOneDatabase((_name, open) => {
    test("the Ministry's list says which peers there are, published or not", async () => {
      const database = await open()
      const desk = await openDeskWithCollege(database)
      await desk.import(realFile(MINISTRY), 'institution', { mapping: 'moe-institution' })
      await desk.put('peer-figure', [
        'peer,indicator,scope,edition,year,value,source',
        '黑龙江农业经济职业学院,EX02,国外,2022,2022,30,年报',
        '黑龙江建筑职业技术学院,EX02,国外,2022,2022,—,年报',
      ])
      const causeway = { database, indicators: CATALOGUE, publicReading: true }
      const asked = { indicator: 'EX02', institution: 'X', year: 2022, scope: 'ABROAD' as const }
      const { figures, mean: average } = await compareWithPeers(causeway, OPERATOR, {
        ...asked,
        group: 'region:牡丹江市,哈尔滨市;level:专科',
      })
      const expected = readRaw(MINISTRY, { encoding: 'gb18030', from: 4 }).filter(
        (row) => ['牡丹江市', '哈尔滨市'].includes(row['所在地']?.trim() ?? '') && row['办学层次']?.trim() === '专科',
      )
      expect(expected.length).toBeGreaterThan(10)
      expect(figures).toHaveLength(expected.length)
      const count = (status: string) => figures.filter((it) => it.status === status).length
      expect([count('PUBLISHED'), count('DASH'), count('NOT_COLLECTED')]).toEqual([1, 1, expected.length - 2])
      expect(average).toBe(30)
    })

    test('InserJeunes: a blank is no 0, and two classes together are compared with nobody but each other', async () => {
      const database = await open()
      const desk = await openDeskWithCollege(database)
      const raw = readRaw(INSERJEUNES, { delimiter: ';' })
      const centres = await desk.import(realFile(INSERJEUNES), 'institution', { mapping: 'inserjeunes-institution' })
      expect(centres).toMatchObject({ accepted: new Set(raw.map((row) => row['UAI'])).size, rejected: 0 })
      const report = await desk.import(realFile(INSERJEUNES), 'peer-figure', {
        ...{ mapping: 'inserjeunes-peer-figure', checkRow },
      })
      expect(report).toMatchObject({ accepted: raw.length, rejected: 0, warnings: [] })

      const causeway = { database, indicators: CATALOGUE, publicReading: true }
      const window = raw.filter((row) => row['Année'] === 'cumul 2021-2022')
      const published = window.filter((row) => row['Taux emploi 12 mois'] !== '')
      const asked = { indicator: 'SK16', institution: 'X', year: 2021 }
      const plain = await compareWithPeers(causeway, OPERATOR, asked)
      expect(plain).toMatchObject({ mean: null, meanOf: 0, editions: ['InserJeunes cumul'] })
      expect(plain.figures).toHaveLength(window.length)
      expect(plain.figures.filter(({ status }) => status === 'BLANK')).toHaveLength(window.length - published.length)
      expect(new Set(plain.figures.flatMap((it) => it.differences.map(({ code }) => code)))).toEqual(
        new Set(['OTHER_EDITION']),
      )

      const among = await compareWithPeers(causeway, OPERATOR, { ...asked, edition: 'InserJeunes cumul' })
      expect(among.meanOf).toBe(published.length)
      expect(among.mean).toBeCloseTo(mean(published.map((row) => Number(row['Taux emploi 12 mois']))), 9)
      expect(among.ownDifferences.map(({ code }) => code)).toEqual(['OTHER_EDITION'])

      const region = 'BRETAGNE'
      const ranking = await readRanking(
        causeway,
        OPERATOR,
        { ...{ indicator: 'SK16', year: 2021, edition: 'InserJeunes cumul' }, group: `region:${region}` },
        { first: 500, after: null },
      )
      const best = Math.max(
        ...published.filter((row) => row['Région'] === region).map((row) => Number(row['Taux emploi 12 mois'])),
      )
      expect(ranking.rankedCount).toBe(published.filter((row) => row['Région'] === region).length)
      expect(ranking.ranked[0]).toMatchObject({ rank: { rank: 1 }, figure: { value: best } })
      expect(ranking.ranked.at(-1)!.rank).toBeNull()
    })

    test('UNESCO: countries come in by their codes, regions are left out and counted', async () => {
      const database = await open()
      const desk = await openDeskWithCollege(database)
      const raw = readRaw(UIS)
      const countries = raw.filter((row) => /^[A-Z]{3}$/.test(row['Code']!))
      const report = await desk.import(realFile(UIS), 'peer-figure', {
        ...{ mapping: 'uis-inbound-peer-figure', checkRow },
      })
      expect(report).toMatchObject({
        accepted: countries.length,
        rejected: 0,
        rowsLeftOut: raw.length - countries.length,
        warnings: [],
      })
      const causeway = { database, indicators: CATALOGUE, publicReading: true }
      const {
        figures,
        mean: average,
        meanOf,
      } = await compareWithPeers(causeway, OPERATOR, {
        ...{ indicator: 'EX05.prior', institution: 'X', basis: 'SCHOOL_YEAR', scope: 'ABROAD', year: 2020 },
      })
      const of2021 = countries.filter((row) => row['Year'] === '2021')
      expect([figures.length, meanOf]).toEqual([of2021.length, of2021.length])
      expect(average).toBeCloseTo(mean(of2021.map((row) => Number(row['Inbound mobility rate, both sexes']))), 9)
      expect(figures.find(({ peer }) => peer === 'ALB')).toMatchObject({ name: { en: 'Albania' }, value: 1.68663 })
    })

    test('UNESCO: more students abroad than at home is said, and comes in as it is', async () => {
      const database = await open()
      const desk = await openDeskWithCollege(database)
      const raw = readRaw(UIS_OUT)
      const countries = raw.filter((row) => /^[A-Z]{3}$/.test(row['Code']!))
      const report = await desk.import(realFile(UIS_OUT), 'peer-figure', {
        ...{ mapping: 'uis-outbound-peer-figure', checkRow },
      })
      expect(report).toMatchObject({
        accepted: countries.length,
        rejected: 0,
        rowsLeftOut: raw.length - countries.length,
      })
      const above = countries.filter((row) => Number(row['Share of students studying abroad']) > 100)
      expect(above.length).toBeGreaterThan(50)
      expect(report.warnings.map(({ code }) => code)).toContain('OVER_100')
      const causeway = { database, indicators: CATALOGUE, publicReading: true }
      const { figures } = await compareWithPeers(causeway, OPERATOR, {
        ...{ indicator: 'IN17.outbound', institution: 'X', basis: 'SCHOOL_YEAR', scope: 'ABROAD', year: 2019 },
      })
      const [highest] = above.filter((row) => row['Year'] === '2020')
      expect(figures.find(({ peer }) => peer === highest!['Code'])?.value).toBe(
        Number(highest!['Share of students studying abroad']),
      )
    })
  })
})
