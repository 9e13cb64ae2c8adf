import type { Declaration } from '../../definition.ts'
import { overseasEnrolmentDimensions } from '../dimension-sets.ts'

export const workshopQualificationLearners: Declaration = {
  id: 'workshop-qualification-learners',
  code: 'EX17',
  name: { zh: '鲁班工坊学历教育人数', en: 'Qualification learners at Luban Workshops' },
  definition: {
    zh: '截至本期最后一天，在鲁班工坊接受过学历教育的累计人数，同一人先后读两个层次只计一次。层次为培训的不计；只报人数的行无法去重，因此有这样的行时累计数不适用。',
    en: 'People who had begun studies for a qualification at Luban Workshops by the last day of the period, counted since the beginning; someone who went on to a second level is one. The level training does not count. Rows that report heads cannot be told apart, so that with such rows the cumulative figure is not applicable.',
  },
  fillingNote: {
    zh: '在“学籍（含留学生）”台账逐人填报，“学习类别”填“境外办学”，“办学点编号”指向“品牌”为“鲁班工坊”的办学点，“学历层次”填中职、高职专科或本科。短期培训在“国（境）外人员培训”台账填报，不在此填。',
    en: 'Enter learners one by one under “Enrolment” with “Kind” “overseas”, a “Site” whose “Brand” is “Luban Workshop”, and the “Level” of the qualification. Short training is entered under “Training session”, not here.',
  },
  theme: 'EXPORT',
  kind: 'CUMULATIVE',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['enrolment'],
  scope: { numerator: 'site.country', denominator: 'site.country', default: null },
  set: {
    of: 'enrolment',
    where: [
      { field: 'kind', in: ['overseas'] },
      { field: 'level', notIn: ['training'] },
      { field: 'site.brand', in: ['luban'] },
    ],
    time: { upTo: 'start' },
  },
  measure: { distinct: 'persons' },
  dimensions: overseasEnrolmentDimensions,
  example: {
    words: {
      zh: 'L1 先读中职后读本科，计一人；L5 读中职；L2 层次为培训；L3 在丝路学院；L4 九月才入学：累计 2 人。',
      en: 'L1 took a secondary and then a bachelor course and is one; L5 is in secondary; the level of L2 is training; L3 is at a Silk Road college; L4 begins in September: 2.',
    },
    records: {
      'overseas-site': [
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
        {
          code: 'SR',
          name_zh: '丝路学院',
          name_en: 'Silk Road college',
          type: 'college',
          brand: 'silk-road',
          licensed: 1,
          country: 'UZ',
          opened_on: '2020-03-01',
        },
      ],
      enrolment: [
        {
          person: 'L1',
          kind: 'overseas',
          site: 'LB',
          nationality: 'LA',
          level: 'secondary',
          start: '2019-09-01',
          end: '2022-07-01',
        },
        { person: 'L1', kind: 'overseas', site: 'LB', nationality: 'LA', level: 'bachelor', start: '2022-09-01' },
        { person: 'L2', kind: 'overseas', site: 'LB', nationality: 'LA', level: 'training', start: '2022-09-01' },
        { person: 'L3', kind: 'overseas', site: 'SR', nationality: 'UZ', level: 'higher', start: '2022-09-01' },
        { person: 'L4', kind: 'overseas', site: 'LB', nationality: 'LA', level: 'higher', start: '2023-09-01' },
        { person: 'L5', kind: 'overseas', site: 'LB', nationality: 'TH', level: 'secondary', start: '2021-09-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
