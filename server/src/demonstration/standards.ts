import type { Row } from './csv-file.ts'
import { UNIT } from './units.ts'

const own = (code: string, title_zh: string, title_en: string, type: string, more: Row = {}): Row => ({
  code,
  title_zh,
  title_en,
  type,
  direction: 'own',
  unit: UNIT.academicAffairs,
  ...more,
})
const introduced = (
  code: string,
  title_zh: string,
  title_en: string,
  type: string,
  country: string,
  localised_on: string,
  more: Row = {},
): Row => ({
  code,
  title_zh,
  title_en,
  type,
  direction: 'introduced',
  country,
  localised_on,
  version: '1',
  unit: UNIT.academicAffairs,
  ...more,
})

export const STANDARDS: Row[] = [
  introduced(
    'SI-DE-01',
    '农机机电工职业标准（德国）',
    'Farm machinery mechatronics (Germany)',
    'occupational',
    'DE',
    '2015-07-10',
  ),
  introduced('SI-NZ-01', '奶牛饲养课程标准（新西兰）', 'Dairy herd care (New Zealand)', 'course', 'NZ', '2016-08-22', {
    withdrawn_on: '2021-08-31',
  }),
  introduced(
    'SI-RU-01',
    '黑土作物栽培课程标准（俄罗斯）',
    'Black-soil crop growing (Russia)',
    'course',
    'RU',
    '2016-12-05',
  ),
  introduced(
    'SI-BY-01',
    '农业机械化专业标准（白俄罗斯）',
    'Mechanisation of farming (Belarus)',
    'programme',
    'BY',
    '2018-03-14',
  ),
  own('SO-CROP', '寒地作物生产专业教学标准', 'Crop production in cold regions: programme standard', 'programme', {
    major: '作物生产与经营管理',
    version: '2',
  }),
  own('SO-MACH', '现代农业装备应用专业教学标准', 'Modern farm machinery: programme standard', 'programme', {
    major: '现代农业装备应用技术',
    version: '2',
  }),
  own('SO-HORT', '设施农业专业教学标准', 'Protected horticulture: programme standard', 'programme', {
    major: '设施农业与装备',
    version: '1',
  }),
  own('SO-ECOM', '农村电子商务专业教学标准', 'Rural e-commerce: programme standard', 'programme', {
    major: '农村电子商务',
    version: '1',
  }),
  own('SO-FOOD', '农产品加工专业教学标准', 'Food processing: programme standard', 'programme', {
    major: '农产品加工与质量检测',
    version: '1',
  }),
  own('SO-VET', '畜牧兽医专业教学标准', 'Animal husbandry: programme standard', 'programme', {
    major: '畜牧兽医',
    version: '1',
  }),
  own(
    'SJ-PLANT',
    '植物保护专业教学标准（中俄共建）',
    'Plant protection: programme standard (with Russia)',
    'programme',
    { direction: 'joint', country: 'RU', version: '1' },
  ),
  own('SC-SOY', '大豆栽培课程标准', 'Soybean growing: course standard', 'course', { version: '1' }),
  own('SC-DRONE', '植保无人机操作课程标准', 'Crop-spraying drones: course standard', 'course', { version: '1' }),
  own('SC-GREEN', '日光温室建造课程标准', 'Building solar greenhouses: course standard', 'course', { version: '1' }),
  own('SC-LIVE', '直播电商课程标准', 'Live-stream selling: course standard', 'course', { version: '1' }),
  own(
    'SJ-TZ-MEC',
    '农机维修工职业标准（坦桑尼亚）',
    'Farm machinery fitter: occupational standard (Tanzania)',
    'occupational',
    { direction: 'joint', country: 'TZ', version: '1' },
  ),
]

interface Stages {
  proposed: string
  adapted?: string
  adopted?: string
  registered?: string
  inSystem?: string
  lapsed?: string
}
const adoption = (standard: string, country: string, adopter: string, stages: Stages, more: Row = {}): Row => ({
  standard,
  country,
  adopter,
  proposed_on: stages.proposed,
  adapted_on: stages.adapted,
  adopted_on: stages.adopted,
  registered_on: stages.registered,
  in_system_on: stages.inSystem,
  lapsed_on: stages.lapsed,
  platform: PLATFORMS_OF.find(([to, since]) => to === country && since <= (stages.adopted ?? ''))?.[2],
  unit: UNIT.academicAffairs,
  ...more,
})

/** Through which platform standards reach a country, from a day on. */
const PLATFORMS_OF: [country: string, since: string, platform: string][] = [
  ['RU', '2016-09-20', 'PL-CON'],
  ['BY', '2016-09-20', 'PL-CON'],
  ['TH', '2018-04-16', 'PL-TRA'],
  ['TZ', '2023-03-21', 'PL-MEC'],
]

/** From proposed to lapsed: one was never taken up, one lapsed and was taken up elsewhere, one was certified by the foreign authority. */
export const ADOPTIONS: Row[] = [
  adoption('SO-CROP', 'RU', '北岸农业大学', { proposed: '2014-11-20', adapted: '2015-06-10', adopted: '2016-02-25' }),
  adoption('SC-SOY', 'RU', '桦林职业学院', { proposed: '2015-10-12', adapted: '2016-05-18', adopted: '2016-10-09' }),
  adoption('SO-MACH', 'BY', '林湖农业大学', { proposed: '2016-11-01', adapted: '2017-04-26', adopted: '2017-12-14' }),
  adoption('SO-HORT', 'LA', '湄江农林技术学院', {
    proposed: '2018-03-02',
    adapted: '2018-09-10',
    adopted: '2018-12-20',
    lapsed: '2022-06-30',
  }),
  adoption('SC-GREEN', 'MN', '蓝天畜牧学校', { proposed: '2018-02-08', adopted: '2018-11-16' }),
  adoption('SO-ECOM', 'TH', '稻香职业学院', { proposed: '2018-10-15', adapted: '2019-01-21', adopted: '2019-06-03' }),
  adoption(
    'SJ-PLANT',
    'RU',
    '北岸农业大学',
    { proposed: '2018-05-22', adapted: '2018-11-30', adopted: '2019-04-18', registered: '2020-12-01' },
    { authority: '北岸边疆区教育厅', certificate_no: 'NB-2020-117' },
  ),
  adoption('SO-CROP', 'KZ', '草原农业技术大学', {
    proposed: '2019-05-15',
    adapted: '2020-11-06',
    adopted: '2021-03-26',
  }),
  adoption('SO-VET', 'KG', '雪峰农业学院', { proposed: '2019-12-18', adapted: '2021-06-25' }),
  adoption('SC-DRONE', 'VN', '红土平原农业学院', {
    proposed: '2020-06-01',
    adapted: '2020-12-11',
    adopted: '2021-05-07',
  }),
  adoption('SC-LIVE', 'KH', '大湖理工学院', { proposed: '2020-09-17', adopted: '2021-09-28' }),
  adoption('SO-FOOD', 'KH', '大湖理工学院', { proposed: '2021-04-08', adapted: '2021-10-20', adopted: '2022-03-11' }),
  adoption(
    'SJ-TZ-MEC',
    'TZ',
    '草海职业培训学院',
    {
      proposed: '2022-06-15',
      adapted: '2022-12-02',
      adopted: '2023-02-17',
      registered: '2023-07-05',
      inSystem: '2023-08-28',
    },
    { authority: '坦桑尼亚职业技术教育主管部门（虚构）', certificate_no: 'TZ-NOS-0231' },
  ),
  adoption(
    'SO-MACH',
    'TZ',
    '草海职业培训学院',
    { proposed: '2022-09-06', adapted: '2023-03-30', adopted: '2023-10-24', registered: '2024-06-19' },
    { authority: '坦桑尼亚职业技术教育主管部门（虚构）', certificate_no: 'TZ-PS-0098' },
  ),
  adoption('SO-HORT', 'UZ', '棉原农业学院', { proposed: '2022-11-11', adapted: '2023-06-16', adopted: '2023-12-08' }),
  adoption('SC-DRONE', 'KZ', '草原农业技术大学', { proposed: '2023-03-20', adopted: '2024-03-29' }),
  adoption('SO-VET', 'TJ', '河谷技术学院', { proposed: '2023-09-12', adapted: '2024-05-23', adopted: '2024-11-15' }),
  adoption('SC-GREEN', 'MO', '濠海职业学校', { proposed: '2023-12-05', adopted: '2024-09-20' }),
  adoption('SO-ECOM', 'PK', '五河农业大学', { proposed: '2024-12-10' }),
]

/** Learners taught by an adopted standard, a school year a row, from the first that began after it; two adopters have not reported any for years. */
export const ADOPTION_USES: Row[] = ADOPTIONS.flatMap((taken, n) => {
  if (!taken.adopted_on || taken.standard === 'SC-LIVE' || taken.standard === 'SC-GREEN') return []
  const [year, month] = String(taken.adopted_on).split('-').map(Number) as [number, number]
  const first = month < 9 ? year : year + 1
  const last = taken.lapsed_on ? Number(String(taken.lapsed_on).slice(0, 4)) - 1 : 2024
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    standard: taken.standard,
    country: taken.country,
    adopter: taken.adopter,
    from: `${first + i}-09-01`,
    to: `${first + i + 1}-06-30`,
    unit: UNIT.academicAffairs,
    learners: 18 + ((n * 7) % 13) + 4 * i,
  }))
})
