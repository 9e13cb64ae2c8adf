import type { Declaration } from '../../definition.ts'
import { enrolmentDimensions } from '../dimension-sets.ts'

export const foreignStudents: Declaration = {
  id: 'foreign-students',
  code: 'EX02',
  name: { zh: '接收国外留学生人数', en: 'Foreign students received' },
  definition: {
    zh: '本期内任何时候在校学习的外国籍学生人数，同一人读几个专业只计一次。按“国外”口径，不含中国香港、中国澳门、中国台湾学生；海外办学点的学生另计。',
    en: 'Students of foreign nationality who were enrolled here at any time in the period; one in two programmes is one person. Those from Hong Kong, Macao and Taiwan are not among them unless the wider scope is asked for, nor are learners at sites overseas.',
  },
  fillingNote: {
    zh: '在“学籍（含留学生）”台账填报，外国籍学生“学习类别”填“学历留学生”或“非学历留学生”，“国籍（地区）”以护照为准。本期内在校一天也计入；海外办学点的学生填“境外办学”，不计入本指标。参加短期培训、不注册学籍的人员在“国（境）外人员培训”台账填报。',
    en: 'Fill in “Enrolment”; foreign students are of “Kind” “degree” or “non-degree”, their “Nationality” as in the passport. One day here in the period is enough; learners at sites overseas are “overseas” and do not count. Whoever comes for a short training without being enrolled belongs under “Training session”.',
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['enrolment'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: 'ABROAD' },
  set: {
    of: 'enrolment',
    where: [{ field: 'kind', notIn: ['overseas'] }],
    time: { overlaps: ['start', 'end'] },
  },
  measure: { distinct: 'persons' },
  dimensions: enrolmentDimensions,
  example: {
    words: {
      zh: 'L1 读两个专业，计一人；L2 来自中国澳门，不属国外；L3 在海外办学点；L4 十一月离校，仍属本学年：共 2 人。',
      en: 'L1 is in two programmes and is one; L2 is from Macao, which is not abroad; L3 is at a site overseas; L4 left in November, within the year: 2.',
    },
    records: {
      programme: [
        { code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' },
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary' },
      ],
      enrolment: [
        { person: 'L1', programme: 'PA', kind: 'degree', nationality: 'VN', start: '2022-09-01', end: '2023-07-01' },
        {
          person: 'L1',
          programme: 'PB',
          kind: 'non-degree',
          nationality: 'VN',
          start: '2023-03-01',
          end: '2023-07-01',
        },
        { person: 'L2', programme: 'PA', kind: 'degree', nationality: 'MO', start: '2022-09-01', end: '2024-07-01' },
        { person: 'L3', programme: 'PB', kind: 'overseas', nationality: 'LA', start: '2022-09-01', end: '2023-07-01' },
        { person: 'L4', programme: 'PB', kind: 'degree', nationality: 'LA', start: '2021-09-01', end: '2022-11-30' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
