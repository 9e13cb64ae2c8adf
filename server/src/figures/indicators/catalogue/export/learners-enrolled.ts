import type { Declaration } from '../../definition.ts'
import { enrolmentDimensions } from '../dimension-sets.ts'

export const learnersEnrolled: Declaration = {
  id: 'learners-enrolled',
  code: 'DN01',
  name: { zh: '在校生数', en: 'Learners enrolled' },
  definition: {
    zh: '本期内在校学习过的全部学生人数，不论国籍和学习类型，同一人只计一次。它是各项比例的分母，不是成绩本身。',
    en: 'Everyone who was enrolled at any time in the period, whatever their nationality and kind of study, each person once. It is what rates are divided by, not an achievement of its own.',
  },
  fillingNote: {
    zh: '在“学籍（含留学生）”台账填报全校各类学生，逐人填“人员编号”，或按专业、国籍分组填“人数”，同一批学生只用一种方式。转专业的原记录填“离校日期”，新专业另填一行，同一“人员编号”只计一人。',
    en: 'Enter all learners of every kind under “Enrolment”, by “Person” or as groups of a programme and nationality with a “Headcount”, but the same learners in one way only. Whoever changes programme gets an “End” and a new row; the same “Person” counts once.',
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: null,
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['enrolment'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: null },
  set: { of: 'enrolment', time: { overlaps: ['start', 'end'] } },
  measure: { distinct: 'persons' },
  dimensions: { ...enrolmentDimensions, site: 'site' },
  example: {
    words: {
      zh: 'L1 同时读两个专业，只计一人；按人数填报的一行（30 人）照数相加：L1、L2 和 30 人，共 32 人。',
      en: 'L1 is in two programmes and is one person; a row that reports 30 heads adds 30: L1, L2 and 30 make 32.',
    },
    records: {
      programme: [
        { code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' },
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary' },
        { code: 'PC', name_zh: '园艺技术', name_en: 'Horticulture', kind: 'ordinary' },
      ],
      enrolment: [
        { person: 'L1', programme: 'PA', kind: 'domestic', nationality: 'CN', start: '2022-09-01', end: '2025-07-01' },
        { person: 'L1', programme: 'PB', kind: 'domestic', nationality: 'CN', start: '2023-03-01', end: '2023-07-01' },
        { person: 'L2', programme: 'PA', kind: 'degree', nationality: 'VN', start: '2022-09-01', end: '2025-07-01' },
        { headcount: 30, programme: 'PC', kind: 'domestic', nationality: 'CN', start: '2022-09-01', end: '2025-07-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 32,
  },
}
