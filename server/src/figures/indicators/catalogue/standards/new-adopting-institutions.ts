import type { Declaration } from '../../definition.ts'
import { adoptionDimensions } from '../dimension-sets.ts'

export const newAdoptingInstitutions: Declaration = {
  id: 'new-adopting-institutions',
  code: 'ST05.new',
  name: { zh: '标准采用机构数（本期新增）', en: 'Adopting institutions (new in the period)' },
  definition: {
    zh: '本期内首次采用本校开发或参与开发的标准的国（境）外机构数。与时点数不同，以前采用过任何一项的机构，本期再采用别的标准不算新增。',
    en: 'Institutions outside the border that adopted a standard of the college, own or jointly made, for the first time in the period. Unlike the number in force on a day, one that has ever adopted a standard is not new when it adopts another.',
  },
  fillingNote: {
    zh: '填法同“标准采用机构数”。以“标准（资源）采用”台账中该机构历年最早的采用日期为准；往年的采用要补录，机构名称前后写法要一致，否则会误算为新增。',
    en: 'Filled in like the number of adopting institutions. What decides is the earliest day in “Adoption” on which the institution adopted anything: enter earlier years too and write its name the same way, or an old adopter passes for a new one.',
  },
  theme: 'STANDARDS',
  kind: 'FLOW',
  unit: { zh: '所', en: 'institutions' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['adoption'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: {
    of: 'adoption',
    where: [{ field: 'standard.direction', in: ['own', 'joint'] }],
    time: { fallsIn: { stage: 'adopted' } },
    onePer: { key: ['country', 'adopter'], pick: 'first', by: { stage: 'adopted' } },
  },
  measure: { distinct: ['country', 'adopter'] },
  dimensions: adoptionDimensions,
  example: {
    words: {
      zh: '柬埔寨的学院 2021 年已采用 P1，2022 年再采用 C1 不算新增；老挝的同名学院首次采用，算新增：1 所。',
      en: 'The college in Cambodia used P1 from 2021, so adopting C1 makes it no new one; its namesake in Laos adopts for the first time: 1.',
    },
    records: {
      standard: [
        {
          code: 'P1',
          title_zh: '数控技术专业教学标准',
          title_en: 'CNC technology programme standard',
          type: 'programme',
          direction: 'own',
        },
        {
          code: 'C1',
          title_zh: '温室管理课程标准',
          title_en: 'Greenhouse management course standard',
          type: 'course',
          direction: 'joint',
        },
      ],
      adoption: [
        { standard: 'P1', country: 'KH', adopter: 'Technical College', adopted_on: '2021-05-01' },
        { standard: 'C1', country: 'KH', adopter: 'Technical College', adopted_on: '2022-12-01' },
        { standard: 'P1', country: 'LA', adopter: 'Technical College', adopted_on: '2022-10-01' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 1,
  },
}
