import { expect, test } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { readCategoryLabels } from '@causeway/server/figures/series-facts'
import { listFigureDecisions } from '@causeway/server/figures/figure-records'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { decideSameAs, listSameAs } from '@causeway/server/records/identity/decide'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { revertBatch } from '@causeway/server/records/revert'
import { forEachDatabase } from '../support/databases.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'
import { openSameAsCollege, STAY, stays } from '../support/same-as-college.ts'

forEachDatabase((_name, open) => {
  test('a decision that makes no sense is refused, and names what is near', async () => {
    const database = await open()
    const { decide, undo } = await openSameAsCollege(database)
    await putRecords(database, 'mobility', 'X', stays({ unit: 'FAO' }, { unit: 'INTL' }, { unit: 'AGRI' }))
    await expect(decide('unit', 'FAO', 'INTLE', 'renamed')).rejects.toMatchObject({
      code: 'SAME_AS_UNKNOWN',
      facts: { nearest: ['INTL'] },
    })
    await expect(decide('unit', 'FAOO', 'INTL', 'renamed')).rejects.toMatchObject({ code: 'SAME_AS_UNKNOWN' })
    await decide('unit', 'FAO', 'INTL', 'renamed')
    await decide('unit', 'INTL', 'AGRI', 'merged')
    await expect(decide('unit', 'AGRI', 'FAO', 'merged')).rejects.toMatchObject({
      code: 'SAME_AS_CIRCLE',
      message: expect.stringContaining('AGRI → FAO → INTL → AGRI'),
    })
    await expect(decide('unit', 'AGRI', 'AGRI')).rejects.toMatchObject({ code: 'SAME_AS_CIRCLE' })
    await expect(decide('unit', 'FAO', 'AGRI', 'merged')).rejects.toMatchObject({ code: 'SAME_AS_TWICE' })
    await expect(decide('unit', 'AGRI', null, 'merged')).rejects.toMatchObject({ code: 'SAME_AS_INCOMPLETE' })
    await expect(undo('unit', 'AGRI')).rejects.toMatchObject({ code: 'UNKNOWN_DECISION' })
    expect(await listSameAs(database, 'X')).toHaveLength(2)
    // The same decision again changes nothing.
    expect(await decide('unit', 'FAO', 'INTL', 'renamed')).toMatchObject({ batch: null })
  })

  test('what a decision leads to is not taken away under it', async () => {
    const database = await open()
    const { decide, undo } = await openSameAsCollege(database)
    const first = await putRecords(database, 'partner', 'X', [{ code: 'P1', name_en: 'A', country: 'VN' }])
    await putRecords(database, 'partner', 'X', [{ code: 'P2', name_en: 'B', country: 'VN' }])
    const { batch } = await decide('partner', 'P2', 'P1')
    await expect(revertBatch(database, first.batch!)).rejects.toMatchObject({ facts: { laterBatches: [batch] } })
    await undo('partner', 'P2')
    await revertBatch(database, first.batch!)
  })

  test('a figure says which decisions touched the records behind it, to those who may see them', async () => {
    const database = await open()
    const { decide, causeway, secret } = await openSameAsCollege(database)
    await putInstitution(database, 'W', '2024-08-31')
    await putRecords(database, 'partner', 'X', [
      { code: 'P1', name_en: 'A', country: 'VN' },
      { code: 'P2', name_en: 'B', country: 'VN' },
    ])
    await putRecords(database, 'programme', 'X', [{ code: 'PA', name_en: 'A', kind: 'ordinary', department: 'D1' }])
    await putRecords(database, 'mobility', 'X', [
      ...stays({ unit: 'FAO', partner: 'P1' }, { unit: 'INTL', partner: 'P2' }, { unit: 'AGRI', programme: 'PA' }),
      { ...STAY, person: 'h9', unit: 'AGRI', source_id: '17', country: 'LA' },
      { ...STAY, person: 'h9', unit: 'TRADE', source_id: '99', country: 'LA' },
    ])
    await decide('unit', 'FAO', 'OIE', 'renamed').catch(() => undefined)
    await decide('unit', 'FAO', 'TRADE', 'renamed')
    await decide('unit', 'TRADE', 'INTL', 'merged')
    await decide('unit', 'D1', 'AGRI', 'renamed')
    await decide('partner', 'P2', 'P1')
    await decide('mobility', 'TRADE/99', 'AGRI/17', 'duplicate')
    const said = async (more: Partial<SeriesRequest>, category: string | null, indicator = 'IN17') => {
      const request = { indicator, institution: 'X', from: 2023, to: 2023, ...more }
      const decisions = await listFigureDecisions(causeway, OPERATOR, request, { year: 2023, category, across: null })
      return decisions!.map(({ code, sameAs }) => `${code} ${sameAs}`).sort()
    }
    const all = ['D1 AGRI', 'FAO TRADE', 'P2 P1', 'TRADE INTL', '~TRADE/99 ~AGRI/17']
    expect(await said({}, null)).toEqual(all)
    expect(await said({ by: 'unit' }, 'INTL')).toEqual(['FAO TRADE', 'P2 P1', 'TRADE INTL'])
    expect(await said({ by: 'unit' }, 'AGRI')).toEqual(['D1 AGRI', '~TRADE/99 ~AGRI/17'])
    expect(await said({ by: 'country' }, 'LA')).toEqual(['~TRADE/99 ~AGRI/17'])
    expect(await said({ basis: 'POINT_IN_TIME', at: '12-31' }, null, 'PF05')).toEqual(['P2 P1'])
    const request = { indicator: 'IN17', institution: 'X', from: 2023, to: 2023 }
    expect(
      await listFigureDecisions(causeway, ANONYMOUS, request, { year: 2023, category: null, across: null }),
    ).toBeNull()
    await decideSameAs(database, secret, 'X', {
      ...{ recordType: 'institution', code: 'W', sameAs: 'X', relation: 'merged', from: '2023-01-01' },
      ...{ decidedBy: '省教育厅', reason: null },
    })
    expect(await said({}, null)).toEqual([...all, 'W X'].sort())
  })

  test('a split is shown beside the figures of what was split', async () => {
    const database = await open()
    const { decide, causeway } = await openSameAsCollege(database)
    await putRecords(database, 'mobility', 'X', stays({ unit: 'FAO' }, { unit: 'A' }))
    await decide('unit', 'FAO', null, 'split', { from: '2023-09-01' })
    const request = { indicator: 'IN17', institution: 'X', from: 2023, to: 2023, by: 'unit' }
    const said = (category: string) =>
      listFigureDecisions(causeway, OPERATOR, request, { year: 2023, category, across: null })
    expect(await said('FAO')).toMatchObject([{ code: 'FAO', sameAs: null, relation: 'split' }])
    expect(await said('A')).toEqual([])
  })

  test('units and departments are called what their register calls them', async () => {
    const database = await open()
    const { causeway } = await openSameAsCollege(database)
    await putRecords(database, 'unit', 'X', [{ code: 'INTL', name_zh: '国际处', name_en: 'International office' }])
    const declaration = CATALOGUE.find(({ code }) => code === 'IN17')!
    for (const dimension of ['unit', 'department'] as const) {
      const labels = await readCategoryLabels(causeway, 'X', declaration, dimension, ['INTL', 'AGRI'])
      expect(
        [...labels.values()].map(({ zh }) => zh),
        dimension,
      ).toEqual(['国际处', 'AGRI'])
    }
  })
})
