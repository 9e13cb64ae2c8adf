import type { Declaration } from '../../definition.ts'
import { enrolmentDimensions } from '../dimension-sets.ts'

export const degreeStudentShare: Declaration = {
  id: 'degree-student-share',
  code: 'EX04',
  name: { zh: '学历留学生占比', en: 'Degree share of inbound' },
  definition: {
    zh: '本期内在校的国外留学生中，学历留学生所占百分比，同一人既读学历又读非学历的，计为学历留学生。按“国外”口径，海外办学点的学生和中国香港、中国澳门、中国台湾学生都不在内。',
    en: 'Degree-seeking students as a percentage of the foreign students who were here in the period; someone who was both counts as one of them. Learners at sites overseas are in neither number, nor are those from Hong Kong, Macao and Taiwan unless the wider scope is asked for.',
  },
  fillingNote: {
    zh: '在“学籍（含留学生）”台账填报留学生，攻读学历的“学习类别”填“学历留学生”，语言生、交换生、进修生填“非学历留学生”。在中外合作办学项目或海外办学点就读的按“中外合作办学”“境外办学”填报。',
    en: 'Enter foreign students under “Enrolment”: “Kind” is “degree” for those who seek a degree, “non-degree” for language, exchange and visiting students. Those of joint programmes or at sites overseas are “joint” and “overseas”.',
  },
  theme: 'EXPORT',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['enrolment'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: 'ABROAD' },
  set: { of: 'enrolment', where: [{ field: 'kind', notIn: ['overseas'] }], time: { overlaps: ['start', 'end'] } },
  measure: { share: [{ field: 'kind', in: ['degree'] }], per: 'persons' },
  dimensions: enrolmentDimensions,
  example: {
    words: {
      zh: 'L1 先读语言后读学历，计一名学历生；L2 是非学历生；另有 2 名非学历生按人数填报；L3 在海外、L4 来自中国澳门，不计：1 ÷ 4 = 25%。',
      en: 'L1 learned the language first and then sought a degree: one degree student. L2 and 2 reported as heads are not. L3 is overseas and L4 from Macao: 1 of 4 is 25%.',
    },
    records: {
      programme: [{ code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' }],
      enrolment: [
        {
          person: 'L1',
          programme: 'PA',
          kind: 'non-degree',
          nationality: 'VN',
          start: '2022-03-01',
          end: '2022-12-31',
        },
        { person: 'L1', programme: 'PA', kind: 'degree', nationality: 'VN', start: '2023-03-01' },
        {
          person: 'L2',
          programme: 'PA',
          kind: 'non-degree',
          nationality: 'LA',
          start: '2022-09-01',
          end: '2023-07-01',
        },
        {
          headcount: 2,
          programme: 'PA',
          kind: 'non-degree',
          nationality: 'RU',
          start: '2022-09-01',
          end: '2023-01-31',
        },
        { person: 'L3', programme: 'PA', kind: 'overseas', nationality: 'KH', start: '2022-09-01' },
        { person: 'L4', programme: 'PA', kind: 'degree', nationality: 'MO', start: '2022-09-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 25,
  },
}
