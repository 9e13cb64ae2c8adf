import type { Row } from './csv-file.ts'
import { SITE } from './overseas-sites.ts'
import { UNIT } from './units.ts'

const ACCREDITER = '国际农业教育认证联盟（虚构）'
const PROVINCE = '北方省教育厅（虚构）'

const held = (
  title_zh: string,
  title_en: string,
  kind: 'honour' | 'ranking' | 'licence' | 'accreditation',
  level: 'city' | 'province' | 'nation' | 'international',
  issuer: string,
  awarded_on: string,
  more: Row = {},
): Row => ({
  title_zh,
  title_en,
  kind,
  level,
  issuer,
  country: 'CN',
  awarded_on,
  scope: 'college',
  unit: UNIT.quality,
  ...more,
})

const accredited = (programme: string, awarded_on: string, valid_to: string): Row =>
  held(
    '农业类专业国际认证',
    'International accreditation of a farm programme',
    'accreditation',
    'international',
    ACCREDITER,
    awarded_on,
    {
      country: 'CH',
      scope: 'programme',
      programme,
      valid_to,
    },
  )

/** Honours stay; accreditations and rankings run out, and one accreditation was not renewed. */
export const RECOGNITIONS: Row[] = [
  held('界河市对外开放先进单位', 'City award for openness', 'honour', 'city', '界河市人民政府（虚构）', '2014-12-18'),
  held(
    '省级中外合作办学示范项目',
    'Model joint programme of the province',
    'honour',
    'province',
    PROVINCE,
    '2016-11-25',
    {
      scope: 'programme',
      programme: 'J-CROP',
    },
  ),
  accredited('P-MACH', '2017-06-20', '2023-06-19'),
  held(
    '来华留学质量认证',
    'Quality label for teaching foreign learners',
    'accreditation',
    'nation',
    '来华教育质量联合会（虚构）',
    '2018-05-10',
    {
      valid_to: '2023-05-09',
    },
  ),
  held(
    '高职院校国际影响力排名',
    'Ranking by international influence',
    'ranking',
    'nation',
    '职业教育观察（虚构）',
    '2018-07-06',
    {
      valid_to: '2019-07-05',
    },
  ),
  accredited('P-CROP', '2019-04-15', '2025-04-14'),
  held(
    '省级高水平国际化院校',
    'Highly international college of the province',
    'honour',
    'province',
    PROVINCE,
    '2019-12-10',
  ),
  held(
    '丝路学院授牌',
    'Licence of the Silk-Road College',
    'licence',
    'nation',
    '丝路学院联席会（虚构）',
    '2019-06-18',
    {
      scope: 'site',
      site: SITE.laos,
      valid_to: '2029-06-17',
    },
  ),
  held(
    '北岸边疆区农民培训贡献奖',
    'Prize for training farmers of the North Bank',
    'honour',
    'international',
    '北岸边疆区农业厅',
    '2021-09-08',
    {
      country: 'RU',
    },
  ),
  held('鲁班工坊授牌', 'Licence of the Luban Workshop', 'licence', 'nation', '鲁班工坊建设联盟（虚构）', '2022-11-07', {
    scope: 'site',
    site: SITE.tanzania,
    valid_to: '2027-11-06',
  }),
  held(
    '来华留学质量认证',
    'Quality label for teaching foreign learners',
    'accreditation',
    'nation',
    '来华教育质量联合会（虚构）',
    '2023-06-21',
    {
      valid_to: '2028-06-20',
    },
  ),
  accredited('P-MACH', '2023-06-20', '2029-06-19'),
  accredited('P-ECOM', '2023-11-30', '2029-11-29'),
  held(
    '较高国际化水平职业学校',
    'Vocational school of a high international level',
    'honour',
    'nation',
    '全国职业院校国际化评选会（虚构）',
    '2024-03-28',
  ),
  held(
    '高职院校国际影响力排名',
    'Ranking by international influence',
    'ranking',
    'nation',
    '职业教育观察（虚构）',
    '2024-07-12',
    {
      valid_to: '2025-07-11',
    },
  ),
]
