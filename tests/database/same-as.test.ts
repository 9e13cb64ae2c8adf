import { expect } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { listFigureRecords } from '@causeway/server/figures/figure-records'
import { verifySets } from '@causeway/server/figures/verify-sets'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { listSameAs } from '@causeway/server/records/identity/decide'
import { hashPerson } from '@causeway/server/records/secret'
import { revertBatch } from '@causeway/server/records/revert'
import { forEachDatabase, test } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'
import { openSameAsCollege, STAY, stays } from '../support/same-as-college.ts'

forEachDatabase(() => {
  test('a unit that was renamed is one unit, in breakdowns and in filters by either code, until that is undone', async (database) => {
    const { decide, by, value, undo } = await openSameAsCollege(database)
    await putRecords(
      database,
      'mobility',
      'X',
      stays({ unit: 'FAO' }, { unit: 'FAO' }, { unit: 'INTL' }, { unit: 'AGRI' }),
    )
    expect(await by('IN17', 'unit')).toEqual({ AGRI: 1, FAO: 2, INTL: 1 })
    const { batch } = await decide('unit', 'FAO', 'INTL', 'renamed', { from: '2024-01-01' })
    expect(await by('IN17', 'unit')).toEqual({ AGRI: 1, INTL: 3 })
    expect(await value('IN17', { filter: [{ dimension: 'unit', in: ['FAO'] }] })).toBe(3)
    expect(await value('IN17', { filter: [{ dimension: 'unit', in: ['INTL'] }] })).toBe(3)
    expect(await value('IN17')).toBe(4)
    await undo('unit', 'FAO')
    expect(await by('IN17', 'unit')).toEqual({ AGRI: 1, FAO: 2, INTL: 1 })
    const again = await decide('unit', 'FAO', 'INTL', 'merged')
    await revertBatch(database, again.batch!)
    expect(await by('IN17', 'unit')).toEqual({ AGRI: 1, FAO: 2, INTL: 1 })
    await expect(revertBatch(database, batch!)).rejects.toMatchObject({ code: 'REVERT_REFUSED' })
  })

  test('a chain of decisions leads to its end, and the department of a programme follows it', async (database) => {
    const { decide, by } = await openSameAsCollege(database)
    await putRecords(database, 'programme', 'X', [
      { code: 'PA', name_en: 'A', kind: 'ordinary', department: 'D1' },
      { code: 'PB', name_en: 'B', kind: 'ordinary', department: 'D2' },
      { code: 'PC', name_en: 'C', kind: 'ordinary', department: 'D3' },
    ])
    await putRecords(database, 'mobility', 'X', stays({ programme: 'PA' }, { programme: 'PB' }, { programme: 'PC' }))
    await decide('unit', 'D1', 'D2', 'merged')
    await decide('unit', 'D2', 'D3', 'merged')
    expect(await by('IN17', 'department')).toEqual({ D3: 3 })
    await decide('programme', 'PA', 'PB', 'renamed')
    expect(await by('IN17', 'programme')).toEqual({ PB: 2, PC: 1 })
  })

  test('what was split is said and maps nothing', async (database) => {
    const { decide, by } = await openSameAsCollege(database)
    await putRecords(database, 'mobility', 'X', stays({ unit: 'FAO' }, { unit: 'A' }))
    await decide('unit', 'FAO', null, 'split', { from: '2023-09-01' })
    expect(await by('IN17', 'unit')).toEqual({ A: 1, FAO: 1 })
    expect(await listSameAs(database, 'X')).toMatchObject([{ code: 'FAO', sameAs: null, relation: 'split' }])
  })

  test('a partner under three spellings is one partner; a predecessor that was merged is another', async (database) => {
    const { decide, value, by } = await openSameAsCollege(database)
    await putRecords(database, 'partner', 'X', [
      { code: 'P1', name_en: 'Hanoi College', country: 'VN', type: 'college' },
      { code: 'P2', name_en: 'Hanoi Coll.', country: 'VN', type: 'college' },
      { code: 'P3', name_en: 'HC', country: 'LA', type: 'college' },
      { code: 'P4', name_en: 'Other', country: 'TH', type: 'college' },
    ])
    await putRecords(
      database,
      'mobility',
      'X',
      stays({ partner: 'P1' }, { partner: 'P2' }, { partner: 'P3' }, { partner: 'P4' }),
    )
    expect(await value('PF05')).toBe(3)
    await decide('partner', 'P2', 'P1')
    await decide('partner', 'P3', 'P1')
    expect(await value('PF05')).toBe(2)
    expect(await by('IN17', 'partner')).toEqual({ P1: 3, P4: 1 })
    await decide('partner', 'P4', 'P1', 'merged')
    expect(await value('PF05')).toBe(2)
    expect(await by('IN17', 'partner')).toEqual({ P1: 4 })
  })

  test('one trip that two units reported under their own ids is counted once, and kept twice', async (database) => {
    const { decide, ask, causeway } = await openSameAsCollege(database)
    await putRecords(database, 'mobility', 'X', [
      { ...STAY, person: 'h1', unit: 'A', source_id: '17' },
      { ...STAY, person: 'h1', unit: 'B', source_id: '99' },
    ])
    expect((await ask('IN17'))[0]).toMatchObject({ value: 2, recordCount: 2 })
    await expect(decide('mobility', 'B/9', '17', 'duplicate')).rejects.toThrow('Did you mean B/99?')
    expect(await decide('mobility', '99', 'A/17', 'duplicate')).toMatchObject({ code: '~B/99', sameAs: '~A/17' })
    const [figure] = await ask('IN17')
    expect(figure).toMatchObject({ value: 1, recordCount: 1 })
    const request = { indicator: 'IN17', institution: 'X', from: 2023, to: 2023 }
    const page = await listFigureRecords(
      causeway,
      OPERATOR,
      request,
      { year: 2023, category: null, across: null },
      'NUMERATOR',
      { first: 9 },
    )
    expect(page.records.map(({ key }) => key)).toEqual(['~A/17'])
  })

  test('two numbers of one person are one person', async (database) => {
    const { decide, value, secret } = await openSameAsCollege(database)
    const learner = (number: string) => ({
      ...{ person: hashPerson(secret, 'X', number), kind: 'degree', nationality: 'VN' },
      ...{ start: '2023-09-01', end: '2024-07-01' },
    })
    await putRecords(database, 'enrolment', 'X', [learner('S1'), learner('S2'), learner('S3')])
    expect(await value('EX02')).toBe(3)
    await decide('person', 's2', 'S1')
    expect(await value('EX02')).toBe(2)
  })

  test('a zero report of a unit that was renamed speaks for the unit under either code', async (database) => {
    const { decide, ask } = await openSameAsCollege(database)
    await putRecords(database, 'nothing-to-report', 'X', [
      { record_type: 'mobility', from: '2023-09-01', to: '2024-08-31', unit: 'FAO', signer: '处长' },
    ])
    await putRecords(database, 'mobility', 'X', stays({ unit: 'INTL', start: '2022-10-01', end: '2022-10-02' }))
    const filter = [{ dimension: 'unit', in: ['INTL'] }]
    expect((await ask('IN17', { filter }))[0]!.gap).toBe('NO_RECORDS')
    await decide('unit', 'FAO', 'INTL', 'renamed')
    expect((await ask('IN17', { filter }))[0]!.value).toBe(0)
  })

  test('the public sees one cell for what is one thing, whichever code it asks for', async (database) => {
    const { decide, ask } = await openSameAsCollege(database)
    await putRecords(database, 'programme', 'X', [
      { code: 'PA', name_en: 'A', kind: 'ordinary', department: 'D1' },
      { code: 'PB', name_en: 'B', kind: 'ordinary', department: 'D2' },
    ])
    await putRecords(
      database,
      'mobility',
      'X',
      Array.from({ length: 40 }, (_, i) => ({ person: `h${i}`, ...STAY, programme: i < 20 ? 'PA' : 'PB' })),
    )
    await decide('programme', 'PA', 'PB', 'merged')
    await decide('unit', 'D2', 'D1', 'renamed')
    for (const code of ['PA', 'PB'])
      expect((await ask('IN17', { filter: [{ dimension: 'programme', in: [code] }] }, ANONYMOUS))[0]!.value, code).toBe(
        40,
      )
    expect((await ask('IN17', { by: 'department' }, ANONYMOUS)).map((it) => [it.category, it.value])).toEqual([
      ['D1', 40],
    ])
  })

  test('figures kept before a decision are not served after it, and verify finds the kept ones true', async (database) => {
    const { decide, by, causeway } = await openSameAsCollege(database)
    await putRecords(database, 'mobility', 'X', stays({ unit: 'FAO' }, { unit: 'INTL' }))
    await by('IN17', 'unit')
    await settleKeeping(database)
    await decide('unit', 'FAO', 'INTL', 'renamed')
    expect(await by('IN17', 'unit')).toEqual({ INTL: 2 })
    await settleKeeping(database)
    expect(await verifySets(causeway)).toMatchObject({ checked: 1, differences: [] })
  })
})
