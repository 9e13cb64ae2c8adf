import type { Row } from './csv-file.ts'

/** The departments that hand in records, by the codes that the college gives them. */
export const UNIT = {
  academicAffairs: 'JWC',
  animalScience: 'DKX',
  competitions: 'JSB',
  employment: 'ZJC',
  finance: 'CWC',
  /** What the international office was called until 2018. */
  foreignAffairs: 'WSB',
  international: 'GJC',
  internationalEducation: 'GJXY',
  personnel: 'RSC',
  quality: 'ZLB',
  tradeAndLanguages: 'JMWY',
  trainingCentre: 'PXZX',
} as const

/** The teaching departments; the two before trade and languages were merged into it. */
export const DEPARTMENT = {
  agronomy: 'NXX',
  animals: UNIT.animalScience,
  food: 'SPX',
  international: UNIT.internationalEducation,
  languages: 'WYX',
  machinery: 'ZBX',
  trade: 'JMX',
  tradeAndLanguages: UNIT.tradeAndLanguages,
} as const

export const RENAMED_ON = '2018-09-01'
export const MERGED_ON = '2019-09-01'

const unit = (code: string, name_zh: string, name_en: string, more: Row = {}): Row => ({
  code,
  name_zh,
  name_en,
  from: '2013-06-01',
  ...more,
})

export const UNITS: Row[] = [
  unit(UNIT.academicAffairs, '教务处', 'Academic affairs'),
  unit(UNIT.foreignAffairs, '外事办公室', 'Foreign affairs office', { to: '2018-08-31' }),
  unit(UNIT.international, '国际交流处', 'International office', { from: RENAMED_ON }),
  unit(UNIT.employment, '招生就业处', 'Employment office'),
  unit(UNIT.personnel, '人事处', 'Personnel office'),
  unit(UNIT.finance, '财务处', 'Finance office'),
  unit(UNIT.quality, '质量管理办公室', 'Quality office', { from: '2016-03-01' }),
  unit(UNIT.competitions, '竞赛办公室', 'Competitions office', { parent: UNIT.academicAffairs, from: '2015-10-01' }),
  unit(UNIT.trainingCentre, '培训中心', 'Training centre', { from: '2015-11-03' }),
  unit(DEPARTMENT.agronomy, '农学系', 'Agronomy'),
  unit(DEPARTMENT.machinery, '农业装备系', 'Farm machinery'),
  unit(DEPARTMENT.food, '食品工程系', 'Food engineering', { from: '2014-03-01' }),
  unit(DEPARTMENT.animals, '动物科技系', 'Animal science'),
  unit(DEPARTMENT.languages, '外语系', 'Languages', { to: '2019-08-31' }),
  unit(DEPARTMENT.trade, '经贸系', 'Trade', { from: '2015-03-01', to: '2019-08-31' }),
  unit(DEPARTMENT.tradeAndLanguages, '经贸外语系', 'Trade and languages', { from: MERGED_ON }),
  unit(DEPARTMENT.international, '国际教育学院', 'International education', { from: '2014-06-01' }),
]

/** By which of its two names the international office handed in what began on a day. */
export function internationalOfficeOn(date: string): string {
  return date < RENAMED_ON ? UNIT.foreignAffairs : UNIT.international
}
