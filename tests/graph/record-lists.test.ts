import { describe, expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { bearer, openCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'

const PARTNERS: Values[] = [
  {
    code: 'P1',
    name_zh: '仁川职业学院',
    name_en: 'Incheon College',
    country: 'KR',
    type: 'college',
    from: '2019-03-01',
  },
  { code: 'P2', name_zh: '清迈技术学院', name_en: '100% Tech', country: 'TH', type: 'college', from: '2015-09-01' },
  { code: 'P3', name_zh: '老挝商会', name_en: null, country: 'LA', type: 'association', from: null },
  { code: 'P4', name_zh: '乌拉尔大学', name_en: 'Ural', country: 'RU', type: 'university', from: '2019-03-01' },
  { code: 'P5', name_zh: '未明机构', name_en: 'Unclear', country: 'unknown', type: null, from: '2022-01-01' },
]
const AGREEMENTS: Values[] = [
  { code: 'A1', partner: 'P2', signed_on: '2020-01-01', from: '2020-02-01', to: '2025-01-31', subject: '师生交流' },
  { code: 'A2', partner: 'P1', signed_on: '2021-01-01', from: '2021-02-01', to: null, subject: '100%合作' },
  { code: 'A3', partner: 'P4', signed_on: '2022-01-01', from: '2022-02-01', to: '2024-01-31', subject: '课程Abc' },
]

forEachDatabase((_name, open) => {
  async function openX() {
    const database: Database = await open()
    const college = await openCollege(database)
    await putInstitution(database, 'X', '2024-08-31')
    const put = (type: string, rows: Values[]) => putRecords(database, type, 'X', rows)
    await put('partner', PARTNERS)
    await put('agreement', AGREEMENTS)
    await put(
      'course',
      [
        ['C1', 32.5],
        ['C2', 8],
        ['C3', 96],
        ['C4', null],
      ].map(([code, hours]) => ({
        code: code!,
        name_zh: `课${code}`,
        hours: hours === null ? null : Number(hours) * 100,
      })),
    )
    const ask = college.as(bearer(await college.tokenFor('reader', 'X')))
    const answer = (type: string, more = '') =>
      ask(
        `{ records(type: "${type}", institution: "X" ${more}) {
            totalCount pageInfo { hasNextPage endCursor } edges { node { fields { name value } } } } }`,
      )
    const codes = async (type: string, more = ''): Promise<string> => {
      const { data, errors } = await answer(type, more)
      expect(errors).toBeUndefined()
      return codesOf(data.records)
    }
    return { college, put, answer, codes }
  }
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const codesOf = ({ edges }: any): string =>
    edges
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      .map(({ node }: any) => node.fields.find(({ name }: { name: string }) => name === 'code').value)
      .join(' ')

  describe('records', () => {
    it('are sorted by any column, the empty ones last, and those alike by their keys', async () => {
      const { codes } = await openX()
      const sorted = (type: string, field: string, descending = false) =>
        codes(type, `sort: { field: "${field}", descending: ${descending} }`)
      expect(await sorted('partner', 'from')).toBe('P2 P1 P4 P5 P3')
      expect(await sorted('partner', 'from', true)).toBe('P5 P1 P4 P2 P3')
      expect(await sorted('partner', 'name_en')).toBe('P2 P1 P5 P4 P3')
      // Choices come as they are declared: university before college before association.
      expect(await sorted('partner', 'type')).toBe('P4 P1 P2 P3 P5')
      expect(await sorted('course', 'hours')).toBe('C2 C1 C3 C4')
      expect(await sorted('course', 'hours', true)).toBe('C3 C1 C2 C4')
    })

    it('are read page by page in that order, also where a page ends among those alike or empty', async () => {
      const { answer } = await openX()
      for (const [field, descending, all] of [
        ['from', false, 'P2 P1 P4 P5 P3'],
        ['from', true, 'P5 P1 P4 P2 P3'],
        ['type', false, 'P4 P1 P2 P3 P5'],
        ['name_en', true, 'P4 P5 P1 P2 P3'],
        ['country', false, 'P1 P3 P4 P2 P5'],
      ] as const)
        for (const first of [1, 2, 3]) {
          const seen: string[] = []
          for (let after = ''; ;) {
            const sort = `sort: { field: "${field}", descending: ${descending} }, first: ${first} ${after}`
            const { records } = (await answer('partner', sort)).data
            seen.push(codesOf(records))
            expect(records.totalCount).toBe(5)
            if (!records.pageInfo.hasNextPage) break
            after = `after: "${records.pageInfo.endCursor}"`
          }
          expect(seen.join(' ')).toBe(all)
        }
    })

    it('are narrowed by text, choice, dates, numbers, and by what is empty', async () => {
      const { codes } = await openX()
      const where = (type: string, ...conditions: string[]) => codes(type, `where: [${conditions.join(', ')}]`)
      expect(await where('partner', '{ field: "name_zh", text: "学院" }')).toBe('P1 P2')
      expect(await where('partner', '{ field: "name_en", text: "100%" }')).toBe('P2')
      expect(await where('partner', '{ field: "name_en", text: "uR" }')).toBe('P4')
      expect(await where('partner', '{ field: "type", in: ["college", "university"] }')).toBe('P1 P2 P4')
      expect(await where('partner', '{ field: "country", in: ["unknown"] }')).toBe('P5')
      expect(await where('partner', '{ field: "from", from: "2019-03-01" }')).toBe('P1 P4 P5')
      expect(await where('partner', '{ field: "from", from: "2015-09-01", to: "2019-03-01" }')).toBe('P1 P2 P4')
      expect(await where('partner', '{ field: "from", empty: true }')).toBe('P3')
      expect(await where('partner', '{ field: "name_en", empty: false }')).toBe('P1 P2 P4 P5')
      expect(await where('course', '{ field: "hours", from: "8.5", to: "96" }')).toBe('C1 C3')
      // A code is found by the name of what it names, too.
      expect(await where('agreement', '{ field: "partner", text: "清迈" }')).toBe('A1')
      expect(await where('agreement', '{ field: "partner", text: "p4" }')).toBe('A3')
      expect(await where('partner', '{ field: "name_zh", text: "学院" }', '{ field: "from", to: "2018-12-31" }')).toBe(
        'P2',
      )
      expect(await where('partner', '{ field: "from", from: "2019-03-01" }, { field: "from", to: "2020-01-01" }')).toBe(
        'P1 P4',
      )
    })

    it('refuse a column that there is not, and a range that the column cannot have', async () => {
      const { answer } = await openX()
      const refused = async (more: string) => (await answer('partner', more)).errors?.map((it) => it.extensions.code)
      expect(await refused('sort: { field: "colour" }')).toEqual(['UNKNOWN_DIMENSION'])
      expect(await refused('where: [{ field: "colour", text: "x" }]')).toEqual(['UNKNOWN_DIMENSION'])
      expect(await refused('where: [{ field: "name_zh", from: "2019-01-01" }]')).toEqual(['BAD_CONDITION'])
      expect(await refused('where: [{ field: "from", from: "gestern" }]')).toEqual(['BAD_CONDITION'])
      expect(await refused('where: [{ field: "from", text: "2019" }]')).toEqual(['BAD_CONDITION'])
      expect(await refused('where: [{ field: "from" }]')).toEqual(['BAD_CONDITION'])
      expect(await refused('sort: { field: "from" }, after: "UDE"')).toEqual(['BAD_PAGE'])
    })

    it('do not tell by their order or by a filter who a person is', async () => {
      const { answer, put } = await openX()
      await put('enrolment', [{ person: 'hash', kind: 'degree', nationality: 'TH', start: '2022-09-01' }])
      const { errors } = await answer('enrolment', 'where: [{ field: "person", text: "ha" }]')
      expect(errors?.map((it) => it.extensions.code)).toEqual(['BAD_CONDITION'])
    })
  })
})
