import type { Declaration } from '../../definition.ts'

export const equivalentUnitRate: Declaration = {
  id: 'equivalent-unit-rate',
  code: 'ST10',
  name: { zh: '能力单元等值率', en: 'Equivalent units' },
  definition: {
    zh: '本校开发或参与开发的标准在统计日有效的版本中，经判定与国（境）外标准等值的能力单元占全部能力单元的百分比。部分对应的不算等值；只针对整项标准、未落到版本和单元的判定不算。',
    en: 'Of the units of those versions of own or jointly made standards that are in force on the day, the percentage that an assessment has found equivalent to a foreign or international standard. Partial correspondence is not equivalence, and a judgement on a whole standard, without version and unit, says nothing of its units.',
  },
  fillingNote: {
    zh: '依次填写“标准版本”（“生效日期”必填，停用的填“失效日期”）、“标准能力单元”和“标准对照”三张台账。对照须写明本标准的“版本”和“能力单元编号”，“对照关系”选“等值”，并填“判定日期”；判定日期晚于统计日的不算。换了新版本，要对新版本的单元重新判定。',
    en: 'Fill in “Standard version” (with “From”, and “To” once it is replaced), “Standard unit” and “Standard mapping”. A mapping names the version and the unit of this standard, says “equivalent” and has “Assessed on”, which must not be after the day asked for. A new version needs its units assessed anew.',
  },
  theme: 'STANDARDS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['standard-unit'],
  scope: { numerator: 'standard.country', denominator: 'standard.country', default: null },
  set: {
    of: 'standard-unit',
    joins: { edition: { to: 'standard-version', on: { standard: 'standard', version: 'version' } } },
    where: [
      { field: 'standard.direction', in: ['own', 'joint'] },
      { field: 'edition.from', filled: true },
    ],
    time: { inForce: [['edition.from', 'edition.to']] },
  },
  measure: {
    share: [
      {
        related: {
          of: 'standard-mapping',
          on: { standard: 'standard', version: 'version', unit_code: 'code' },
          where: [{ field: 'relation', in: ['equivalent'] }],
          time: { upTo: 'assessed_on' },
        },
        atLeast: 1,
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
    competency: 'code',
  },
  example: {
    words: {
      zh: '统计日为 2023-08-31，有效的是第 2 版的四个单元。U1 与两项国外标准等值，算一个；U2 只是部分对应；U3 在 2023 年 10 月才判定；U4 的判定没有写版本；第 1 版的 U1 已停用，不在分母：1 ÷ 4 = 25%。',
      en: 'On 31 August 2023 version 2 with its four units is in force. U1 is equivalent to two foreign standards and is one; U2 corresponds in part; U3 was assessed in October 2023; the mapping of U4 names no version; U1 of version 1 is out of force and not in the denominator: 1 of 4 is 25%.',
    },
    records: {
      standard: [
        { code: 'S1', title_zh: '本校标准', title_en: 'Own standard', type: 'occupational', direction: 'own' },
        {
          code: 'F1',
          title_zh: '德国标准',
          title_en: 'German standard',
          type: 'occupational',
          direction: 'introduced',
          country: 'DE',
        },
        {
          code: 'F2',
          title_zh: '英国标准',
          title_en: 'British standard',
          type: 'occupational',
          direction: 'introduced',
          country: 'GB',
        },
      ],
      'standard-version': [
        { standard: 'S1', version: '1', from: '2018-09-01', to: '2022-08-31' },
        { standard: 'S1', version: '2', from: '2022-09-01' },
      ],
      'standard-unit': [
        { standard: 'S1', version: '1', code: 'U1', title_zh: '编程', title_en: 'Programming' },
        { standard: 'S1', version: '2', code: 'U1', title_zh: '编程', title_en: 'Programming' },
        { standard: 'S1', version: '2', code: 'U2', title_zh: '装夹', title_en: 'Clamping' },
        { standard: 'S1', version: '2', code: 'U3', title_zh: '加工', title_en: 'Machining' },
        { standard: 'S1', version: '2', code: 'U4', title_zh: '检测', title_en: 'Measuring' },
      ],
      'standard-mapping': [
        {
          standard: 'S1',
          version: '1',
          unit_code: 'U1',
          to_standard: 'F1',
          relation: 'equivalent',
          assessed_on: '2019-05-01',
        },
        {
          standard: 'S1',
          version: '2',
          unit_code: 'U1',
          to_standard: 'F1',
          relation: 'equivalent',
          assessed_on: '2022-11-01',
        },
        {
          standard: 'S1',
          version: '2',
          unit_code: 'U1',
          to_standard: 'F2',
          relation: 'equivalent',
          assessed_on: '2022-12-01',
        },
        {
          standard: 'S1',
          version: '2',
          unit_code: 'U2',
          to_standard: 'F1',
          relation: 'partial',
          assessed_on: '2022-11-01',
        },
        {
          standard: 'S1',
          version: '2',
          unit_code: 'U3',
          to_standard: 'F1',
          relation: 'equivalent',
          assessed_on: '2023-10-01',
        },
        { standard: 'S1', unit_code: 'U4', to_standard: 'F1', relation: 'equivalent', assessed_on: '2022-11-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 25,
  },
}
