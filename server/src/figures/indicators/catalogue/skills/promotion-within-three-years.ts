import type { Declaration, Part } from '../../definition.ts'
import { surveyDimensions } from '../dimension-sets.ts'

const set: Part['set'] = {
  of: 'survey-result',
  where: [{ field: 'question', in: ['promotion-3y'] }],
  time: { fallsIn: 'class' },
}

export const promotionWithinThreeYears: Declaration = {
  id: 'promotion-within-three-years',
  code: 'SK19',
  name: { zh: '毕业三年职位晋升比例', en: 'Promotion within 3 years' },
  definition: {
    zh: '一届毕业生毕业三年后接受调查，作答者中三年内获得职位晋升的百分比。按毕业届归属，不按调查年份；分母是作答人数，回收率（作答人数占调查人数的比例）另行列出，回收率低时不宜下结论。',
    en: 'Of the graduates of a class who answered a survey three years after, the percentage who had been promoted. It belongs to the class, not to the year of the survey. The denominator is those who answered, and the response rate is said beside it: where it is low, the figure proves little.',
  },
  fillingNote: {
    zh: '填“调查结果”台账：“调查内容”选“毕业三年职位晋升”，“届”填毕业学年最后一日所在年份（2020 届的三年后调查在 2023 年，仍填 2020），填写“调查人数”“作答人数”和“肯定回答人数”（获得晋升的人数）。分专业调查的每个专业一行，不要再加一行合计。',
    en: 'Fill in “Survey result” with Question “promotion within three years” and the Class, which is the year of graduation (2020 for a survey held in 2023), and with Asked, Answered and Positive, the number promoted. Where each programme has a row, do not add one for the total.',
  },
  theme: 'SKILLS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['COHORT'],
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
      zh: '2020 届两个专业合计：调查 100 人，作答 60 人，其中 36 人晋升：36 ÷ 60 = 60%（不是 36 ÷ 100）。满意度问题和 2021 届的不计。',
      en: 'Two programmes of the class of 2020: 100 asked, 60 answered, 36 of them promoted: 36 of 60 is 60%, and not 36 of 100. The question on satisfaction and the class of 2021 are not read.',
    },
    records: {
      programme: [
        { code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' },
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary' },
      ],
      'survey-result': [
        {
          survey: 'SV2023',
          audience: 'graduate',
          question: 'promotion-3y',
          class: 2020,
          date: '2023-03-15',
          asked: 80,
          answered: 50,
          positive: 30,
          programme: 'PA',
        },
        {
          survey: 'SV2023',
          audience: 'graduate',
          question: 'promotion-3y',
          class: 2020,
          date: '2023-03-15',
          asked: 20,
          answered: 10,
          positive: 6,
          programme: 'PB',
        },
        {
          survey: 'SV2023',
          audience: 'graduate',
          question: 'satisfaction',
          class: 2020,
          date: '2023-03-15',
          asked: 80,
          answered: 50,
          positive: 48,
          programme: 'PA',
        },
        {
          survey: 'SV2024',
          audience: 'graduate',
          question: 'promotion-3y',
          class: 2021,
          date: '2024-03-15',
          asked: 90,
          answered: 40,
          positive: 10,
          programme: 'PA',
        },
      ],
    },
    ask: { basis: 'COHORT', year: 2019 },
    expect: 60,
  },
}
