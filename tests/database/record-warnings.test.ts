import { expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { commitBatch } from '@causeway/server/records/commit'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import type { RecordWarning } from '@causeway/server/records/warning'
import { findWarnings } from '@causeway/server/records/warnings'
import { forEachDatabase } from '../support/databases.ts'
import { putRecords, type Values } from '../support/put-records.ts'

async function warn(database: Database, recordType: string, rows: Values[]): Promise<RecordWarning[]> {
  const type = recordTypeOf(recordType)
  let warnings: RecordWarning[] = []
  const header = { recordType, fileName: 'x', fileHash: () => '', encoding: () => null, dataDate: '2024-08-31' }
  await commitBatch(database, header, async (writer) => {
    await writer.add(rows.map((values, i) => ({ row: i + 2, institution: 'A', key: naturalKey(type, values), values })))
    warnings = await findWarnings(writer, type)
    return 'keep'
  })
  return warnings
}

const stay = (person: string, country: string, start: string, end: string, direction = 'out') => ({
  ...{ person, country, start, end, direction, audience: 'student', purpose: 'study' },
})
const learner = {
  person: 'p',
  kind: 'degree',
  nationality: 'VN',
  start: '2023-09-01',
  end: '2024-06-30',
  programme: 'P1',
}

forEachDatabase((_name, open) => {
  it('a stay of over 400 days is doubtful, one of 400 is not', async () => {
    const database = await open()
    const warnings = await warn(database, 'mobility', [
      stay('a', 'VN', '2023-01-01', '2024-02-04'),
      stay('b', 'VN', '2023-01-01', '2024-02-05'),
    ])
    expect(warnings.map(({ code, row, value }) => [code, row, value])).toEqual([['LONG_STAY', 3, '401']])
  })

  it('a raw score above its maximum is doubtful, also where a later file brings only one of the two', async () => {
    const database = await open()
    const sat = (person: string, raw: number, max: number | null) => ({
      ...{ person, instrument: 'I', phase: 'final', date: '2023-11-18', raw, max },
    })
    const warnings = await warn(database, 'assessment-result', [
      sat('a', 9000, 8000),
      sat('b', 8000, 8000),
      sat('c', 9050, null),
    ])
    expect(warnings).toEqual([
      {
        code: 'ABOVE_MAX',
        row: 2,
        field: 'raw',
        value: '90',
        message: {
          zh: '得分 90 高于满分 80，请核对这两项。',
          en: 'A raw score of 90 is above the maximum of 80: look at both.',
        },
      },
    ])
    const { date: _date, raw: _raw, ...later } = sat('c', 0, 9000)
    expect((await warn(database, 'assessment-result', [later])).map(({ code, value }) => [code, value])).toEqual([
      ['ABOVE_MAX', '90.5'],
    ])
  })

  it('a virtual mobility is no stay: it may last long, and be anywhere', async () => {
    const database = await open()
    await putRecords(database, 'institution', null, [{ code: 'A', name_zh: '甲', country: 'CN' }])
    const warnings = await warn(database, 'mobility', [
      { ...stay('a', 'VN', '2022-01-01', '2023-12-31'), virtual: 1 },
      stay('a', 'LA', '2023-01-10', '2023-01-12'),
    ])
    expect(warnings).toEqual([])
  })

  it('a person in two countries on one day is doubtful, and both are named', async () => {
    const database = await open()
    await putRecords(database, 'institution', null, [{ code: 'A', name_zh: '甲', country: 'CN' }])
    await putRecords(database, 'mobility', 'A', [stay('a', 'VN', '2023-01-01', '2023-01-10')])
    const warnings = await warn(database, 'mobility', [
      stay('a', 'LA', '2023-01-10', '2023-01-12'),
      stay('b', 'LA', '2023-01-10', '2023-01-12'),
      stay('a', 'VN', '2023-01-05', '2023-01-06'),
      stay('c', 'RU', '2023-03-01', '2023-03-02'),
      stay('c', 'RU', '2023-03-02', '2023-03-04', 'in'),
    ])
    expect(warnings.map(({ code, row, value }) => [code, row, value])).toEqual([
      ['TWO_COUNTRIES', 2, '2023-01-10'],
      ['TWO_COUNTRIES', 5, '2023-03-02'],
    ])
    expect(warnings[0]!.message).toEqual({
      zh: '同一人在 2023-01-10 既在老挝，又在越南。',
      en: 'The same person is in Laos and in Viet Nam on 2023-01-10.',
    })
  })

  it('one person with two sexes or two nationalities is doubtful, over all that is known of them', async () => {
    const database = await open()
    await putRecords(database, 'training-session', 'A', [
      {
        session: 's',
        person: 'p',
        country: 'VN',
        start: '2022-01-01',
        end: '2022-01-02',
        training_days: 4,
        sex: 'male',
      },
    ])
    const warnings = await warn(database, 'enrolment', [
      { ...learner, sex: 'female' },
      { ...learner, programme: 'P2', nationality: 'LA' },
      { ...learner, person: 'q', nationality: 'unknown' },
      { ...learner, person: 'q', programme: 'P2', nationality: 'LA' },
    ])
    expect(warnings.map(({ code, row }) => [code, row])).toEqual([
      ['TWO_SEXES', 2],
      ['TWO_NATIONALITIES', 2],
      ['COUNTRY_NOT_KNOWN', 4],
    ])
  })

  it('group and person rows for one programme and time are doubtful, for different times they are not', async () => {
    const database = await open()
    await putRecords(database, 'enrolment', 'A', [learner])
    const group = {
      headcount: 9,
      kind: 'degree',
      nationality: 'VN',
      start: '2024-01-01',
      end: '2024-06-30',
      programme: 'P1',
    }
    const later = { ...group, start: '2024-07-01', end: '2024-12-31' }
    expect(await warn(database, 'enrolment', [later, { ...group, programme: 'P2' }])).toEqual([])
    const warnings = await warn(database, 'enrolment', [group])
    expect(warnings).toMatchObject([{ code: 'GROUP_AND_PERSONS', row: 2, value: 'P1' }])
  })
})
