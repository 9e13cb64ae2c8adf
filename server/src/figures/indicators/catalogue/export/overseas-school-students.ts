import type { Declaration } from '../../definition.ts'
import { overseasEnrolmentDimensions } from '../dimension-sets.ts'

export const overseasSchoolStudents: Declaration = {
  id: 'overseas-school-students',
  code: 'EX15',
  name: { zh: '在国外开办学校在校生数', en: 'Students at schools run abroad' },
  definition: {
    zh: '本期最后一天在国外开办的学校就读的学生数，不论国籍，按学校所在国家统计。同一人在同一时点只计一次；工坊、教学点的学员不计。',
    en: 'Students enrolled on the last day of the period at schools the college runs abroad, whatever their nationality; they belong to the country of the school. A person counts once; learners at workshops and teaching sites do not count.',
  },
  fillingNote: {
    zh: '在“学籍（含留学生）”台账填报，“学习类别”填“境外办学”，并填“办学点编号”，办学点须登记为“学校”。当地学生和中国籍学生都填；已毕业或离校的填“离校日期”。',
    en: 'Fill in “Enrolment” with “Kind” “overseas” and the “Site”, which has to be a “school”. Local and Chinese students are both entered; give “End” once they have left.',
  },
  theme: 'EXPORT',
  kind: 'STOCK',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['enrolment'],
  scope: { numerator: 'site.country', denominator: 'site.country', default: 'ABROAD' },
  set: { of: 'enrolment', where: [{ field: 'site.type', in: ['school'] }], time: { inForce: [['start', 'end']] } },
  measure: { distinct: 'persons' },
  dimensions: overseasEnrolmentDimensions,
  example: {
    words: {
      zh: 'L1 在读，中国籍的 L2 也计入，另有 20 人按人数填报；L3 六月已离校；L4 在工坊：共 22 人。',
      en: 'L1 is enrolled, L2, a Chinese, counts too, and 20 are reported as heads; L3 left in June; L4 is at a workshop: 22.',
    },
    records: {
      'overseas-site': [
        {
          code: 'KH',
          name_zh: '柬埔寨分校',
          name_en: 'Cambodian branch',
          type: 'school',
          country: 'KH',
          opened_on: '2018-09-01',
        },
        {
          code: 'LB',
          name_zh: '老挝鲁班工坊',
          name_en: 'Luban Workshop in Laos',
          type: 'workshop',
          brand: 'luban',
          licensed: 1,
          country: 'LA',
          opened_on: '2019-03-01',
        },
      ],
      enrolment: [
        { person: 'L1', kind: 'overseas', site: 'KH', nationality: 'KH', start: '2022-09-01' },
        { person: 'L2', kind: 'overseas', site: 'KH', nationality: 'CN', start: '2021-09-01', end: '2024-07-01' },
        { headcount: 20, kind: 'overseas', site: 'KH', nationality: 'KH', start: '2022-09-01', end: '2025-07-01' },
        { person: 'L3', kind: 'overseas', site: 'KH', nationality: 'KH', start: '2020-09-01', end: '2023-06-30' },
        { person: 'L4', kind: 'overseas', site: 'LB', nationality: 'LA', start: '2022-09-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 22,
  },
}
