import { expect } from 'vitest'
import { commitBatch } from '@causeway/server/records/commit'
import { findInstitution } from '@causeway/server/records/institutions'
import { findRecord, listRecords } from '@causeway/server/records/list-records'
import { forEachDatabase, test as it } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'

const COLLEGE = { code: 'A', name_zh: '甲学院', country: 'CN' }
const HEADER = { recordType: 'partner', fileName: 'p.csv', fileHash: () => 'h', encoding: () => null, dataDate: null }
const PARTNER = { code: 'P1', name_zh: '伙伴', country: 'RU', from: '2020-01-01' }

forEachDatabase((name) => {
  it('text that would mark up a COPY is kept as it is', async (database) => {
    const odd = { name_zh: 'a\tb\\N\n\\.\n\r"é"\\', note: '\\N' }
    await putRecords(database, 'partner', 'A', [
      { ...PARTNER, ...odd },
      { code: 'P2', name_zh: '乙', country: 'RU' },
    ])
    expect((await findRecord(database, 'partner/A/P1'))?.values).toMatchObject(odd)
    expect((await findRecord(database, 'partner/A/P2'))?.values).toMatchObject({ note: null, from: null })
  })

  it('rows that do not go in are the cause of what is said, whatever fails after them, and leave nothing', async (database) => {
    const { header, row } = { header: { ...HEADER, institution: 'A' }, row: { row: 2, institution: 'A', key: 'P1' } }
    const committed = commitBatch(database, header, async (writer) => {
      await writer.add([{ ...row, values: { ...PARTNER, going_out: 'no number' } }])
      await writer.findRecords([['A', 'P1']])
      throw new Error('later')
    })
    const code = name === 'sqlite' ? 'SQLITE_CONSTRAINT_DATATYPE' : '22P02'
    await expect(committed).rejects.toMatchObject({ code })
    expect(await findRecord(database, 'partner/A/P1')).toBeNull()
  })

  it('a change closes a version and opens the next; neither is ever overwritten', async (database) => {
    await putRecords(database, 'institution', null, [COLLEGE])
    await putRecords(database, 'partner', 'A', [PARTNER])
    const second = await putRecords(database, 'partner', 'A', [{ ...PARTNER, name_zh: '新名' }])
    expect(second.outcomes).toEqual(['updated'])
    const versions = await database.quick
      .selectFrom('record_partner')
      .select(['since', 'until', 'name_zh', 'from', 'from_day', 'first_day', 'last_day'])
      .orderBy('since')
      .execute()
    const span = { from: '2020-01-01', from_day: 18262, first_day: 18262, last_day: null }
    expect(versions).toEqual([
      { since: 2, until: 3, name_zh: '伙伴', ...span },
      { since: 3, until: null, name_zh: '新名', ...span },
    ])
  })

  it('the same file twice changes nothing, says so, and raises no revision', async (database) => {
    await putRecords(database, 'institution', null, [COLLEGE])
    await putRecords(database, 'partner', 'A', [PARTNER])
    const before = await findInstitution(database, 'A')
    const again = await putRecords(database, 'partner', 'A', [PARTNER], { dataDate: before!.dataDate! })
    expect(again).toMatchObject({
      outcomes: ['unchanged'],
      batch: null,
      accepted: 0,
      updated: 0,
      unchanged: 1,
      revisions: {},
    })
    expect(await database.quick.selectFrom('batch').select('id').execute()).toHaveLength(2)
    expect(await findInstitution(database, 'A')).toEqual(before)
  })

  it('a column that a file lacks leaves the field as it is, an empty cell empties it', async (database) => {
    await putRecords(database, 'partner', 'A', [{ ...PARTNER, going_out: 1 }])
    await putRecords(database, 'partner', 'A', [{ code: 'P1', from: null }])
    const record = await findRecord(database, 'partner/A/P1')
    expect(record?.values).toMatchObject({ name_zh: '伙伴', going_out: 1, from: null })
  })

  it('two rows of one file with one key are one where they are alike, and a problem where they differ', async (database) => {
    const other = { ...PARTNER, name_zh: '别名' }
    const { outcomes, accepted } = await putRecords(database, 'partner', 'A', [PARTNER, PARTNER, other])
    expect(outcomes).toEqual(['accepted', 'duplicate-alike', 'duplicate-key'])
    expect(accepted).toBe(1)
    const again = await putRecords(database, 'partner', 'A', [PARTNER, PARTNER, other])
    expect(again.outcomes).toEqual(['unchanged', 'duplicate-alike', 'duplicate-key'])
  })

  it('a code names one record, whatever the source ids', async (database) => {
    const { outcomes } = await putRecords(database, 'partner', 'A', [
      { ...PARTNER, source_id: 'x' },
      { ...PARTNER, source_id: 'y' },
      PARTNER,
    ])
    expect(outcomes).toEqual(['accepted', 'duplicate-key', 'duplicate-key'])
  })

  it('a file that is undone leaves the database as it was', async (database) => {
    const result = await putRecords(database, 'institution', null, [COLLEGE], { decision: 'undo' })
    expect(result).toMatchObject({ batch: null, accepted: 1, revisions: {} })
    expect(await findInstitution(database, 'A')).toBeNull()
    expect(await database.quick.selectFrom('institution_state').selectAll().execute()).toEqual([])
  })

  it('a corrected headcount updates its group row', async (database) => {
    const group = { headcount: 20, kind: 'degree', nationality: 'VN', start: '2023-09-01', level: 'higher' }
    await putRecords(database, 'enrolment', 'A', [group])
    const corrected = await putRecords(database, 'enrolment', 'A', [{ ...group, headcount: 21 }])
    expect(corrected.outcomes).toEqual(['updated'])
    const other = await putRecords(database, 'enrolment', 'A', [{ ...group, level: 'bachelor' }])
    expect(other.outcomes).toEqual(['accepted'])
  })

  it('a batch may touch several institutions, with one revision in each', async (database) => {
    await putRecords(database, 'institution', null, [
      COLLEGE,
      { code: 'B', name_en: 'Beta', country: 'GB', school_year_start: '08-01' },
    ])
    await putRecords(database, 'partner', 'A', [PARTNER])
    const group = { headcount: 5, kind: 'domestic', nationality: 'CN', start: '2023-09-01' }
    const both = await putRecords(database, 'enrolment', null, [
      { institution: 'B', ...group },
      { institution: 'A', ...group },
      { institution: 'B', ...group, headcount: 7, level: 'higher' },
    ])
    expect(both.revisions).toEqual({ A: 3, B: 2 })
    expect(await findInstitution(database, 'B')).toMatchObject({
      revision: 2,
      schoolYearStart: '08-01',
      name: { zh: 'Beta', en: 'Beta' },
    })
    const revisions = await database.quick
      .selectFrom('record_revision')
      .select(['institution', 'record_type', 'revision'])
      .orderBy('institution')
      .orderBy('record_type')
      .execute()
    expect(revisions).toEqual([
      { institution: 'A', record_type: 'data-date', revision: 1 },
      { institution: 'A', record_type: 'enrolment', revision: 3 },
      { institution: 'A', record_type: 'institution', revision: 1 },
      { institution: 'A', record_type: 'partner', revision: 2 },
      { institution: 'B', record_type: 'data-date', revision: 1 },
      { institution: 'B', record_type: 'enrolment', revision: 2 },
      { institution: 'B', record_type: 'institution', revision: 1 },
    ])
  })

  it('the data date is the latest of the batches that changed something, and an earlier one does not move it back', async (database) => {
    await putRecords(database, 'institution', null, [COLLEGE], { dataDate: '2024-08-31' })
    await putRecords(database, 'partner', 'A', [PARTNER], { dataDate: '2023-08-31' })
    expect((await findInstitution(database, 'A'))?.dataDate).toBe('2024-08-31')
    await putRecords(database, 'partner', 'A', [{ ...PARTNER, code: 'P2' }], { dataDate: '2025-08-31' })
    expect((await findInstitution(database, 'A'))?.dataDate).toBe('2025-08-31')
  })

  it('a page of records begins where the last one ended, whatever came in between', async (database) => {
    const partner = (code: string) => ({ ...PARTNER, code, country: code === 'P3' ? 'VN' : 'RU' })
    await putRecords(database, 'partner', 'A', ['P1', 'P3', 'P5'].map(partner))
    const first = await listRecords(database, { type: 'partner', institution: 'A', first: 2 })
    expect(first).toMatchObject({ hasNext: true, totalCount: 3 })
    await putRecords(database, 'partner', 'A', ['P0', 'P4'].map(partner))
    const next = await listRecords(database, { type: 'partner', institution: 'A', first: 2, after: first.endCursor })
    expect(next.records.map(({ values }) => values['code'])).toEqual(['P4', 'P5'])
    const filter = [{ dimension: 'country', in: ['VN'] }]
    const some = await listRecords(database, { type: 'partner', institution: 'A', first: 9, filter })
    expect(some.records.map(({ id }) => id)).toEqual(['partner/A/P3'])
    await expect(async () =>
      listRecords(database, {
        type: 'partner',
        institution: 'A',
        first: 9,
        filter: [{ dimension: 'sex', in: ['female'] }],
      }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_DIMENSION' })
  })
})
