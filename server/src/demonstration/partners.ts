import type { Row } from './csv-file.ts'
import { internationalOfficeOn } from './units.ts'

const partner = (code: string, name_zh: string, name_en: string, type: string, from: string, more: Row = {}): Row => ({
  code,
  name_zh,
  name_en,
  type,
  country: code.slice(0, 2),
  going_out: 0,
  from,
  unit: internationalOfficeOn(from),
  ...more,
})

/** Every name is invented; the code begins with the country's. */
export const PARTNERS: Row[] = [
  partner('RU-NBU', '北岸农业大学', 'North Bank Agricultural University', 'university', '2013-10-15'),
  partner('RU-BIR', '桦林职业学院', 'Birchwood College', 'college', '2014-05-20'),
  partner('RU-GOV', '北岸边疆区农业厅', 'North Bank Department of Agriculture', 'government', '2015-03-10'),
  partner('RU-EAR', '界河金穗（俄罗斯）农业公司', 'Golden Ear Farming (Russia)', 'enterprise', '2015-06-01', {
    going_out: 1,
  }),
  partner('DE-LIN', '椴树谷手工业协会', 'Linden Valley Chamber of Crafts', 'association', '2014-03-01', {
    to: '2022-02-28',
  }),
  partner('NZ-WCD', '白云乳业研究所', 'White Cloud Dairy Institute', 'institute', '2015-08-01', { to: '2020-10-31' }),
  partner('JP-SNO', '雪国农业研修协会', 'Snow Country Farm Training Association', 'association', '2014-09-18', {
    to: '2023-03-31',
  }),
  partner('BY-LAK', '林湖农业大学', 'Lakewood Agrarian University', 'university', '2015-06-18'),
  partner('MN-SKY', '蓝天畜牧学校', 'Blue Sky Livestock School', 'college', '2015-08-20'),
  partner('KZ-STE', '草原农业技术大学', 'Steppe Agrotechnical University', 'university', '2017-09-07'),
  partner('TH-RIC', '稻香职业学院', 'Paddy Vocational College', 'college', '2017-08-25'),
  partner('LA-SAV', '湄江农林技术学院', 'Mekong Bend Agriculture and Forestry College', 'college', '2018-04-20'),
  partner('HK-GRN', '绿野农业科技协会', 'Greenfield Agritech Association', 'association', '2017-06-11'),
  partner('VN-RED', '红土平原农业学院', 'Red Plain Agricultural College', 'college', '2018-10-12'),
  partner('KH-LAK', '大湖理工学院', 'Great Lake Polytechnic', 'college', '2019-03-28'),
  partner('KG-PEA', '雪峰农业学院', 'Snow Peak Agricultural College', 'college', '2019-06-14'),
  partner(
    'KZ-OIL',
    '界河粮油（哈萨克斯坦）公司',
    'Border River Grain and Oil (Kazakhstan)',
    'enterprise',
    '2019-08-30',
    { going_out: 1 },
  ),
  partner('MO-HAR', '濠海职业学校', 'Harbour Vocational School', 'college', '2019-11-22'),
  partner('UZ-COT', '棉原农业学院', 'Cotton Plain Agricultural Institute', 'institute', '2021-11-30'),
  partner('TZ-SAV', '草海职业培训学院', 'Savanna Vocational Training Institute', 'institute', '2022-06-15'),
  partner('TJ-VAL', '河谷技术学院', 'River Valley Technical College', 'college', '2022-09-16'),
  partner('TZ-MAC', '界河农机（坦桑尼亚）公司', 'Border River Machinery (Tanzania)', 'enterprise', '2022-10-08', {
    going_out: 1,
  }),
  partner('LA-FRU', '界河果品（老挝）公司', 'Border River Fruit (Laos)', 'enterprise', '2023-05-19', { going_out: 1 }),
  partner('PK-IND', '五河农业大学', 'Five Rivers Agricultural University', 'university', '2024-04-12'),
  partner('CN-MIL', '界河米业集团', 'Border River Rice Group', 'enterprise', '2014-09-10'),
  partner('CN-PAR', '界河农业示范园', 'Border River Demonstration Farm', 'enterprise', '2014-05-05'),
  partner('CN-TRA', '界河农机集团', 'Border River Tractor Group', 'enterprise', '2014-06-20'),
  partner('CN-COL', '北方冷链物流公司', 'Northern Cold Chain', 'enterprise', '2015-09-15'),
  partner('CN-BIO', '北方牧业公司', 'Northern Livestock', 'enterprise', '2014-03-12'),
  partner('CN-NET', '界河云商公司', 'Border River E-trade', 'enterprise', '2017-04-18'),
  // Registered a second time, under a name misheard on the telephone.
  partner('BY-LIN', '林胡农业大学', 'Lakewoods Agrarian University', 'university', '2017-03-06'),
]

/** The partner that receives or sends the people of a country. */
export const HOST: Record<string, string> = {
  RU: 'RU-NBU',
  DE: 'DE-LIN',
  NZ: 'NZ-WCD',
  JP: 'JP-SNO',
  BY: 'BY-LAK',
  MN: 'MN-SKY',
  KZ: 'KZ-STE',
  TH: 'TH-RIC',
  LA: 'LA-SAV',
  HK: 'HK-GRN',
  VN: 'VN-RED',
  KH: 'KH-LAK',
  KG: 'KG-PEA',
  MO: 'MO-HAR',
  UZ: 'UZ-COT',
  TZ: 'TZ-SAV',
  TJ: 'TJ-VAL',
  PK: 'PK-IND',
}

/** The going-out enterprise of a country, and since when it takes learners. */
export const GOING_OUT_HOST: Record<string, { code: string; since: string }> = {
  RU: { code: 'RU-EAR', since: '2016-03-01' },
  KZ: { code: 'KZ-OIL', since: '2019-08-30' },
  LA: { code: 'LA-FRU', since: '2023-05-19' },
}

const platform = (
  code: string,
  name_zh: string,
  name_en: string,
  type: string,
  country: string,
  founded_on: string,
  more: Row = {},
): Row => ({
  code,
  name_zh,
  name_en,
  type,
  role: 'lead',
  country,
  founded_on,
  unit: internationalOfficeOn(founded_on),
  ...more,
})

/** One consortium, two platforms, three centres; beside them a park that closed, an alliance and, at last, a workshop. */
export const PLATFORMS: Row[] = [
  platform(
    'PL-CON',
    '中俄农业职业教育联合体',
    'Sino-Russian Consortium for Agricultural Vocational Education',
    'consortium',
    'RU',
    '2016-09-20',
  ),
  platform('PL-TEC', '中俄农业技术交流平台', 'Sino-Russian Farm Technology Exchange', 'platform', 'RU', '2015-05-12', {
    parent: 'PL-CON',
  }),
  platform(
    'PL-TRA',
    '跨境农产品电商人才平台',
    'Cross-border Farm Trade Talent Platform',
    'platform',
    'CN',
    '2018-04-16',
    { parent: 'PL-CON' },
  ),
  platform(
    'PL-FAR',
    '新型职业农民国际培训中心',
    'International Centre for Professional Farmers',
    'centre',
    'CN',
    '2015-11-03',
    { parent: 'PL-CON' },
  ),
  platform('PL-CHN', '职业中文培训中心', 'Centre for Occupational Chinese', 'centre', 'CN', '2019-05-20', {
    parent: 'PL-CON',
  }),
  platform('PL-MEC', '境外农机技术服务中心', 'Overseas Farm Machinery Service Centre', 'centre', 'TZ', '2023-03-21', {
    parent: 'PL-CON',
  }),
  platform('PL-PAR', '中俄农业高新技术示范园', 'Sino-Russian High-tech Farm Park', 'park', 'RU', '2014-08-25', {
    role: 'member',
    closed_on: '2021-12-31',
  }),
  platform(
    'PL-ALL',
    '界河流域职业教育联盟',
    'Border River Basin Alliance of Vocational Education',
    'alliance',
    'RU',
    '2017-11-17',
    { role: 'member' },
  ),
  platform('PL-WOR', '界河工坊', 'Border River Workshop', 'workshop', 'KZ', '2024-10-18'),
]
