import type { Row } from './csv-file.ts'
import { CODE } from './story.ts'
import { SITE_PROGRAMMES } from './site-programmes.ts'
import { DEPARTMENT, UNIT } from './units.ts'

export const INSTITUTION: Row[] = [
  {
    code: CODE,
    name_zh: '界河农业职业学院（演示）',
    name_en: 'Border River Agricultural Vocational College (demonstration)',
    country: 'CN',
    school_year_start: '09-01',
    level: '高等职业教育',
    region: '界河地区（虚构）',
    type: '农林类',
  },
]

const AGRONOMY = DEPARTMENT.agronomy
const MACHINERY = DEPARTMENT.machinery
const FOOD = DEPARTMENT.food
// What was registered before the two were merged still stands under the one that opened it.
const LANGUAGES = DEPARTMENT.languages
const TRADE = DEPARTMENT.trade
const MERGED = DEPARTMENT.tradeAndLanguages
const ANIMALS = DEPARTMENT.animals
const INTERNATIONAL = DEPARTMENT.international

export interface Programme {
  code: string
  name_zh: string
  name_en: string
  department: string
  kind: 'ordinary' | 'joint'
  major: string
  from: string
  /** Last day. */
  to?: string
  /** Years of its first and last intake. */
  intakes: [first: number, last: number]
  /** How many of a year's new learners it takes, beside the others; of a joint one the learners of one intake; 0: foreign learners only. */
  weight: number
  /** Its department reports heads and no names. */
  heads?: true
}

const ordinary = (
  code: string,
  name_zh: string,
  name_en: string,
  department: string,
  first: number,
  weight: number,
): Programme => ({
  code,
  name_zh,
  name_en,
  department,
  kind: 'ordinary',
  major: name_zh,
  from: `${first}-09-01`,
  intakes: [first, 2024],
  weight,
})
const joint = (
  code: string,
  name_zh: string,
  name_en: string,
  department: string,
  major: string,
  first: number,
  weight: number,
): Programme => ({
  code,
  name_zh,
  name_en,
  department,
  kind: 'joint',
  major,
  from: `${first}-09-01`,
  intakes: [first, 2024],
  weight,
})

export const PROGRAMMES: Programme[] = [
  ordinary('P-CROP', '作物生产与经营管理', 'Crop production and management', AGRONOMY, 2013, 5),
  ordinary('P-HORT', '设施农业与装备', 'Protected horticulture', AGRONOMY, 2013, 4),
  ordinary('P-MACH', '现代农业装备应用技术', 'Modern farm machinery', MACHINERY, 2013, 6),
  ordinary('P-RUS', '应用俄语', 'Applied Russian', LANGUAGES, 2013, 3),
  ordinary('P-FOOD', '农产品加工与质量检测', 'Food processing and quality testing', FOOD, 2014, 4),
  ordinary('P-ECOM', '农村电子商务', 'Rural e-commerce', TRADE, 2015, 5),
  ordinary('P-PLANT', '植物保护与检疫技术', 'Plant protection and quarantine', AGRONOMY, 2018, 3),
  { ...ordinary('P-VET', '畜牧兽医', 'Animal husbandry and veterinary care', ANIMALS, 2013, 0), heads: true },
  { ...ordinary('P-FEED', '动物营养与饲料', 'Animal nutrition and feed', ANIMALS, 2016, 0), heads: true },
  joint(
    'J-CROP',
    '作物生产与经营管理（中俄合作办学）',
    'Crop production (with a Russian partner)',
    AGRONOMY,
    '作物生产与经营管理',
    2014,
    26,
  ),
  {
    ...joint(
      'J-FOOD',
      '农产品加工与质量检测（中俄合作办学）',
      'Food processing (with a Russian partner)',
      FOOD,
      '农产品加工与质量检测',
      2016,
      22,
    ),
    to: '2021-07-31',
    intakes: [2016, 2018],
  },
  joint(
    'J-MACH',
    '现代农业装备应用技术（中白合作办学）',
    'Farm machinery (with a partner in Belarus)',
    MACHINERY,
    '现代农业装备应用技术',
    2017,
    24,
  ),
  joint(
    'J-ECOM',
    '农村电子商务（中泰合作办学）',
    'Rural e-commerce (with a Thai partner)',
    MERGED,
    '农村电子商务',
    2019,
    25,
  ),
  joint(
    'J-HORT',
    '设施农业与装备（中哈合作办学）',
    'Protected horticulture (with a partner in Kazakhstan)',
    AGRONOMY,
    '设施农业与装备',
    2022,
    28,
  ),
  ordinary('Z-LANG', '汉语进修', 'Chinese language year', INTERNATIONAL, 2014, 0),
  ordinary('Z-AGRI', '现代农业技术交流学期', 'Exchange semester in modern agriculture', INTERNATIONAL, 2015, 0),
  ordinary('Z-CAMP', '暑期农业体验营', 'Summer farm camp', INTERNATIONAL, 2015, 0),
]

export const PROGRAMME_ROWS: Row[] = [
  ...PROGRAMMES.map(({ code, name_zh, name_en, department, kind, major, from, to }) => ({
    code,
    name_zh,
    name_en,
    department,
    level: code.startsWith('Z-') ? '培训 Training' : '高职专科 Higher vocational',
    kind,
    major,
    from,
    to,
    language: 'zh',
    unit: UNIT.academicAffairs,
  })),
  ...SITE_PROGRAMMES,
]
