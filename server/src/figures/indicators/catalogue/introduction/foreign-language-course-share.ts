import type { Declaration } from '../../definition.ts'
import { courseDimensions } from '../dimension-sets.ts'

export const foreignLanguageCourseShare: Declaration = {
  id: 'foreign-language-course-share',
  code: 'IN15',
  name: { zh: '双语/外语授课课程占比', en: 'Courses in a foreign language' },
  definition: {
    zh: '全校正在开设的课程中，用外语或双语讲授的课程所占百分比。按统计期最后一天在开的课程计，未填授课语言的按中文授课看待。',
    en: 'Courses taught in a foreign language, alone or beside Chinese, as a percentage of all courses of the college. Courses that run on the last day of the period are counted; one whose language is not given is taken to be taught in Chinese.',
  },
  fillingNote: {
    zh: '在“课程”台账填报全校课程，双语或全外语授课的“语言”填所用外语，其余填中文或留空。外语语言课（如大学英语）按实际授课语言填报；只报国际化课程、不报其余课程会使比例虚高。',
    en: 'Enter all courses of the college under “Course”; for one taught in a foreign language or in two, “Language” is the foreign one, else Chinese or empty. Language classes are entered by the language they are taught in. Entering only the international courses makes the share too high.',
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
    time: {
      inForce: [
        ['from', 'to'],
        ['programme.from', 'programme.to'],
      ],
    },
  },
  measure: {
    share: [
      { field: 'language', filled: true },
      { field: 'language', notIn: ['zh'] },
    ],
    per: 'records',
  },
  dimensions: courseDimensions,
  example: {
    words: {
      zh: '在开 4 门：英语 1 门、俄语 1 门、中文 1 门、未填 1 门；C5 所在专业已停办：2 ÷ 4 = 50%。',
      en: 'There are 4 courses: one in English, one in Russian, one in Chinese, one whose language is not given. The programme of C5 has been closed: 2 of 4 is 50%.',
    },
    records: {
      programme: [
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary', from: '2015-09-01' },
        {
          code: 'PC',
          name_zh: '旅游英语',
          name_en: 'English for tourism',
          kind: 'ordinary',
          from: '2010-09-01',
          to: '2022-08-31',
        },
      ],
      course: [
        {
          code: 'C1',
          name_zh: '跨境电商',
          name_en: 'Cross-border commerce',
          programme: 'PB',
          hours: 64,
          language: 'en',
        },
        { code: 'C2', name_zh: '对俄贸易', name_en: 'Trade with Russia', programme: 'PB', hours: 48, language: 'ru' },
        { code: 'C3', name_zh: '网店运营', name_en: 'Shop operation', programme: 'PB', hours: 48, language: 'zh' },
        { code: 'C4', name_zh: '市场营销', name_en: 'Marketing', programme: 'PB', hours: 48 },
        { code: 'C5', name_zh: '导游英语', name_en: 'English for guides', programme: 'PC', hours: 64, language: 'en' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 50,
  },
}
