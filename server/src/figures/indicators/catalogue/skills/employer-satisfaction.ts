import type { Declaration, Part } from '../../definition.ts'
import { surveyDimensions } from '../dimension-sets.ts'

const set: Part['set'] = {
  of: 'survey-result',
  where: [
    { field: 'audience', in: ['employer'] },
    { field: 'question', in: ['satisfaction'] },
  ],
  time: { fallsIn: 'date' },
}

export const employerSatisfaction: Declaration = {
  id: 'employer-satisfaction',
  code: 'SK21',
  name: { zh: '用人单位满意度', en: 'Employer satisfaction' },
  definition: {
    zh: '本期接受调查并作答的用人单位中，对毕业生表示满意的百分比。分母是作答数，不是发放数；几次调查先合计再相除，不取各次百分比的平均。回收率（作答数占调查数的比例）另行列出。',
    en: 'Of the employers who answered a survey in the period, the percentage satisfied with the graduates. The denominator is those who answered, not those who were asked; several surveys are added up before dividing, not averaged. The response rate is said beside it.',
  },
  fillingNote: {
    zh: '填“调查结果”台账：“调查对象”选“用人单位”，“调查内容”选“满意度”，填写“调查人数”（发放数）、“作答人数”（有效问卷数）和“肯定回答人数”（满意与很满意之和）。“调查日期”填问卷截止之日，以它归入时段；回答一般的不算肯定。',
    en: 'Fill in “Survey result” with Audience “employer” and Question “satisfaction”, and with Asked, Answered and Positive (satisfied and very satisfied). Date is the day on which the survey closed and decides the period. An answer in between is not positive.',
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
  dimensions: surveyDimensions,
  example: {
    words: {
      zh: '两次调查合计：80 家，作答 50 家，满意 44 家：44 ÷ 50 = 88%，回收率 62.5%。专业相关度问题和学生的回答不计。',
      en: 'Two surveys together asked 80 employers, 50 answered and 44 are satisfied: 44 of 50 is 88%, with a response rate of 62.5%. The question on relevance and the answers of learners are not read.',
    },
    records: {
      'survey-result': [
        {
          survey: 'E-AUTUMN',
          audience: 'employer',
          question: 'satisfaction',
          date: '2022-11-30',
          asked: 50,
          answered: 40,
          positive: 36,
        },
        {
          survey: 'E-SPRING',
          audience: 'employer',
          question: 'satisfaction',
          date: '2023-05-31',
          asked: 30,
          answered: 10,
          positive: 8,
        },
        {
          survey: 'E-AUTUMN',
          audience: 'employer',
          question: 'relevance',
          date: '2022-11-30',
          asked: 50,
          answered: 40,
          positive: 20,
        },
        {
          survey: 'L-AUTUMN',
          audience: 'learner',
          question: 'satisfaction',
          date: '2022-11-30',
          asked: 500,
          answered: 400,
          positive: 300,
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 88,
  },
}
