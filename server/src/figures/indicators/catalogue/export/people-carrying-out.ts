import type { Declaration } from '../../definition.ts'

export const peopleCarryingOut: Declaration = {
  id: 'people-carrying-out',
  code: 'DN03',
  name: { zh: '走出去人数', en: 'People on the export side' },
  definition: {
    zh: '本期内学校教育资源走出去所及的人数：在校和海外办学点的国（境）外学生、国（境）外培训学员，以及赴国（境）外指导和授课的本校教师。同一人既留学又参加培训，只计一次。',
    en: 'People through whom the college gave to others in the period: foreign learners here and at sites overseas, participants of training for persons from abroad, and own teachers who went abroad to guide or train. Someone who studied and also joined a training counts once.',
  },
  fillingNote: {
    zh: '取自“学籍（含留学生）”“国（境）外人员培训”“师生国（境）外交流”三个台账，不另填报。海外办学点的学生须填“办学点编号”，按办学点所在国家（地区）统计；同一人在三个台账的“人员编号”须一致，才能只计一次。',
    en: 'Made of “Enrolment”, “Training session” and “Mobility”; nothing is entered for it alone. Learners at sites overseas need their “Site”, whose country they belong to. A person needs the same “Person” in all three to count once.',
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 2,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: [
    'enrolment',
    'training-session',
    {
      of: 'mobility',
      where: [
        { field: 'direction', in: ['out'] },
        { field: 'audience', in: ['staff'] },
      ],
    },
  ],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    union: [
      {
        of: 'enrolment',
        where: [{ field: 'kind', notIn: ['overseas'] }],
        time: { overlaps: ['start', 'end'] },
        as: { country: 'nationality' },
      },
      {
        of: 'enrolment',
        where: [{ field: 'kind', in: ['overseas'] }],
        time: { overlaps: ['start', 'end'] },
        as: { country: 'site.country' },
      },
      { of: 'training-session', time: { overlaps: ['start', 'end'] } },
      {
        of: 'mobility',
        where: [
          { field: 'direction', in: ['out'] },
          { field: 'audience', in: ['staff'] },
          { field: 'purpose', in: ['guide', 'train'] },
          { field: 'virtual', notIn: [1] },
        ],
        time: { overlaps: ['start', 'end'] },
      },
    ],
  },
  measure: { distinct: 'persons' },
  dimensions: { country: 'country', continent: 'country', bloc: 'country', unit: 'unit' },
  example: {
    words: {
      zh: '留学生 L1 又参加了培训，计一人；俄罗斯学员 20 人按人数填报；教师 T1 赴老挝指导：共 22 人。本国学生 L2 不计。',
      en: 'Student L1 also joined a training and is one; 20 Russian trainees are reported as heads; teacher T1 guided in Laos: 22. Domestic learner L2 is not among them.',
    },
    records: {
      programme: [{ code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' }],
      enrolment: [
        { person: 'L1', programme: 'PA', kind: 'degree', nationality: 'VN', start: '2022-09-01', end: '2025-07-01' },
        { person: 'L2', programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2022-09-01', end: '2025-07-01' },
      ],
      'training-session': [
        { session: 'S1', start: '2022-10-10', end: '2022-10-14', training_days: 5, person: 'L1', country: 'VN' },
        { session: 'S2', start: '2023-04-10', end: '2023-04-14', training_days: 5, headcount: 20, country: 'RU' },
      ],
      mobility: [
        {
          person: 'T1',
          direction: 'out',
          audience: 'staff',
          purpose: 'guide',
          country: 'LA',
          start: '2022-11-01',
          end: '2022-11-10',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 22,
  },
}
