import { describe, expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { bearer, openCollege } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'
import SAID from './quality-said.json' with { type: 'json' }

const ASK = (fields: string, year = 2022) => `{ quality(institution: "X", year: ${year}) { ${fields} } }`
const COMPLETENESS =
  'completeness { type { name } unit records state firstImport lastImport daysAfterEnd proved evidenceShare }'
const FINDINGS = 'findings { code severity type { name } count message(locale: ZH) instruction(locale: ZH) keys }'

const STAY = { direction: 'out', audience: 'student', purpose: 'study', country: 'TH' }

onOneDatabase((_name, open) => {
  async function openX(dataDate = '2026-08-31') {
    const database: Database = await open()
    const college = await openCollege(database)
    await putInstitution(database, 'X', dataDate)
    const token = await college.tokenFor('reader', 'X')
    const put = (type: string, rows: Values[]) => putRecords(database, type, 'X', rows, { dataDate })
    const quality = async (fields: string, year?: number) => {
      const { data, errors } = await college.as(bearer(token))(ASK(fields, year))
      expect(errors).toBeUndefined()
      return data.quality
    }
    return { database, college, put, quality }
  }

  describe('completeness', () => {
    it('tells records, zero reports and neither apart, by type and by unit, with the day they came in', async () => {
      const { database, put, quality } = await openX()
      await put('mobility', [
        { ...STAY, person: 'A', start: '2022-10-01', end: '2022-12-01', unit: '国际处' },
        { ...STAY, person: 'B', start: '2022-10-01', end: '2022-12-01', unit: '国际处' },
        { ...STAY, person: 'C', start: '2021-10-01', end: '2021-12-01', unit: '教务处' },
      ])
      await put('nothing-to-report', [
        { record_type: 'competition-result', from: '2022-09-01', to: '2023-08-31', signer: '处长' },
        { record_type: 'placement', from: '2022-09-01', to: '2023-01-31', signer: '处长' },
      ])
      await database.write((db) => db.updateTable('batch').set({ created_at: '2023-09-10T08:00:00.000Z' }).execute())
      const rows = (await quality(COMPLETENESS)).completeness as { type: { name: string }; unit: string | null }[]
      const of = (type: string, unit: string | null = null) =>
        rows.find((row) => row.type.name === type && row.unit === unit)
      expect(of('mobility')).toMatchObject({
        ...{ records: 2, state: 'RECORDS', firstImport: '2023-09-10', lastImport: '2023-09-10' },
        ...{ daysAfterEnd: 10, proved: 0, evidenceShare: 0 },
      })
      expect(of('mobility', '国际处')).toMatchObject({ records: 2, state: 'RECORDS', proved: null })
      expect(of('mobility', '教务处')).toMatchObject({
        records: 0,
        state: 'UNREPORTED',
        firstImport: null,
        daysAfterEnd: null,
      })
      expect(of('competition-result')).toMatchObject({
        records: 0,
        state: 'NOTHING',
        firstImport: '2023-09-10',
        evidenceShare: null,
      })
      // A zero report of half the year says nothing of the year.
      expect(of('placement')).toMatchObject({ records: 0, state: 'UNREPORTED' })
      expect(of('institution')).toBeUndefined()
    })

    it('counts graduates in the year their class leaves, and evidence that is valid on the last day', async () => {
      const { put, quality } = await openX()
      await put('graduate-outcome', [
        { person: 'A', class: 2023, observation: '12-31', status: 'employed' },
        { person: 'B', class: 2024, observation: '12-31', status: 'employed' },
      ])
      await put(
        'partner',
        ['P1', 'P2', 'P3', 'P4'].map((code) => ({ code, name_zh: code, country: 'TH' })),
      )
      const evidence = { title: '协议', kind: 'contract', record_type: 'partner' }
      await put('evidence', [
        { ...evidence, code: 'E1', issued_on: '2020-01-01', record: 'P1' },
        { ...evidence, code: 'E2', issued_on: '2020-01-01', record: 'P1' },
        { ...evidence, code: 'E3', issued_on: '2020-01-01', expires_on: '2022-12-31', record: 'P2' },
        { ...evidence, code: 'E4', issued_on: '2024-01-01', record: 'P3' },
      ])
      const rows = (await quality(COMPLETENESS)).completeness as { type: { name: string } }[]
      const of = (type: string) => rows.find((row) => row.type.name === type)
      expect(of('graduate-outcome')).toMatchObject({ records: 1 })
      expect(of('partner')).toMatchObject({ records: 4, proved: 1, evidenceShare: 25 })
    })
  })

  describe('indicators', () => {
    it('that cannot be computed name the records that are missing, the part of them too, and the workbook', async () => {
      const { put, quality } = await openX()
      await put('mobility', [{ ...STAY, person: 'A', start: '2022-10-01', end: '2022-12-01' }])
      const { uncomputed } = await quality(
        'uncomputed { indicator { code } gap missing { type { name } zh: label(locale: ZH) en: label command(locale: ZH) } }',
      )
      const of = (code: string) => uncomputed.find((it: { indicator: { code: string } }) => it.indicator.code === code)
      expect(of('IN17')).toBeUndefined()
      expect(of('EX11')).toEqual({
        indicator: { code: 'EX11' },
        gap: 'NO_RECORDS',
        missing: [
          {
            type: { name: 'mobility' },
            zh: '师生国（境）外交流（方向：派出；人员类别：教职工）',
            en: expect.stringMatching(/\(direction: out; audience: staff\)$/),
            command: 'causeway template mobility --lang zh --out mobility.xlsx',
          },
        ],
      })
      expect(of('SK01').missing).toMatchObject([{ type: { name: 'competition-result' } }])
    })

    it('far from their own past are outliers', async () => {
      const { put, quality } = await openX()
      const counts: [year: number, stays: number][] = [
        [2017, 10],
        [2018, 11],
        [2019, 12],
        [2020, 13],
        [2021, 14],
        [2022, 40],
      ]
      await put(
        'mobility',
        counts.flatMap(([year, stays]) =>
          Array.from({ length: stays }, (_, i) => ({
            ...STAY,
            person: `${year}-${i}`,
            start: `${year}-10-01`,
            end: `${year}-12-01`,
          })),
        ),
      )
      const { outliers } = await quality('outliers { indicator { code } value median deviations years }')
      expect(outliers.find((it: { indicator: { code: string } }) => it.indicator.code === 'IN17')).toMatchObject({
        value: 40,
        median: 12,
        years: 5,
      })
      expect((await quality('outliers { indicator { code } }', 2021)).outliers).toEqual([])
    })
  })

  describe('findings', () => {
    it('say what is wrong and what to do', async () => {
      const { put, quality } = await openX('2023-06-30')
      await put('mobility', [{ ...STAY, country: 'unknown', person: 'A', start: '2022-10-01', end: '2022-12-01' }])
      await put('enrolment', [{ person: 'B', kind: 'degree', nationality: 'TH', start: '2012-09-01' }])
      await put('standard', [{ code: 'S', title_zh: '标准', type: 'programme', direction: 'own' }])
      const adoption = { standard: 'S', country: 'TH' }
      await put('adoption', [
        { ...adoption, adopter: 'used', adopted_on: '2019-01-01' },
        { ...adoption, adopter: 'unused', adopted_on: '2019-01-01' },
        { ...adoption, adopter: 'new', adopted_on: '2022-10-01' },
      ])
      await put('adoption-use', [{ ...adoption, adopter: 'used', from: '2020-09-01', to: '2021-08-31', learners: 30 }])
      await put('evidence', [
        {
          ...{ code: 'E', title: '协议', kind: 'contract', issued_on: '2020-01-01', expires_on: '2021-01-01' },
          ...{ record_type: 'standard', record: 'S' },
        },
      ])
      const target = { plan: '双高', year: 2023, value: 5_000_000 }
      await put('target', [
        { ...target, indicator: 'EX99' },
        { ...target, indicator: 'EX02' },
        { ...target, indicator: 'foreign-students' },
      ])
      const peer = { peer: 'A', year: 2022, source: '年报' }
      await put('peer-figure', [{ ...peer, indicator: 'SK15.dec', value: 112_000_000 }])
      const { findings } = await quality(FINDINGS)
      const said = Object.fromEntries(
        findings.map((it: { code: string; count: number; severity: string; type: { name: string } | null }) => [
          `${it.code} ${it.type?.name ?? ''}`.trim(),
          [it.severity, it.count],
        ]),
      )
      expect(said).toMatchObject(SAID)
      const unused = findings.find((it: { code: string }) => it.code === 'UNUSED_ADOPTION')
      expect(unused.keys).toEqual(['S/TH/unused'])
      expect(unused.instruction).toContain('补报“标准（资源）使用情况”')
      expect(findings[0].message).toMatch(/^“目标值”有 1 条记录：没有指标“EX99”/)
    })

    describe('of agreements', () => {
      const MORE: Values[] = [
        { code: 'LAPSES', to: '2023-11-30' },
        { code: 'LAPSES-FIRST', to: '2023-10-15' },
        { code: 'RENEWED', to: '2023-11-30' },
        { code: 'NEW', from: '2023-12-01', to: '2028-11-30', renewal_of: 'RENEWED' },
        { code: 'OVER', to: '2023-08-31' },
        { code: 'LATER', to: '2024-08-31' },
        { code: 'OPEN' },
      ]
      const AGREEMENTS = MORE.map((one) => ({ partner: 'P', signed_on: '2018-01-01', from: '2018-01-01', ...one }))

      async function lapsing(dataDate: string, year: number, agreements: Values[] = AGREEMENTS) {
        const { put, quality } = await openX(dataDate)
        await put('partner', [{ code: 'P', name_zh: '伙伴', name_en: 'Partner', country: 'TH', kind: 'university' }])
        await put('agreement', agreements)
        const { findings } = await quality('findings { code severity count message keys }', year)
        return findings.filter((it: { code: string }) => it.code === 'LAPSING_AGREEMENT')
      }

      it('tell which end within a year of the data date and are not renewed', async () => {
        expect(await lapsing('2023-08-31', 2022)).toEqual([
          {
            code: 'LAPSING_AGREEMENT',
            severity: 'WARNING',
            count: 2,
            message: 'Agreements that end by 30 August 2024 and are not renewed: 2, the first on 15 October 2023.',
            keys: ['LAPSES', 'LAPSES-FIRST'],
          },
        ])
      })

      it('say nothing where none of them ends soon, and of a year in which nothing can be decided any more', async () => {
        const [, , , ...others] = AGREEMENTS
        expect(await lapsing('2023-08-31', 2022, others)).toEqual([])
        expect(await lapsing('2023-08-31', 2020)).toEqual([])
        expect(await lapsing('2023-08-31', 2023)).toEqual([])
      })
    })

    it('count all records, however many, and name some', async () => {
      const { put, quality } = await openX()
      const enrolment = { kind: 'degree', nationality: 'TH', start: '2012-09-01' }
      await put(
        'enrolment',
        Array.from({ length: 1_200 }, (_, i) => ({ ...enrolment, person: `P${i}` })),
      )
      const { findings } = await quality('findings { code count message keys }')
      const found = findings.find((it: { code: string }) => it.code === 'NEVER_ENDED')
      expect(found).toMatchObject({
        count: 1_200,
        message: 'Enrolments that began before 2 September 2016 and have no end: 1200.',
      })
      expect(found.keys).toHaveLength(5)
    })

    it('look at every figure of a peer, however many a file had', async () => {
      const { put, quality } = await openX()
      const figure = { indicator: 'EX02', year: 2022, value: 1_000_000, source: '年报' }
      const rows: Values[] = Array.from({ length: 10_001 }, (_, i) => ({ ...figure, peer: `P${i}` }))
      await put('peer-figure', [...rows, { ...figure, peer: 'Z', indicator: 'EX99' }])
      const { findings } = await quality('findings { code count keys }')
      expect(findings).toContainEqual({ code: 'WRONG_MENTION', count: 1, keys: [expect.stringMatching(/^Z\//)] })
    })
  })

  it('the quality of records is for those who may read them', async () => {
    const { college } = await openX()
    const codes = async (headers: Record<string, string>) =>
      (await college.as(headers)(ASK('year'))).errors?.map((it) => it.extensions.code)
    expect(await codes({})).toEqual(['UNAUTHENTICATED'])
    expect(await codes(bearer(await college.tokenFor('administrator', 'Y')))).toEqual(['FORBIDDEN'])
  })
})
