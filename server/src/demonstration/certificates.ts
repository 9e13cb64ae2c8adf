import { toDay, toIso } from '@causeway/shared/day'
import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { createRandom } from './random.ts'
import { UNIT } from './units.ts'

const LEVELS = '初级、中级、高级'
const DOMESTIC = '农业技能评价中心（虚构）'

/** X certificates by the examinations that lead to them. */
const OF_EXAMINATION: Record<string, string> = {
  '农机装备应用 Farm machinery': 'CT-MACH',
  '农产品电商运营 Farm e-commerce': 'CT-ECOM',
  '设施蔬菜生产 Greenhouse vegetables': 'CT-VEG',
  '食品检验管理 Food inspection': 'CT-FOOD',
  '植保无人机应用 Crop drones': 'CT-DRONE',
}

const type = (
  code: string,
  name_zh: string,
  name_en: string,
  issuer: string,
  country: string,
  more: Row = {},
): Row => ({
  code,
  name_zh,
  name_en,
  issuer,
  country,
  ...more,
  unit: UNIT.academicAffairs,
})

export const CERTIFICATE_TYPES: Row[] = [
  type('CT-MACH', '农机装备应用职业技能等级证书', 'Use of farm machinery', DOMESTIC, 'CN', { level: LEVELS }),
  type('CT-ECOM', '农产品电商运营职业技能等级证书', 'Selling farm produce online', DOMESTIC, 'CN', { level: LEVELS }),
  type('CT-VEG', '设施蔬菜生产职业技能等级证书', 'Greenhouse vegetables', DOMESTIC, 'CN', { level: LEVELS }),
  type('CT-FOOD', '食品检验管理职业技能等级证书', 'Food inspection', DOMESTIC, 'CN', { level: LEVELS }),
  type('CT-DRONE', '植保无人机应用职业技能等级证书', 'Crop drones', DOMESTIC, 'CN', { level: LEVELS }),
  type('CI-DE', '农机机电工证书', 'Farm machinery mechatronics', '椴树谷手工业协会', 'DE'),
  type('CI-NZ', '奶牛饲养员证书', 'Dairy herd attendant', '白云乳业研究所', 'NZ'),
  type('CI-RU', '农业俄语证书', 'Russian for farming', '北岸农业大学', 'RU'),
  type('CI-INT', '国际农机操作员证书', 'International operator of farm machinery', '国际农机操作联盟（虚构）', 'CH', {
    international: 1,
  }),
  type('CI-TH', '热带果品质检员证书', 'Inspector of tropical fruit', '稻香职业学院', 'TH'),
]

/** certificate, day, candidates, how likely one gets it, from which programmes. */
type Session = [certificate: string, day: string, candidates: number, likely: number, programmes: string[]]

// prettier-ignore
const FOREIGN: Session[] = [
  ['CI-RU', '2016-05-28', 8, 0.75, ['J-CROP', 'P-RUS']],
  ['CI-DE', '2016-06-17', 5, 0.6, ['P-MACH']],
  ['CI-RU', '2017-05-27', 10, 0.8, ['J-CROP', 'P-RUS']],
  ['CI-DE', '2017-06-16', 6, 0.67, ['P-MACH']],
  ['CI-NZ', '2017-06-09', 5, 0.8, ['P-CROP']],
  ['CI-RU', '2018-05-26', 12, 0.8, ['J-CROP', 'P-RUS']],
  ['CI-DE', '2018-06-15', 7, 0.7, ['P-MACH']],
  ['CI-NZ', '2018-06-08', 5, 0.8, ['P-CROP']],
  ['CI-RU', '2019-05-25', 14, 0.78, ['J-CROP', 'P-RUS', 'J-FOOD']],
  ['CI-DE', '2019-06-14', 8, 0.72, ['P-MACH', 'J-MACH']],
  ['CI-NZ', '2019-06-07', 6, 0.83, ['P-CROP']],
  ['CI-RU', '2020-07-25', 9, 0.7, ['J-CROP', 'P-RUS']],
  ['CI-RU', '2021-05-29', 10, 0.72, ['J-CROP', 'P-RUS']],
  ['CI-DE', '2021-06-18', 6, 0.7, ['P-MACH', 'J-MACH']],
  ['CI-RU', '2022-05-28', 11, 0.76, ['J-CROP', 'P-RUS']],
  ['CI-INT', '2022-06-24', 7, 0.62, ['P-MACH', 'J-MACH']],
  ['CI-RU', '2023-05-27', 13, 0.78, ['J-CROP', 'P-RUS', 'J-MACH']],
  ['CI-INT', '2023-06-23', 10, 0.68, ['P-MACH', 'J-MACH']],
  ['CI-TH', '2023-06-10', 8, 0.8, ['J-ECOM']],
  ['CI-RU', '2024-05-25', 15, 0.8, ['J-CROP', 'P-RUS', 'J-MACH']],
  ['CI-INT', '2024-06-21', 12, 0.74, ['P-MACH', 'J-MACH']],
  ['CI-TH', '2024-06-08', 9, 0.82, ['J-ECOM']],
  ['CI-RU', '2025-05-24', 15, 0.82, ['J-CROP', 'P-RUS', 'J-HORT']],
  ['CI-INT', '2025-06-20', 13, 0.76, ['P-MACH', 'J-MACH']],
  ['CI-TH', '2025-06-07', 10, 0.84, ['J-ECOM']],
]

/** Those who sat for foreign and international certificates, who failed too. */
export function awardForeignCertificates(learners: Learner[]): Row[] {
  const random = createRandom('foreign certificates')
  return FOREIGN.flatMap(([certificate, day, candidates, likely, programmes]) => {
    const here = learners.filter(
      ({ programme, start, end }) => programmes.includes(programme) && toDay(start) + 250 < toDay(day) && day < end,
    )
    return Array.from({ length: Math.min(candidates, here.length) }, (_, n) => {
      const { person, programme } = random.take(here)
      const awarded = random.chance(likely) ? 1 : 0
      return {
        person,
        certificate,
        date: day,
        awarded,
        number: awarded ? `${certificate.slice(3)}-${day.slice(0, 4)}-${String(n + 1).padStart(3, '0')}` : undefined,
        programme,
        nationality: 'CN',
        unit: UNIT.academicAffairs,
      }
    })
  })
}

const DAYS_TO_ISSUE = 14

const LEVEL_WORDS: Record<string, string> = { junior: '初级', intermediate: '中级', senior: '高级' }

/** What the examinations for X certificates led to. Who failed is in the list of marks. */
export function awardCertificates(marks: Row[]): Row[] {
  return marks
    .filter(({ passed }) => passed === 1)
    .map(({ person, instrument, certificate_level, date, programme }, n) => ({
      person,
      certificate: OF_EXAMINATION[String(instrument)],
      level: LEVEL_WORDS[String(certificate_level)],
      date: toIso(toDay(String(date)) + DAYS_TO_ISSUE),
      awarded: 1,
      number: `X${String(date).slice(0, 4)}${String(n + 1).padStart(5, '0')}`,
      programme,
      nationality: 'CN',
      unit: UNIT.academicAffairs,
    }))
}
