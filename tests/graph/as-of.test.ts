import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { tellRevisions } from '@causeway/server/ground/database/migrations/0012-revisions'
import { revertBatch } from '@causeway/server/records/revert'
import { bearer, openCollege, readerOf, type College } from '../support/college.ts'
import { forEachDatabase, onOneDatabase, test } from '../support/databases.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'

const stay = (person: string) => ({
  ...{ person, direction: 'out', audience: 'staff', purpose: 'guide', country: 'TH' },
  ...{ start: '2023-10-01', end: '2023-10-10' },
})
const QUESTION = `query ($asOf: DateTime) {
  indicator(id: "EX11") { series(institution: "X", from: 2023, to: 2023, asOf: $asOf) {
    revision computedAt figures { value gap records { totalCount } targets { value } }
  } }
  records(type: "mobility", institution: "X", asOf: $asOf) { totalCount }
  reconcile(indicator: "EX11", institution: "X", year: 2023, asOf: $asOf) { reference { value } }
}`

/** Each a little after the one before it. */
async function after(change: () => Promise<unknown>): Promise<string> {
  await change()
  await sleep(3)
  const now = new Date().toISOString()
  await sleep(3)
  return now
}

async function openTwoTimes(college: College) {
  const { database } = college.causeway
  await putInstitution(database, 'X', '2024-08-31')
  const first = await after(() => putRecords(database, 'mobility', 'X', [stay('a')]))
  const target = { plan: 'P', indicator: 'EX11', basis: null, year: 2023, value: 3_000_000, cumulative: 0, base: 0 }
  const second = await after(async () => {
    await putRecords(database, 'target', 'X', [target])
    await putRecords(database, 'mobility', 'X', [stay('b'), stay('c')])
  })
  await putRecords(database, 'mobility', 'X', [stay('d')])
  return { first, second }
}

onOneDatabase(() => {
  test('records, figures, targets and differences are those of the time that is asked about', async (database) => {
    const college = await openCollege(database)
    const { first, second } = await openTwoTimes(college)
    const me = await readerOf(college)
    const at = async (asOf: string | null) => {
      const { data, errors } = await college.ask(QUESTION, { asOf }, me)
      expect(errors).toBeUndefined()
      const { figures } = data.indicator.series
      return {
        ...{ value: figures[0].value, behind: figures[0].records.totalCount, target: figures[0].targets[0]?.value },
        ...{ records: data.records.totalCount, reference: data.reconcile.reference.value },
      }
    }
    expect(await at(first)).toEqual({ value: 10, behind: 1, target: undefined, records: 1, reference: 10 })
    expect(await at(second)).toEqual({ value: 30, behind: 3, target: 3, records: 3, reference: 30 })
    expect(await at(null)).toEqual({ value: 40, behind: 4, target: 3, records: 4, reference: 40 })
    const csv = await college.get(`/i/EX11.csv?institution=X&from=2023&to=2023&asOf=${second}`, me)
    expect(await csv.text()).toContain(',30,')
    const form = await college.get(`/forms/international-influence/2018/2023.csv?institution=X&asOf=${first}`, me)
    expect(form.status).toBe(200)
  })

  test('what is no time, has not come, or was before the first revision is refused and says what there is', async (database) => {
    const college = await openCollege(database)
    const { first } = await openTwoTimes(college)
    const me = await readerOf(college)
    const ask = async (asOf: string, headers: Record<string, string>) => {
      const response = await college.get(
        `/i/EX11.json?institution=X&from=2023&to=2023&asOf=${encodeURIComponent(asOf)}`,
        headers,
      )
      return ((await response.json()) as { error?: { code: string; first?: string } }).error
    }
    expect(await ask('then', me)).toMatchObject({ code: 'BAD_AS_OF' })
    for (const variables of [{ asOf: '2024-02-30' }, null]) {
      const query = variables ? QUESTION : QUESTION.replaceAll('$asOf)', '"2024-02-30")').replace(/\(\$asOf: \w+\)/, '')
      const [error] = (await college.ask(query, variables ?? {}, me)).errors!
      expect(error!.extensions.messages).toEqual({
        zh: '“2024-02-30”不是时间：请写作 2026-08-31T07:30:00Z 的样子，或只写日期，年份为 1900 至 2199。',
        en: '"2024-02-30" is no time: write it as 2026-08-31T07:30:00Z, or a day alone, of a year from 1900 to 2199.',
      })
    }
    expect(await ask('2099-01-01', me)).toMatchObject({ code: 'AS_OF_IN_FUTURE' })
    const before = await ask('2001-01-01', me)
    expect(before).toMatchObject({ code: 'BEFORE_FIRST_REVISION' })
    expect(before!.first! < first).toBe(true)
    expect(await ask(first, {})).toMatchObject({ code: 'NOTHING_RELEASED' })
    const other = bearer(await college.tokenFor('reader', 'Y'))
    expect(await ask(first, other)).toMatchObject({ code: 'NOTHING_RELEASED' })
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format()
    expect(await ask(today, me)).toBeUndefined()
  })
})

forEachDatabase(() => {
  test('no revision is earlier than the one before it, whatever the clock says', async (database) => {
    await putInstitution(database, 'X')
    const ahead = '2999-01-01T00:00:00.000Z'
    await database.write((db) => db.updateTable('institution_state').set({ committed_at: ahead }).execute())
    await putRecords(database, 'mobility', 'X', [stay('a')])
    const rows = await database.quick.selectFrom('revision').select(['revision', 'at']).orderBy('revision').execute()
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2])
    expect(rows[1]!.at).toBe(ahead)
  })

  test('a database from before gets its revisions from its batches, and from when they were taken back', async (database) => {
    await putInstitution(database, 'X', '2023-08-31')
    const { batch } = await putRecords(database, 'mobility', 'X', [stay('a')], { dataDate: '2024-02-29' })
    await sleep(3)
    await revertBatch(database, batch!)
    await sleep(3)
    await putRecords(database, 'mobility', 'X', [stay('b')], { dataDate: null })
    const read = () =>
      database.quick.selectFrom('revision').select(['revision', 'at', 'data_date']).orderBy('revision').execute()
    const written = await read()
    await database.write(async (db) => {
      await db.deleteFrom('revision').execute()
      await tellRevisions(db)
    })
    const found = await read()
    expect(found.map(({ revision, data_date }) => [revision, data_date])).toEqual([
      [1, '2023-08-31'],
      [2, '2024-02-29'],
      [3, '2023-08-31'],
      [4, '2023-08-31'],
    ])
    for (const [index, { at }] of found.entries())
      expect(Math.abs(Date.parse(at) - Date.parse(written[index]!.at))).toBeLessThan(1000)
    expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).toSorted())
  })
})
