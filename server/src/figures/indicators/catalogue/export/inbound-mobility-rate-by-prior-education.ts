import type { Declaration } from '../../definition.ts'
import { enrolmentDimensions } from '../dimension-sets.ts'

export const inboundMobilityRateByPriorEducation: Declaration = {
  id: 'inbound-mobility-rate-by-prior-education',
  code: 'EX05.prior',
  name: { zh: '留学生占在校生比例（按前一学历所在国）', en: 'Inbound mobility rate (by prior education)' },
  definition: {
    zh: '统计时点（默认 9 月 1 日）前一学历在国外取得的学生占全部在校生的百分比，海外办学点的学生不在内。与“留学生占在校生比例”不同，不看国籍，只看前一学历在哪里取得，与联合国教科文组织的口径一致；未填前一学历所在国的不计入分子。',
    en: 'Learners whose prior education was abroad as a percentage of all learners enrolled here on the day asked for, 1 September unless said otherwise; those at sites overseas are in neither. Unlike the inbound mobility rate it asks where they went to school before, not what passport they hold, as UNESCO does; a learner of whom that is not known is not counted above the line.',
  },
  fillingNote: {
    zh: '在“学籍（含留学生）”台账填“前一学历所在国家（地区）”，指取得高中阶段或最近学历的国家（地区），与“国籍（地区）”无关；外国籍学生在本国读完高中的填本国，中国籍学生在国外读完高中的填国外。本国学生可以不填。',
    en: 'Give the “Country of prior education” under “Enrolment”: where the upper-secondary or latest qualification was gained, whatever the “Nationality”. A foreigner who went to school here has the home country, a national who went to school abroad the one abroad. Domestic learners may leave it empty.',
  },
  theme: 'EXPORT',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['POINT_IN_TIME', 'SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['enrolment'],
  scope: { numerator: 'prior_education', default: 'ABROAD' },
  set: {
    of: 'enrolment',
    where: [{ field: 'kind', notIn: ['overseas'] }],
    time: { overlaps: ['start', 'end'] },
  },
  measure: { share: [{ field: 'prior_education', inScope: 'SCOPE' }], per: 'persons' },
  dimensions: {
    ...enrolmentDimensions,
    country: { numerator: 'prior_education' },
    continent: { numerator: 'prior_education' },
    bloc: { numerator: 'prior_education' },
  },
  example: {
    words: {
      zh: '9 月 1 日在校 10 人。L1 是越南籍，高中在越南读，计入；L2 是中国籍，高中在德国读，计入；L3 是越南籍，高中在中国读，不计；L4 未填；其余 6 人本国读完高中：2 ÷ 10 = 20%。',
      en: 'On 1 September 10 are enrolled. L1, of Viet Nam, went to school there and counts; L2, a Chinese, went to school in Germany and counts; L3, of Viet Nam, went to school in China and does not; of L4 it is not given; the other 6 went to school at home: 2 of 10 is 20%.',
    },
    records: {
      programme: [{ code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' }],
      enrolment: [
        {
          person: 'L1',
          programme: 'PA',
          kind: 'degree',
          nationality: 'VN',
          prior_education: 'VN',
          start: '2022-09-01',
        },
        {
          person: 'L2',
          programme: 'PA',
          kind: 'domestic',
          nationality: 'CN',
          prior_education: 'DE',
          start: '2022-09-01',
        },
        {
          person: 'L3',
          programme: 'PA',
          kind: 'degree',
          nationality: 'VN',
          prior_education: 'CN',
          start: '2022-09-01',
        },
        { person: 'L4', programme: 'PA', kind: 'degree', nationality: 'LA', start: '2022-09-01' },
        {
          headcount: 6,
          programme: 'PA',
          kind: 'domestic',
          nationality: 'CN',
          prior_education: 'CN',
          start: '2022-09-01',
        },
      ],
    },
    ask: { basis: 'POINT_IN_TIME', year: 2022 },
    expect: 20,
  },
}
