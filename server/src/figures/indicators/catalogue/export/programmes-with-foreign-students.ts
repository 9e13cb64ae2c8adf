import type { Declaration } from '../../definition.ts'
import { enrolmentDimensions } from '../dimension-sets.ts'

export const programmesWithForeignStudents: Declaration = {
  id: 'programmes-with-foreign-students',
  code: 'EX03',
  name: { zh: '接收国外留学生专业数', en: 'Programmes with foreign students' },
  definition: {
    zh: '本期内至少有一名国外留学生在读的专业数，一个专业有多少留学生都只计一个。只有中国香港、中国澳门、中国台湾学生的专业不计。',
    en: 'Programmes that had at least one foreign student in the period; a programme is one however many it had. A programme whose only such students are from Hong Kong, Macao or Taiwan does not count.',
  },
  fillingNote: {
    zh: '在“学籍（含留学生）”台账为每名留学生填“专业编号”，未填专业编号的学生不使任何专业计入。预科、语言学习没有专业的可不填。海外办学点的专业不计。',
    en: 'Give the “Programme” of every foreign student under “Enrolment”; a student without one makes no programme count. Preparatory and language courses may go without. Programmes at sites overseas do not count.',
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '个', en: 'programmes' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['enrolment'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: 'ABROAD' },
  set: {
    of: 'enrolment',
    where: [{ field: 'kind', notIn: ['overseas'] }],
    time: { overlaps: ['start', 'end'] },
  },
  measure: { distinct: 'programme' },
  dimensions: enrolmentDimensions,
  example: {
    words: {
      zh: 'PA 有两名国外留学生，PB 有一名；PC 只有中国澳门学生和本国学生：共 2 个专业。',
      en: 'PA has two foreign students and PB one; PC has a student from Macao and domestic ones only: 2 programmes.',
    },
    records: {
      programme: [
        { code: 'PA', name_zh: '数控技术', name_en: 'CNC technology', kind: 'ordinary' },
        { code: 'PB', name_zh: '电子商务', name_en: 'E-commerce', kind: 'ordinary' },
        { code: 'PC', name_zh: '园艺技术', name_en: 'Horticulture', kind: 'ordinary' },
      ],
      enrolment: [
        { person: 'L1', programme: 'PA', kind: 'degree', nationality: 'VN', start: '2022-09-01', end: '2023-07-01' },
        { person: 'L2', programme: 'PA', kind: 'degree', nationality: 'LA', start: '2022-09-01', end: '2023-07-01' },
        {
          person: 'L1',
          programme: 'PB',
          kind: 'non-degree',
          nationality: 'VN',
          start: '2023-03-01',
          end: '2023-07-01',
        },
        { person: 'L3', programme: 'PC', kind: 'degree', nationality: 'MO', start: '2022-09-01', end: '2023-07-01' },
        { person: 'L4', programme: 'PC', kind: 'domestic', nationality: 'CN', start: '2022-09-01', end: '2023-07-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
