import type { Declaration } from '../../definition.ts'

export const standardUnitCoverage: Declaration = {
  id: 'standard-unit-coverage',
  code: 'SK10',
  name: { zh: '能力单元覆盖率', en: 'Coverage of the standard' },
  definition: {
    zh: '本期有考核成绩的标准版本中，有成绩的能力单元占其全部能力单元的百分比。本期一个单元都没考过的版本不在分母中；一个单元考过多少人都只算一个。它是能力单元达成率的前提：只考少数单元的达成率不能代表整项标准。',
    en: 'Of the units of those versions of standards that have a result in the period, the percentage that have one. A version on whose units nobody was assessed in the period is not in the denominator, and a unit is one however many were assessed on it. It is what competency attainment must be read with: a rate on few units does not speak for the standard.',
  },
  fillingNote: {
    zh: '“标准能力单元”台账须把该版标准的全部单元填齐，包括还没考核的，否则覆盖率虚高；“技能测评成绩”台账的成绩填写“标准编号”“依据标准版本”“能力单元编号”三列，编号与“标准能力单元”台账一致。',
    en: 'Enter all units of a version in “Standard unit”, those not assessed yet too, or coverage is too high. In “Assessment result” fill in “Standard”, “Standard version” and “Standard unit” with the codes that stand there.',
  },
  theme: 'SKILLS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['assessment-result'],
  set: {
    of: 'standard-unit',
    where: [
      {
        related: {
          of: 'assessment-result',
          on: { standard: 'standard', standard_version: 'version' },
          where: [{ field: 'standard_unit', filled: true }],
          time: { fallsIn: 'date' },
        },
        atLeast: 1,
      },
    ],
    time: { always: true },
  },
  measure: {
    share: [
      {
        related: {
          of: 'assessment-result',
          on: { standard: 'standard', standard_version: 'version', standard_unit: 'code' },
          time: { fallsIn: 'date' },
        },
        atLeast: 1,
      },
    ],
    per: 'records',
  },
  dimensions: { type: 'standard.type', unit: 'unit', competency: 'code' },
  example: {
    words: {
      zh: '第 2 版有四个单元，本期考了 U1（两人，算一个）和 U2；U3 上学年考过，U4 没考过；第 1 版的单元本期没有成绩，整版不在分母：2 ÷ 4 = 50%。',
      en: 'Version 2 has four units: U1 (two persons, but one unit) and U2 have a result in the period, U3 had one the year before, U4 none; version 1 has no result in the period and is not in the denominator: 2 of 4 is 50%.',
    },
    records: {
      standard: [
        { code: 'S1', title_zh: '数控标准', title_en: 'CNC standard', type: 'occupational', direction: 'own' },
      ],
      'standard-version': [
        { standard: 'S1', version: '1', from: '2018-09-01', to: '2021-08-31' },
        { standard: 'S1', version: '2', from: '2021-09-01' },
      ],
      'standard-unit': [
        { standard: 'S1', version: '1', code: 'U1', title_zh: '编程', title_en: 'Programming' },
        { standard: 'S1', version: '1', code: 'U2', title_zh: '加工', title_en: 'Machining' },
        { standard: 'S1', version: '2', code: 'U1', title_zh: '编程', title_en: 'Programming' },
        { standard: 'S1', version: '2', code: 'U2', title_zh: '加工', title_en: 'Machining' },
        { standard: 'S1', version: '2', code: 'U3', title_zh: '检测', title_en: 'Measuring' },
        { standard: 'S1', version: '2', code: 'U4', title_zh: '维护', title_en: 'Maintenance' },
      ],
      'assessment-result': [
        {
          person: 'L1',
          instrument: 'CNC',
          phase: 'final',
          date: '2022-12-10',
          standard: 'S1',
          standard_version: '2',
          standard_unit: 'U1',
          competent: 1,
        },
        {
          person: 'L2',
          instrument: 'CNC',
          phase: 'final',
          date: '2022-12-10',
          standard: 'S1',
          standard_version: '2',
          standard_unit: 'U1',
          competent: 0,
        },
        {
          person: 'L1',
          instrument: 'CNC',
          phase: 'final',
          date: '2022-12-10',
          standard: 'S1',
          standard_version: '2',
          standard_unit: 'U2',
          competent: 0,
        },
        {
          person: 'L1',
          instrument: 'CNC',
          phase: 'final',
          date: '2022-05-10',
          standard: 'S1',
          standard_version: '2',
          standard_unit: 'U3',
          competent: 1,
        },
        {
          person: 'L9',
          instrument: 'CNC',
          phase: 'final',
          date: '2021-05-10',
          standard: 'S1',
          standard_version: '1',
          standard_unit: 'U1',
          competent: 1,
        },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 50,
  },
}
