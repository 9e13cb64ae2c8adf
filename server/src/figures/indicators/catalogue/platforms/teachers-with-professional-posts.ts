import type { Declaration } from '../../definition.ts'

export const teachersWithProfessionalPosts: Declaration = {
  id: 'teachers-with-professional-posts',
  code: 'PF06.professional',
  name: {
    zh: '在国外专业性组织担任职务的专任教师人数',
    en: 'Teachers with posts in foreign professional organisations',
  },
  definition: {
    zh: '本期最后一天在国外专业性组织担任职务的专任教师人数，一人担任几个职务只计一次。与“在国外组织担任职务的专任教师人数”不同，只计专业性组织，未标明的不计。',
    en: 'Teachers who hold a post in a professional organisation abroad on the last day of the period; one who holds several is one. Unlike the number in any organisation it counts professional ones alone, and one that is not marked as such does not count.',
  },
  fillingNote: {
    zh: '填报方法同“在国外组织担任职务的专任教师人数”，行业协会、学会、标准化组织等的“是否专业性组织”填“是”，联谊会、校友会等填“否”。',
    en: 'Filled in like the posts in any organisation; “Professional organisation” is “yes” for trade associations, learned societies and standards bodies, “no” for friendship societies and alumni clubs.',
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
  set: { of: 'office-held', where: [{ field: 'professional', in: [1] }], time: { inForce: [['from', 'to']] } },
  measure: { distinct: 'persons' },
  dimensions: { country: 'country', continent: 'country', bloc: 'country', unit: 'unit' },
  example: {
    words: {
      zh: 'T1 任职的是专业性组织；T2 的不是；T3 的未标明：共 1 人。',
      en: 'That of T1 is a professional organisation; that of T2 is not; that of T3 is not marked: 1.',
    },
    records: {
      'office-held': [
        {
          person: 'T1',
          organisation: 'German Welding Society',
          country: 'DE',
          post: 'expert',
          professional: 1,
          from: '2021-01-01',
        },
        {
          person: 'T2',
          organisation: 'Russian-Chinese Friendship Society',
          country: 'RU',
          post: 'council member',
          professional: 0,
          from: '2021-01-01',
        },
        {
          person: 'T3',
          organisation: 'Lao Vocational Education Association',
          country: 'LA',
          post: 'adviser',
          from: '2021-01-01',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
