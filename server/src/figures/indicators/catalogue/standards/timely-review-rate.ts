import type { Declaration } from '../../definition.ts'

export const timelyReviewRate: Declaration = {
  id: 'timely-review-rate',
  code: 'ST11',
  name: { zh: '修订及时率', en: 'Standards reviewed on time' },
  definition: {
    zh: '统计日有效且规定了复审期限的标准版本中，尚未到期或到期后已复审的所占百分比。引进的和自主开发的标准都计；没有规定复审期限的版本不在分母中。',
    en: 'Of the versions of standards that are in force on the day and have a day by which they must be reviewed, the percentage that have not passed it or were reviewed since. Standards introduced and own count alike; a version without such a day is not in the denominator.',
  },
  fillingNote: {
    zh: '在“标准版本”台账填写“生效日期”“应复审日期”，复审后填“复审日期”，被新版本取代的填“失效日期”。“复审日期”早于“应复审日期”的视为上一轮复审，到期后仍须再审；提前完成复审的，请把“应复审日期”改为下一轮的日期。',
    en: 'In “Standard version” fill in “From” and “Review due”, after a review “Reviewed on”, and “To” once a new version takes its place. A review before the day it was due is of the round before and does not count when that day has passed; after an early review, move “Review due” to the next one.',
  },
  theme: 'STANDARDS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['standard-version'],
  scope: { numerator: 'standard.country', denominator: 'standard.country', default: null },
  set: {
    of: 'standard-version',
    where: [{ field: 'review_due', filled: true }],
    time: { inForce: [['from', 'to']] },
  },
  measure: {
    share: [
      {
        any: [
          [{ when: { inForce: [['from', 'review_due']] } }],
          [{ field: 'reviewed_on', atLeast: { field: 'review_due' } }, { when: { upTo: 'reviewed_on' } }],
        ],
      },
    ],
    per: 'records',
  },
  dimensions: {
    country: 'standard.country',
    continent: 'standard.country',
    bloc: 'standard.country',
    type: 'standard.type',
    unit: 'unit',
  },
  example: {
    words: {
      zh: '统计日为 2023-08-31。S1 未到期；F1 到期后半个月复审；S2 的复审在到期之前，到期后未再审；S3 在 2023 年 10 月才复审；S4 没有期限，S5 的旧版已停用，都不在分母：2 ÷ 4 = 50%。',
      en: 'The day is 31 August 2023. S1 is not due yet; F1 was reviewed a fortnight after it was due; S2 was reviewed before that day and not since; S3 in October 2023 only; S4 has no such day and the version of S5 is out of force, so both are out of the denominator: 2 of 4 is 50%.',
    },
    records: {
      standard: [
        { code: 'S1', title_zh: '标准一', title_en: 'Standard 1', type: 'programme', direction: 'own' },
        { code: 'S2', title_zh: '标准二', title_en: 'Standard 2', type: 'course', direction: 'own' },
        { code: 'S3', title_zh: '标准三', title_en: 'Standard 3', type: 'course', direction: 'joint' },
        { code: 'S4', title_zh: '标准四', title_en: 'Standard 4', type: 'course', direction: 'own' },
        { code: 'S5', title_zh: '标准五', title_en: 'Standard 5', type: 'course', direction: 'own' },
        {
          code: 'F1',
          title_zh: '德国标准',
          title_en: 'German standard',
          type: 'occupational',
          direction: 'introduced',
          country: 'DE',
        },
      ],
      'standard-version': [
        { standard: 'S1', version: '1', from: '2021-09-01', review_due: '2024-08-31' },
        { standard: 'F1', version: '1', from: '2020-04-01', review_due: '2023-03-31', reviewed_on: '2023-04-15' },
        { standard: 'S2', version: '1', from: '2020-04-01', review_due: '2023-03-31', reviewed_on: '2022-05-01' },
        { standard: 'S3', version: '1', from: '2020-02-01', review_due: '2023-01-31', reviewed_on: '2023-10-08' },
        { standard: 'S4', version: '1', from: '2020-02-01' },
        { standard: 'S5', version: '1', from: '2018-02-01', to: '2022-12-31', review_due: '2024-01-31' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 50,
  },
}
