import type { Row } from './csv-file.ts'
import { UNIT } from './units.ts'

const resource = (code: string, title_zh: string, title_en: string, kind: string, origin: string, more: Row): Row => ({
  code,
  title_zh,
  title_en,
  kind,
  origin,
  unit: UNIT.academicAffairs,
  ...more,
})

/** Introduced first, from Germany, Russia and New Zealand; own and joint ones that partners took up later. One was never localised. */
// prettier-ignore
export const RESOURCES: Row[] = [
  resource('RI-DE-1', '农机电气实训手册', 'Workbook of farm machinery electrics', 'textbook', 'introduced', { country: 'DE', language: 'de', localised_on: '2015-11-20', standard: 'SI-DE-01' }),
  resource('RI-RU-1', '黑土作物栽培教程', 'Growing crops on black soil', 'textbook', 'introduced', { country: 'RU', language: 'ru', localised_on: '2016-09-05' }),
  resource('RI-NZ-1', '奶牛饲养课程包', 'Dairy herd care course', 'course', 'introduced', { country: 'NZ', language: 'en', localised_on: '2017-03-14', withdrawn_on: '2021-08-31', standard: 'SI-NZ-01' }),
  resource('RI-RU-2', '俄式农场管理案例', 'Cases of farm management', 'course', 'introduced', { country: 'RU', language: 'ru', localised_on: '2018-04-26' }),
  resource('RI-BY-1', '大马力拖拉机培训包', 'Training package on heavy tractors', 'training-package', 'introduced', { country: 'BY', language: 'ru', localised_on: '2018-11-09', standard: 'SI-BY-01' }),
  resource('RI-JP-1', '水稻育秧视频课', 'Videos of rice seedlings', 'online-course', 'introduced', { country: 'JP', language: 'ja', localised_on: '2020-05-18' }),
  resource('RI-TH-1', '热带果品电商课程', 'Selling tropical fruit', 'course', 'introduced', { country: 'TH', language: 'en', localised_on: '2021-10-12' }),
  resource('RI-KZ-1', '旱区节水灌溉课程', 'Irrigation of dry land', 'course', 'introduced', { country: 'KZ', language: 'ru', localised_on: '2023-03-08' }),
  resource('RI-DE-2', '电液故障诊断仿真', 'Simulation of hydraulic faults', 'online-course', 'introduced', { country: 'DE', language: 'en', localised_on: '2023-12-15', standard: 'SI-DE-01' }),
  resource('RI-RU-3', '寒地种子学', 'Seeds of cold regions', 'textbook', 'introduced', { country: 'RU', language: 'ru', localised_on: '2024-10-30' }),
  resource('RI-GB-1', '国际农产品认证手册', 'Handbook of farm produce certification', 'textbook', 'introduced', { country: 'GB', language: 'en' }),
  resource('RO-SOY', '大豆栽培双语教材', 'Soybean growing, bilingual', 'textbook', 'own', { language: 'ru', published_on: '2016-06-10', standard: 'SC-SOY' }),
  resource('RO-GREEN', '日光温室建造在线课程', 'Building solar greenhouses, online', 'online-course', 'own', { language: 'ru', published_on: '2018-03-05', standard: 'SC-GREEN' }),
  resource('RO-CHN', '农业职业中文', 'Chinese for farm work', 'online-course', 'own', { language: 'zh', published_on: '2019-08-26' }),
  resource('RO-DRONE', '植保无人机操作在线课程', 'Crop-spraying drones, online', 'online-course', 'own', { language: 'en', published_on: '2020-03-16', standard: 'SC-DRONE' }),
  resource('RJ-PLANT', '植物检疫双语教材（中俄合编）', 'Plant quarantine, written with a Russian partner', 'textbook', 'joint', { country: 'RU', language: 'ru', published_on: '2020-09-22', standard: 'SJ-PLANT' }),
  resource('RO-LIVE', '直播电商培训包', 'Training package on live-stream selling', 'training-package', 'own', { language: 'en', published_on: '2021-05-11', standard: 'SC-LIVE' }),
  resource('RJ-MEC', '农机维修斯瓦希里语教材', 'Farm machinery repair in Swahili', 'textbook', 'joint', { country: 'TZ', language: 'sw', published_on: '2023-02-17', standard: 'SJ-TZ-MEC' }),
  resource('EQ-SEED', '教学型播种机', 'Seed drill for teaching', 'equipment', 'own', { published_on: '2018-08-20' }),
  resource('EQ-GREEN', '日光温室教学装置', 'Solar greenhouse model', 'equipment', 'own', { published_on: '2019-04-02' }),
  resource('EQ-DRONE', '植保无人机模拟器', 'Simulator of crop drones', 'equipment', 'own', { published_on: '2021-11-15' }),
  resource('EQ-TRACT', '拖拉机电气实训台', 'Bench of tractor electrics', 'equipment', 'joint', { country: 'BY', published_on: '2023-05-30' }),
]

const taken = (
  resource: string,
  country: string,
  adopter: string,
  proposed: string,
  adopted: string,
  more: Row = {},
): Row => ({
  resource,
  country,
  adopter,
  proposed_on: proposed,
  adopted_on: adopted,
  type: '整体采用 in full',
  unit: UNIT.academicAffairs,
  ...more,
})

/** What partners took up; the last was only proposed. */
export const RESOURCE_ADOPTIONS: Row[] = [
  taken('RO-SOY', 'RU', '桦林职业学院', '2016-09-12', '2017-02-20'),
  taken('RO-GREEN', 'MN', '蓝天畜牧学校', '2018-04-10', '2018-11-16', { lapsed_on: '2023-11-15' }),
  taken('RO-GREEN', 'KZ', '草原农业技术大学', '2019-03-12', '2019-10-21'),
  taken('EQ-SEED', 'RU', '北岸农业大学', '2018-10-25', '2019-04-18', { platform: 'PL-TEC' }),
  taken('EQ-GREEN', 'LA', '湄江农林技术学院', '2019-06-18', '2019-12-11'),
  taken('RO-CHN', 'KG', '雪峰农业学院', '2020-03-24', '2020-10-15', { platform: 'PL-CHN' }),
  taken('RJ-PLANT', 'RU', '北岸农业大学', '2020-10-09', '2021-02-26', { platform: 'PL-CON' }),
  taken('RO-DRONE', 'VN', '红土平原农业学院', '2020-12-11', '2021-05-07'),
  taken('RO-LIVE', 'KH', '大湖理工学院', '2021-06-15', '2022-03-11', { type: '部分采用 in part' }),
  taken('EQ-DRONE', 'UZ', '棉原农业学院', '2022-11-11', '2023-06-16'),
  taken('RJ-MEC', 'TZ', '草海职业培训学院', '2023-02-17', '2023-10-24', { platform: 'PL-MEC' }),
  taken('EQ-TRACT', 'TZ', '草海职业培训学院', '2023-06-20', '2024-03-14', { platform: 'PL-MEC' }),
  taken('RO-CHN', 'TJ', '河谷技术学院', '2023-09-12', '2024-09-02', { platform: 'PL-CHN' }),
  taken('EQ-DRONE', 'KZ', '草原农业技术大学', '2024-04-10', '2024-10-18', { platform: 'PL-WOR' }),
  { ...taken('RO-DRONE', 'PK', '五河农业大学', '2024-12-10', ''), adopted_on: undefined },
]

/** Learners taught with them, a school year a row; of equipment nobody counts them. */
export const RESOURCE_USES: Row[] = RESOURCE_ADOPTIONS.flatMap(
  ({ resource, country, adopter, adopted_on, lapsed_on }, n) => {
    if (!adopted_on || String(resource).startsWith('EQ-')) return []
    const [year, month] = String(adopted_on).split('-').map(Number) as [number, number]
    const first = month < 9 ? year : year + 1
    const last = lapsed_on ? 2021 : 2024
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
      resource,
      country,
      adopter,
      from: `${first + i}-09-01`,
      to: `${first + i + 1}-06-30`,
      learners: 12 + ((n * 5) % 11) + 3 * i,
      unit: UNIT.academicAffairs,
    }))
  },
)
