import type { Declaration } from '../../definition.ts'
import { enrolmentDimensions } from '../dimension-sets.ts'

export const inboundMobilityRate: Declaration = {
  id: 'inbound-mobility-rate',
  code: 'EX05',
  name: { zh: '留学生占在校生比例', en: 'Inbound mobility rate' },
  definition: {
    zh: '统计时点（默认 9 月 1 日）国外留学生占全部在校生的百分比，海外办学点的学生不在分子和分母内。按国家（地区）分列时，分母始终是全部在校生。',
    en: 'Foreign students as a percentage of all learners enrolled here on the day asked for, 1 September unless said otherwise; learners at sites overseas are in neither. Broken down by country, each is a share of the whole college.',
  },
  fillingNote: {
    zh: '分子和分母都取自“学籍（含留学生）”台账，因此本国学生也须填报，可按专业分组填“人数”。离校的及时填“离校日期”，否则时点在校人数偏多。海外办学点的学生填“境外办学”，不计入。',
    en: 'Both sides come from “Enrolment”, so that domestic learners have to be entered too, as groups with a “Headcount” if you like. Give “End” to whoever has left, else too many are enrolled on the day. Learners at sites overseas are “overseas” and do not count.',
  },
  theme: 'EXPORT',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['POINT_IN_TIME', 'SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['enrolment'],
  scope: { numerator: 'nationality', default: 'ABROAD' },
  set: {
    of: 'enrolment',
    where: [{ field: 'kind', notIn: ['overseas'] }],
    time: { overlaps: ['start', 'end'] },
  },
  measure: { share: [{ field: 'nationality', inScope: 'SCOPE' }], per: 'persons' },
  dimensions: {
    ...enrolmentDimensions,
    country: { numerator: 'nationality' },
    continent: { numerator: 'nationality' },
    bloc: { numerator: 'nationality' },
  },
  example: {
    words: {
      zh: '9 月 1 日在校 20 人：本国 17 人、中国香港 1 人、越南 2 人。中国香港学生只在分母：2 ÷ 20 = 10%。L4 八月已离校，不计。',
      en: 'On 1 September 20 are enrolled: 17 domestic, 1 from Hong Kong, 2 from Viet Nam. The one from Hong Kong is in the denominator alone: 2 of 20 is 10%. L4 left in August.',
    },
    records: {
      programme: [
        { code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' },
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary' },
      ],
      enrolment: [
        { headcount: 17, programme: 'PB', kind: 'domestic', nationality: 'CN', start: '2021-09-01', end: '2024-07-01' },
        { person: 'L1', programme: 'PA', kind: 'degree', nationality: 'VN', start: '2022-09-01', end: '2025-07-01' },
        { person: 'L2', programme: 'PA', kind: 'degree', nationality: 'VN', start: '2021-09-01', end: '2024-07-01' },
        { person: 'L3', programme: 'PA', kind: 'degree', nationality: 'HK', start: '2021-09-01', end: '2024-07-01' },
        { person: 'L4', programme: 'PA', kind: 'degree', nationality: 'LA', start: '2020-09-01', end: '2022-08-15' },
      ],
    },
    ask: { basis: 'POINT_IN_TIME', year: 2022 },
    expect: 10,
  },
}
