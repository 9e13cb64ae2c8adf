import type { Declaration } from '../../definition.ts'

export const jointInstitutionsAndProgrammes: Declaration = {
  id: 'joint-institutions-and-programmes',
  code: 'IN01',
  name: { zh: '中外合作办学机构/项目数', en: 'Joint institutions and programmes' },
  definition: {
    zh: '本期最后一天正在举办的中外合作办学机构和项目数，按审批批准书编号计。一个机构下设几个专业，也只计一个。',
    en: 'Sino-foreign joint institutions and programmes that run on the last day of the period, counted by their approval. An institution with several programmes under one approval is one.',
  },
  fillingNote: {
    zh: '在“中外合作办学机构（项目）”台账填报，一个批准书下每个专业一行，“批准书编号”相同的只计一个。“批准起始日期”填批准举办之日，停办或批准书到期的填“批准截止日期”。校际学分互认、交换生等未经审批的合作不在此填报，可填“合作协议”。',
    en: 'Fill in “Joint programme”, one row for each programme under an approval; rows with the same “Approval” are one. “From” is the day it was approved; give “To” once it has ended or the approval has run out. Exchanges and credit transfer without an approval do not belong here but under “Agreement”.',
  },
  theme: 'INTRODUCTION',
  kind: 'STOCK',
  unit: { zh: '个', en: 'approvals' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'],
  base: ['joint-programme'],
  scope: { numerator: 'partner.country', denominator: 'partner.country', default: null },
  set: { of: 'joint-programme', time: { inForce: [['from', 'to']] } },
  measure: { distinct: 'approval' },
  dimensions: {
    country: 'partner.country',
    continent: 'partner.country',
    bloc: 'partner.country',
    programme: 'programme',
    department: 'programme.department',
    partner: 'partner',
    level: 'programme.level',
    type: 'category',
    unit: 'unit',
  },
  example: {
    words: {
      zh: '批准书 A1 下有两个专业，计一个；A2 计一个；A3 六月已终止；A4 九月才开始：共 2 个。',
      en: 'Approval A1 has two programmes and is one; A2 is one; A3 ended in June; A4 begins in September: 2.',
    },
    records: {
      partner: [
        {
          code: 'R1',
          name_zh: '远东农业学院',
          name_en: 'Far East Agricultural College',
          type: 'college',
          country: 'RU',
        },
      ],
      programme: [
        {
          code: 'PA',
          name_zh: '数控技术（中俄合作）',
          name_en: 'CNC technology (with Russia)',
          kind: 'joint',
          from: '2020-09-01',
        },
        { code: 'PC', name_zh: '园艺技术（中俄合作）', name_en: 'Horticulture (with Russia)', kind: 'joint' },
      ],
      'joint-programme': [
        { approval: 'A1', category: 'institution', partner: 'R1', programme: 'PA', from: '2019-09-01' },
        { approval: 'A1', category: 'institution', partner: 'R1', programme: 'PC', from: '2019-09-01' },
        { approval: 'A2', category: 'project', partner: 'R1', programme: 'PC', from: '2021-09-01', to: '2026-08-31' },
        { approval: 'A3', category: 'project', partner: 'R1', programme: 'PA', from: '2016-09-01', to: '2023-06-30' },
        { approval: 'A4', category: 'project', partner: 'R1', programme: 'PA', from: '2023-09-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 2,
  },
}
