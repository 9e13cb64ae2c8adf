import { expect, it } from 'vitest'
import { describeChanges, type DescribedChange } from '@causeway/server/records/history'
import { describeRecords } from '@causeway/server/records/describe-record'
import { listInstitutions } from '@causeway/server/records/institutions'
import { listRecords } from '@causeway/server/records/list-records'
import { forEachDatabase } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'

forEachDatabase((_name, open) => {
  it('a record reads in words: what it points to by name, choices, countries and halves as people write them', async () => {
    const database = await open()
    await putRecords(database, 'partner', 'A', [
      { code: 'P1', name_zh: '农工学院', name_en: 'Agro College', country: 'RU' },
    ])
    await putRecords(database, 'unit', 'A', [{ code: 'GJC', name_zh: '国际交流处', name_en: 'International office' }])
    await putRecords(database, 'training-session', 'A', [
      {
        unit: 'GJC',
        ...{ session: 'T1', person: 'abcdefghijklmnopqrstuv', country: 'LA', role: 'teacher', sponsor: 'P1' },
        ...{ start: '2023-05-08', end: '2023-05-19', training_days: 19 },
      },
    ])
    const { records } = await listRecords(database, { type: 'training-session', institution: 'A', first: 5 })
    const [described] = await describeRecords(database, records)
    expect(described!.label).toEqual({ zh: 'T1 · 老挝 · 2023年5月8日', en: 'T1 · Laos · 8 May 2023' })
    const texts = Object.fromEntries(
      described!.fields.map(({ name, value, text }) => [name, [value, text.zh, text.en]]),
    )
    expect(texts).toMatchObject({
      training_days: [9.5, '9.5', '9.5'],
      role: ['teacher', '教师', 'teacher'],
      sponsor: ['P1', '农工学院（P1）', 'Agro College (P1)'],
      unit: ['GJC', '国际交流处（GJC）', 'International office (GJC)'],
      person: ['abcdefghijklmnopqrstuv', 'abcdefgh', 'abcdefgh'],
      sex: [null, '', ''],
    })
  })

  it('a change of a quantity says what it is counted in, and one of it in the singular', async () => {
    const database = await open()
    const change = {
      ...{ type: 'training-session', institution: 'A', key: 'k', row: 2 },
      before: { headcount: 1, training_days: 3 },
      after: { headcount: 1200, training_days: 4, country: 'LA' },
    }
    const [{ fields }] = (await describeChanges(database, [change])) as [DescribedChange]
    const said = Object.fromEntries(
      fields.map(({ name, before, after }) => [name, [before.zh, after.zh, before.en, after.en]]),
    )
    expect(said).toEqual({
      headcount: ['1人', '1,200人', '1 person', '1,200 people'],
      training_days: ['1.5天', '2天', '1.5 days', '2 days'],
      country: ['', '老挝', '', 'Laos'],
    })
  })

  it('institutions are found by a part of their code or name, in any case, and a percent sign means itself', async () => {
    const database = await open()
    await putRecords(database, 'institution', null, [
      { code: '0101', name_zh: '甲农学院', name_en: 'Alpha College', country: 'CN' },
      { code: '0102', name_zh: '乙学院', name_en: 'Beta 100% College', country: 'GB' },
      { code: '0203', name_zh: '丙学院', name_en: null, country: 'CN' },
      { code: '0304', name_zh: null, name_en: 'École Émile', country: 'FR' },
    ])
    const found = async (search: string) =>
      (await listInstitutions(database, { search })).institutions.map(({ code }) => code)
    expect(await found('农')).toEqual(['0101'])
    expect(await found('college')).toEqual(['0101', '0102'])
    expect(await found('%')).toEqual(['0102'])
    expect(await found('02')).toEqual(['0102', '0203'])
    expect(await found('École ém')).toEqual([])
    expect(await found('École Ém')).toEqual(['0304'])
    const page = await listInstitutions(database, { first: 2 })
    expect(page).toMatchObject({ hasNext: true, endCursor: '0102', totalCount: 4 })
    expect((await listInstitutions(database, { first: 2, after: page.endCursor })).institutions[0]).toMatchObject({
      code: '0203',
      name: { zh: '丙学院', en: '丙学院' },
    })
  })
})
