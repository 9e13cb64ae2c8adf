import type { Declaration } from '../../definition.ts'
import { courseDimensions } from '../dimension-sets.ts'

export const foreignTaughtCoreCourseShare: Declaration = {
  id: 'foreign-taught-core-course-share',
  code: 'IN06',
  name: { zh: '外方教师承担核心课程占比', en: 'Core courses taught by foreign-party teachers' },
  definition: {
    zh: '由外方教师担任的专业核心课程门数，占正在开设的中外合作办学专业全部课程门数的百分比。外教讲授的语言课不是核心课程的不计入分子，但计入分母。',
    en: 'Core courses borne by teachers of the foreign party as a percentage of all courses of joint programmes. Language classes taught by foreigners do not count above the line unless they are core, but they do count below it.',
  },
  fillingNote: {
    zh: '在“课程”台账填报，由外国教育机构派出的教师担任的，“是否外方教师承担”填“是”；学校自聘的外籍教师不算外方教师。核心课程“是否专业核心课程”填“是”，语言课只有列为专业核心课程的才填“是”。',
    en: 'Fill in “Course”; where a teacher sent by the foreign institution bears the course, “Taught by the foreign party” is “yes”. A foreigner whom the college hired itself is not a teacher of the foreign party. “Core” is “yes” for core courses; a language class is core only where the curriculum says so.',
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
  measure: {
    share: [
      { field: 'core', in: [1] },
      { field: 'foreign_taught', in: [1] },
    ],
    per: 'records',
  },
  dimensions: courseDimensions,
  threshold: {
    atLeast: [1, 3],
    words: {
      zh: '外方教师担任的专业核心课程门数应占全部课程门数的三分之一以上（教外综〔2006〕5号）',
      en: 'Core courses borne by teachers of the foreign party are to be at least one third of all courses (Jiaowaizong [2006] No. 5)',
    },
  },
  example: {
    words: {
      zh: '全部课程 5 门；外方教师承担的核心课程只有 C1；C3 是外教上的语言课，不是核心，只在分母：1 ÷ 5 = 20%。',
      en: 'There are 5 courses. C1 is the only core one borne by the foreign party; C3 is a language class taught by it, not core, and counts below the line alone: 1 of 5 is 20%.',
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
          foreign_taught: 1,
          hours: 64,
        },
        {
          code: 'C2',
          name_zh: '机械制图',
          name_en: 'Mechanical drawing',
          programme: 'PA',
          core: 1,
          foreign_taught: 0,
          hours: 64,
        },
        { code: 'C3', name_zh: '俄语', name_en: 'Russian', programme: 'PA', core: 0, foreign_taught: 1, hours: 128 },
        { code: 'C4', name_zh: '数控加工', name_en: 'CNC machining', programme: 'PA', core: 1, hours: 72 },
        { code: 'C5', name_zh: '体育', name_en: 'Sports', programme: 'PA', core: 0, foreign_taught: 0, hours: 60 },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 20,
  },
}
