import { expect } from 'vitest'
import { openSecret } from '@causeway/server/records/secret'
import { decideSameAs, listSameAs, undoSameAs } from '@causeway/server/records/identity/decide'
import { revertBatch } from '@causeway/server/records/revert'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { readCategoryLabels } from '@causeway/server/figures/series-facts'
import { listFigureDecisions } from '@causeway/server/figures/figure-records'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { putRecords, putInstitution } from '../support/put-records.ts'
import { forEachDatabase } from '../support/databases.ts'
import { test } from '../support/import-desk.ts'
import { openSameAsCollege, STAY, stays } from '../support/same-as-college.ts'

const STAYS = 'person,direction,audience,purpose,country,start,end,partner'
const stay = (person: string, partner: string, start = '2023-10-01') =>
  `${person},out,student,study,VN,${start},${start},${partner}`

const DECISIONS = 'record_type,code,same_as,relation,from,decided_by'

forEachDatabase((_name, open) => {
  test('a partner is known by its code, by a spelling that was decided on, and by its registered name', async (desk) => {
    await desk.put('partner', [
      'code,name_zh,name_en,country',
      'P1,河内学院,Hanoi College,VN',
      'P2,万象学院,Vientiane College,LA',
    ])
    await desk.put('same-as', [DECISIONS, 'partner,Hanoi Poly,P1,same,,处长'])
    const rows = ['P2', 'Hanoi Poly', 'hanoi  college', '河内学院'].map((name, i) => stay(`L${i}`, name))
    await desk.put('mobility', [STAYS, ...rows])
    expect((await desk.records('mobility')).map((record) => record['partner']).sort()).toEqual(['P1', 'P1', 'P1', 'P2'])
    const report = await desk.bring('mobility', [STAYS, stay('L9', 'Hanoi Colege')])
    expect(report.problems.map(({ code }) => code)).toEqual(['UNKNOWN_REFERENCE'])
  })

  test('a spelling decided on with full-width brackets is found by a file with any brackets, and undone by either', async (desk) => {
    const { database } = desk
    const secret = await openSecret(database, `${desk.folder}/secret.key`)
    await desk.put('partner', ['code,name_zh,country', 'P1,河内学院,VN'])
    await decideSameAs(database, secret, 'X', {
      ...{ recordType: 'partner', code: '河内学院（越南）', sameAs: 'P1', relation: 'same', from: null },
      ...{ decidedBy: '处长', reason: null },
    })
    await desk.put('mobility', [STAYS, stay('L1', '河内学院（越南）'), stay('L2', '河内学院(越南)')])
    expect((await desk.records('mobility')).map((record) => record['partner'])).toEqual(['P1', 'P1'])
    await undoSameAs(database, secret, 'X', { recordType: 'partner', code: '河内学院（越南）' })
    expect(await listSameAs(database, 'X')).toEqual([])
  })

  test('a name that two partners have is no name of either', async (desk) => {
    await desk.put('partner', ['code,name_en,country', 'P1,College,VN', 'P2,College,LA'])
    expect(await desk.bring('mobility', [STAYS, stay('L1', 'College')])).toMatchObject({ refused: true, rejected: 1 })
  })

  test('a code that has records stays as the file says it, whatever represents it', async (desk) => {
    await desk.put('partner', ['code,name_en,country', 'P1,A,VN', 'P2,B,VN'])
    await desk.put('same-as', [DECISIONS, 'partner,P2,P1,same,,处长'])
    await desk.put('mobility', [STAYS, stay('L1', 'P2')])
    expect((await desk.records('mobility'))[0]).toMatchObject({ partner: 'P2' })
  })

  test('the further columns of a row name the same thing as the row', async (desk) => {
    await desk.put('standard', ['code,title_en,type,direction', 'S1,Welding,programme,own'])
    await desk.put('adoption', [
      'standard,country,adopter,adopted_on,learners,learners_from,learners_to',
      'Welding,VN,Hanoi College,2023-01-01,30,2023-09-01,2024-08-31',
    ])
    expect((await desk.records('adoption'))[0]).toMatchObject({ standard: 'S1' })
    expect((await desk.records('adoption-use'))[0]).toMatchObject({ standard: 'S1', learners: 30 })
  })

  test('what names a merged institution goes to its successor from that day on, and the past stays with the predecessor', async (desk) => {
    const secret = await openSecret(desk.database, `${desk.folder}/secret.key`)
    await decideSameAs(desk.database, secret, 'X2', {
      ...{ recordType: 'institution', code: 'X', sameAs: 'X2', relation: 'merged', from: '2024-01-01' },
      ...{ decidedBy: '省教育厅', reason: null },
    })
    const report = await desk.bring('mobility', [STAYS, stay('L1', '', '2023-10-01'), stay('L2', '', '2024-02-01')])
    expect(report).toMatchObject({ accepted: 2 })
    expect(report.warnings).toEqual([expect.objectContaining({ code: 'SUCCESSOR', value: 'X' })])
    expect((await desk.records('mobility', 'X')).map((record) => record['start'])).toEqual(['2023-10-01'])
    expect((await desk.records('mobility', 'X2')).map((record) => record['start'])).toEqual(['2024-02-01'])
    const column = desk.file('column.csv', [`${STAYS},institution`, `${stay('L3', '', '2024-03-01')},X`])
    await desk.import(column, 'mobility', { institution: undefined })
    expect(await desk.records('mobility', 'X2')).toHaveLength(2)
  })

  test('a merger says how many records stay with the predecessor though they are of the time after', async (desk) => {
    const { database } = desk
    const secret = await openSecret(database, `${desk.folder}/secret.key`)
    const stays = [STAYS, stay('L1', '', '2023-12-31'), stay('L2', '', '2024-01-01')]
    const { batch } = await desk.put('mobility', stays)
    await desk.put('graduate-outcome', [
      'person,class,observation,status',
      'a,2023,08-31,employed',
      'b,2024,08-31,employed',
    ])
    const merge = () =>
      decideSameAs(database, secret, 'X2', {
        ...{ recordType: 'institution', code: 'X', sameAs: 'X2', relation: 'merged', from: '2024-01-01' },
        ...{ decidedBy: '省教育厅', reason: null },
      })
    expect(await merge()).toMatchObject({ leftBehind: 2 })
    await revertBatch(database, batch!)
    await desk.put('mobility', stays)
    await undoSameAs(database, secret, 'X2', { recordType: 'institution', code: 'X' })
    expect(await merge()).toMatchObject({ leftBehind: 1 })
    expect((await desk.records('mobility', 'X2')).map((record) => record['start'])).toEqual(['2024-01-01'])
  })

  test('a file of decisions is refused where one of them cannot be, and says which', async (desk) => {
    await desk.put('partner', ['code,name_en,country', 'P1,A,VN', 'P2,B,VN'])
    const refused = async (...rows: string[]) => {
      const report = await desk.bring('same-as', [DECISIONS, ...rows])
      expect(report.refused).toBe(true)
      return report.problems.map(({ code, value }) => [code, value])
    }
    expect(await refused('partner,P1,P2,same,,处长', 'partner,P2,P1,same,,处长')).toEqual([['BAD_DECISION', 'P2']])
    expect(await refused('partner,P1,P9,same,,处长')).toEqual([['BAD_DECISION', 'P9']])
    expect(await refused('partner,P1,,same,,处长')).toEqual([['REQUIRED_WHERE', '']])
    expect(await refused('partner,P1,P2,split,,处长')).toEqual([['ALLOWED_WHERE', 'P2']])
    expect(await listSameAs(desk.database, 'X')).toEqual([])
  })

  test('a file that replaces a unit replaces what that unit reported under its former name', async (desk) => {
    const header = `${STAYS},unit`
    await desk.put('mobility', [header, `${stay('L1', '')},FAO`, `${stay('L2', '')},INTL`, `${stay('L3', '')},AGRI`])
    await putRecords(desk.database, 'same-as', 'X', [
      { record_type: 'unit', code: 'FAO', same_as: 'INTL', relation: 'renamed', decided_by: '处长' },
    ])
    const path = desk.file('again.csv', [header, `${stay('L2', '')},INTL`])
    const replaces = { years: [], units: ['INTL'] }
    expect(await desk.import(path, 'mobility', { replaces })).toMatchObject({
      withdrawn: 1,
      unchanged: 1,
    })
    expect((await desk.records('mobility')).map((record) => record['unit']).sort()).toEqual(['AGRI', 'INTL'])
  })

  test('a decision that makes no sense is refused, and names what is near', async () => {
    const { database, decide, undo } = await openSameAsCollege(await open())
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
    const { database, decide, undo } = await openSameAsCollege(await open())
    const first = await putRecords(database, 'partner', 'X', [{ code: 'P1', name_en: 'A', country: 'VN' }])
    await putRecords(database, 'partner', 'X', [{ code: 'P2', name_en: 'B', country: 'VN' }])
    const { batch } = await decide('partner', 'P2', 'P1')
    await expect(revertBatch(database, first.batch!)).rejects.toMatchObject({ facts: { laterBatches: [batch] } })
    await undo('partner', 'P2')
    await revertBatch(database, first.batch!)
  })

  test('a figure says which decisions touched the records behind it, to those who may see them', async () => {
    const { database, decide, causeway, secret } = await openSameAsCollege(await open())
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
    const { database, decide, causeway } = await openSameAsCollege(await open())
    await putRecords(database, 'mobility', 'X', stays({ unit: 'FAO' }, { unit: 'A' }))
    await decide('unit', 'FAO', null, 'split', { from: '2023-09-01' })
    const request = { indicator: 'IN17', institution: 'X', from: 2023, to: 2023, by: 'unit' }
    const said = (category: string) =>
      listFigureDecisions(causeway, OPERATOR, request, { year: 2023, category, across: null })
    expect(await said('FAO')).toMatchObject([{ code: 'FAO', sameAs: null, relation: 'split' }])
    expect(await said('A')).toEqual([])
  })

  test('units and departments are called what their register calls them', async () => {
    const { database, causeway } = await openSameAsCollege(await open())
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
