import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import type { Causeway } from '@causeway/server/figures/causeway'
import type { Database } from '@causeway/server/ground/database/database'
import { DEMONSTRATION_FILES, DEMONSTRATION_FOLDER } from '@causeway/server/desk/demonstration/load-demonstration'
import { checkFilledForm } from '@causeway/server/answers/forms/check-filled-form'
import { fillForm } from '@causeway/server/answers/forms/fill-form'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { makeImportedRowCheck } from '@causeway/server/figures/indicators/check-mention'
import { importFile } from '@causeway/server/records/import/import-file'
import { tableOf } from '@causeway/server/records/record-type'
import type { Secret } from '@causeway/server/records/secret'
import { openDemonstration } from '../support/demonstration.ts'

let database: Database
let causeway: Causeway
let secret: Secret
beforeAll(async () => {
  ;({ database, secret } = await openDemonstration())
  causeway = { database, indicators: CATALOGUE, earlier: [], publicReading: true }
})
afterAll(async () => {
  await settleKeeping(database)
  await database.close()
})

const ask = async (indicator: string, year: number, more: Partial<SeriesRequest> = {}) =>
  (await readSeries(causeway, OPERATOR, { indicator, institution: 'demo', from: year, to: year, ...more })).figures
const value = async (indicator: string, year: number, more: Partial<SeriesRequest> = {}) =>
  (await ask(indicator, year, more))[0]!.value
const categories = async (indicator: string, year: number, by: string) =>
  (await ask(indicator, year, { by })).map(({ category }) => category)
const current = (type: string) =>
  database.quick
    .selectFrom(tableOf(type) as `record_${string}`)
    .selectAll()
    .where('institution', '=', 'demo')
    .where('until', 'is', null)
    .execute()

/** In how many of ten years there is a figure: graduates are known by name since the class of 2020, the standard is of December 2023. */
const BEGAN_LATE: Record<string, number> = { IN18: 5, SK04: 5, SK07: 5, 'SK18.median': 5, SK08: 2 }

it('gives every indicator of the catalogue a figure in most years, but for a few that began late', async () => {
  const bare: string[] = []
  const absurd: string[] = []
  for (const { id, code, unit } of CATALOGUE) {
    const request = { indicator: id, institution: 'demo', from: 2015, to: 2024 }
    const { figures } = await readSeries(causeway, OPERATOR, request)
    const filled = figures.filter(({ value }) => value !== null)
    if (filled.length < (BEGAN_LATE[code] ?? 6)) bare.push(code)
    // Nothing is absurd: no share beyond its whole, nothing below zero.
    const most = unit.en === '%' ? 100 : Infinity
    if (filled.some(({ value }) => value! < 0 || value! > most)) absurd.push(code)
  }
  expect(bare).toEqual([])
  expect(absurd).toEqual([])
  // A year that nobody spoke of, one that a zero report covers, and one whose scores are on two scales.
  const gaps = async (indicator: string) => {
    const { figures } = await readSeries(causeway, OPERATOR, {
      indicator,
      institution: 'demo',
      from: 2016,
      to: 2020,
    })
    return figures.map(({ value, gap }) => gap ?? (value === 0 ? 0 : 'some'))
  }
  expect(await gaps('SK01')).toEqual(['some', 'some', 'some', 0, 'NO_RECORDS'])
  expect(await gaps('SK03')).toEqual(['NOT_APPLICABLE', 'some', 'some', 'NOT_APPLICABLE', 'NO_RECORDS'])
  expect(await gaps('SK11')).toEqual(['some', 'some', 'NOT_APPLICABLE', 'some', 'some'])
})

it('tells the public a figure of nearly every indicator, and how many learners there are', async () => {
  const seen = async (indicator: string) =>
    (await readSeries(causeway, ANONYMOUS, { indicator, institution: 'demo', from: 2015, to: 2024 })).figures
  const silent: string[] = []
  for (const { code } of CATALOGUE) if ((await seen(code)).every((figure) => figure.value === null)) silent.push(code)
  // So few people are behind these that each year is hidden.
  expect(silent).toEqual(['IN12', 'PF06.professional', 'SK07'])
  const learners = await seen('DN01')
  // The whole of the college is hidden last of all.
  expect(learners.every(({ gap }) => gap === null)).toBe(true)
})

it('has joint programmes on both sides of the legal third, decisions that figures follow, and days that differ', async () => {
  const third = async (programme: string, year: number) => {
    const shares = await Promise.all(
      ['IN04', 'IN05', 'IN06', 'IN07'].map((indicator) =>
        value(indicator, year, { filter: [{ dimension: 'programme', in: [programme] }] }),
      ),
    )
    return shares.map((share) => (share === null ? null : share * 3 >= 100 - 1e-9))
  }
  expect(await third('J-CROP', 2016)).toEqual([false, true, false, false])
  expect(await third('J-CROP', 2017)).toEqual([true, true, true, true])
  expect(await third('J-MACH', 2024)).toEqual([false, false, false, false])
  expect(await third('J-HORT', 2023)).toEqual([true, true, false, false])
  expect(await third('J-HORT', 2024)).toEqual([true, true, true, true])
  expect(await value('IN01', 2019)).toBe(4)
  expect(await value('IN01', 2021)).toBe(3)

  // Its offices, departments and partners, and a trip that was reported twice.
  expect(await categories('IN17', 2016, 'unit')).toEqual(['GJC'])
  expect(await categories('IN17', 2018, 'department')).not.toContain('WYX')
  expect(await categories('PF02', 2018, 'partner')).not.toContain('BY-LIN')
  const trip = (await current('mobility')).filter(({ source_id }) => source_id !== null)
  expect(trip).toHaveLength(10)
  expect(new Set(trip.map(({ person }) => person)).size).toBe(5)
  // The department called the partner by a short name, which was decided on before.
  expect(new Set(trip.map(({ partner }) => partner))).toEqual(new Set(['TH-RIC']))
  const ofUnit = async (unit: string) => value('IN17', 2023, { filter: [{ dimension: 'unit', in: [unit] }] })
  expect(await ofUnit('JMWY')).toBe(0)
  expect(await ofUnit('GJC')).toBe(await value('IN17', 2023))

  // Points in time and scopes.
  const on = (at: string) => value('EX05', 2024, { basis: 'POINT_IN_TIME', at })
  expect((await ask('EX05', 2024, { at: '09-30' }))[0]!.numerator).toBeGreaterThan(
    (await ask('EX05', 2024, { at: '09-01' }))[0]!.numerator!,
  )
  expect(await on('12-31')).not.toBe(await on('09-01'))
  expect(await value('IN17', 2024, { scope: 'BORDER' })).toBeGreaterThan(
    (await value('IN17', 2024, { scope: 'ABROAD' }))!,
  )
})

it('has tables that were filed and filled, papers for most of what it claims, and peers with every kind of cell', async () => {
  const form = { form: 'international-influence', institution: 'demo' }
  const filed = async (edition: string, year: number) =>
    (await checkFilledForm(causeway, OPERATOR, { ...form, edition, year }))
      .filter(({ rule }) => ['FILED', 'UNKNOWN_LINE', 'UNIT', 'NOT_NEEDED'].includes(rule))
      .map(({ rule, lines }) => [rule, ...lines])
  expect(await filed('2019', 2020)).toEqual([])
  expect(await filed('2022', 2021)).toEqual([])
  expect(await filed('2022', 2022)).toEqual([['FILED', '3']])
  const { lines } = await fillForm(causeway, OPERATOR, { ...form, edition: '2019', year: 2020, profile: 'EXACT' })
  expect(lines.find(({ line }) => line.number === '8')).toMatchObject({ value: null, filed: { text: '—' } })
  for (const [id, edition] of [
    ['service-contribution', '2022'],
    ['scorecard', '2022'],
    ['policy-implementation', '2022'],
    ['satisfaction', '2022'],
    ['teaching-resources', '2018'],
  ] as const) {
    const request = { form: id, edition, institution: 'demo', year: 2023 }
    const findings = await checkFilledForm(causeway, OPERATOR, request)
    expect(
      findings.filter(({ rule }) => rule !== 'JUMP' && rule !== 'REPEATED'),
      id,
    ).toEqual([])
    const empty = (await fillForm(causeway, OPERATOR, { ...request, profile: 'EXACT' })).lines.filter(
      (line) => line.value === null && line.text === null,
    )
    expect(
      empty.map(({ line }) => line.number),
      id,
    ).toEqual([])
  }

  // Papers, peers and targets.
  const share = (await value('ST08', 2024))!
  expect(share).toBeGreaterThan(70)
  expect(share).toBeLessThan(90)
  const peers = await current('peer-figure')
  expect(new Set(peers.flatMap(({ status }) => status ?? []))).toEqual(new Set(['blank', 'none', 'dash']))
  expect(peers.filter((peer) => peer['value'] === 0).length).toBeGreaterThan(0)
  expect((await current('target')).filter(({ cumulative }) => cumulative === 1).length).toBeGreaterThan(4)

  // What is said of indicators.
  const checkRow = makeImportedRowCheck(CATALOGUE)
  for (const [name, recordType] of DEMONSTRATION_FILES) {
    if (recordType !== 'target' && recordType !== 'peer-figure') continue
    const path = join(DEMONSTRATION_FOLDER, name)
    const request = { path, as: recordType, institution: 'demo', dryRun: true, checkRow }
    const report = await importFile(database, secret, request)
    expect([...report.problems, ...report.warnings]).toEqual([])
  }
})
