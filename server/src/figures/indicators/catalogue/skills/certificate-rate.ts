import type { Declaration } from '../../definition.ts'
import { graduateDimensions } from '../dimension-sets.ts'

export const certificateRate: Declaration = {
  id: 'certificate-rate',
  code: 'SK04',
  name: { zh: '职业技能等级/资格证书获取率', en: 'Certificate rate' },
  definition: {
    zh: '一届毕业生中，到该学年最后一天为止至少取得一种职业技能等级证书或职业资格证书的人数所占百分比。一人取得几种证书只计一次，毕业后才取得的不计；只报人数的毕业生无法与证书对应，不参与计算。截至当天没有证书获取记录、也没有零报告的，不作 0%，而是未填报。',
    en: 'Of the graduates of a class, the percentage who by the last day of that school year held at least one vocational certificate. Someone with several certificates counts once, and one awarded later does not count. Graduates reported as heads only cannot be matched with certificates and take no part. Where no award or attempt was ever reported by the day, nor that there was none, it is a gap and not 0 %.',
  },
  fillingNote: {
    zh: '毕业生名单取自“毕业去向”台账中填写了“人员编号”的行（同一人有几个观测时点的只计一次），证书取自“证书考取情况”台账中“是否取得”为“是”的行。两处的“人员编号”须用同一种编号（如学号）。证书日期填发证日期；只填“人数”的去向行不参与计算。',
    en: 'Graduates are the rows of “Graduate outcome” with a Person (one seen at several points of observation is one), certificates the rows of “Certificate award” where Awarded is “yes”. Use the same kind of number for a person in both. Date is the day of issue. Rows of “Graduate outcome” with a Headcount take no part.',
  },
  theme: 'SKILLS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 2,
  change: {
    zh: '没有填报条件所要求的任何记录、又会算出 0% 时，改为“未填报”。',
    en: 'Where nothing that its condition asks for was reported, what would be 0 % is a gap: nothing was reported.',
  },
  bases: ['COHORT'],
  base: ['graduate-outcome'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: null },
  set: {
    of: 'graduate-outcome',
    where: [{ field: 'person', filled: true }],
    time: { fallsIn: 'class' },
  },
  measure: {
    share: [
      {
        related: {
          of: 'certificate-award',
          on: { person: 'person' },
          where: [{ field: 'awarded', in: [1] }],
          time: { upTo: 'date' },
        },
        atLeast: 1,
      },
    ],
    per: 'persons',
    zero: [{ of: 'certificate-award' }],
  },
  dimensions: graduateDimensions,
  example: {
    words: {
      zh: '2023 届填报名单 4 人：L1 有证书（有两个观测时点，只计一人）；L2 有两种，计一次；L3 考了没取得；L4 的证书 2023 年 10 月才发：2 ÷ 4 = 50%。只报人数的 20 人不参与。',
      en: 'The class of 2023 has four by name: L1 has a certificate (and two points of observation, but is one); L2 has two and is one; L3 stood for one and failed; that of L4 was issued in October 2023: 2 of 4 is 50%. The 20 reported as heads take no part.',
    },
    records: {
      'graduate-outcome': [
        { person: 'L1', class: 2023, observation: '08-31', status: 'employed' },
        { person: 'L1', class: 2023, observation: '12-31', status: 'employed' },
        { person: 'L2', class: 2023, observation: '08-31', status: 'employed' },
        { person: 'L3', class: 2023, observation: '08-31', status: 'employed' },
        { person: 'L4', class: 2023, observation: '08-31', status: 'employed' },
        { headcount: 20, class: 2023, observation: '08-31', status: 'employed' },
      ],
      'certificate-type': [
        { code: 'CT1', name_zh: '数控车工', name_en: 'CNC turner', issuer: 'Skills Centre', country: 'CN' },
        { code: 'CT2', name_zh: '电工', name_en: 'Electrician', issuer: 'Skills Centre', country: 'CN' },
      ],
      'certificate-award': [
        { person: 'L1', certificate: 'CT1', date: '2022-06-20', awarded: 1 },
        { person: 'L2', certificate: 'CT1', date: '2022-06-20', awarded: 1 },
        { person: 'L2', certificate: 'CT2', date: '2023-05-10', awarded: 1 },
        { person: 'L3', certificate: 'CT1', date: '2022-06-20', awarded: 0 },
        { person: 'L4', certificate: 'CT1', date: '2023-10-15', awarded: 1 },
      ],
    },
    ask: { basis: 'COHORT', year: 2022 },
    expect: 50,
  },
}
