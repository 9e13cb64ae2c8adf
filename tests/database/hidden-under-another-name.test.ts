import { expect } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { tiedBefore } from '@causeway/server/figures/disclosure/ties'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { sameCounts } from '@causeway/server/figures/indicators/same-count'
import { onOneDatabase, test } from '../support/databases.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'
import { seenByPublic } from '../support/seen-by-public.ts'
import GAVE_WAY from './gave-way.json' with { type: 'json' }

interface Group {
  programme: string
  country: string
  kind?: string
  persons: number
}

async function putLearners(database: Database, groups: Group[]): Promise<void> {
  await putInstitution(database, 'X', '2024-08-31')
  const programmes = [...new Set(groups.map(({ programme }) => programme))]
  await putRecords(
    database,
    'programme',
    'X',
    programmes.map((code) => ({ code, name_en: code, kind: 'ordinary' })),
  )
  const rows = groups.flatMap(({ programme, country, kind = 'degree', persons }, group) =>
    Array.from({ length: persons }, (_, n): Values => ({
      person: `${group}-${n}`,
      ...{ programme, kind, full_time: 1, nationality: country, start: '2023-09-01', end: '2024-07-01' },
    })),
  )
  await putRecords(database, 'enrolment', 'X', rows)
}

test('what a rate counts of the same persons as another indicator follows that one', () => {
  const followed = CATALOGUE.flatMap((one) =>
    sameCounts(CATALOGUE, one).map(({ leader }) => `${one.code} ${leader.code}`),
  )
  expect(followed).toEqual(['EX04 EX02', 'EX05 EX02', 'SK24 DN01'])
})

test('of two of which one counts persons of the other one gives way: a rate to a count, a variant to what it varies', () => {
  const gaveWay = CATALOGUE.flatMap((one) => {
    const to = tiedBefore(CATALOGUE, one).map(({ other }) => other.code)
    return to.length === 0 ? [] : [`${one.code} to ${to.join(' ')}`]
  })
  expect(gaveWay).toEqual(GAVE_WAY)
})

onOneDatabase(() => {
  test('few persons whom one indicator counts and another does not are said by no difference of the two', async (database) => {
    await putInstitution(database, 'X', '2024-08-31')
    const posts = (first: number, count: number, country: string, professional: number) =>
      Array.from({ length: count }, (_, n): Values => ({
        person: `T${first + n}`,
        ...{ organisation: 'O', post: 'P', country, professional, from: '2022-09-01' },
      }))
    await putRecords(database, 'office-held', 'X', [
      ...posts(0, 8, 'TH', 1),
      ...posts(100, 2, 'TH', 0),
      ...posts(200, 9, 'VN', 1),
      ...posts(300, 6, 'RU', 1),
      ...posts(400, 7, 'RU', 0),
    ])
    const all = await seenByPublic(database, 'teachers-with-foreign-posts', 'country', [2023])
    const some = await seenByPublic(database, 'teachers-with-professional-posts', 'country', [2023])
    expect(Object.fromEntries(all.map(({ key, value }) => [key, value]))).toEqual({
      '2023 TH': 10,
      '2023 VN': 9,
      '2023 RU': 13,
    })
    // Of Thailand 10 and 8 would tell of two, and 10 + 13 and 8 + 6 of them too, were those of Russia shown.
    expect(Object.fromEntries(some.map(({ key, value }) => [key, value]))).toEqual({
      '2023 TH': null,
      '2023 VN': 9,
      '2023 RU': null,
    })
  })

  test('how few passed only when they sat again is said by no difference of the two rates', async (database) => {
    await putInstitution(database, 'X', '2024-08-31')
    const sat = (programme: string, attempt: number, first: number, count: number, passed: number) =>
      Array.from({ length: count }, (_, n): Values => ({
        ...{ person: `${programme}${first + n}`, programme, instrument: 'X-CNC', version: '1', phase: 'final' },
        ...{ certificate_level: 'junior', attempt, date: `2024-0${attempt}-10`, passed },
      }))
    const programmes = ['a', 'b', 'c'].map((code) => ({ code, name_en: code, kind: 'ordinary' }))
    await putRecords(database, 'programme', 'X', programmes)
    await putRecords(database, 'assessment-result', 'X', [
      ...[...sat('a', 1, 0, 14, 1), ...sat('a', 1, 14, 8, 0), ...sat('a', 2, 14, 2, 1)],
      ...[...sat('b', 1, 0, 20, 1), ...sat('b', 1, 20, 12, 0), ...sat('b', 2, 20, 6, 1)],
      ...[...sat('c', 1, 0, 30, 1), ...sat('c', 1, 30, 15, 0), ...sat('c', 2, 30, 9, 1)],
    ])
    const of = async (code: string) =>
      (await seenByPublic(database, code, 'programme', [2023])).map(({ key, over, under }) => [key, over, under])
    // Of a two more passed; were b shown, they would follow from the whole. Who sat is nobody's secret only where both rates show it.
    for (const [code, passed] of [
      ['SK05', 30],
      ['SK05.best', 39],
    ] as const)
      expect(await of(code), code).toEqual([
        ['2023 a', null, null],
        ['2023 b', null, null],
        ['2023 c', passed, 45],
      ])
  })

  test('how few graduates are without work is said by no number of those who work beside that of all', async (database) => {
    await putInstitution(database, 'X', '2024-08-31')
    const graduates = (programme: string, count: number, employed: number, matched: number) =>
      Array.from({ length: count }, (_, n): Values => ({
        ...{ person: `${programme}${n}`, programme, class: 2023, observation: '12-31' },
        ...(n < employed ? { status: 'employed', matched: Number(n < matched) } : { status: 'not-employed' }),
      }))
    const certificates = (programme: string, count: number) =>
      Array.from({ length: count }, (_, n): Values => ({
        ...{ person: `${programme}${n}`, certificate: 'C', date: '2023-05-08', awarded: 1, programme },
      }))
    const programmes = ['a', 'b', 'c'].map((code) => ({ code, name_en: code, kind: 'ordinary' }))
    await putRecords(database, 'programme', 'X', programmes)
    const type = { code: 'C', name_en: 'C', issuer: 'I', country: 'CN' }
    await putRecords(database, 'certificate-type', 'X', [type])
    await putRecords(
      database,
      'certificate-award',
      'X',
      ['a', 'b', 'c'].flatMap((code) => certificates(code, 9)),
    )
    await putRecords(database, 'graduate-outcome', 'X', [
      ...[...graduates('a', 24, 22, 12), ...graduates('b', 30, 21, 11), ...graduates('c', 40, 28, 19)],
    ])
    const of = async (code: string) =>
      (await seenByPublic(database, code, 'programme', [2022])).map(({ key, under }) => [key, under])
    // Of a two are without work; were b shown, they would follow from the whole.
    for (const [code, graduates] of [
      ['SK04', 40],
      ['SK17', 28],
    ] as const)
      expect(await of(code), code).toEqual([
        ['2022 a', null],
        ['2022 b', null],
        ['2022 c', graduates],
      ])
  })

  test('how few found work between two days is said by no difference of the two rates', async (database) => {
    await putInstitution(database, 'X', '2024-08-31')
    const asked = (observation: string, employed: number) =>
      Array.from({ length: 30 }, (_, n): Values => ({
        ...{ person: `G${n}`, class: 2023, observation, status: n < employed ? 'employed' : 'not-employed' },
      }))
    await putRecords(database, 'graduate-outcome', 'X', [...asked('08-31', 20), ...asked('12-31', 22)])
    const of = async (code: string) => (await seenByPublic(database, code, null, [2022])).map(({ over }) => over)
    expect([await of('SK15.dec'), await of('SK15.aug')]).toEqual([[22], [null]])
    await putRecords(database, 'graduate-outcome', 'X', asked('12-31', 25))
    expect([await of('SK15.dec'), await of('SK15.aug')]).toEqual([[25], [20]])
  })

  test('what was worked out for the sake of another indicator is so anew once its records have changed', async (database) => {
    await putLearners(database, [{ programme: 'a', country: 'VN', persons: 20 }])
    const of = async (code: string) => (await seenByPublic(database, code, null, [2023])).map(({ value }) => value)
    expect([await of('IN03'), await of('EX02')]).toEqual([[0], [20]])
    const more = Array.from({ length: 6 }, (_, n): Values => ({
      ...{ person: `more-${n}`, programme: 'a', kind: 'degree', full_time: 1, nationality: 'LA' },
      ...{ start: '2023-09-01', end: '2024-07-01' },
    }))
    await putRecords(database, 'enrolment', 'X', more)
    expect([await of('EX01'), await of('EX02')]).toEqual([[0], [26]])
  })

  test('a count that is hidden beside a small one is not said as the denominator of a rate', async (database) => {
    // Of the degree shares that of c is hidden for the two that are left of it, which might be beside a in place of b.
    await putLearners(database, [
      { programme: 'a', country: 'VN', persons: 3 },
      { programme: 'b', country: 'VN', persons: 12 },
      { programme: 'c', country: 'VN', persons: 20 },
      { programme: 'c', country: 'VN', kind: 'non-degree', persons: 2 },
      { programme: 'd', country: 'VN', persons: 30 },
      { programme: 'd', country: 'VN', kind: 'non-degree', persons: 9 },
    ])
    const counts = await seenByPublic(database, 'foreign-students', 'programme', [2023])
    const rates = await seenByPublic(database, 'degree-student-share', 'programme', [2023])
    expect(counts.slice(0, 2).map(({ value }) => value)).toEqual([null, null])
    expect(rates.slice(0, 2).map(({ under }) => under)).toEqual([null, null])
  })
})
