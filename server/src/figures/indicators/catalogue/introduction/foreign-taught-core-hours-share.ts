import type { Declaration } from '../../definition.ts'
import { courseDimensions } from '../dimension-sets.ts'

export const foreignTaughtCoreHoursShare: Declaration = {
  id: 'foreign-taught-core-hours-share',
  code: 'IN07',
  name: { zh: '外方教师承担核心课程时数占比', en: 'Core-course hours taught by foreign-party teachers' },
  definition: {
    zh: '外方教师讲授专业核心课程的学时，占正在开设的中外合作办学专业全部课程学时的百分比。外教讲授的语言课不是核心课程的，学时只计入分母。',
    en: 'Hours of core courses taught by teachers of the foreign party as a percentage of all teaching hours of joint programmes. The hours of a language class that is not core count below the line alone.',
  },
  fillingNote: {
    zh: '在“课程”台账填报，“总学时”填该课程计划学时，“外方教师承担学时”填其中由外方教师讲授的部分，中外教师分段讲授的按实际划分。外教讲授的语言课照实填学时，但不是核心课程的“是否专业核心课程”填“否”。',
    en: 'Fill in “Course”: “Hours” are those of the curriculum, “Hours by the foreign party” the part of them that its teachers give; a course taught by both is split as it is taught. Give the hours of a language class as they are, with “Core” “no” where it is not core.',
  },
  theme: 'INTRODUCTION',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['course'],
  measure: {
    ratio: {
      numerator: {
        set: {
          of: 'course',
          where: [
            { field: 'programme.kind', in: ['joint'] },
            { field: 'core', in: [1] },
          ],
          time: {
            inForce: [
              ['from', 'to'],
              ['programme.from', 'programme.to'],
            ],
          },
        },
        measure: { sum: 'foreign_party_hours' },
      },
      denominator: {
        set: {
          of: 'course',
          where: [{ field: 'programme.kind', in: ['joint'] }],
          time: {
            inForce: [
              ['from', 'to'],
              ['programme.from', 'programme.to'],
            ],
          },
        },
        measure: { sum: 'hours' },
      },
    },
  },
  dimensions: courseDimensions,
  threshold: {
    atLeast: [1, 3],
    words: {
      zh: '外方教师担任的专业核心课程教学时数应占全部教学时数的三分之一以上（教外综〔2006〕5号）',
      en: 'Core-course hours taught by the foreign party are to be at least one third of all teaching hours (Jiaowaizong [2006] No. 5)',
    },
  },
  example: {
    words: {
      zh: '全部学时 60 + 40 + 80 + 20 = 200；外方教师讲授核心课程 40 学时；语言课的 80 学时不计入分子：40 ÷ 200 = 20%。',
      en: 'All hours are 60 + 40 + 80 + 20 = 200. The foreign party gives 40 hours of core courses; its 80 hours of language classes do not count above the line: 40 of 200 is 20%.',
    },
    records: {
      programme: [
        {
          code: 'PA',
          name_zh: '数控技术（中俄合作）',
          name_en: 'CNC technology (with Russia)',
          kind: 'joint',
          from: '2020-09-01',
        },
      ],
      course: [
        {
          code: 'C1',
          name_zh: '数控编程',
          name_en: 'CNC programming',
          programme: 'PA',
          core: 1,
          hours: 60,
          foreign_party_hours: 40,
        },
        { code: 'C2', name_zh: '机械制图', name_en: 'Mechanical drawing', programme: 'PA', core: 1, hours: 40 },
        {
          code: 'C3',
          name_zh: '俄语',
          name_en: 'Russian',
          programme: 'PA',
          core: 0,
          hours: 80,
          foreign_party_hours: 80,
        },
        { code: 'C4', name_zh: '体育', name_en: 'Sports', programme: 'PA', core: 0, hours: 20 },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 20,
  },
}
