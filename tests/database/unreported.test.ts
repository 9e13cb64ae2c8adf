import { expect, test } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { listUnreported, type UnreportedRequest } from '@causeway/server/answers/unreported/list-unreported'
import type { Database } from '@causeway/server/ground/database/database'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'

const STAY = {
  direction: 'out',
  audience: 'student',
  purpose: 'study',
  country: 'VN',
  start: '2023-10-01',
  end: '2023-10-10',
}
const NOTHING = { record_type: 'training-session', from: '2023-09-01', to: '2024-08-31', signer: '培训处处长' }

function lister(database: Database) {
  const causeway = { database, indicators: CATALOGUE, publicReading: true }
  return async (request: Partial<UnreportedRequest>, viewer = OPERATOR) =>
    (await listUnreported(causeway, viewer, { institution: 'X', from: 2023, to: 2023, ...request })).map(
      ({ recordType, period, unit, direction, audience, state, records, signers }) =>
        [recordType.name, period.year, unit, direction, audience, state, records, signers.join()]
          .filter((it) => it !== null)
          .join(' ')
          .trim(),
    )
}

forEachDatabase((_name, open) => {
  test('what is neither reported nor declared nothing is listed by type, period and registered unit in force', async () => {
    const database = await open()
    const list = lister(database)
    await putInstitution(database, 'X', '2024-08-31')
    await putRecords(database, 'unit', 'X', [
      { code: 'A', name_zh: '甲' },
      { code: 'B', name_zh: '乙', from: '2024-09-01' },
      { code: 'C', name_zh: '丙', to: '2023-08-31' },
    ])
    await putRecords(database, 'training-session', 'X', [
      { session: 'T', person: 'h', unit: 'A', country: 'VN', training_days: 2, start: '2022-09-01', end: '2022-09-01' },
    ])
    expect(await list({ recordType: 'training-session', from: 2022, to: 2024 })).toEqual([
      'training-session 2022 C UNREPORTED 0',
      'training-session 2023 UNREPORTED 0',
      'training-session 2023 A UNREPORTED 0',
    ])
    await putRecords(database, 'nothing-to-report', 'X', [{ ...NOTHING, unit: 'A' }])
    expect(await list({ recordType: 'training-session' })).toEqual(['training-session 2023 UNREPORTED 0'])
    expect(await list({ recordType: 'training-session', state: 'NOTHING' })).toEqual([
      'training-session 2023 A NOTHING 0 培训处处长',
    ])
    await putRecords(database, 'nothing-to-report', 'X', [NOTHING])
    expect(await list({ recordType: 'training-session' })).toEqual([])
  })

  test('without registered units those are asked that records and zero reports name, under what represents them', async () => {
    const database = await open()
    const list = lister(database)
    await putInstitution(database, 'X', '2024-08-31')
    await putRecords(database, 'mobility', 'X', [{ ...STAY, person: 'h1', unit: 'FAO' }])
    await putRecords(database, 'nothing-to-report', 'X', [{ ...NOTHING, unit: 'INTL' }])
    expect(await list({ recordType: 'training-session' })).toEqual([
      'training-session 2023 UNREPORTED 0',
      'training-session 2023 FAO UNREPORTED 0',
    ])
    await putRecords(database, 'same-as', 'X', [
      { record_type: 'unit', code: 'FAO', same_as: 'INTL', relation: 'renamed', decided_by: '处长' },
    ])
    expect(await list({ recordType: 'training-session' })).toEqual(['training-session 2023 UNREPORTED 0'])
    expect(await list({ recordType: 'training-session', unit: 'FAO', state: 'NOTHING' })).toEqual([
      'training-session 2023 INTL NOTHING 0 培训处处长',
    ])
  })

  test('of a mobility each direction and audience is reported by itself, and a register for the institution alone', async () => {
    const database = await open()
    const list = lister(database)
    await putInstitution(database, 'X', '2024-08-31')
    await putRecords(database, 'mobility', 'X', [{ ...STAY, person: 'h1', unit: 'A' }])
    await putRecords(database, 'nothing-to-report', 'X', [{ ...NOTHING, record_type: 'mobility', direction: 'in' }])
    expect(await list({ recordType: 'mobility', unit: 'A' })).toEqual(['mobility 2023 A out staff UNREPORTED 0'])
    expect(await list({ recordType: 'partner' })).toEqual(['partner 2023 UNREPORTED 0'])
    await putRecords(database, 'partner', 'X', [{ code: 'P', name_en: 'A', country: 'VN', from: '2020-01-01' }])
    expect(await list({ recordType: 'partner' })).toEqual([])
    expect(await list({ recordType: 'partner', from: 2018, to: 2018 })).toEqual(['partner 2018 UNREPORTED 0'])
  })

  test('a class is reported in its own school year, and nothing is missing yet of a year that has not begun', async () => {
    const database = await open()
    const list = lister(database)
    await putInstitution(database, 'X', '2024-08-31')
    await putRecords(database, 'graduate-outcome', 'X', [
      { person: 'h', class: 2023, observation: '12-31', status: 'employed' },
    ])
    expect(await list({ recordType: 'graduate-outcome', from: 2021, to: 2026 })).toEqual([
      'graduate-outcome 2021 UNREPORTED 0',
      'graduate-outcome 2023 UNREPORTED 0',
    ])
  })

  test('it is shown to those who may read the institution, and refused where it makes no sense', async () => {
    const database = await open()
    const list = lister(database)
    await putInstitution(database, 'X', '2024-08-31')
    await expect(list({}, ANONYMOUS)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(list({ recordType: 'mobilty' })).rejects.toMatchObject({ facts: { nearest: ['mobility'] } })
    await expect(list({ from: 1990 })).rejects.toMatchObject({ code: 'BAD_PERIOD' })
    await expect(list({ institution: 'Z' })).rejects.toMatchObject({ code: 'UNKNOWN_INSTITUTION' })
  })

  test('a statement that there was nothing beside records is a warning, whichever came first', async () => {
    const desk = await openDeskWithCollege(await open())
    const stays = [
      'person,direction,audience,purpose,country,start,end,unit',
      'L1,out,student,study,VN,2023-10-01,2023-10-02,A',
    ]
    const report = (unit: string, direction: string) => [
      'record_type,from,to,unit,direction,signer',
      `mobility,2023-09-01,2024-08-31,${unit},${direction},处长`,
    ]
    await desk.put('mobility', stays)
    const codes = async (type: string, lines: string[]) =>
      (await desk.put(type, lines)).warnings.map(({ row, code }) => [row, code])
    expect(await codes('nothing-to-report', report('', 'in'))).toEqual([])
    expect(await codes('nothing-to-report', report('B', ''))).toEqual([])
    expect(await codes('nothing-to-report', report('A', 'out'))).toEqual([[2, 'NOTHING_AND_RECORDS']])
    const later = [
      stays[0]!,
      'L2,out,student,study,VN,2022-10-01,2022-10-02,B',
      'L3,out,student,study,VN,2024-08-31,2024-09-02,B',
    ]
    expect(await codes('mobility', later)).toEqual([[3, 'NOTHING_AND_RECORDS']])
  })
})
