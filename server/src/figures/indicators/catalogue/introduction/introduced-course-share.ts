import type { Declaration } from '../../definition.ts'
import { courseDimensions } from '../dimension-sets.ts'

export const introducedCourseShare: Declaration = {
  id: 'introduced-course-share',
  code: 'IN04',
  name: { zh: '引进外方课程占比', en: 'Share of introduced courses' },
  definition: {
    zh: '正在开设的中外合作办学专业的全部课程中，从外方引进的课程所占百分比。按统计期最后一天在开的课程计，一门课程计一门，不按学时加权。',
    en: 'Introduced courses as a percentage of all courses of joint programmes. Courses that run on the last day of the period are counted, each as one whatever its hours.',
  },
  fillingNote: {
    zh: '在“课程”台账逐门填报合作办学专业的全部课程，包括公共课；课程大纲和教材从外方引进的，“是否引进外方课程”填“是”。由本校自编、仅由外方教师讲授的不算引进；停开的课程填“停开日期”。“专业（项目）”台账中该专业的“专业类别”应为“中外合作办学”。',
    en: 'Fill in “Course” with every course of a joint programme, general ones too; where syllabus and materials come from the foreign party, “Introduced” is “yes”. A course of your own that a foreign teacher merely teaches is not introduced; give “To” for one no longer taught. In “Programme” the “Kind” has to be “joint”.',
  },
  theme: 'INTRODUCTION',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['course'],
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
  measure: { share: [{ field: 'introduced', in: [1] }], per: 'records' },
  dimensions: courseDimensions,
  threshold: {
    atLeast: [1, 3],
    words: {
      zh: '引进的外方课程应占全部课程的三分之一以上（教外综〔2006〕5号）',
      en: 'Introduced courses are to be at least one third of all courses (Jiaowaizong [2006] No. 5)',
    },
  },
  example: {
    words: {
      zh: '合作办学专业在开 3 门，其中 1 门引进，正好三分之一，达到要求；C4 已停开，C5 属普通专业，都不计：1 ÷ 3 = 33.33%。',
      en: 'The joint programme runs 3 courses, 1 of them introduced: exactly one third, which is enough. C4 is no longer taught and C5 belongs to an ordinary programme: 1 of 3 is 33.33%.',
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
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary', from: '2015-09-01' },
      ],
      course: [
        {
          code: 'C1',
          name_zh: '数控编程',
          name_en: 'CNC programming',
          programme: 'PA',
          core: 1,
          introduced: 1,
          hours: 64,
          from: '2020-09-01',
        },
        {
          code: 'C2',
          name_zh: '机械制图',
          name_en: 'Mechanical drawing',
          programme: 'PA',
          core: 1,
          introduced: 0,
          hours: 64,
          from: '2020-09-01',
        },
        {
          code: 'C3',
          name_zh: '俄语',
          name_en: 'Russian',
          programme: 'PA',
          core: 0,
          introduced: 0,
          hours: 128,
          from: '2020-09-01',
        },
        {
          code: 'C4',
          name_zh: '金工实习',
          name_en: 'Workshop practice',
          programme: 'PA',
          core: 1,
          introduced: 1,
          hours: 60,
          from: '2020-09-01',
          to: '2022-07-10',
        },
        {
          code: 'C5',
          name_zh: '网店运营',
          name_en: 'Shop operation',
          programme: 'PB',
          core: 1,
          introduced: 1,
          hours: 48,
          from: '2020-09-01',
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 33.33333333,
  },
}
