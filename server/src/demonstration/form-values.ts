import type { Row } from './csv-file.ts'
import { holdSurveys } from './surveys.ts'
import { UNIT } from './units.ts'

const INFLUENCE = 'international-influence'

/** What was filed for a year, line by line of the edition; what is no number stands as it was written. */
interface Filed {
  edition: string
  year: number
  on: string
  values: Record<string, number | string>
}

/**
 * The international influence tables that went out. In that of 2022/23 the guidance abroad is 15 person-days short: two returns were
 * entered only after it had gone. Of contests in 2020/21 the table has a dash, since nobody had said anything.
 */
// prettier-ignore
const FILED: Filed[] = [
  { edition: '2019', year: 2020, on: '2021-11-18', values: { 1: 36, 2: 802, 3: 0, 4: 45, 5: 7, 6: 5, 7: 3, 8: '—', 9: 2 } },
  { edition: '2022', year: 2021, on: '2022-11-21', values: { 1: 5, 2: 19, 3: 0, 4: 0, 5: 9, 6: 5, 7: 4, 8: 6, 9: 2, 10: 4, 11: 1, '11.1': 1, '11.2': 0, 12: 3, '12.1': 195 } },
  { edition: '2022', year: 2022, on: '2023-11-20', values: { 1: 7, 2: 28, 3: 96, 4: 7, 5: 10, 6: 5, 7: 4, 8: 6, 9: 3, 10: 5, 11: 1, '11.1': 1, '11.2': 12, 12: 4, '12.1': 222 } },
]

interface Filled {
  form: string
  edition: string
  year: number
  on: string
  by: string
  source: string
  unit: string
  /** By line: what it is, and in which unit. */
  values: Record<string, [value: number | string, inUnit?: string]>
}

const YUAN = '万元'
const accounts = (year: number, values: Filled['values']): Filled => ({
  form: 'service-contribution',
  edition: '2022',
  year,
  on: `${year + 1}-11-08`,
  by: '财务处',
  source: `财务处${year + 1}年决算、继续教育台账`,
  unit: UNIT.finance,
  values,
})

/** Money, hours, floor space and words: what no record can say. */
// prettier-ignore
const FILLED: Filled[] = [
  accounts(2021, { 2: [86.5, YUAN], 3: [12, YUAN], 4: [14_260, '学时'], '4.1': [5_180, '学时'], 5: [145.2, YUAN] }),
  accounts(2022, { 2: [102.3, YUAN], 3: [18.6, YUAN], 4: [16_420, '学时'], '4.1': [5_640, '学时'], 5: [168.9, YUAN] }),
  accounts(2023, { 2: [124.8, YUAN], 3: [21.4, YUAN], 4: [18_640, '学时'], '4.1': [6_220, '学时'], 5: [203.6, YUAN] }),
  {
    ...{ form: 'service-contribution', edition: '2022', year: 2023, on: '2024-11-12', by: '招生就业处', source: '毕业生就业管理系统', unit: UNIT.employment },
    values: { '1.1': [283, '人'], '1.2': [141, '人'], '1.3': [206, '人'] },
  },
  {
    ...{ form: 'scorecard', edition: '2022', year: 2023, on: '2024-11-12', by: '招生就业处', source: '毕业生就业管理系统', unit: UNIT.employment },
    values: { '2.1': [89, '人'], '2.2': [74, '人'], 3: [71.4, '%'], 5: [283, '人'], '5.1': [118, '人'], '5.2': [67, '人'], '5.3': [98, '人'], 6: [2.81, '%'] },
  },
  {
    ...{ form: 'policy-implementation', edition: '2022', year: 2023, on: '2024-11-11', by: '人事处', source: '机构编制批复、人事处台账', unit: UNIT.personnel },
    values: { 1: [136, '人'], '1.1': [120, '人'], 4: [64, '人'], 5: [18.5, YUAN] },
  },
  {
    ...{ form: 'teaching-resources', edition: '2018', year: 2023, on: '2024-11-11', by: '教务处', source: '教务系统、资产台账', unit: UNIT.academicAffairs },
    values: { 1: [125, '门'], 2: [4_286.3, YUAN], 3: [2_918, YUAN], 4: [1_462, '人'], 6: [41_800, '平方米'], 7: [1_120, '个'], 8: [59.6, '%'], 9: [10_000, 'Mbps'], 10: [312.5, YUAN], 11: [2_460, '课时'] },
  },
  {
    ...{ form: 'satisfaction', edition: '2022', year: 2023, on: '2024-11-14', by: '质量管理办公室', source: '满意度与跟踪调查', unit: UNIT.quality },
    values: {
      ...surveyed('graduate', '2'),
      ...surveyed('staff', '3'),
      ...surveyed('parent', '5'),
      '1.2': ['网络问卷，分系部随机抽样'],
      '2.2': ['网络问卷，全体毕业生'],
      '3.2': ['网络问卷，全体教职工'],
      '4.2': ['电话与网络问卷'],
      '5.2': ['网络问卷，家长群发放'],
    },
  },
]

/** Satisfaction in 2023/24 and how many answered, as the survey found them. */
function surveyed(audience: string, line: string): Filled['values'] {
  const { answered, positive } = holdSurveys().find(
    (row) =>
      row['audience'] === audience &&
      row['question'] === 'satisfaction' &&
      (row['class'] === 2024 || row['survey'] === '满意度调查2023—2024'),
  )!
  return {
    [line]: [Math.round((Number(positive) / Number(answered)) * 10_000) / 100, '%'],
    [`${line}.1`]: [Number(answered), '人'],
  }
}

const oneOf = (value: number | string): Row => (typeof value === 'number' ? { value } : { text: value })

/** What the tables say that no record says, and what went out in earlier years. */
export const FORM_VALUES: Row[] = [
  ...FILED.flatMap(({ edition, year, on, values }) =>
    Object.entries(values).map(([line, value]) => ({
      form: INFLUENCE,
      edition,
      line,
      year,
      status: 'filed',
      ...oneOf(value),
      source: `质量年度报告（${year + 1}年度）`,
      filled_by: '质量管理办公室',
      filled_on: on,
      unit: UNIT.quality,
    })),
  ),
  ...FILLED.flatMap(({ values, on, by, ...about }) =>
    Object.entries(values).map(([line, [value, in_unit]]) => ({
      ...about,
      line,
      status: 'hand-filled',
      ...oneOf(value),
      in_unit,
      filled_by: by,
      filled_on: on,
    })),
  ),
]

/** That of 2022/23 was published with the college's report. */
export const FORM_PUBLICATIONS: Row[] = [
  {
    form: INFLUENCE,
    edition: '2022',
    year: 2022,
    published_on: '2023-12-20',
    address: 'https://border-river.example/report/2023',
    unit: UNIT.quality,
  },
]
