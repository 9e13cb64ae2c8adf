import { expect, it } from 'vitest'
import { toRecordId } from '@causeway/server/ground/cursor'
import type { Database } from '@causeway/server/ground/database/database'
import { bearer, openCollege } from '../support/college.ts'
import { recordsAt } from '../support/counted-list.ts'
import { forEachDatabase } from '../support/databases.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'

const partner = (code: string, country: string, more: Values = {}): Values => ({
  ...{ code, name_zh: `伙伴${code}`, country, type: 'college', from: null, to: null, ...more },
})
const agreement = (code: string, of: string, from: string): Values => ({
  ...{ code, partner: of, signed_on: from, from, to: '2030-08-31' },
})

const FIGURE = `query ($id: ID!, $year: Int!) {
  indicator(id: $id) { series(institution: "X", from: $year, to: $year) { figures {
    value explanation { openStarts { count sentence(locale: ZH) en: sentence(locale: EN) href recordType { name } } } } } }
}`
const FINDINGS = (year: number) => `{ quality(institution: "X", year: ${year}) { findings {
  id code count severity message(locale: ZH) href named { label(locale: ZH) }
  offered offers(first: 10) { record { id label(locale: ZH) } start source { id } sentence(locale: ZH) }
} } }`
const TAKE = `mutation ($input: TakeStartsInput!) { takeStarts(input: $input) {
  __typename ... on StartsTaken { changed taken batch { id } } ... on Refused { code message(locale: ZH) }
} }`
const REVERT = `mutation ($id: ID!) { revertBatch(input: { batch: $id, reason: "误采用" }) { __typename } }`

forEachDatabase((_name, open) => {
  async function openX() {
    const database: Database = await open()
    const college = await openCollege(database)
    await putInstitution(database, 'X', '2024-08-31')
    const put = (type: string, rows: Values[]) => putRecords(database, type, 'X', rows)
    const editor = college.as(bearer(await college.tokenFor('editor', 'X')))
    const figure = async (id: string, year: number, ask = editor) => {
      const { data, errors } = await ask(FIGURE, { id, year })
      expect(errors).toBeUndefined()
      const { value, explanation } = data.indicator.series.figures[0]
      return { value, openStarts: explanation?.openStarts ?? null }
    }
    const openStart = async (year: number, type = 'partner') => {
      const { data, errors } = await editor(FINDINGS(year))
      expect(errors).toBeUndefined()
      return data.quality.findings.find((it: { id: string }) => it.id.startsWith(`OPEN_START/${type}/`)) ?? null
    }
    const take = async (input: object, ask = editor) => {
      const { data, errors } = await ask(TAKE, { input: { institution: 'X', recordType: 'partner', ...input } })
      expect(errors).toBeUndefined()
      return data.takeStarts
    }
    return { college, put, editor, figure, openStart, take }
  }

  async function openWithPartners() {
    const x = await openX()
    await x.put('partner', [
      ...[partner('P1', 'TH'), partner('P2', 'LA'), partner('P3', 'RU')],
      partner('P4', 'KZ', { to: '2016-12-31' }),
      partner('P5', 'DE', { from: '2015-09-01' }),
    ])
    // One year after the other: the first agreements, and those of the next year.
    await x.put('agreement', [agreement('A1', 'P1', '2018-03-01'), agreement('A2', 'P2', '2019-10-01')])
    await x.put('agreement', [
      ...[agreement('A3', 'P1', '2020-03-01'), agreement('A4', 'P2', '2018-11-01')],
      agreement('A5', 'P4', '2019-01-01'),
    ])
    return x
  }

  it('a figure says how many of its records have no start and so count in every year', async () => {
    const { college, figure } = await openWithPartners()
    const { value, openStarts } = await figure('PF05', 2011)
    expect(value).toBe(4)
    expect(openStarts).toEqual([
      {
        count: 4,
        sentence: '其中 4 条“合作机构”记录未填“合作起始日期”，因此每一年都计入，包括实际开始以前的年份。',
        en: 'Of these, 4 records of “Partner” have no “From”: they count in every year, also before they began.',
        href: expect.stringContaining('tab=records&type=partner'),
        recordType: { name: 'partner' },
      },
    ])
    expect((await figure('PF05', 2020)).openStarts).toMatchObject([{ count: 3 }])
    // What counts agreements, which must have a start, has nothing to say.
    expect((await figure('PF02', 2020)).openStarts).toEqual([])
    // The public sees the figure, and no more than before.
    expect(await figure('PF05', 2011, college.as({}))).toEqual({ value: 4, openStarts: null })
  })

  it('is found in the records, with a list and the start of the first agreement where there is one', async () => {
    const { editor, openStart } = await openWithPartners()
    const found = await openStart(2011)
    expect(found).toMatchObject({ code: 'OPEN_START', count: 4, severity: 'WARNING', offered: 2 })
    expect(found.message).toBe('“合作机构”有 4 条记录未填“合作起始日期”，因此每一年都计入（PF05 合作国家（地区）数）。')
    expect(found.named.map(({ label }: { label: string }) => label)).toEqual(['伙伴P1', '伙伴P2', '伙伴P3'])
    expect((await recordsAt(editor, found.href)).totalCount).toBe(4)
    // P3 has no agreement, and P4 ended before its first one began.
    expect(found.offers).toEqual([
      {
        ...{ record: { id: expect.any(String), label: '伙伴P1' }, start: '2018-03-01' },
        ...{
          source: { id: toRecordId('agreement/X/A1') },
          sentence: '合作起始日期：2018年3月1日，取自最早的合作协议 A1 · 伙伴P1（P1）',
        },
      },
      {
        ...{ record: { id: expect.any(String), label: '伙伴P2' }, start: '2018-11-01' },
        ...{ source: { id: toRecordId('agreement/X/A4') }, sentence: expect.stringContaining('2018年11月1日') },
      },
    ])
  })

  it('is taken for one record, and undone as a batch; then for all', async () => {
    const { editor, figure, openStart, take } = await openWithPartners()
    const { offers } = await openStart(2011)
    const one = await take({ records: [offers[0].record.id] })
    expect(one).toMatchObject({ __typename: 'StartsTaken', changed: true, taken: 1 })
    expect([(await figure('PF05', 2011)).value, (await figure('PF05', 2018)).value]).toEqual([3, 4])
    expect((await editor(REVERT, { id: one.batch.id })).data.revertBatch.__typename).toBe('BatchReverted')
    expect((await figure('PF05', 2011)).value).toBe(4)
    expect(await take({})).toMatchObject({ changed: true, taken: 2 })
    expect([(await figure('PF05', 2011)).value, (await figure('PF05', 2020)).value]).toEqual([2, 4])
    expect(await openStart(2011)).toMatchObject({ count: 2, offered: 0, offers: [] })
    // There is nothing left to take, and what is no offer is not taken.
    expect(await take({})).toMatchObject({ changed: false, taken: 0, batch: null })
    expect(await take({ records: [toRecordId('partner/X/P3')] })).toMatchObject({
      __typename: 'Refused',
      code: 'NO_START_TO_TAKE',
    })
  })

  it('is taken by those alone who may change records', async () => {
    const { college, figure, take } = await openWithPartners()
    expect(await take({}, college.as({}))).toMatchObject({ code: 'UNAUTHENTICATED' })
    const reader = college.as(bearer(await college.tokenFor('reader', 'X')))
    expect(await take({}, reader)).toMatchObject({ code: 'FORBIDDEN' })
    const elsewhere = college.as(bearer(await college.tokenFor('editor', 'Y')))
    expect(await take({}, elsewhere)).toMatchObject({ code: 'FORBIDDEN' })
    expect((await figure('PF05', 2011)).value).toBe(4)
  })

  it('agreements under another code of the same partner count as its own', async () => {
    const { put, openStart } = await openWithPartners()
    await put('partner', [partner('P3B', 'RU', { from: '2019-01-01' })])
    await put('agreement', [agreement('A6', 'P3B', '2017-05-01')])
    await put('same-as', [
      {
        record_type: 'partner',
        code: 'P3B',
        same_as: 'P3',
        decided_by: '办公室',
        reason: '同一单位',
        relation: 'same',
        from: null,
      },
    ])
    const { offers } = await openStart(2011)
    expect(offers.find((it: { record: { label: string } }) => it.record.label === '伙伴P3')).toMatchObject({
      start: '2017-05-01',
      source: { id: toRecordId('agreement/X/A6') },
    })
  })

  it('programmes, and courses whose programme has no start either, say it too', async () => {
    const { put, figure, openStart, take } = await openX()
    await put('programme', [
      { code: 'PA', name_zh: '数控', kind: 'joint', from: null },
      { code: 'PB', name_zh: '电商', kind: 'joint', from: '2015-09-01' },
    ])
    await put(
      'course',
      [
        ['C1', 'PA'],
        ['C2', 'PB'],
      ].map(([code, programme]) => ({
        code: code!,
        programme: programme!,
        name_zh: code!,
        core: 1,
        hours: 3200,
        from: null,
      })),
    )
    await put('enrolment', [{ person: 'S1', kind: 'degree', programme: 'PA', nationality: 'TH', start: '2016-09-01' }])
    expect((await figure('IN02', 2010)).openStarts).toMatchObject([{ count: 1, recordType: { name: 'programme' } }])
    expect(await openStart(2020, 'course')).toMatchObject({ count: 1, offered: 0 })
    expect(await openStart(2020, 'programme')).toMatchObject({
      count: 1,
      offered: 1,
      offers: [{ start: '2016-09-01' }],
    })
    expect(await take({ recordType: 'programme' })).toMatchObject({ taken: 1 })
    expect(await openStart(2020, 'programme')).toBeNull()
    expect(await openStart(2020, 'course')).toBeNull()
  })
})
