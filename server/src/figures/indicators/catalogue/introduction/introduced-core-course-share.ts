import type { Declaration } from '../../definition.ts'
import { courseDimensions } from '../dimension-sets.ts'

export const introducedCoreCourseShare: Declaration = {
  id: 'introduced-core-course-share',
  code: 'IN05',
  name: { zh: '引进外方核心课程占比', en: 'Share of introduced core courses' },
  definition: {
    zh: '正在开设的中外合作办学专业的核心课程中，从外方引进的课程所占百分比。分子和分母都只计专业核心课程，引进的公共课、选修课不计。',
    en: 'Introduced core courses as a percentage of the core courses of joint programmes. Both sides count core courses only; an introduced general or elective course is in neither.',
  },
  fillingNote: {
    zh: '在“课程”台账填报，专业核心课程“是否专业核心课程”填“是”，以备案的人才培养方案为准。课程大纲和教材从外方引进的，“是否引进外方课程”填“是”。“是否专业核心课程”未填的不按核心课程统计。',
    en: 'Fill in “Course”; for a core course of the filed curriculum “Core” is “yes”. Where syllabus and materials come from the foreign party, “Introduced” is “yes”. A course whose “Core” is empty does not count as core.',
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
  measure: { share: [{ field: 'introduced', in: [1] }], per: 'records' },
  dimensions: courseDimensions,
  threshold: {
    atLeast: [1, 3],
    words: {
      zh: '引进的外方专业核心课程应占核心课程的三分之一以上（教外综〔2006〕5号）',
      en: 'Introduced core courses are to be at least one third of the core courses (Jiaowaizong [2006] No. 5)',
    },
  },
  example: {
    words: {
      zh: '核心课程 4 门，其中引进 1 门；C5 虽引进但不是核心课程：1 ÷ 4 = 25%，未达三分之一。',
      en: 'There are 4 core courses, 1 of them introduced. C5 is introduced but not core: 1 of 4 is 25%, less than a third.',
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
          introduced: 1,
          hours: 64,
        },
        {
          code: 'C2',
          name_zh: '机械制图',
          name_en: 'Mechanical drawing',
          programme: 'PA',
          core: 1,
          introduced: 0,
          hours: 64,
        },
        {
          code: 'C3',
          name_zh: '机械设计',
          name_en: 'Machine design',
          programme: 'PA',
          core: 1,
          introduced: 0,
          hours: 56,
        },
        { code: 'C4', name_zh: '数控加工', name_en: 'CNC machining', programme: 'PA', core: 1, hours: 72 },
        {
          code: 'C5',
          name_zh: '俄罗斯概况',
          name_en: 'Life in Russia',
          programme: 'PA',
          core: 0,
          introduced: 1,
          hours: 32,
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 25,
  },
}
