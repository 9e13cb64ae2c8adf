import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect } from 'vitest'
import { findBatch, listBatches } from '@causeway/server/records/batches'
import { findInstitution } from '@causeway/server/records/institutions'
import { findRecord, listRecords } from '@causeway/server/records/list-records'
import { revertBatch, RevertRefused } from '@causeway/server/records/revert'
import { forEachDatabase, test as it } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'

const COLLEGE = { code: 'A', name_zh: '甲学院', country: 'CN' }
const PARTNER = { code: 'P1', name_zh: '伙伴', country: 'RU' }
const STAY = {
  ...{ person: 'h1', direction: 'out', audience: 'staff', purpose: 'train', country: 'RU' },
  ...{ start: '2023-10-01', end: '2023-10-10' },
}

forEachDatabase(() => {
  it('a batch that is taken back leaves what was before it, under the batch it came from', async (database) => {
    await putRecords(database, 'institution', null, [COLLEGE])
    const first = await putRecords(database, 'partner', 'A', [PARTNER])
    const second = await putRecords(database, 'partner', 'A', [
      { ...PARTNER, name_zh: '改名' },
      { ...PARTNER, code: 'P2' },
    ])
    expect(await revertBatch(database, second.batch!)).toEqual({ institutions: ['A'], withdrawn: 1, restored: 1 })
    const record = await findRecord(database, 'partner/A/P1')
    expect(record).toMatchObject({ batch: first.batch, since: 4, until: null, values: { name_zh: '伙伴' } })
    expect(await findRecord(database, 'partner/A/P2')).toBeNull()
    expect((await findInstitution(database, 'A'))?.revision).toBe(4)
    expect((await findBatch(database, second.batch!))?.revertedAt).not.toBeNull()
    await expect(revertBatch(database, second.batch!)).rejects.toThrow(RevertRefused)
    // And what it was rests on is free again.
    expect(await revertBatch(database, first.batch!)).toEqual({ institutions: ['A'], withdrawn: 1, restored: 0 })
  })

  it('a batch is not taken back while later ones changed the same records, and they are named in order', async (database) => {
    const first = await putRecords(database, 'partner', 'A', [PARTNER, { ...PARTNER, code: 'P2' }])
    const second = await putRecords(database, 'partner', 'A', [{ ...PARTNER, name_zh: '二' }])
    const third = await putRecords(database, 'partner', 'A', [{ ...PARTNER, name_zh: '三' }])
    const other = await putRecords(database, 'partner', 'A', [{ ...PARTNER, code: 'P9' }])
    await expect(revertBatch(database, first.batch!)).rejects.toMatchObject({
      code: 'REVERT_REFUSED',
      facts: { laterBatches: [second.batch, third.batch] },
      words: { en: expect.stringContaining(`in this order: ${third.batch}, ${second.batch}.`) },
    })
    await revertBatch(database, third.batch!)
    await expect(revertBatch(database, first.batch!)).rejects.toMatchObject({ facts: { laterBatches: [second.batch] } })
    await revertBatch(database, second.batch!)
    await revertBatch(database, first.batch!)
    expect(await findRecord(database, 'partner/A/P9')).toMatchObject({ batch: other.batch })
  })

  it('a batch is not taken back while later ones point to its records', async (database) => {
    const partners = await putRecords(database, 'partner', 'A', [PARTNER])
    const stays = await putRecords(database, 'mobility', 'A', [{ ...STAY, partner: 'P1' }])
    await expect(revertBatch(database, partners.batch!)).rejects.toMatchObject({
      facts: { laterBatches: [stays.batch] },
    })
    await revertBatch(database, stays.batch!)
    await revertBatch(database, partners.batch!)
  })

  it('a batch is not taken back where a record it changed would point again to what is gone, which is named', async (database) => {
    const partners = await putRecords(database, 'partner', 'A', [PARTNER])
    const stay = { ...STAY, partner: 'P1' }
    await putRecords(database, 'mobility', 'A', [stay])
    const freed = await putRecords(database, 'mobility', 'A', [{ ...stay, partner: null }])
    await revertBatch(database, partners.batch!)
    await expect(revertBatch(database, freed.batch!)).rejects.toMatchObject({
      code: 'REVERT_REFUSED',
      message: expect.stringContaining('P1'),
      facts: { laterBatches: [], missing: [{ recordType: 'partner', institution: 'A', code: 'P1' }] },
    })
    const page = await listRecords(database, { type: 'mobility', institution: 'A', first: 10 })
    expect(page.records.map(({ values }) => values['partner'])).toEqual([null])
    await putRecords(database, 'partner', 'A', [PARTNER])
    expect(await revertBatch(database, freed.batch!)).toMatchObject({ restored: 1 })
  })

  it('a batch is not taken back while records point to a code that it gave', async (database) => {
    await putRecords(database, 'partner', 'A', [{ ...PARTNER, source_id: '7' }])
    const renamed = await putRecords(database, 'partner', 'A', [{ ...PARTNER, source_id: '7', code: 'P2' }])
    await putRecords(database, 'mobility', 'A', [{ ...STAY, partner: 'P2' }])
    await expect(revertBatch(database, renamed.batch!)).rejects.toMatchObject({
      facts: { missing: [{ recordType: 'partner', code: 'P2' }] },
    })
  })

  it('an institution is not taken back while later batches brought it records', async (database) => {
    const colleges = await putRecords(database, 'institution', null, [COLLEGE])
    const stays = await putRecords(database, 'mobility', 'A', [STAY])
    await expect(revertBatch(database, colleges.batch!)).rejects.toMatchObject({
      facts: { laterBatches: [stays.batch] },
    })
    await revertBatch(database, stays.batch!)
    await revertBatch(database, colleges.batch!)
    expect(await findInstitution(database, 'A')).toBeNull()
  })

  it('taking a batch back takes its data date back, in every institution it touched', async (database) => {
    await putRecords(database, 'institution', null, [COLLEGE, { ...COLLEGE, code: 'B' }], { dataDate: '2023-08-31' })
    const both = await putRecords(
      database,
      'mobility',
      null,
      [
        { institution: 'A', ...STAY },
        { institution: 'B', ...STAY },
      ],
      {
        dataDate: '2025-08-31',
      },
    )
    expect(await revertBatch(database, both.batch!)).toEqual({ institutions: ['A', 'B'], withdrawn: 2, restored: 0 })
    for (const code of ['A', 'B']) {
      expect(await findInstitution(database, code)).toMatchObject({ dataDate: '2023-08-31', revision: 3 })
    }
  })

  it('a batch that says no day moves no data date, and holds none when another is taken back', async (database) => {
    await putRecords(database, 'institution', null, [COLLEGE], { dataDate: '2023-08-31' })
    const stays = await putRecords(database, 'mobility', 'A', [STAY], { dataDate: '2025-08-31' })
    const target = { plan: '双高', indicator: 'EX02', basis: null, year: 2025, value: 1_000_000 }
    await putRecords(database, 'target', 'A', [target], { dataDate: null })
    const dataDate = async () => (await findInstitution(database, 'A'))!.dataDate
    expect(await dataDate()).toBe('2025-08-31')
    await revertBatch(database, stays.batch!)
    expect(await dataDate()).toBe('2023-08-31')
  })

  it('a batch that is not there is refused by name', async (database) => {
    await expect(revertBatch(database, 'no-such')).rejects.toThrow(/no-such/)
  })

  it('batches are listed the latest first, page by page', async (database) => {
    const ids: string[] = []
    for (const code of ['P1', 'P2', 'P3']) {
      ids.unshift((await putRecords(database, 'partner', 'A', [{ ...PARTNER, code }])).batch!)
      const at = Date.now()
      while (Date.now() === at) await nextTurn()
    }
    const page = await listBatches(database, { institution: 'A', first: 2 })
    const rest = await listBatches(database, { institution: 'A', first: 2, after: page.endCursor })
    expect([...page.batches, ...rest.batches].map(({ id }) => id)).toEqual(ids)
    expect(page).toMatchObject({ hasNext: true, totalCount: 3 })
    expect(rest.hasNext).toBe(false)
  })
})
