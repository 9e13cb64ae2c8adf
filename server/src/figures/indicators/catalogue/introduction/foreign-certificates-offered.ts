import type { Declaration } from '../../definition.ts'

export const foreignCertificatesOffered: Declaration = {
  id: 'foreign-certificates-offered',
  code: 'IN10',
  name: { zh: '引进国际职业证书种数', en: 'Foreign certificates offered' },
  definition: {
    zh: '本期内本校有学生报考的国际或国外职业证书种数。证书为国际证书，或发证机构在国外；有人报考即计，不论是否考取，没有人报考的证书不计。',
    en: 'Kinds of international or foreign certificates for which the college had at least one candidate in the period. A certificate is international, or its issuer is abroad. One candidate is enough, passed or not; a certificate without any does not count.',
  },
  fillingNote: {
    zh: '先在“证书种类”台账登记证书，国际通用的“是否国际证书”填“是”，并填“发证机构所在国家（地区）”。再在“证书考取情况”台账逐人填报，未通过的也要填，“是否取得”填“否”。校内结业证、国内1+X证书不计。',
    en: "First enter the certificate under “Certificate”, with “International” “yes” for one recognised internationally and the “Issuer's country or region”. Then enter each candidate under “Certificate award”, those who failed too, with “Awarded” “no”. College certificates and domestic 1+X certificates do not count.",
  },
  theme: 'INTRODUCTION',
  kind: 'FLOW',
  unit: { zh: '种', en: 'certificates' },
  decimals: 0,
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
  measure: { distinct: 'certificate' },
  dimensions: {
    country: 'certificate.country',
    continent: 'certificate.country',
    bloc: 'certificate.country',
    programme: 'programme',
    department: 'programme.department',
    level: 'level',
    unit: 'unit',
  },
  example: {
    words: {
      zh: 'K1 是国际证书，有一人报考未过，计一种；K2 由德国发证，两人报考，计一种；K3 由中国香港发证，不属国外；K4 无人报考：共 2 种。',
      en: 'K1 is international and had one candidate, who failed: it counts. K2 is German and had two candidates: one kind. K3 is of Hong Kong, which is not abroad. K4 had no candidate: 2.',
    },
    records: {
      'certificate-type': [
        {
          code: 'K1',
          name_zh: '国际焊工证书',
          name_en: 'International welder',
          issuer: 'IIW',
          country: 'CN',
          international: 1,
        },
        {
          code: 'K2',
          name_zh: '机电技师证书',
          name_en: 'Mechatronics technician',
          issuer: 'IHK',
          country: 'DE',
          international: 0,
        },
        {
          code: 'K3',
          name_zh: '香港酒店服务证书',
          name_en: 'Hong Kong hotel service',
          issuer: 'VTC',
          country: 'HK',
          international: 0,
        },
        {
          code: 'K4',
          name_zh: '英国商科证书',
          name_en: 'British business certificate',
          issuer: 'Pearson',
          country: 'GB',
          international: 1,
        },
      ],
      'certificate-award': [
        { person: 'S1', certificate: 'K1', date: '2023-05-20', awarded: 0 },
        { person: 'S2', certificate: 'K2', date: '2023-06-10', awarded: 1 },
        { person: 'S3', certificate: 'K2', date: '2023-06-10', awarded: 1 },
        { person: 'S2', certificate: 'K3', date: '2023-04-01', awarded: 1 },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
