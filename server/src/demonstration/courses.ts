import { PROGRAMMES } from './college.ts'
import type { Row } from './csv-file.ts'
import { UNIT } from './units.ts'

/** zh, en, core, introduced, borne by the foreign party, hours, hours by its teachers, language, first day, last day. */
type Course = [string, string, 0 | 1, 0 | 1, 0 | 1, number, number, string, from?: string, to?: string]

/**
 * Every course of the joint programmes. The language classes are taught by the foreign party, and are neither core nor introduced. Crop
 * production passed the legal third in each of its four ratios once two introduced courses took the place of own ones in 2017; rural
 * e-commerce passes from the start, protected horticulture since a fourth core course went over in 2024; farm machinery never did, and
 * food processing, which was furthest from it, was closed.
 */
// prettier-ignore
const JOINT: Record<string, Course[]> = {
  'J-CROP': [
    ['专业俄语', 'Russian', 0, 0, 1, 240, 240, 'ru'],
    ['黑土作物栽培', 'Black-soil crops', 1, 1, 1, 96, 96, 'ru'],
    ['俄式农场管理', 'Farm management', 1, 1, 1, 80, 80, 'ru'],
    ['植物生理', 'Plant physiology', 1, 1, 1, 80, 72, 'ru'],
    ['寒地种子生产', 'Seed production', 1, 0, 1, 88, 88, 'ru', '2017-09-01'],
    ['种子生产', 'Seed growing', 1, 0, 0, 88, 0, 'zh', '2014-09-01', '2017-08-31'],
    ['土壤肥料', 'Soil and fertiliser', 1, 0, 0, 64, 16, 'zh'],
    ['作物病虫害防治', 'Pests and diseases', 1, 0, 0, 64, 0, 'zh'],
    ['农业气象', 'Farm weather', 0, 1, 0, 48, 0, 'ru', '2017-09-01'],
    ['气象基础', 'Weather', 0, 0, 0, 48, 0, 'zh', '2014-09-01', '2017-08-31'],
    ['农产品营销', 'Marketing', 0, 1, 0, 48, 0, 'ru', '2017-09-01'],
    ['市场基础', 'Markets', 0, 0, 0, 48, 0, 'zh', '2014-09-01', '2017-08-31'],
    ['体育与健康', 'Sport and health', 0, 0, 0, 72, 0, 'zh'],
    ['信息技术', 'Computing', 0, 0, 0, 64, 0, 'zh'],
    ['劳动教育', 'Work education', 0, 0, 0, 32, 0, 'zh'],
  ],
  'J-FOOD': [
    ['专业俄语', 'Russian', 0, 0, 1, 224, 224, 'ru'],
    ['乳品加工', 'Dairy processing', 1, 1, 1, 80, 64, 'ru'],
    ['食品安全体系', 'Food safety systems', 0, 1, 0, 56, 0, 'ru'],
    ['粮油加工', 'Grain and oil', 1, 0, 0, 80, 0, 'zh'],
    ['食品理化检验', 'Chemical testing', 1, 0, 0, 96, 0, 'zh'],
    ['食品微生物', 'Microbiology', 1, 0, 0, 72, 0, 'zh'],
    ['食品机械', 'Machinery', 1, 0, 0, 56, 0, 'zh'],
    ['体育与健康', 'Sport and health', 0, 0, 0, 72, 0, 'zh'],
    ['信息技术', 'Computing', 0, 0, 0, 64, 0, 'zh'],
    ['劳动教育', 'Work education', 0, 0, 0, 32, 0, 'zh'],
  ],
  'J-MACH': [
    ['专业俄语', 'Russian', 0, 0, 1, 224, 224, 'ru'],
    ['农业机械化导论', 'Mechanisation of farming', 0, 1, 1, 56, 56, 'ru'],
    ['大马力拖拉机', 'Heavy tractors', 1, 1, 1, 96, 80, 'ru'],
    ['精准农业', 'Precision farming', 0, 1, 0, 64, 0, 'ru', '2019-09-01'],
    ['农业信息化', 'Farm data', 0, 0, 0, 64, 0, 'zh', '2017-09-01', '2019-08-31'],
    ['联合收获机', 'Combine harvesters', 1, 0, 1, 88, 48, 'zh'],
    ['液压与电控', 'Hydraulics and control', 1, 0, 0, 80, 0, 'zh'],
    ['农机维修', 'Repair', 1, 0, 0, 96, 0, 'zh'],
    ['机械制图', 'Drawing', 1, 0, 0, 64, 0, 'zh'],
    ['体育与健康', 'Sport and health', 0, 0, 0, 72, 0, 'zh'],
    ['信息技术', 'Computing', 0, 0, 0, 64, 0, 'zh'],
    ['劳动教育', 'Work education', 0, 0, 0, 32, 0, 'zh'],
  ],
  'J-ECOM': [
    ['泰语入门', 'Thai', 0, 0, 1, 160, 160, 'th'],
    ['跨境平台运营', 'Cross-border platforms', 1, 1, 1, 96, 96, 'en'],
    ['东南亚市场', 'Markets of South-East Asia', 1, 1, 1, 80, 80, 'en'],
    ['商务英语沟通', 'Business communication', 1, 0, 1, 88, 80, 'en'],
    ['国际物流', 'International logistics', 1, 0, 1, 88, 72, 'en'],
    ['热带果品品控', 'Quality of tropical fruit', 0, 1, 0, 48, 0, 'en'],
    ['社交媒体营销', 'Social media', 0, 1, 0, 56, 0, 'en'],
    ['支付与结算', 'Payment', 0, 1, 0, 40, 0, 'en'],
    ['直播电商', 'Live-stream selling', 1, 0, 0, 72, 0, 'zh'],
    ['网店美工', 'Shop design', 1, 0, 0, 64, 0, 'zh'],
    ['体育与健康', 'Sport and health', 0, 0, 0, 72, 0, 'zh'],
    ['劳动教育', 'Work education', 0, 0, 0, 32, 0, 'zh'],
  ],
  'J-HORT': [
    ['专业俄语', 'Russian', 0, 0, 1, 160, 160, 'ru'],
    ['旱区节水灌溉', 'Irrigation of dry land', 1, 1, 1, 96, 96, 'ru'],
    ['温室环境调控', 'Greenhouse climate', 1, 1, 1, 88, 88, 'ru'],
    ['设施蔬菜', 'Greenhouse vegetables', 1, 0, 1, 88, 72, 'ru'],
    ['无土栽培（中外合讲）', 'Soil-less growing, shared', 1, 0, 1, 80, 64, 'ru', '2024-09-01'],
    ['无土栽培', 'Soil-less growing', 1, 0, 0, 80, 0, 'zh', '2022-09-01', '2024-08-31'],
    ['果树设施栽培', 'Fruit under cover', 0, 1, 0, 56, 0, 'ru'],
    ['草原生态', 'Ecology of the steppe', 0, 1, 0, 48, 0, 'ru'],
    ['园艺植物保护', 'Plant protection', 1, 0, 0, 64, 0, 'zh'],
    ['设施建造', 'Building greenhouses', 0, 0, 0, 64, 0, 'zh'],
    ['体育与健康', 'Sport and health', 0, 0, 0, 72, 0, 'zh'],
    ['信息技术', 'Computing', 0, 0, 0, 56, 0, 'zh'],
    ['劳动教育', 'Work education', 0, 0, 0, 32, 0, 'zh'],
  ],
}

export const JOINT_COURSES: Row[] = Object.entries(JOINT).flatMap(([programme, courses]) =>
  courses.map(
    ([name_zh, name_en, core, introduced, foreign_taught, hours, foreign_party_hours, language, from, to], n) => ({
      code: `${programme.slice(2)}-${String(n + 1).padStart(2, '0')}`,
      programme,
      name_zh,
      name_en,
      core,
      introduced,
      foreign_taught,
      hours,
      foreign_party_hours,
      language,
      from: from ?? PROGRAMMES.find(({ code }) => code === programme)!.from,
      to,
      unit: UNIT.academicAffairs,
    }),
  ),
)

type OwnCourse = [zh: string, en: string, core: 0 | 1, hours: number, language?: string, from?: string]

/** What the ordinary programmes teach of their own; more and more of it in two languages. */
// prettier-ignore
const OWN: Record<string, OwnCourse[]> = {
  'P-CROP': [
    ['作物栽培', 'Crop growing', 1, 96],
    ['种子检验', 'Seed testing', 1, 64],
    ['农业经营', 'Farm business', 0, 48],
    ['寒地水稻（双语）', 'Cold-region rice, bilingual', 1, 64, 'ru', '2018-09-01'],
  ],
  'P-HORT': [
    ['设施环境', 'Climate under cover', 1, 72],
    ['蔬菜栽培', 'Vegetable growing', 1, 96],
    ['花卉栽培', 'Flower growing', 0, 64],
    ['温室工程（双语）', 'Greenhouse engineering, bilingual', 1, 64, 'en', '2022-09-01'],
  ],
  'P-MACH': [
    ['拖拉机构造', 'Tractors', 1, 96],
    ['农机电气', 'Electrics of farm machinery', 1, 80],
    ['收获机械', 'Harvesters', 1, 80],
    ['农机俄语', 'Russian for mechanics', 0, 48, 'ru', '2016-09-01'],
    ['智能农机（双语）', 'Smart machinery, bilingual', 1, 64, 'en', '2023-09-01'],
  ],
  'P-RUS': [
    ['俄语精读', 'Intensive Russian', 1, 256, 'ru'],
    ['俄语听说', 'Spoken Russian', 1, 192, 'ru'],
    ['对俄贸易实务', 'Trade with Russia', 1, 72, 'ru', '2015-09-01'],
    ['俄罗斯概况', 'Russia today', 0, 48],
  ],
  'P-FOOD': [
    ['食品检验', 'Food testing', 1, 96],
    ['粮油加工', 'Grain and oil', 1, 80],
    ['冷链管理', 'Cold chain', 0, 48],
    ['出口食品标准（双语）', 'Standards of export, bilingual', 1, 48, 'en', '2019-09-01'],
  ],
  'P-ECOM': [
    ['网店运营', 'Shop operation', 1, 96],
    ['直播营销', 'Live-stream selling', 1, 72],
    ['农产品摄影', 'Photography', 0, 48],
    ['跨境电商英语', 'English for cross-border trade', 1, 64, 'en', '2017-09-01'],
  ],
  'P-PLANT': [
    ['植物检疫', 'Quarantine', 1, 80],
    ['无人机植保', 'Crop drones', 1, 72],
    ['农药使用', 'Pesticides', 0, 56],
  ],
  'P-VET': [
    ['动物疾病', 'Diseases of animals', 1, 96],
    ['兽医临床', 'Clinical practice', 1, 96],
    ['养殖场管理', 'Management of herds', 0, 56],
  ],
  'P-FEED': [
    ['饲料配方', 'Feed formulas', 1, 80],
    ['饲料检测', 'Feed testing', 1, 64],
  ],
}

/** What every ordinary programme has beside. */
const GENERAL: OwnCourse[] = [
  ['思想政治', 'Civics', 0, 128],
  ['体育与健康', 'Sport and health', 0, 108],
  ['信息技术', 'Computing', 0, 64],
  ['大学语文', 'Chinese', 0, 64],
  ['劳动教育', 'Work education', 0, 32],
]

export const OWN_COURSES: Row[] = Object.entries(OWN).flatMap(([programme, courses]) =>
  [...courses, ...GENERAL].map(([name_zh, name_en, core, hours, language = 'zh', from], n) => ({
    code: `${programme.slice(2)}${101 + n}`,
    programme,
    name_zh,
    name_en,
    core,
    hours,
    language,
    from: from ?? PROGRAMMES.find(({ code }) => code === programme)!.from,
    unit: UNIT.academicAffairs,
  })),
)
