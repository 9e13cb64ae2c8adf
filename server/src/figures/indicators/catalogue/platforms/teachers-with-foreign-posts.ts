import type { Declaration } from '../../definition.ts'

export const teachersWithForeignPosts: Declaration = {
  id: 'teachers-with-foreign-posts',
  code: 'PF06',
  name: { zh: '在国外组织担任职务的专任教师人数', en: 'Teachers with posts in foreign organisations' },
  definition: {
    zh: '本期最后一天在国外组织担任职务的专任教师人数，一人担任几个职务只计一次。按“国外”口径，在中国香港、中国澳门、中国台湾的组织任职不计；已卸任的不计。',
    en: 'Teachers who hold a post in an organisation abroad on the last day of the period; one who holds several is one. Organisations in Hong Kong, Macao and Taiwan are not abroad unless the wider scope is asked for, and posts that have ended do not count.',
  },
  fillingNote: {
    zh: '在“国（境）外组织任职”台账填报，一人一职一行，填“任职组织”“组织所在国家（地区）”“职务”和“任职起始日期”，卸任的填“任职终止日期”，并附聘书作为佐证材料。只填专任教师；普通会员资格不算职务。',
    en: 'Fill in “Office held”, one row for each person and post, with “Organisation”, its “Country or region”, “Post” and “From”, and “To” once it has ended; the letter of appointment is the evidence. Enter full-time teachers only; mere membership is no post.',
  },
  theme: 'PLATFORMS',
  kind: 'STOCK',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['office-held'],
  scope: { numerator: 'country', denominator: 'country', default: 'ABROAD' },
  set: { of: 'office-held', time: { inForce: [['from', 'to']] } },
  measure: { distinct: 'persons' },
  dimensions: { country: 'country', continent: 'country', bloc: 'country', unit: 'unit' },
  example: {
    words: {
      zh: 'T1 担任两职，计一人；T4 计一人；T2 任职的组织在中国香港；T3 五月已卸任：共 2 人。',
      en: 'T1 holds two posts and is one; T4 is another; the organisation of T2 is in Hong Kong; T3 left in May: 2.',
    },
    records: {
      'office-held': [
        {
          person: 'T1',
          organisation: 'Russian Agricultural Education Association',
          country: 'RU',
          post: 'council member',
          from: '2021-01-01',
        },
        {
          person: 'T1',
          organisation: 'ASEAN Vocational Education Alliance',
          country: 'TH',
          post: 'deputy secretary',
          from: '2022-06-01',
        },
        {
          person: 'T2',
          organisation: 'Hong Kong Trade Institute',
          country: 'HK',
          post: 'committee member',
          from: '2021-01-01',
        },
        {
          person: 'T3',
          organisation: 'German Welding Society',
          country: 'DE',
          post: 'expert',
          from: '2019-01-01',
          to: '2023-05-31',
        },
        {
          person: 'T4',
          organisation: 'Lao Vocational Education Association',
          country: 'LA',
          post: 'adviser',
          from: '2023-03-01',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
