import { expect, it } from 'vitest'
import { RULE_CODES } from '@causeway/server/answers/quality/check-rules'
import { bearer, openCollege } from '../support/college.ts'
import { recordsAt } from '../support/counted-list.ts'
import { forEachDatabase } from '../support/databases.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'

const YEAR = 2022
const FINDINGS = `findings { id code count type { name } message href named { id label } }`
const STAY = { direction: 'out', audience: 'student', purpose: 'study' }

/** Two of everything that a rule finds, and something beside it that none does. */
const DOUBTFUL: [type: string, rows: Values[]][] = [
  ['programme', [{ code: 'PA', name_zh: '数控', kind: 'regular', from: '2010-09-01' }]],
  [
    'partner',
    [
      { code: 'P', name_zh: '伙伴', country: 'TH', type: 'university', from: '2015-01-01' },
      { code: 'P-OPEN', name_zh: '无起始', country: 'LA', type: 'college', from: null },
    ],
  ],
  [
    'agreement',
    [
      { code: 'A3', to: '2024-03-31' },
      { code: 'A1', to: '2023-10-15' },
      { code: 'A2', to: '2023-11-30' },
      { code: 'A4', to: '2024-08-01' },
      { code: 'LATER', to: '2027-08-31' },
      { code: 'OPEN', to: null },
    ].map((one) => ({ partner: 'P', signed_on: '2018-01-01', from: '2018-02-01', ...one })),
  ],
  [
    'mobility',
    [
      { ...STAY, country: 'unknown', person: 'A', start: '2022-11-01', end: '2022-12-01' },
      { ...STAY, country: 'unknown', person: 'B', start: '2022-10-01', end: '2022-12-01', unit: '国际处' },
      { ...STAY, country: 'TH', person: 'C', start: '2022-10-01', end: '2022-12-01', unit: '国际处' },
      // Of another year, and not counted.
      { ...STAY, country: 'unknown', person: 'A', start: '2020-10-01', end: '2020-12-01' },
    ],
  ],
  [
    'enrolment',
    [
      { person: 'B', kind: 'degree', nationality: 'TH', start: '2012-09-01', end: null },
      { person: 'C', kind: 'degree', nationality: 'unknown', start: '2011-09-01', end: null },
      { person: 'D', kind: 'degree', nationality: 'TH', start: '2021-09-01', end: null },
    ],
  ],
  ['standard', [{ code: 'S', title_zh: '标准', type: 'programme', direction: 'own' }]],
  [
    'adoption',
    ['2020-01-01', '2019-01-01', '2023-06-01'].map((adopted_on, at) => ({
      ...{ standard: 'S', country: 'TH', adopter: `采用者${at}`, adopted_on },
    })),
  ],
  [
    'evidence',
    ['2022-01-01', '2021-01-01', '2030-01-01'].map((expires_on, at) => ({
      ...{ code: `E${at}`, title: '协议', kind: 'contract', issued_on: '2020-01-01', expires_on },
      ...{ record_type: 'standard', record: 'S' },
    })),
  ],
  [
    'target',
    [
      { indicator: 'EX98', year: 2023, value: 5_000_000 },
      { indicator: 'EX99', year: 2023, value: 5_000_000 },
      { indicator: 'EX99', year: 2024, value: 5_000_000 },
      { indicator: 'EX02', year: 2023, value: 5_000_000 },
      { indicator: 'foreign-students', year: 2023, value: 6_000_000 },
      { indicator: 'EX05', year: 2020, value: 9_000_000, base: 1 },
      { indicator: 'EX05', year: 2025, value: 8_000_000 },
    ].map((one): Values => ({ plan: '双高', base: null, ...one })),
  ],
  [
    'peer-figure',
    [
      { peer: 'A', indicator: 'SK15.dec', value: 112_000_000 },
      { peer: 'B', indicator: 'SK15.dec', value: 113_000_000 },
      { peer: 'C', indicator: 'SK15.dec', value: 90_000_000 },
    ].map((one) => ({ year: 2022, source: '年报', ...one })),
  ],
]

forEachDatabase((_name, open) => {
  it('every sentence that counts records leads to the list of exactly those, and names the first of it', async () => {
    const database = await open()
    const college = await openCollege(database)
    await putInstitution(database, 'X', '2023-08-31')
    for (const [type, rows] of DOUBTFUL) await putRecords(database, type, 'X', rows, { dataDate: '2023-08-31' })
    const ask = college.as(bearer(await college.tokenFor('reader', 'X')))
    const { data, errors } = await ask(`{ quality(institution: "X", year: ${YEAR}) { ${FINDINGS} } }`)
    expect(errors).toBeUndefined()
    const findings = data.quality.findings as {
      id: string
      code: string
      count: number
      message: string
      href: string
      named: { id: string }[]
    }[]
    // Every rule is walked over but the one that counts nothing.
    const codes = new Set(findings.map(({ code }) => code))
    expect(RULE_CODES.filter((code) => !codes.has(code))).toEqual(['DATA_DATE_BEFORE_END'])
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
    for (const finding of findings) {
      const list = await recordsAt(ask, finding.href, 100)
      expect([finding.id, list.totalCount, list.edges.length]).toEqual([finding.id, finding.count, finding.count])
      expect(finding.named.map(({ id }) => id)).toEqual(list.edges.slice(0, 3).map(({ node }) => node.id))
      const again = await ask(
        `query ($id: ID!) { quality(institution: "X", year: 2010) { finding(id: $id) { count message } } }`,
        { id: finding.id },
      )
      expect(again.data.quality.finding).toEqual({ count: finding.count, message: finding.message })
    }
    const lapsing = findings.find(({ code }) => code === 'LAPSING_AGREEMENT')!
    const { edges } = await recordsAt(ask, lapsing.href)
    const ends = edges.map(({ node }) => node.fields.find(({ name }) => name === 'to')!.value)
    expect(ends).toEqual(['2023-10-15', '2023-11-30', '2024-03-31', '2024-08-01'])
  })

  it('a list whose records were put right is empty, and one that nobody made is none', async () => {
    const database = await open()
    const college = await openCollege(database)
    await putInstitution(database, 'X', '2023-08-31')
    const ask = college.as(bearer(await college.tokenFor('reader', 'X')))
    for (const id of [
      'UNKNOWN_COUNTRY/mobility/2022/country',
      'NOBODY/knows/2022/',
      'x',
      'NO_UNIT/mobility/9999999/unit',
    ]) {
      const list = `{ records(type: "mobility", institution: "X", finding: "${id}") { totalCount } }`
      const { data, errors } = await ask(list)
      expect(errors?.map((it) => it.extensions.code) ?? data.records.totalCount).toEqual(
        id.includes('9999999') ? ['BAD_PERIOD'] : 0,
      )
    }
    // Whoever may not read the records learns nothing of a list.
    const list = '{ records(type: "mobility", institution: "X", finding: "NO_UNIT/mobility/2022/unit") { totalCount } }'
    expect((await college.ask(list)).errors?.map((it) => it.extensions.code)).toEqual(['UNAUTHENTICATED'])
  })
})
