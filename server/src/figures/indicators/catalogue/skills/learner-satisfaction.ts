import type { Declaration, Part } from '../../definition.ts'
import { surveyDimensions } from '../dimension-sets.ts'

const set: Part['set'] = {
  of: 'survey-result',
  where: [
    { field: 'audience', in: ['learner', 'international-learner'] },
    { field: 'question', in: ['satisfaction'] },
  ],
  time: { fallsIn: 'date' },
}

export const learnerSatisfaction: Declaration = {
  id: 'learner-satisfaction',
  code: 'SK22',
  name: { zh: '学员/留学生满意度', en: 'Learner satisfaction' },
  definition: {
    zh: '本期接受调查并作答的在校生、学员和留学生中，表示满意的百分比。分母是作答人数，回收率另行列出；教职工、毕业生、家长的满意度是另外的调查，不混在一起。可按“类型”分列，单看留学生。',
    en: 'Of the learners and international learners who answered a survey in the period, the percentage satisfied. The denominator is those who answered, and the response rate is said beside it. Staff, graduates and parents are surveys of their own; broken down by type, international learners can be seen alone.',
  },
  fillingNote: {
    zh: '填“调查结果”台账：“调查对象”选“在校生”或“留学生”，“调查内容”选“满意度”，填写“调查人数”“作答人数”和“肯定回答人数”。留学生单独调查、单独成行；若已包含在在校生调查中，不要重复填。',
    en: 'Fill in “Survey result” with Audience “learner” or “international learner” and Question “satisfaction”, and with Asked, Answered and Positive. International learners have a row of their own; where they are already in that of the learners, do not enter them twice.',
  },
  theme: 'SKILLS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['survey-result'],
  measure: {
    ratio: {
      numerator: { set, measure: { sum: 'positive' } },
      denominator: { set, measure: { sum: 'answered' } },
      response: { set, measure: { sum: 'asked' } },
    },
  },
  dimensions: { ...surveyDimensions, type: 'audience' },
  example: {
    words: {
      zh: '在校生作答 80 人，满意 60 人；留学生作答 20 人，满意 18 人：78 ÷ 100 = 78%。教职工的不计，2022 年 6 月截止的调查属上学年。',
      en: 'Of the learners 80 answered and 60 are satisfied, of the international learners 20 and 18: 78 of 100 is 78%. Staff are not counted, and the survey that closed in June 2022 belongs to the year before.',
    },
    records: {
      'survey-result': [
        {
          survey: 'L-2023',
          audience: 'learner',
          question: 'satisfaction',
          date: '2023-05-31',
          asked: 100,
          answered: 80,
          positive: 60,
        },
        {
          survey: 'L-2023',
          audience: 'international-learner',
          question: 'satisfaction',
          date: '2023-05-31',
          asked: 30,
          answered: 20,
          positive: 18,
        },
        {
          survey: 'L-2023',
          audience: 'staff',
          question: 'satisfaction',
          date: '2023-05-31',
          asked: 50,
          answered: 50,
          positive: 50,
        },
        {
          survey: 'L-2022',
          audience: 'learner',
          question: 'satisfaction',
          date: '2022-06-10',
          asked: 100,
          answered: 90,
          positive: 30,
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 78,
  },
}
