import type { Declaration } from '../../definition.ts'
import { enrolmentDimensions } from '../dimension-sets.ts'

export const jointProgrammeStudents: Declaration = {
  id: 'joint-programme-students',
  code: 'IN03',
  name: { zh: '中外合作办学在校生数', en: 'Students in joint programmes' },
  definition: {
    zh: '统计时点（默认 9 月 1 日）正在中外合作办学项目就读的学生人数。按学年或自然年统计时，为该期最后一天的人数。',
    en: 'Students enrolled in Sino-foreign joint programmes on the day asked for, 1 September unless said otherwise. For a school or calendar year it is the number on its last day.',
  },
  fillingNote: {
    zh: '在“学籍（含留学生）”台账填报，“学习类别”填“中外合作办学”，并填“专业编号”。到国外院校完成后段学业、仍有本校学籍的也计入；毕业、退学的填“离校日期”。',
    en: 'Fill in “Enrolment” with “Kind” “joint” and the “Programme”. Whoever is finishing the later years with the foreign party and is still enrolled here counts; give “End” once they graduate or leave.',
  },
  theme: 'INTRODUCTION',
  kind: 'STOCK',
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['POINT_IN_TIME', 'SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['enrolment'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: null },
  set: { of: 'enrolment', where: [{ field: 'kind', in: ['joint'] }], time: { inForce: [['start', 'end']] } },
  measure: { distinct: 'persons' },
  dimensions: enrolmentDimensions,
  example: {
    words: {
      zh: '2023 年 9 月 1 日：L1 在读，L3 当天入学也计入；L2 七月已毕业，L4 不在合作办学项目：共 2 人。',
      en: 'On 1 September 2023 L1 is enrolled and L3 begins that very day; L2 left in July and L4 is not in a joint programme: 2.',
    },
    records: {
      programme: [
        { code: 'PA', name_zh: '机电一体化（中俄）', name_en: 'Mechatronics (with Russia)', kind: 'joint' },
        { code: 'PB', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' },
      ],
      enrolment: [
        { person: 'L1', programme: 'PA', kind: 'joint', nationality: 'CN', start: '2022-09-01', end: '2025-07-01' },
        { person: 'L2', programme: 'PA', kind: 'joint', nationality: 'CN', start: '2020-09-01', end: '2023-07-01' },
        { person: 'L3', programme: 'PA', kind: 'joint', nationality: 'CN', start: '2023-09-01', end: '2026-07-01' },
        { person: 'L4', programme: 'PB', kind: 'domestic', nationality: 'CN', start: '2022-09-01', end: '2025-07-01' },
      ],
    },
    ask: { basis: 'POINT_IN_TIME', year: 2023 },
    expect: 2,
  },
}
