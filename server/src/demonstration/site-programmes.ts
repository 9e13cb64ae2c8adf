import type { Row } from './csv-file.ts'
import { SITE } from './overseas-sites.ts'
import { DEPARTMENT, UNIT } from './units.ts'

const programme = (
  code: string,
  name_zh: string,
  name_en: string,
  department: string,
  major: string,
  from: string,
  more: Row,
): Row => ({
  code,
  name_zh,
  name_en,
  department,
  kind: 'ordinary',
  major,
  from,
  level: '高职专科 Higher vocational',
  unit: UNIT.international,
  ...more,
})

/** What is taught at the sites abroad. */
export const SITE_PROGRAMMES: Row[] = [
  programme(
    'S-RU-CROP',
    '寒地种植（北岸教学点）',
    'Cold-region crops at the North Bank',
    DEPARTMENT.agronomy,
    '作物生产与经营管理',
    '2016-03-28',
    {
      site: SITE.russia,
      language: 'ru',
      level: '培训 Training',
    },
  ),
  programme(
    'S-LA-HORT',
    '设施农业（湄江丝路学院）',
    'Protected horticulture on the Mekong',
    DEPARTMENT.agronomy,
    '设施农业与装备',
    '2019-09-01',
    {
      site: SITE.laos,
      language: 'lo',
    },
  ),
  programme(
    'S-UZ-MACH',
    '农业装备（棉原学校）',
    'Farm machinery on the Cotton Plain',
    DEPARTMENT.machinery,
    '现代农业装备应用技术',
    '2022-02-01',
    {
      site: SITE.uzbekistan,
      language: 'ru',
    },
  ),
  programme(
    'S-UZ-FOOD',
    '果蔬加工（棉原学校）',
    'Fruit processing on the Cotton Plain',
    DEPARTMENT.food,
    '农产品加工与质量检测',
    '2023-09-01',
    {
      site: SITE.uzbekistan,
      language: 'ru',
    },
  ),
  programme(
    'S-TZ-MACH',
    '农机维修（鲁班工坊）',
    'Farm machinery at the Luban Workshop',
    DEPARTMENT.machinery,
    '现代农业装备应用技术',
    '2023-02-20',
    {
      site: SITE.tanzania,
      language: 'en',
    },
  ),
]
