import type { Declaration } from '../../definition.ts'
import { byCountry } from '../dimension-sets.ts'

export const internationalCertificateRate: Declaration = {
  id: 'international-certificate-rate',
  code: 'SK06',
  name: { zh: '国际证书获取率', en: 'International certificate rate' },
  definition: {
    zh: '本期内参加国际证书或国外机构证书考核的人中，至少取得一种的人数所占百分比。按人计：一人考几次、考几种，在分母和分子中都只计一次；国内证书和中国香港、中国澳门、中国台湾机构颁发的非国际证书不计。',
    en: 'Of the people who stood for an international or foreign certificate in the period, the percentage who were awarded at least one. People are counted: someone who tries several times or for several certificates is one above and below the line. Domestic certificates do not count, nor those of bodies in Hong Kong, Macao or Taiwan unless they are international.',
  },
  fillingNote: {
    zh: '先在“证书种类”台账登记证书，国际通行的“是否国际证书”选“是”，国外机构颁发的填准“发证机构所在国家（地区）”；再在“证书考取情况”台账为每名考生每次考核填一行，未取得的“是否取得”填“否”。漏填未取得的考生会使获取率虚高。',
    en: "Enter the certificate in “Certificate”: International “yes” where it is good in several countries, and the “Issuer's country or region” of a foreign body. Then one row a candidate and attempt in “Certificate award”, with Awarded “no” for those who failed: without them the rate is too high.",
  },
  theme: 'SKILLS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['certificate-award'],
  scope: { numerator: 'certificate.country', denominator: 'certificate.country', default: null },
  set: {
    of: 'certificate-award',
    where: [
      {
        any: [[{ field: 'certificate.international', in: [1] }], [{ field: 'certificate.country', inScope: 'ABROAD' }]],
      },
    ],
    time: { fallsIn: 'date' },
  },
  measure: { share: [{ field: 'awarded', in: [1] }], per: 'persons' },
  dimensions: {
    ...byCountry('certificate.country'),
    programme: 'programme',
    department: 'programme.department',
    level: 'level',
    unit: 'unit',
  },
  example: {
    words: {
      zh: 'L1 取得国际证书、另一种没取得，算取得；L2 两次才取得德国证书，计一人；L3、L4 没取得；L5 考的是国内证书，L6 考的是中国香港的非国际证书，都不在内：2 ÷ 4 = 50%。',
      en: 'L1 got the international one and failed another, and is a holder; L2 got the German one at the second try and is one person; L3 and L4 failed; L5 stood for a domestic one and L6 for one of Hong Kong that is not international, so neither is in: 2 of 4 is 50%.',
    },
    records: {
      'certificate-type': [
        {
          code: 'INT',
          name_zh: '国际焊工证书',
          name_en: 'International welder',
          issuer: 'Welding Institute',
          country: 'CN',
          international: 1,
        },
        { code: 'DEU', name_zh: '德国工商会证书', name_en: 'Chamber certificate', issuer: 'DIHK', country: 'DE' },
        { code: 'DOM', name_zh: '电工', name_en: 'Electrician', issuer: 'Skills Centre', country: 'CN' },
        { code: 'HKG', name_zh: '香港调酒师', name_en: 'Bartender', issuer: 'Trade Council', country: 'HK' },
      ],
      'certificate-award': [
        { person: 'L1', certificate: 'INT', date: '2022-11-20', awarded: 1 },
        { person: 'L1', certificate: 'DEU', date: '2022-12-10', awarded: 0 },
        { person: 'L2', certificate: 'DEU', date: '2022-12-10', awarded: 0 },
        { person: 'L2', certificate: 'DEU', date: '2023-06-10', awarded: 1 },
        { person: 'L3', certificate: 'DEU', date: '2022-12-10', awarded: 0 },
        { person: 'L4', certificate: 'INT', date: '2022-11-20', awarded: 0 },
        { person: 'L5', certificate: 'DOM', date: '2022-11-20', awarded: 1 },
        { person: 'L6', certificate: 'HKG', date: '2022-11-20', awarded: 1 },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 50,
  },
}
