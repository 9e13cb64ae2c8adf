import type { Declaration } from '../../definition.ts'

export const foreignLearnersReached: Declaration = {
  id: 'foreign-learners-reached',
  code: 'EX22',
  name: { zh: '标准资源采用涉及外方学生数', en: 'Foreign learners reached by adoption' },
  definition: {
    zh: '本期内使用本校标准、资源和装备的外方学生数，为各条使用情况的学生数之和，使用时间与本期有重叠的都计入。同一学生用到两项标准会计两次，因此不是去重后的人数。',
    en: 'Learners abroad who used the standards, resources and equipment of the college: the sum of the learners of every use that overlaps the period. A learner reached by two standards counts twice, so that this is not a number of distinct people.',
  },
  fillingNote: {
    zh: '在“标准（资源）使用情况”台账按采用机构逐年填报，填“起始日期”“结束日期”和“涉及外方学生数”。每条只填该机构在这段时间内的学生数，不要填历年累计；没有学生使用的填 0。',
    en: 'Fill in “Use of what was adopted” for each adopter and year, with “From”, “To” and “Learners”. Give the learners of that adopter in that time, not those of all years together; where nobody used it enter 0.',
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['adoption-use'],
  scope: { numerator: 'country', denominator: 'country', default: null },
  set: {
    of: 'adoption-use',
    time: { overlaps: ['from', 'to'] },
    joins: {
      adoption: {
        to: 'adoption',
        on: { standard: 'standard', resource: 'resource', country: 'country', adopter: 'adopter' },
      },
    },
  },
  measure: { sum: 'learners' },
  dimensions: {
    country: 'country',
    continent: 'country',
    bloc: 'country',
    platform: 'adoption.platform',
    type: 'standard.type',
    unit: 'unit',
  },
  example: {
    words: {
      zh: '标准 S1 有 40 人、资源 R1 有 25 人使用；上学年的 30 人不计：共 65 人。',
      en: 'Standard S1 reached 40 and resource R1 25; the 30 of the year before do not count: 65.',
    },
    records: {
      standard: [
        {
          code: 'S1',
          title_zh: '设施农业专业标准',
          title_en: 'Protected agriculture standard',
          type: 'programme',
          direction: 'own',
        },
      ],
      resource: [
        { code: 'R1', title_zh: '大豆种植教材', title_en: 'Soya growing textbook', kind: 'textbook', origin: 'own' },
      ],
      'adoption-use': [
        {
          standard: 'S1',
          country: 'LA',
          adopter: 'Vientiane Vocational College',
          from: '2022-09-01',
          to: '2023-07-01',
          learners: 40,
        },
        {
          resource: 'R1',
          country: 'TH',
          adopter: 'Bangkok Technical College',
          from: '2023-02-01',
          to: '2023-12-31',
          learners: 25,
        },
        {
          standard: 'S1',
          country: 'LA',
          adopter: 'Vientiane Vocational College',
          from: '2021-09-01',
          to: '2022-08-31',
          learners: 30,
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 65,
  },
}
