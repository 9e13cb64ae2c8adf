import type { Declaration } from '../../definition.ts'
import { anyAdoptionDimensions } from '../dimension-sets.ts'

export const adoptionEvidenceRate: Declaration = {
  id: 'adoption-evidence-rate',
  code: 'ST08',
  name: { zh: '采用佐证率', en: 'Evidence coverage of adoptions' },
  definition: {
    zh: '统计日仍有效的采用（本校开发或参与开发的标准、资源和装备）中，至少有一份当日有效佐证材料的所占百分比。佐证材料过期或尚未出具的不算，一项采用有几份也只算一次。',
    en: 'Of the adoptions in force on the day, of standards, resources and equipment own or jointly made, the percentage with at least one piece of evidence that is valid on that day. Evidence that has expired or was issued later is none, and several pieces for one adoption are as good as one.',
  },
  fillingNote: {
    zh: '在“佐证材料”台账为每项采用登记至少一份材料（采用证明、合同、官方认证证书等）：“台账类型”选“标准（资源）采用”，“所证台账记录”填该采用记录的唯一标识：标准（或资源）编号/国家/采用机构。有有效期的材料须填“有效期至”，到期后换领新材料另填一行。一份材料证明几项采用的，各填一行。',
    en: 'Enter at least one document for each adoption in “Evidence”: a certificate of adoption, a contract, a certificate of the authority. Its “Record type” is “Adoption”, its “Record” what the adoption is known by: standard (or resource)/country/adopter. Fill in “Expires on” where the document has an end, and add a row for the new one. A document for several adoptions has a row for each.',
  },
  theme: 'STANDARDS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: null },
  set: {
    of: 'adoption',
    where: [
      {
        any: [
          [{ field: 'standard.direction', in: ['own', 'joint'] }],
          [{ field: 'resource.origin', in: ['own', 'joint'] }],
        ],
      },
    ],
    time: { inForce: [[{ stage: 'adopted' }, 'lapsed_on']] },
  },
  measure: {
    share: [
      {
        related: {
          of: 'evidence',
          on: { record: '#key' },
          where: [{ field: 'record_type', in: ['adoption'] }],
          time: { inForce: [['issued_on', 'expires_on']] },
        },
        atLeast: 1,
      },
    ],
    per: 'records',
  },
  dimensions: anyAdoptionDimensions,
  example: {
    words: {
      zh: '统计日为 2023-08-31。柬埔寨的采用有证明；教材 R1 的采用有两份，算一次；老挝的证明已于 2022 年底过期；泰国的合同 2023 年 9 月才签；S2 是引进的标准，不在分母：2 ÷ 4 = 50%。',
      en: 'The day is 31 August 2023. Cambodia has a certificate; the textbook R1 has two documents and is one; the certificate of Laos expired at the end of 2022; the contract of Thailand was signed in September 2023; S2 was introduced and is not in the denominator: 2 of 4 is 50%.',
    },
    records: {
      standard: [
        {
          code: 'S1',
          title_zh: '数控技术专业教学标准',
          title_en: 'CNC technology programme standard',
          type: 'programme',
          direction: 'own',
        },
        {
          code: 'S2',
          title_zh: '焊接技术标准',
          title_en: 'Welding standard',
          type: 'occupational',
          direction: 'introduced',
          country: 'DE',
        },
      ],
      resource: [
        { code: 'R1', title_zh: '温室管理教材', title_en: 'Greenhouse textbook', kind: 'textbook', origin: 'own' },
      ],
      adoption: [
        { standard: 'S1', country: 'KH', adopter: 'College A', adopted_on: '2021-05-01' },
        { resource: 'R1', country: 'KH', adopter: 'College A', adopted_on: '2022-05-01' },
        { standard: 'S1', country: 'LA', adopter: 'College C', adopted_on: '2021-05-01' },
        { standard: 'S1', country: 'TH', adopter: 'College D', adopted_on: '2022-10-01' },
        { standard: 'S2', country: 'RU', adopter: 'College B', adopted_on: '2022-02-01' },
      ],
      evidence: [
        {
          code: 'E1',
          title: 'Certificate of adoption',
          kind: 'certificate',
          issued_on: '2021-06-01',
          record_type: 'adoption',
          record: 'S1/KH/College A',
        },
        {
          code: 'E2',
          title: 'Letter of thanks',
          kind: 'letter',
          issued_on: '2022-06-01',
          record_type: 'adoption',
          record: 'R1/KH/College A',
        },
        {
          code: 'E3',
          title: 'Photograph of the class',
          kind: 'photo',
          issued_on: '2023-03-01',
          record_type: 'adoption',
          record: 'R1/KH/College A',
        },
        {
          code: 'E4',
          title: 'Certificate of adoption',
          kind: 'certificate',
          issued_on: '2021-06-01',
          expires_on: '2022-12-31',
          record_type: 'adoption',
          record: 'S1/LA/College C',
        },
        {
          code: 'E5',
          title: 'Contract',
          kind: 'contract',
          issued_on: '2023-09-10',
          record_type: 'adoption',
          record: 'S1/TH/College D',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 50,
  },
}
