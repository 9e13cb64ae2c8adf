import type { Declaration } from '../../definition.ts'
import { byCountry } from '../dimension-sets.ts'
import { assessmentDimensions } from './assessment-dimensions.ts'

export const overseasTraineePassRate: Declaration = {
  id: 'overseas-trainee-pass-rate',
  code: 'SK13',
  name: { zh: '海外学员结业合格率', en: 'Overseas trainee pass rate' },
  definition: {
    zh: '本期在国（境）外办学点首次参加结业考核的学员中，首次即合格的百分比。分母是参加考核的人次，不是报名或在读人数；补考不计。国家（地区）按办学点所在地计，不按学员国籍计。',
    en: 'Of the trainees at sites overseas who sat the final assessment for the first time in the period, the percentage who passed it. The denominator is those assessed, not those enrolled, and resits are left out. Countries are those of the sites, not of the nationality of the trainees.',
  },
  fillingNote: {
    zh: '填“技能测评成绩”台账：“测评阶段”选“终结性考核”，填写“办学点编号”“第几次”和“是否通过”。没填“办学点编号”的视为校内考核，不计；补考也要填，“第几次”填 2、3。',
    en: 'Fill in “Assessment result” with Phase “final”, Site, Attempt and Passed. Results without a Site are of the college at home and do not count. Enter resits too, as Attempt 2 or 3.',
  },
  theme: 'SKILLS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['assessment-result'],
  scope: { numerator: 'site.country', denominator: 'site.country', default: null },
  set: {
    of: 'assessment-result',
    where: [
      { field: 'phase', in: ['final'] },
      { field: 'site', filled: true },
    ],
    time: { fallsIn: 'date' },
    onePer: { key: ['person', 'instrument', 'version'], pick: 'first', by: 'attempt' },
  },
  measure: { share: [{ field: 'passed', in: [1] }], per: 'participations' },
  dimensions: { ...assessmentDimensions, ...byCountry('site.country'), partner: 'site.host' },
  example: {
    words: {
      zh: '看柬埔寨办学点 KH1：L1 首次未过、补考通过，按未过计；L2 通过：1 ÷ 2 = 50%。L3 在老挝办学点考，L4 在校内考，都不在其中。',
      en: 'At the site KH1 in Cambodia, L1 failed, passed the resit and counts as failed; L2 passed: 1 of 2 is 50%. L3 sat at the site in Laos and L4 at home.',
    },
    records: {
      'overseas-site': [
        {
          code: 'KH1',
          name_zh: '柬埔寨办学点',
          name_en: 'Site in Cambodia',
          type: 'workshop',
          country: 'KH',
          opened_on: '2020-09-01',
        },
        {
          code: 'LA1',
          name_zh: '老挝办学点',
          name_en: 'Site in Laos',
          type: 'teaching-site',
          country: 'LA',
          opened_on: '2021-09-01',
        },
      ],
      'assessment-result': [
        { person: 'L1', instrument: 'CNC', phase: 'final', attempt: 1, date: '2022-12-10', passed: 0, site: 'KH1' },
        { person: 'L1', instrument: 'CNC', phase: 'final', attempt: 2, date: '2023-03-10', passed: 1, site: 'KH1' },
        { person: 'L2', instrument: 'CNC', phase: 'final', attempt: 1, date: '2022-12-10', passed: 1, site: 'KH1' },
        { person: 'L3', instrument: 'CNC', phase: 'final', attempt: 1, date: '2022-12-10', passed: 1, site: 'LA1' },
        { person: 'L4', instrument: 'CNC', phase: 'final', attempt: 1, date: '2022-12-10', passed: 1 },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022, by: 'site', category: 'KH1' },
    expect: 50,
  },
}
