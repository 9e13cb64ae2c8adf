import type { Declaration } from '../../definition.ts'
import { mobilityDimensions } from '../dimension-sets.ts'

export const visitingTeachers: Declaration = {
  id: 'visiting-teachers',
  code: 'IN11',
  name: { zh: '接收国外访学教师人数', en: 'Visiting teachers received' },
  definition: {
    zh: '本期内来校访学的国外教师人数，同一人来几次只计一次。按“国外”口径，不含来自中国香港、中国澳门、中国台湾的教师。',
    en: 'Teachers from abroad who were here as visiting scholars in the period; one who comes twice is one person. Those from Hong Kong, Macao and Taiwan are not among them unless the wider scope is asked for.',
  },
  fillingNote: {
    zh: '在“师生国（境）外交流”台账填报，“方向”填“来校”，“人员类别”填“教职工”，“事由”填“访学”，“国家（地区）”填从哪里来。来校参会、短期考察填“参会”，不计；长期聘用的外籍教师在“教职工名册”台账填报。',
    en: 'Fill in “Mobility” with “Direction” “in”, “Audience” “staff”, “Purpose” “visiting scholar” and the “Country or region” they come from. Whoever comes to a conference or for a short visit is “conference” and does not count; foreign teachers who are employed belong under “Staff”.',
  },
  theme: 'INTRODUCTION',
  kind: 'FLOW',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: [
    {
      of: 'mobility',
      where: [
        { field: 'direction', in: ['in'] },
        { field: 'audience', in: ['staff'] },
      ],
    },
  ],
  scope: { numerator: 'country', denominator: 'country', default: 'ABROAD' },
  set: {
    of: 'mobility',
    where: [
      { field: 'direction', in: ['in'] },
      { field: 'audience', in: ['staff'] },
      { field: 'purpose', in: ['visiting-scholar'] },
      { field: 'virtual', notIn: [1] },
    ],
    time: { overlaps: ['start', 'end'] },
  },
  measure: { distinct: 'persons' },
  dimensions: mobilityDimensions,
  example: {
    words: {
      zh: 'V1 来了两次，计一人；V2 来自中国香港，不属国外；V3 只来开会：共 1 人。',
      en: 'V1 came twice and is one; V2 is from Hong Kong, which is not abroad; V3 came for a conference only: 1.',
    },
    records: {
      mobility: [
        {
          person: 'V1',
          direction: 'in',
          audience: 'staff',
          purpose: 'visiting-scholar',
          country: 'VN',
          start: '2022-10-01',
          end: '2022-12-31',
        },
        {
          person: 'V1',
          direction: 'in',
          audience: 'staff',
          purpose: 'visiting-scholar',
          country: 'VN',
          start: '2023-04-01',
          end: '2023-06-30',
        },
        {
          person: 'V2',
          direction: 'in',
          audience: 'staff',
          purpose: 'visiting-scholar',
          country: 'HK',
          start: '2023-03-01',
          end: '2023-05-31',
        },
        {
          person: 'V3',
          direction: 'in',
          audience: 'staff',
          purpose: 'conference',
          country: 'RU',
          start: '2023-05-10',
          end: '2023-05-12',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
